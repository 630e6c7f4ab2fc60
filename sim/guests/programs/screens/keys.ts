import type { Bytes } from '../../bytes.ts';
import { sizeAt, textOf } from '../../bytes.ts';

/** Named where a key sends more than its character. */
const sequences: Readonly<Record<string, string>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  OA: 'up',
  OB: 'down',
  OC: 'right',
  OD: 'left',
  '[H': 'home',
  '[F': 'end',
  OH: 'home',
  OF: 'end',
  '[1~': 'home',
  '[4~': 'end',
  '[7~': 'home',
  '[8~': 'end',
  '[2~': 'insert',
  '[3~': 'delete',
  '[5~': 'page-up',
  '[6~': 'page-down',
};

/** One character, which is typed as it is; all else has a name. */
export const isCharacter = (key: string): boolean =>
  key.length === 1 || (key.length === 2 && key >= '\ud800');

/** Does the key end a prompt with nothing asked for? */
export const callsOff = (key: string, text: string): boolean =>
  key === 'escape' || key === '^C' || (key === 'backspace' && text === '');

export type Keys = {
  readonly push: (bytes: Bytes) => void;
  readonly next: () => string | null;
  readonly isUnfinished: () => boolean;
  /** What has begun comes to no more. */
  readonly finish: () => void;
};

export function createKeys(): Keys {
  let waiting: Bytes = '';
  let isFinal = false;
  return {
    push: (bytes) => {
      waiting += bytes;
      isFinal = false;
    },
    isUnfinished: () => waiting !== '',
    finish: () => {
      isFinal = true;
    },
    next: () => {
      const size = keySize(waiting, isFinal);
      if (size === 0) return null;
      const key = waiting.slice(0, size);
      waiting = waiting.slice(size);
      return named(key);
    },
  };
}

/** 0: it is not all there. */
function keySize(waiting: Bytes, isFinal: boolean): number {
  if (waiting === '') return 0;
  if (waiting[0] !== '\x1b') {
    const size = sizeAt(waiting, 0);
    if (size > 0) return size;
    return !isFinal && waiting.length < 4 && waiting.charCodeAt(0) >= 0xc2 ? 0 : 1;
  }
  if (waiting.length === 1) return isFinal ? 1 : 0;
  const found = /^\x1b(?:\[[0-9;?]*[A-Za-z~]|O[A-Za-z])/.exec(waiting);
  if (found !== null) return found[0].length;
  const isBegun = /^\x1b(?:\[[0-9;?]*|O)$/.test(waiting);
  if (isBegun && !isFinal) return 0;
  return 1;
}

function named(key: Bytes): string {
  if (key.length > 1 && key[0] === '\x1b') return sequences[key.slice(1)] ?? 'unknown';
  if (key === '\x1b') return 'escape';
  if (key === '\x7f' || key === '\b') return 'backspace';
  if (key === '\r' || key === '\n') return 'enter';
  if (key === '\t') return '\t';
  return key < ' ' ? `^${String.fromCharCode(key.charCodeAt(0) + 64)}` : textOf(key);
}
