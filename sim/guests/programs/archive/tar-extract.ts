import type { Answer } from '../../answer.ts';
import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { accountNamed } from '../../system/users/accounts.ts';
import { has } from '../text/options.ts';
import { writeAll } from '../text/tool.ts';
import type { TarCall } from './tar-call.ts';
import type { Member } from './tar-form.ts';

/** Puts a member in its place; a text is why it could not be. */
export function* extract(call: TarCall, member: Member): Step<Bytes | null> {
  const { system, given } = call;
  if (member.path.split('/').includes('..')) return `${member.path}: Member name contains '..'`;
  const path = placeOf(call, member);
  if (path === '') return null;
  if (has(given, 'O')) {
    if (member.kind === 'file') yield* writeAll(system, 1, member.content);
    return null;
  }
  return place(call, member, path);
}

function place(call: TarCall, member: Member, path: Bytes): Bytes | null {
  const { files } = call.system;
  makeWay(call, path);
  const found = files.linkStat(path);
  if (found.ok && has(call.given, 'k') && member.kind !== 'directory')
    return `${path}: Cannot open: File exists`;
  if (found.ok && found.value.kind !== 'directory') files.remove(path);
  const made = make(call, member, path);
  if (!made.ok)
    return `${path}: Cannot ${member.kind === 'directory' ? 'mkdir' : 'open'}: ${messageOf(made.errno)}`;
  if (member.kind !== 'link' && member.kind !== 'twin') finish(call, member, path);
  return null;
}

const placeOf = ({ strips }: TarCall, { path }: Member): Bytes =>
  path
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .slice(strips)
    .join('/');

/** Of directories, once what is in them has come. */
export function keepTime(call: TarCall, member: Member): void {
  const path = placeOf(call, member);
  if (path !== '' && !has(call.given, 'm') && !has(call.given, 'O'))
    call.system.files.changeTimes(path, member.modifiedAt * 1000, member.modifiedAt * 1000);
}

function makeWay({ system }: TarCall, path: Bytes): void {
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
    system.files.makeDirectory(path.slice(0, at), 0o777);
}

function make({ system }: TarCall, { kind, content, goal }: Member, path: Bytes): Answer<void> {
  const { files } = system;
  switch (kind) {
    case 'directory':
      return files.stat(path).ok ? { ok: true, value: undefined } : files.makeDirectory(path, 0o777);
    case 'link':
      return files.makeLink(goal, path);
    case 'twin':
      return files.makeTwin(goal, path);
    case 'pipe':
      return files.makePipe(path, 0o666);
    case 'file':
    case 'socket':
      return files.writeFile(path, content, 0o600);
    case 'character':
    case 'block':
      return files.makeNode(path, { kind, mode: 0o600, special: [0, 0] });
    default:
      return kind satisfies never;
  }
}

/** Mode, owner (root alone) and time, as they were. */
function finish({ system, given }: TarCall, member: Member, path: Bytes): void {
  const { files } = system;
  const isRoot = system.processes.who().uid === 0;
  if (isRoot && !has(given, 'no-same-owner'))
    files.changeOwner(path, accountNamed(system, member.user)?.uid ?? member.uid, member.gid);
  files.changeMode(path, isRoot || has(given, 'p') ? member.mode : member.mode & 0o777 & ~files.umask());
  if (!has(given, 'm')) files.changeTimes(path, member.modifiedAt * 1000, member.modifiedAt * 1000);
}
