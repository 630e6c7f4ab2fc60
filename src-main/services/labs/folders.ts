import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from '../../../db/labs-directory.ts';
import { labIdSchema } from '../../../sim/contract/ids.ts';
import type { LabId } from '../../../sim/contract/ids.ts';

export const hasLab = (data: string, id: LabId): boolean => existsSync(placeOf(data, id).directory);

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
