import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bytes } from '../../sim/guests/bytes.ts';
import { textOf } from '../../sim/guests/bytes.ts';

/** A session as asciicast v2: a header and a line for each thing that was shown. */
export type Recording = {
  readonly shown: (bytes: Bytes) => void;
  readonly resized: (columns: number, rows: number) => void;
  /** Name of the file in the folder. */
  readonly save: () => string;
};

export type RecordingPlan = {
  readonly directory: string;
  readonly title: string;
  readonly columns: number;
  readonly rows: number;
  /** Lab milliseconds since 1970. */
  readonly startedAt: number;
  readonly steady: () => number;
};

/** What is more than this is not kept: a film of many hours is no lesson. */
const mostBytes = 33_554_432;

export function createRecording(plan: RecordingPlan): Recording {
  const { title, columns, rows, startedAt, steady } = plan;
  const began = steady();
  const header = { version: 2, width: columns, height: rows, timestamp: Math.floor(startedAt / 1000), title };
  const lines = [JSON.stringify(header)];
  let bytes = 0;
  let rest: Bytes = '';
  const add = (code: 'o' | 'r', text: string): void => {
    if (text === '' || bytes > mostBytes) return;
    bytes += text.length;
    lines.push(JSON.stringify([Math.round((steady() - began) * 1000) / 1_000_000, code, text]));
  };
  return {
    shown: (next) => {
      const all = rest + next;
      const whole = all.length - unfinished(all);
      rest = all.slice(whole);
      add('o', textOf(all.slice(0, whole)));
    },
    resized: (wide, high) => add('r', `${wide}x${high}`),
    save: () => {
      const when = new Date(startedAt).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
      const name = `${title.replaceAll(/[^A-Za-z0-9._-]+/g, '-')}-${when}.cast`;
      mkdirSync(plan.directory, { recursive: true });
      writeFileSync(join(plan.directory, name), `${lines.join('\n')}\n`);
      return name;
    },
  };
}

/** Bytes at the end that begin a character and do not finish it. */
function unfinished(bytes: Bytes): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes.charCodeAt(bytes.length - back);
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return sizeOf(byte) > back ? back : 0;
  }
  return 0;
}

const sizeOf = (first: number): number => {
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
};
