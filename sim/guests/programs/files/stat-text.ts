import type { Bytes } from '../../bytes.ts';
import type { NodeKind, Stat } from '../../files/node.ts';

export const kindLetters: Readonly<Record<NodeKind, string>> = {
  file: '-',
  directory: 'd',
  link: 'l',
  pipe: 'p',
  socket: 's',
  character: 'c',
  block: 'b',
};

export const typeBits: Readonly<Record<NodeKind, number>> = {
  file: 0o100000,
  directory: 0o040000,
  link: 0o120000,
  pipe: 0o010000,
  socket: 0o140000,
  character: 0o020000,
  block: 0o060000,
};

/** `rwxr-sr-t`. */
export function permissionText(mode: number): Bytes {
  const bit = (value: number, letter: string): string => ((mode & value) === 0 ? '-' : letter);
  const run = (execute: number, flag: number, letter: string): string => {
    if ((mode & flag) === 0) return bit(execute, 'x');
    return (mode & execute) === 0 ? letter.toUpperCase() : letter;
  };
  return [
    bit(0o400, 'r'),
    bit(0o200, 'w'),
    run(0o100, 0o4000, 's'),
    bit(0o040, 'r'),
    bit(0o020, 'w'),
    run(0o010, 0o2000, 's'),
    bit(0o004, 'r'),
    bit(0o002, 'w'),
    run(0o001, 0o1000, 't'),
  ].join('');
}

export const modeText = ({ kind, mode }: Pick<Stat, 'kind' | 'mode'>): Bytes =>
  `${kindLetters[kind]}${permissionText(mode)}`;

/** As `stat` and `file` call it. */
export function kindText({ kind, size }: Stat): Bytes {
  switch (kind) {
    case 'file':
      return size === 0 ? 'regular empty file' : 'regular file';
    case 'directory':
      return 'directory';
    case 'link':
      return 'symbolic link';
    case 'pipe':
      return 'fifo';
    case 'socket':
      return 'socket';
    case 'character':
      return 'character special file';
    case 'block':
      return 'block special file';
    default:
      return kind satisfies never;
  }
}

const units = ['', 'K', 'M', 'G', 'T', 'P', 'E'];

/** `4.0K`: rounded up, one decimal below ten, as -h has it. */
export function humanSize(bytes: number, base: 1000 | 1024): Bytes {
  let power = 0;
  let value = bytes;
  while (value >= base && power < units.length - 1) {
    value /= base;
    power += 1;
  }
  if (power === 0) return String(Math.ceil(value));
  const tenths = Math.ceil(value * 10 - 1e-9);
  const shown = tenths < 100 ? (tenths / 10).toFixed(1) : String(Math.ceil(value - 1e-9));
  if (Number(shown) < base) return `${shown}${base === 1000 && power === 1 ? 'k' : units[power]}`;
  return `1.0${units[power + 1] ?? ''}`;
}
