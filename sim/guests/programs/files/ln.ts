import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Call } from './command.ts';
import { breathe, complain, complainOf, confirm, coreCommand, joined, misuse } from './command.ts';
import type { Pair } from './copy.ts';
import { canonical, directoryPart, lastPart, relative } from './names.ts';
import { has, lastOf, valueOf } from './options.ts';
import { named } from './quote.ts';

export const ln = coreCommand({
  short: 'fiLnPrst:Tv',
  long: {
    force: 'f',
    interactive: 'i',
    'no-dereference': 'n',
    physical: 'P',
    logical: 'L',
    relative: 'r',
    symbolic: 's',
    'target-directory': 't',
    'no-target-directory': 'T',
    verbose: 'v',
  },
  usage: '[OPTION]... [-T] TARGET LINK_NAME',
  *run(call) {
    for (const pair of pairs(call) ?? []) {
      yield* breathe(call);
      yield* makeLink(call, pair);
    }
  },
});

function pairs(call: Call): readonly Pair[] | null {
  const { operands, options } = call;
  const [first, second, third] = operands;
  const directory = valueOf(options, 't');
  if (first === undefined) {
    misuse(call, 1, 'missing file operand');
    return null;
  }
  const into = (paths: readonly Bytes[], goal: Bytes): readonly Pair[] =>
    paths.map((from) => ({ from, to: joined(goal, lastPart(from)) }));
  if (directory !== null) return into(operands, directory);
  if (second === undefined) return into([first], '.').map(({ from, to }) => ({ from, to: to.slice(0) }));
  const last = operands.at(-1) ?? '';
  if (!has(options, 'T') && isDirectory(call, last)) return into(operands.slice(0, -1), last);
  if (third === undefined) return [{ from: first, to: last }];
  if (has(options, 'T')) misuse(call, 1, `extra operand ${named(third)}`);
  else {
    const found = call.system.files.stat(last);
    if (found.ok) complain(call, `target ${named(last)}: Not a directory`);
    else complainOf(call, `target ${named(last)}`, found.errno);
  }
  return null;
}

function isDirectory(call: Call, path: Bytes): boolean {
  const { files } = call.system;
  const found = has(call.options, 'n') ? files.linkStat(path) : files.stat(path);
  return found.ok && found.value.kind === 'directory';
}

function* makeLink(call: Call, pair: Pair): Step<void> {
  if (has(call.options, 's')) yield* makeSymbolic(call, pair);
  else if (mayHaveTwin(call, pair.from)) yield* makeHard(call, pair);
}

function mayHaveTwin(call: Call, from: Bytes): boolean {
  const { files } = call.system;
  const source = has(call.options, 'L') ? files.stat(from) : files.linkStat(from);
  if (!source.ok) {
    complainOf(call, `failed to access ${named(from)}`, source.errno);
    return false;
  }
  if (source.value.kind !== 'directory') return true;
  complain(call, `${from}: hard link not allowed for directory`);
  return false;
}

function* makeSymbolic(call: Call, { from, to }: Pair): Step<void> {
  const goal = has(call.options, 'r') ? relativeGoal(call, from, to) : from;
  if (!(yield* clearWay(call, { from, to }))) return;
  const made = call.system.files.makeLink(goal, to);
  if (!made.ok) complainOf(call, `failed to create symbolic link ${named(to)}`, made.errno);
  else if (has(call.options, 'v')) call.output += `${named(to)} -> ${named(goal)}\n`;
}

function* makeHard(call: Call, { from, to }: Pair): Step<void> {
  if (!(yield* clearWay(call, { from, to }))) return;
  const made = call.system.files.makeTwin(from, to);
  if (made.ok) {
    if (has(call.options, 'v')) call.output += `${named(to)} => ${named(from)}\n`;
    return;
  }
  const what = `failed to create hard link ${named(to)}`;
  complainOf(call, made.errno === 'EEXIST' ? what : `${what} => ${named(from)}`, made.errno);
}

function* clearWay(call: Call, { from, to }: Pair): Step<boolean> {
  const { files } = call.system;
  const manner = lastOf(call.options, 'fi');
  const target = files.linkStat(to);
  if (!target.ok || manner === null) return true;
  if (target.value.kind === 'directory') {
    complain(call, `${to}: cannot overwrite directory`);
    return false;
  }
  const source = files.linkStat(from);
  if (source.ok && source.value.inode === target.value.inode && source.value.device === target.value.device) {
    complain(call, `${named(from)} and ${named(to)} are the same file`);
    return false;
  }
  if (manner === 'i' && !(yield* confirm(call, `replace ${named(to)}?`))) return false;
  const removed = files.remove(to);
  if (!removed.ok) complainOf(call, `cannot remove ${named(to)}`, removed.errno);
  return removed.ok;
}

function relativeGoal({ system }: Call, from: Bytes, to: Bytes): Bytes {
  const base = canonical(system, directoryPart(to), 'any');
  const goal = canonical(system, from, 'any');
  return base.ok && goal.ok ? relative(base.value, goal.value) : from;
}
