import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Program, Step } from '../../kernel/program.ts';
import { accountOfUid, groupsOf } from '../../system/users/accounts.ts';
import { openSource, readRest } from '../text/source.ts';
import { has } from '../text/options.ts';
import { writeAll } from '../text/tool.ts';
import { pack, unpack } from './gzip-form.ts';
import { isXz, pack as packXz, unpack as unpackXz } from '../xz/form.ts';
import type { TarCall } from './tar-call.ts';
import { readTarCall } from './tar-call.ts';
import type { Member } from './tar-form.ts';
import { closed, membersIn, written } from './tar-form.ts';
import { extract, keepTime } from './tar-extract.ts';
import { isChosen, rowOf } from './tar-words.ts';

/** Packs files into archives, lists and unpacks them. */
export const tar: Program = function* (system) {
  const call = readTarCall(system);
  if (typeof call === 'string') {
    yield* system.descriptors.write(2, call);
    return call.startsWith('tar: unrecognized') || call.startsWith('tar: invalid') ? 64 : 2;
  }
  const status = call.verb === 'create' || call.verb === 'append' ? yield* create(call) : yield* read(call);
  if (status === 'fatal') return 2;
  if (call.status !== 0) yield* warn(call, 'Exiting with failure status due to previous errors');
  return call.status;
};

function* warn({ system }: TarCall, text: Bytes): Step<void> {
  yield* writeAll(system, 2, `tar: ${text}\n`);
}

function* fatal(call: TarCall, text: Bytes): Step<'fatal'> {
  yield* warn(call, `${text}\ntar: Error is not recoverable: exiting now`);
  return 'fatal';
}

function* enter(call: TarCall): Step<'fatal' | null> {
  if (call.directory === null) return null;
  const changed = call.system.files.changeDirectory(call.directory);
  return changed.ok
    ? null
    : yield* fatal(call, `${call.directory}: Cannot open: ${messageOf(changed.errno)}`);
}

function* create(call: TarCall): Step<'fatal' | 'done'> {
  const { system, operands, file } = call;
  if (operands.length === 0) {
    yield* writeAll(
      system,
      2,
      "tar: Cowardly refusing to create an empty archive\nTry 'tar --help' or 'tar --usage' for more information.\n",
    );
    return 'fatal';
  }
  if (file === '-' && system.descriptors.isTerminal(1))
    return yield* fatal(call, 'Refusing to write archive contents to terminal (missing -f option?)');
  const goal = file === '-' || file.startsWith('/') ? file : `${system.files.workingDirectory()}/${file}`;
  const members = [...before(call, goal)];
  const entered = yield* enter(call);
  if (entered !== null) return entered;
  if (operands.some((name) => name.startsWith('/')) && !has(call.given, 'P'))
    yield* warn(call, "Removing leading `/' from member names");
  for (const name of operands) yield* gather(call, name, members);
  const plain = closed(members.map(written).join(''));
  return yield* put(call, goal, packed(call, plain));
}

function packed({ isPacked, isXz: isPackedByXz }: TarCall, plain: Bytes): Bytes {
  if (isPackedByXz) return packXz(plain);
  return isPacked ? pack(plain, { name: null, seconds: 0 }) : plain;
}

/** What is in the archive that is appended to. */
function before({ system, verb }: TarCall, goal: Bytes): readonly Member[] {
  const content = verb === 'append' ? system.files.readFile(goal) : null;
  return content?.ok === true ? (membersIn(content.value) ?? []) : [];
}

function* put(call: TarCall, goal: Bytes, archive: Bytes): Step<'fatal' | 'done'> {
  const { system, file } = call;
  if (file === '-') {
    yield* writeAll(system, 1, archive);
    return 'done';
  }
  const made = system.files.writeFile(goal, archive, 0o666);
  if (made.ok) return 'done';
  return yield* fatal(
    call,
    made.errno === 'ENOSPC'
      ? `${file}: Wrote only 0 of 10240 bytes`
      : `${file}: Cannot open: ${messageOf(made.errno)}`,
  );
}

function* gather(call: TarCall, path: Bytes, members: Member[]): Step<void> {
  const { system } = call;
  if (isLeftOut(call, path)) return;
  const found = lookAt(call, path);
  if (typeof found === 'string') {
    yield* complain(call, found);
    return;
  }
  const member = memberOf(call, { path, ...found });
  members.push(member);
  if (call.isTold) yield* writeAll(system, call.file === '-' ? 2 : 1, rowOf(member, call));
  if (system.isTired()) yield turn;
  if (member.kind !== 'directory') return;
  const listed = system.files.list(path);
  if (!listed.ok) {
    yield* complain(call, `${path}: Cannot open: ${messageOf(listed.errno)}`);
    return;
  }
  const place = path.endsWith('/') ? path : `${path}/`;
  for (const { name } of listed.value) yield* gather(call, `${place}${name}`, members);
}

