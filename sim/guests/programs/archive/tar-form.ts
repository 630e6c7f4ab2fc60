import type { Bytes } from '../../bytes.ts';
import type { NodeKind } from '../../files/node.ts';

/** One thing in an archive. */
export type Member = {
  readonly path: Bytes;
  readonly kind: NodeKind | 'twin';
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly user: Bytes;
  readonly group: Bytes;
  /** Seconds. */
  readonly modifiedAt: number;
  readonly content: Bytes;
  /** Where a link leads. */
  readonly goal: Bytes;
};

const block = 512;
const types: Readonly<Record<Member['kind'], string>> = {
  file: '0',
  twin: '1',
  link: '2',
  character: '3',
  block: '4',
  directory: '5',
  pipe: '6',
  socket: '0',
};
const kinds: Readonly<Record<string, Member['kind']>> = {
  '0': 'file',
  '\0': 'file',
  '7': 'file',
  '1': 'twin',
  '2': 'link',
  '3': 'character',
  '4': 'block',
  '5': 'directory',
  '6': 'pipe',
};

const octal = (value: number, width: number): Bytes => `${value.toString(8).padStart(width - 1, '0')}\0`;
const padded = (text: Bytes, width: number): Bytes => text.slice(0, width).padEnd(width, '\0');
const filled = (text: Bytes): Bytes => text.padEnd(Math.ceil(text.length / block) * block, '\0');

function head(member: Member, type: string, size: number): Bytes {
  const before = `${padded(member.path, 100)}${octal(member.mode, 8)}${octal(member.uid, 8)}${octal(member.gid, 8)}${octal(size, 12)}${octal(member.modifiedAt, 12)}`;
  const after = `${type}${padded(member.goal, 100)}ustar  \0${padded(member.user, 32)}${padded(member.group, 32)}`;
  let sum = 8 * 32;
  for (const text of [before, after]) for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  return filled(`${before}${sum.toString(8).padStart(6, '0')}\0 ${after}`);
}

/** A member as GNU tar writes it; what does not fit its fields comes before, in members of their own. */
export function written(member: Member): Bytes {
  const long = (type: string, text: Bytes): Bytes =>
    text.length <= 100
      ? ''
      : `${head({ ...member, path: '././@LongLink', goal: '', mode: 0, uid: 0, gid: 0, user: 'root', group: 'root', modifiedAt: 0 }, type, text.length + 1)}${filled(`${text}\0`)}`;
  return `${long('K', member.goal)}${long('L', member.path)}${head(member, types[member.kind], member.content.length)}${filled(member.content)}`;
}

/** An archive's end: two empty blocks, and filled to a record. */
export function closed(archive: Bytes): Bytes {
  const all = `${archive}${'\0'.repeat(2 * block)}`;
  return all.padEnd(Math.ceil(all.length / 10_240) * 10_240, '\0');
}

/** Null: it is no archive. */
export function membersIn(archive: Bytes): readonly Member[] | null {
  const members: Member[] = [];
  const long = { path: '', goal: '' };
  for (let at = 0; at + block <= archive.length;) {
    const header = archive.slice(at, at + block);
    if (!/[^\0]/.test(header)) break;
    if (header.slice(257, 262) !== 'ustar' && members.length === 0) return null;
    const size = Number.parseInt(header.slice(124, 136), 8) || 0;
    const content = archive.slice(at + block, at + block + size);
    const type = header.charAt(156);
    if (type === 'L') long.path = textIn(content);
    else if (type === 'K') long.goal = textIn(content);
    else if (kinds[type] !== undefined) {
      members.push(memberOf(header, { content, long, kind: kinds[type] }));
      long.path = '';
      long.goal = '';
    }
    at += block + Math.ceil(size / block) * block;
  }
  return archive.length < block ? null : members;
}

const textIn = (field: Bytes): Bytes =>
  field.slice(0, field.indexOf('\0') < 0 ? undefined : field.indexOf('\0'));

type Read = {
  readonly content: Bytes;
  readonly long: { path: Bytes; goal: Bytes };
  readonly kind: Member['kind'];
};

function memberOf(header: Bytes, { content, long, kind }: Read): Member {
  const number = (from: number, size: number): number =>
    Number.parseInt(header.slice(from, from + size), 8) || 0;
  const text = (from: number, size: number): Bytes => textIn(header.slice(from, from + size));
  const prefix = header.charAt(263) === '0' ? text(345, 155) : '';
  const short = prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
  return {
    path: long.path === '' ? short : long.path,
    kind,
    mode: number(100, 8) & 0o7777,
    uid: number(108, 8),
    gid: number(116, 8),
    user: text(265, 32),
    group: text(297, 32),
    modifiedAt: number(136, 12),
    content,
    goal: long.goal === '' ? text(157, 100) : long.goal,
  };
}
