import { closeSync, openSync, readSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RecordingCard } from '../../sim/contract/terminal.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';

const ending = '.cast';
/** Of a file's head and tail so much is read: its header, and the time of its last line. */
const endsRead = 65_536;

/** Recorded terminals in that folder, the last one first. What is no recording is passed over. */
export function listRecordings(directory: string): readonly RecordingCard[] {
  return namesIn(directory)
    .flatMap((file) => cardOf(directory, file) ?? [])
    .toSorted((a, b) => b.at - a.at || (a.file < b.file ? 1 : -1));
}

export function deleteRecording(directory: string, file: string): Result<null> {
  if (file !== basename(file) || !file.endsWith(ending) || !namesIn(directory).includes(file))
    return refused('not-found', `There is no recording ${file}`, {
      where: 'file',
      hint: 'The query recordings names them.',
    });
  rmSync(join(directory, file), { force: true });
  return accepted(null);
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).filter((name) => name.endsWith(ending));
  } catch {
    // Nothing was ever exported.
    return [];
  }
}

function cardOf(directory: string, file: string): RecordingCard | null {
  try {
    const path = join(directory, file);
    const { size } = statSync(path);
    const header = headerOf(textAt(path, 0, endsRead).split('\n')[0] ?? '');
    if (header === null) return null;
    const tail = textAt(path, Math.max(0, size - endsRead), endsRead);
    return { file, bytes: size, seconds: lastSecond(tail), ...header };
  } catch {
    // Gone, or not ours to read.
    return null;
  }
}

function headerOf(line: string): Pick<RecordingCard, 'title' | 'at' | 'columns' | 'rows'> | null {
  const header = parsed(line);
  if (typeof header !== 'object' || header === null || !('version' in header) || header.version !== 2)
    return null;
  const number = (name: string): number => {
    const value: unknown = Reflect.get(header, name);
    return typeof value === 'number' && Number.isFinite(value) ? value : 0;
  };
  const title: unknown = 'title' in header ? header.title : '';
  return {
    title: typeof title === 'string' ? title : '',
    at: number('timestamp') * 1000,
    columns: Math.trunc(number('width')),
    rows: Math.trunc(number('height')),
  };
}

function lastSecond(tail: string): number {
  const line = tail.trimEnd().split('\n').at(-1) ?? '';
  const event = parsed(line);
  const second: unknown = Array.isArray(event) ? event[0] : null;
  // A last line longer than what was read: its time stands at its begin.
  return typeof second === 'number' ? second : 0;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textAt(path: string, position: number, length: number): string {
  const buffer = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, length, position));
  } finally {
    closeSync(file);
  }
}
