import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step } from '../../kernel/program.ts';
import type { Call } from './command.ts';
import { breathe, complain, flush, joined } from './command.ts';
import { list, writer } from './find-expression.ts';
import type { Node, Search } from './find-search.ts';
import type { Found } from './find-tests.ts';
import { quoted } from './quote.ts';

export const find: Program = function* (system) {
  const call: Call = {
    system,
    name: 'find',
    options: [],
    operands: [],
    output: '',
    complaints: '',
    status: 0,
    failure: 1,
  };
  const search: Search = {
    call,
    words: system.arguments.slice(1),
    at: 0,
    least: 0,
    most: Number.POSITIVE_INFINITY,
    isDepthFirst: false,
    staysOnDevice: false,
    follows: 'never',
    acts: false,
    isPruned: false,
    isOver: false,
    wrong: null,
    batches: [],
  };
  if (search.words[0] === '--version') call.output = 'find (GNU findutils) 4.9.0\n';
  else if (search.words[0] === '--help') call.output = 'Usage: find [-H] [-L] [-P] [path...] [expression]\n';
  else yield* searchAll(search);
  yield* flush(call);
  return call.status;
};

function* searchAll(search: Search): Step<void> {
  const { call } = search;
  readFollowing(search);
  const given = readPaths(search);
  const whole = wholeExpression(search);
  if (search.wrong !== null) {
    complain(call, search.wrong);
    return;
  }
  for (const path of given.length === 0 ? ['.'] : given) {
    yield* searchFrom(search, whole, path);
    if (search.isOver) break;
  }
  for (const run of search.batches) yield* run();
}

const following: ReadonlyMap<Bytes, Search['follows']> = new Map([
  ['-H', 'given'],
  ['-L', 'always'],
  ['-P', 'never'],
]);

function readFollowing(search: Search): void {
  for (;;) {
    const follows = following.get(search.words[search.at] ?? '');
    if (follows === undefined) return;
    search.follows = follows;
    search.at += 1;
  }
}

function readPaths(search: Search): readonly Bytes[] {
  const { words } = search;
  const from = search.at;
  while (search.at < words.length && !/^(-.|[(!)])/.test(words[search.at] ?? '')) search.at += 1;
  return words.slice(from, search.at);
}

/** What is asked of each file; where nothing of it acts, what holds is printed. */
function wholeExpression(search: Search): Node {
  const { words } = search;
  const print: Node = { kind: 'act', act: writer(search, ({ path }) => `${path}\n`) };
  if (search.at >= words.length) return print;
  const node = list(search);
  if (search.wrong === null && search.at < words.length) strayWord(search);
  return search.acts ? node : { kind: 'and', left: node, right: print };
}

function* searchFrom(search: Search, node: Node, path: Bytes): Step<void> {
  const { call, follows } = search;
  const found = follows === 'never' ? call.system.files.linkStat(path) : statOf(search, path);
  if (found.ok) yield* visit(search, node, { path, from: path, depth: 0, stat: found.value });
  else complain(call, `${quoted(path)}: ${messageOf(found.errno)}`);
}

function strayWord(search: Search): void {
  const word = search.words[search.at] ?? '';
  search.wrong = word === ')' ? "you have too many ')'" : `paths must precede expression: \`${word}'`;
}

function statOf({ call, follows }: Search, path: Bytes): ReturnType<Call['system']['files']['stat']> {
  const { files } = call.system;
  const found = follows === 'never' ? files.linkStat(path) : files.stat(path);
  return found.ok ? found : files.linkStat(path);
}

function* visit(search: Search, node: Node, found: Found): Step<void> {
  const { call } = search;
  yield* breathe(call);
  const isReached = found.depth >= search.least;
  search.isPruned = false;
  if (isReached && !search.isDepthFirst) yield* holds(node, found);
  if (search.isOver) return;
  if (found.stat.kind === 'directory' && !search.isPruned && found.depth < search.most)
    yield* below(search, node, found);
  if (isReached && search.isDepthFirst && !search.isOver) yield* holds(node, found);
}

function* below(search: Search, node: Node, found: Found): Step<void> {
  const { call } = search;
  const inside = call.system.files.list(found.path);
  if (!inside.ok) {
    complain(call, `${quoted(found.path)}: ${messageOf(inside.errno)}`);
    return;
  }
  for (const { name } of inside.value) {
    const path = joined(found.path, name);
    const stat = search.follows === 'always' ? statOf(search, path) : call.system.files.linkStat(path);
    if (!stat.ok) continue;
    if (search.staysOnDevice && stat.value.device !== found.stat.device) continue;
    yield* visit(search, node, { path, from: found.from, depth: found.depth + 1, stat: stat.value });
    if (search.isOver) return;
  }
}

function* holds(node: Node, found: Found): Step<boolean> {
  switch (node.kind) {
    case 'test':
      return node.test(found);
    case 'act':
      return yield* node.act(found);
    case 'not':
      return !(yield* holds(node.node, found));
    case 'and':
      return (yield* holds(node.left, found)) && (yield* holds(node.right, found));
    case 'or':
      return (yield* holds(node.left, found)) || (yield* holds(node.right, found));
    case 'list':
      yield* holds(node.left, found);
      return yield* holds(node.right, found);
    default:
      return node satisfies never;
  }
}