const isLeftOut = ({ excludes }: TarCall, path: Bytes): boolean =>
  isChosen(path, excludes) || isChosen(path.slice(path.lastIndexOf('/') + 1), excludes);

function* complain(call: TarCall, text: Bytes): Step<void> {
  call.status = 2;
  yield* warn(call, text);
}

/** A text is why it cannot be packed. */
function lookAt({ system, given }: TarCall, path: Bytes): Omit<Found, 'path'> | Bytes {
  const { files } = system;
  const stat = has(given, 'h') ? files.stat(path) : files.linkStat(path);
  if (!stat.ok) return `${path}: Cannot stat: ${messageOf(stat.errno)}`;
  if (stat.value.kind !== 'file') return { stat: stat.value, content: '' };
  const content = files.readFile(path);
  return content.ok
    ? { stat: stat.value, content: content.value }
    : `${path}: Cannot open: ${messageOf(content.errno)}`;
}

type Found = { readonly path: Bytes; readonly stat: Stat; readonly content: Bytes };

function memberOf({ system, given }: TarCall, { path, stat, content }: Found): Member {
  const isDirectory = stat.kind === 'directory';
  const bare = has(given, 'P') ? path : path.replace(/^\/+/, '');
  const link = stat.kind === 'link' ? system.files.readLink(path) : null;
  return {
    path: isDirectory ? `${bare.replace(/\/+$/, '')}/` : bare,
    kind: stat.kind,
    mode: stat.mode & 0o7777,
    uid: stat.uid,
    gid: stat.gid,
    user: accountOfUid(system, stat.uid)?.name ?? '',
    group: groupsOf(system).find(({ gid }) => gid === stat.gid)?.name ?? '',
    modifiedAt: Math.floor(stat.modifiedAt / 1000),
    content,
    goal: link?.ok === true ? link.value : '',
  };
}

function* read(call: TarCall): Step<'fatal' | 'done'> {
  const { system, file } = call;
  if (file === '-' && system.descriptors.isTerminal(0))
    return yield* fatal(call, 'Refusing to read archive contents from terminal (missing -f option?)');
  const opened = yield* openSource(system, file);
  if (!opened.ok) return yield* fatal(call, `${file}: Cannot open: ${messageOf(opened.errno)}`);
  const bytes = yield* readRest(opened.value);
  const plain = yield* unpacked(call, bytes);
  if (!plain.ok) {
    yield* writeAll(
      system,
      2,
      `${plain.why}\ntar: Child returned status 1\ntar: Error is not recoverable: exiting now\n`,
    );
    return 'fatal';
  }
  const members = membersIn(plain.text);
  if (members === null) {
    yield* warn(call, 'This does not look like a tar archive');
    call.status = 2;
    return 'done';
  }
  const entered = yield* enter(call);
  if (entered !== null) return entered;
  yield* each(call, members);
  return 'done';
}

type Plain = { readonly ok: true; readonly text: Bytes } | { readonly ok: false; readonly why: Bytes };

/** By what it begins with, as tar does with what it is given no letter for. */
function* unpacked({ system, isPacked, isXz: isSaidXz }: TarCall, bytes: Bytes): Step<Plain> {
  if (isXz(bytes) || isSaidXz) {
    const made = yield* unpackXz(system, bytes);
    return made.ok ? made : { ok: false, why: `xz: (stdin): ${made.why}` };
  }
  if (!bytes.startsWith('\x1f\x8b') && !isPacked) return { ok: true, text: bytes };
  const made = bytes.startsWith('\x1f\x8b')
    ? unpack(bytes)
    : { ok: false as const, why: 'not in gzip format' };
  return made.ok ? made : { ok: false, why: `\ngzip: stdin: ${made.why}` };
}

function* each(call: TarCall, members: readonly Member[]): Step<void> {
  const { system, operands } = call;
  const missing = new Set(operands);
  const made: Member[] = [];
  for (const member of members) {
    const name = operands.find((operand) => isChosen(member.path, [operand]));
    if (name !== undefined) missing.delete(name);
    if ((operands.length > 0 && name === undefined) || isChosen(member.path, call.excludes)) continue;
    if (call.verb === 'list' || call.isTold) yield* writeAll(system, 1, rowOf(member, call));
    if (call.verb === 'extract') yield* takeOut(call, member, made);
    if (system.isTired()) yield turn;
  }
  for (const member of made) keepTime(call, member);
  for (const name of missing) yield* complain(call, `${name}: Not found in archive`);
}

function* takeOut(call: TarCall, member: Member, made: Member[]): Step<void> {
  const fault = yield* extract(call, member);
  if (member.kind === 'directory') made.unshift(member);
  if (fault !== null) yield* complain(call, fault);
}
