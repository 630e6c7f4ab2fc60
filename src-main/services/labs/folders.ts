import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { labIdSchema } from '../../../sim/contract/ids.ts';
import type { LabId } from '../../../sim/contract/ids.ts';

export const labFolder = (data: string, id: LabId): string => join(data, 'labs', id);

export const hasLab = (data: string, id: LabId): boolean => existsSync(join(labFolder(data, id), 'world.db'));

/** A folder name that a person recognises; a number where the name is in use. */
export function freeLabId(data: string, name: string): LabId {
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 50);
  const base = slug === '' ? 'lab' : slug;
  for (let n = 1; ; n += 1) {
    const id = (n === 1 ? base : `${base}-${n}`) as LabId;
    if (!existsSync(labFolder(data, id))) return id;
  }
}

/** Which lab was open last: the next start opens it again. */
const deskFile = (data: string): string => join(data, 'desk.json');

export function lastOpened(data: string): LabId | null {
  try {
    const saved = JSON.parse(readFileSync(deskFile(data), 'utf8')) as { lab?: unknown };
    const id = labIdSchema.safeParse(saved.lab);
    return id.success && hasLab(data, id.data) ? id.data : null;
  } catch {
    // No file, or not ours: nothing was open.
    return null;
  }
}

export function rememberOpened(data: string, lab: LabId): void {
  mkdirSync(data, { recursive: true });
  const part = `${deskFile(data)}.part`;
  writeFileSync(part, `${JSON.stringify({ lab })}\n`);
  renameSync(part, deskFile(data));
}
