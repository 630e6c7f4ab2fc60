import { existsSync } from 'node:fs';
import type { LabId } from '../../../sim/contract/ids.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { refused } from '../../../sim/contract/result.ts';
import type { HostOptions } from '../../host/options.ts';
import type { Session } from '../../host/session.ts';
import { lastOpened, rememberOpened } from './folders.ts';
import { importToSession } from './carry.ts';
import { newSession, openLab } from './sessions.ts';
import { loadLabFile } from './load-lab-file.ts';
import { loadTemplate } from './templates.ts';

const silent = (): void => {};

/** What to put on the bench at the start: the lab asked for, the one open last, or a new one from the starter. */
export async function firstSession(options: HostOptions): Promise<Result<Session>> {
  const session = await choose(options);
  if (session.ok) rememberOpened(options.dataDirectory, session.value.id);
  return session;
}

async function choose(options: HostOptions): Promise<Result<Session>> {
  const { labFile, dataDirectory } = options;
  if (labFile !== null) return fromFile(options, labFile);
  const id: LabId | null = options.lab ?? lastOpened(dataDirectory);
  if (id !== null) {
    const opened = openLab(options, id);
    if (opened.ok || options.lab !== null || opened.refusal.code !== 'damaged-file') return opened;
    // The control room must come up all the same: it is where the damage is shown and mended.
    options.log.error('the last lab is damaged; a new one is opened', { lab: id, refusal: opened.refusal });
  }
  const starter = loadTemplate(options.resources, 'starter');
  if (!starter.ok) return starter;
  return newSession(options, {
    lab: starter.value,
    name: starter.value.file.metadata.name,
    seed: null,
    progress: silent,
  });
}

async function fromFile(options: HostOptions, file: string): Promise<Result<Session>> {
  if (!existsSync(file)) return refused('not-found', `There is no file ${file}`, { where: '--lab' });
  if (file.endsWith('.coldaisle')) return importToSession(options, { file, name: null, progress: silent });
  const lab = loadLabFile(file);
  if (!lab.ok) return lab;
  return newSession(options, {
    lab: lab.value,
    name: lab.value.file.metadata.name,
    seed: null,
    progress: silent,
  });
}
