/** As much of the tar format as engines speak: what is put into a container, and what is taken out. */
import type { Bytes } from '../../../sim/guests/bytes.ts';

export type TarEntry = {
  /** Without a slash at its beginning. */
  readonly path: Bytes;
  readonly kind: 'file' | 'directory' | 'link' | 'pipe';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds. */
  readonly modifiedAt: number;
  /** A file's bytes, or a link's goal. */
  readonly content: Bytes;
};

const block = 512;
const types = { file: '0', link: '2', directory: '5', pipe: '6' } as const;
/** What does not fit its field of the header goes before, in a record of its own, as GNU tar does it. */
const longName = 'L';
const longGoal = 'K';
const mostInField = 100;

export function tarOf(entries: readonly TarEntry[]): Buffer {
  const pieces = entries.flatMap((entry) => {
    const path = entry.kind === 'directory' && !entry.path.endsWith('/') ? `${entry.path}/` : entry.path;
    const goal = entry.kind === 'link' ? entry.content : '';
    const content = entry.kind === 'file' ? entry.content : '';
    return [
      ...(path.length > mostInField ? longRecord(longName, path) : []),
      ...(goal.length > mostInField ? longRecord(longGoal, goal) : []),
      header({ ...entry, path, goal, type: types[entry.kind], size: content.length }),
      ...padded(content),
    ];
  });
  return Buffer.concat([...pieces, Buffer.alloc(2 * block)]);
}

const longRecord = (type: string, text: Bytes): Buffer[] => [
  header({
    path: '././@LongLink',
    goal: '',
    type,
    size: text.length + 1,
    mode: 0,
    uid: 0,
    gid: 0,
    modifiedAt: 0,
  }),
  ...padded(`${text}\0`),
];

function padded(content: Bytes): Buffer[] {
  if (content === '') return [];
  const bytes = Buffer.from(content, 'latin1');
  const rest = bytes.length % block;
  return rest === 0 ? [bytes] : [bytes, Buffer.alloc(block - rest)];
}

type Header = Pick<TarEntry, 'path' | 'mode' | 'uid' | 'gid' | 'modifiedAt'> & {
  readonly goal: Bytes;
  readonly type: string;
  readonly size: number;
};

function header({ path, goal, type, size, mode, uid, gid, modifiedAt }: Header): Buffer {
  const bytes = Buffer.alloc(block);
  const octal = (value: number, at: number, width: number): void => {
    bytes.write(
      `${Math.max(0, Math.floor(value))
        .toString(8)
        .padStart(width - 1, '0')}\0`,
      at,
      'latin1',
    );
  };
  bytes.write(path.slice(0, mostInField), 0, 'latin1');
  octal(mode & 0o7777, 100, 8);
  octal(uid, 108, 8);
  octal(gid, 116, 8);
  octal(size, 124, 12);
  octal(modifiedAt, 136, 12);
  bytes.fill(0x20, 148, 156);
  bytes.write(type, 156, 'latin1');
  bytes.write(goal.slice(0, mostInField), 157, 'latin1');
  bytes.write('ustar  \0', 257, 'latin1');
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

type Record = Header & { readonly content: Bytes; readonly next: number };

/** Files, directories and links; what else is in it is passed over. */
export function entriesOf(tar: Buffer): TarEntry[] {
  const entries: TarEntry[] = [];
  let long: { path?: Bytes; goal?: Bytes } = {};
  for (let at = 0; at + block <= tar.length && tar[at] !== 0;) {
    const record = recordAt(tar, at);
    at = record.next;
    const ahead = aheadOf(record);
    if (ahead !== null) {
      long = { ...long, ...ahead };
      continue;
    }
    const kind = kinds[record.type];
    const { mode, uid, gid, modifiedAt } = record;
    const path = long.path ?? record.path;
    const content = kind === 'link' ? (long.goal ?? record.goal) : record.content;
    if (kind !== undefined) entries.push({ path, kind, mode, uid, gid, modifiedAt, content });
    long = {};
  }
  return entries;
}

const kinds: Readonly<{ [type: string]: TarEntry['kind'] }> = {
  '': 'file',
  0: 'file',
  2: 'link',
  5: 'directory',
};

function recordAt(tar: Buffer, at: number): Record {
  const field = (from: number, width: number): Bytes =>
    tar.toString('latin1', at + from, at + from + width).split('\0')[0] ?? '';
  const number = (from: number, width: number): number => Number.parseInt(field(from, width).trim(), 8) || 0;
  const size = number(124, 12);
  const prefix = field(257, 6) === 'ustar' ? field(345, 155) : '';
  return {
    path: `${prefix === '' ? '' : `${prefix}/`}${field(0, 100)}`,
    mode: number(100, 8),
    uid: number(108, 8),
    gid: number(116, 8),
    size,
    modifiedAt: number(136, 12),
    type: field(156, 1),
    goal: field(157, 100),
    content: tar.toString('latin1', at + block, at + block + size),
    next: at + block + Math.ceil(size / block) * block,
  };
}

/** What a record says of the one after it: a longer name (GNU), or its facts one by one (pax). */
function aheadOf({ type, content }: Record): { path?: Bytes; goal?: Bytes } | null {
  if (type === longName) return { path: content.replace(/\0+$/, '') };
  if (type === longGoal) return { goal: content.replace(/\0+$/, '') };
  if (type === 'g') return {};
  if (type !== 'x') return null;
  const path = /(?:^|\n)\d+ path=([^\n]*)\n/.exec(content)?.[1];
  const goal = /(?:^|\n)\d+ linkpath=([^\n]*)\n/.exec(content)?.[1];
  return { ...(path === undefined ? {} : { path }), ...(goal === undefined ? {} : { goal }) };
}
