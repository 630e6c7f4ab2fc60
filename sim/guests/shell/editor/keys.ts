import type { Bytes } from '../../bytes.ts';
import { sizeAt } from '../../bytes.ts';
import type { Answer } from '../../answer.ts';
import type { Step } from '../../kernel/program.ts';
import type { Resting } from '../../kernel/resting.ts';
import { atRest } from '../../kernel/resting.ts';
import type { Shell } from '../shell.ts';

/** One key: `ctrl-a`, `alt-b`, `left`, or the bytes of a character. */
export type Key = { readonly name: string; readonly bytes: Bytes };

const sequences: Readonly<Record<string, string>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  '[H': 'home',
  '[F': 'end',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  OH: 'home',
  OF: 'end',
  '[1~': 'home',
  '[4~': 'end',
  '[7~': 'home',
  '[8~': 'end',
  '[3~': 'delete',
  '[5~': 'page-up',
  '[6~': 'page-down',
  '[2~': 'insert',
  '[1;5C': 'word-right',
  '[1;5D': 'word-left',
  '[1;3C': 'word-right',
  '[1;3D': 'word-left',
  '[200~': 'paste-start',
  '[201~': 'paste-end',
  '[Z': 'back-tab',
  '[3;5~': 'delete-word',
};

/** What was read beyond the last key. */
export type KeyReader = { readonly shell: Shell; ahead: Bytes };

/** Null: the line was cut. `interrupt`: a signal came. */
export function* readKey(reader: KeyReader, resting: Resting | null): Step<Key | 'interrupt' | null> {
  const { system } = reader.shell;
  for (;;) {
    const key = keyAt(reader.ahead);
    if (key !== null) {
      reader.ahead = reader.ahead.slice(key.bytes.length);
      return key;
    }
    const end = heard(reader, yield* atRest(system, resting, system.descriptors.read(0, mostBytes)));
    if (end !== undefined) return end;
  }
}

const mostBytes = 4096;

/** Goes on with a read that it waited in. */
export function* readKeyAgain(reader: KeyReader, resting: Resting): Step<Key | 'interrupt' | null> {
  const { system } = reader.shell;
  const end = heard(reader, yield* atRest(system, resting, system.again.read(0, mostBytes)));
  return end === undefined ? yield* readKey(reader, resting) : end;
}

function heard(reader: KeyReader, answer: Answer<Bytes>): 'interrupt' | null | undefined {
  if (!answer.ok && answer.errno === 'EINTR') return 'interrupt';
  if (!answer.ok || answer.value === '') return null;
  reader.ahead += answer.value;
  return undefined;
}

function keyAt(bytes: Bytes): Key | null {
  if (bytes === '') return null;
  const code = bytes.charCodeAt(0);
  if (code === 27) return escapeKey(bytes);
  if (code === 127) return { name: 'backspace', bytes: bytes.slice(0, 1) };
  if (code < 32) return { name: `ctrl-${String.fromCharCode(code + 96)}`, bytes: bytes.slice(0, 1) };
  if (code < 128) return { name: 'text', bytes: bytes.slice(0, 1) };
  const size = sizeAt(bytes, 0);
  if (size > 0) return { name: 'text', bytes: bytes.slice(0, size) };
  return bytes.length < 4 && code >= 0xc2 ? null : { name: 'none', bytes: bytes.slice(0, 1) };
}

function escapeKey(bytes: Bytes): Key | null {
  const sequence = /^\u001b(\[[\d;]*[A-Za-z~]|O[A-Za-z])/.exec(bytes);
  if (sequence !== null) return { name: sequences[sequence[1] ?? ''] ?? 'none', bytes: sequence[0] };
  if (/^\u001b(\[[\d;]*|O)?$/.test(bytes)) return null;
  const next = bytes[1] ?? '';
  return { name: next === '\u007f' ? 'alt-backspace' : `alt-${next}`, bytes: bytes.slice(0, 2) };
}
