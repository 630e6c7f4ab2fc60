import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import { isOption } from '../options.table.ts';
import type { Shell } from '../shell.ts';
import { dynamicValue } from '../variables/dynamic.ts';
import { elementOf, valueOf, variableOf } from '../variables/store.ts';

const kinds: Readonly<Record<string, Stat['kind']>> = {
  '-b': 'block',
  '-c': 'character',
  '-d': 'directory',
  '-f': 'file',
  '-p': 'pipe',
  '-S': 'socket',
};

/** `-f name` and its kin. */
export function fileTest(shell: Shell, operator: string, path: Bytes): boolean {
  const { files, descriptors } = shell.system;
  switch (operator) {
    case '-t':
      return /^\s*\d+\s*$/.test(path) && descriptors.isTerminal(Number(path));
    case '-o':
      return isOption(path) && shell.options.has(path);
    case '-R':
      return shell.variables.get(path)?.attributes.has('reference') === true;
    case '-h':
    case '-L': {
      const link = files.linkStat(path);
      return link.ok && link.value.kind === 'link';
    }
    case '-r':
      return files.mayAccess(path, 'read');
    case '-w':
      return files.mayAccess(path, 'write');
    case '-x':
      return files.mayAccess(path, 'run');
    default: {
      const stat = path === '' ? null : files.stat(path);
      return stat?.ok === true && statTest(shell, operator, stat.value);
    }
  }
}

function statTest(shell: Shell, operator: string, stat: Stat): boolean {
  const kind = kinds[operator];
  if (kind !== undefined) return stat.kind === kind;
  switch (operator) {
    case '-s':
      return stat.size > 0;
    case '-u':
      return (stat.mode & 0o4000) !== 0;
    case '-g':
      return (stat.mode & 0o2000) !== 0;
    case '-k':
      return (stat.mode & 0o1000) !== 0;
    case '-O':
      return stat.uid === shell.system.processes.who().uid;
    case '-G':
      return stat.gid === shell.system.processes.who().gid;
    case '-N':
      return stat.modifiedAt > stat.accessedAt;
    default:
      return true;
  }
}

type PairTest = { readonly operator: string; readonly left: Bytes; readonly right: Bytes };

export function pairTest(shell: Shell, { operator, left, right }: PairTest): boolean {
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  const one = shell.system.files.stat(left);
  const other = shell.system.files.stat(right);
  if (operator === '-ef')
    return (
      one.ok && other.ok && one.value.inode === other.value.inode && one.value.device === other.value.device
    );
  const oneAt = one.ok ? one.value.modifiedAt : Number.NEGATIVE_INFINITY;
  const otherAt = other.ok ? other.value.modifiedAt : Number.NEGATIVE_INFINITY;
  return operator === '-nt' ? oneAt > otherAt : oneAt < otherAt;
}

/** `-v name`, `-v list[3]`. */
export function testVariable(shell: Shell, text: Bytes): boolean {
  const bracket = text.indexOf('[');
  if (/^\d+$/.test(text)) return Number(text) === 0 || Number(text) <= shell.positional.length;
  if (bracket < 0 || !text.endsWith(']'))
    return valueOf(shell, text) !== null || dynamicValue(shell, text) !== null;
  const name = text.slice(0, bracket);
  const index = text.slice(bracket + 1, -1);
  if (index === '@' || index === '*') {
    const content = variableOf(shell, name)?.content;
    return (
      content !== undefined && (content.kind === 'scalar' ? content.text !== null : content.items.size > 0)
    );
  }
  return elementOf(shell, name, index) !== null;
}
