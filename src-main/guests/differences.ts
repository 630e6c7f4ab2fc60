import type { GuestFileChange } from '../../sim/contract/guests.ts';
import { mostGuestBytes } from '../../sim/contract/guests.ts';
import type { Bytes } from '../../sim/guests/bytes.ts';
import type { FileDelta, NodeRecord } from '../../sim/guests/files/node.ts';

type Standing = { readonly files: FileDelta; readonly isInBase: (path: Bytes) => boolean };

/** What the world must be told so that it has of a guest's files what the guest has, and no more than that. */
export function differences(changes: FileDelta, standing: Standing): GuestFileChange[] {
  return [...changes].flatMap(([path, record]) =>
    record === null ? removal(path, changes, standing) : keeping(path, record, standing),
  );
}

function removal(path: Bytes, changes: FileDelta, { files, isInBase }: Standing): GuestFileChange[] {
  const known = files.get(path);
  if (isInBase(path) && !isBelowRemoved(path, changes, files))
    return known === null ? [] : [{ path, is: 'gone' }];
  return known === undefined ? [] : [{ path, is: 'plain' }];
}

/** With a directory goes all that the base has in it. */
function isBelowRemoved(path: Bytes, changes: FileDelta, files: FileDelta): boolean {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
    const above = path.slice(0, at);
    const record = changes.has(above) ? changes.get(above) : files.get(above);
    if (record !== undefined) return record === null;
  }
  return false;
}

function keeping(path: Bytes, record: NodeRecord, { files }: Standing): GuestFileChange[] {
  const known = files.get(path);
  if (known !== undefined && known !== null && isOnlyLonger(known, record)) {
    const bytes = (record.content ?? '').slice((known.content ?? '').length);
    return inPieces(bytes).map((piece) => ({
      path,
      is: 'longer',
      bytes: piece,
      modifiedAt: record.modifiedAt,
    }));
  }
  const [first = '', ...rest] = inPieces(record.content ?? '');
  const whole = record.content === undefined ? record : { ...record, content: first };
  return [
    { path, is: 'kept', record: whole },
    ...rest.map((bytes) => ({ path, is: 'longer' as const, bytes, modifiedAt: record.modifiedAt })),
  ];
}

/** A log that grew: the fold of `longer` makes exactly this record of the known one. */
function isOnlyLonger(known: NodeRecord, record: NodeRecord): boolean {
  const { content: before = '', ...one } = known;
  const { content: after = '', ...other } = record;
  if (after.length <= before.length || known.modifiedAt === record.modifiedAt) return false;
  const { changedAt: _, ...rest } = one;
  const grown: Record<string, unknown> = { ...rest, modifiedAt: record.modifiedAt };
  const facts = Object.entries(other);
  return (
    facts.length === Object.keys(grown).length &&
    facts.every(([name, value]) => grown[name] === value) &&
    after.startsWith(before)
  );
}

/** Half of what a command takes: there may be more in it. */
const pieceBytes = mostGuestBytes / 2;

function inPieces(content: Bytes): Bytes[] {
  if (content.length <= pieceBytes) return [content];
  const pieces: Bytes[] = [];
  for (let at = 0; at < content.length; at += pieceBytes) pieces.push(content.slice(at, at + pieceBytes));
  return pieces;
}

const mostChanges = 5000;

/** So many at once as a command takes. */
export function inCommands(changes: readonly GuestFileChange[]): GuestFileChange[][] {
  const commands: GuestFileChange[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    const size = sizeOf(change);
    const last = commands.at(-1);
    if (last === undefined || bytes + size > mostGuestBytes || last.length >= mostChanges) {
      commands.push([change]);
      bytes = size;
      continue;
    }
    last.push(change);
    bytes += size;
  }
  return commands;
}

function sizeOf(change: GuestFileChange): number {
  if (change.is === 'kept') return change.record.content?.length ?? 0;
  return change.is === 'longer' ? change.bytes.length : 0;
}
