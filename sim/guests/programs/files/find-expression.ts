import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { breathe, confirm } from './command.ts';
import { listed, printed, remove, runCommand } from './find-actions.ts';
import type { Node, Search } from './find-search.ts';
import type { Found } from './find-tests.ts';
import { plainTests, testMakers } from './find-tests.ts';
import { directoryPart, lastPart } from './names.ts';
import { quoted } from './quote.ts';

const nothing: Node = { kind: 'test', test: () => true };

export function list(search: Search): Node {
  let left = either(search);
  while (search.wrong === null && search.words[search.at] === ',') {
    search.at += 1;
    left = { kind: 'list', left, right: either(search) };
  }
  return left;
}

function either(search: Search): Node {
  let left = both(search);
  while (search.wrong === null && /^-(o|or)$/.test(search.words[search.at] ?? '')) {
    search.at += 1;
    left = { kind: 'or', left, right: both(search) };
  }
  return left;
}

function both(search: Search): Node {
  let left = single(search);
  for (;;) {
    const word = search.words[search.at];
    if (search.wrong !== null || word === undefined || /^(-o|-or|,|\))$/.test(word)) return left;
    if (/^-(a|and)$/.test(word)) search.at += 1;
    else if (!/^(-.|[(!])/.test(word)) return left;
    left = { kind: 'and', left, right: single(search) };
  }
}

function single(search: Search): Node {
  const word = search.words[search.at];
  search.at += 1;
  if (word === '!' || word === '-not') return { kind: 'not', node: single(search) };
  if (word === '(') {
    const node = list(search);
    if (search.words[search.at] !== ')')
      search.wrong ??= "invalid expression; I was expecting to find a ')' somewhere but did not see one.";
    search.at += 1;
    return node;
  }
  return word === undefined ? nothing : primary(search, word);
}

function primary(search: Search, word: Bytes): Node {
  const { call } = search;
  const plain = plainTests[word];
  if (plain !== undefined) return { kind: 'test', test: plain(call) };
  const maker = testMakers[word];
  if (maker !== undefined) {
    const value = valueOf(search, word);
    const test = value === null ? '' : maker(call, value);
    if (typeof test !== 'string') return { kind: 'test', test };
    search.wrong ??= test;
    return nothing;
  }
  return option(search, word) ?? actions.get(word)?.(search, word) ?? unknown(search, word);
}

function unknown(search: Search, word: Bytes): Node {
  search.wrong ??= `unknown predicate \`${word}'`;
  return nothing;
}

function valueOf(search: Search, word: Bytes): Bytes | null {
  const value = search.words[search.at];
  if (value === undefined) search.wrong ??= `missing argument to \`${word}'`;
  search.at += 1;
  return value ?? null;
}

function option(search: Search, word: Bytes): Node | null {
  if (word === '-maxdepth' || word === '-mindepth') {
    const value = valueOf(search, word);
    if (value !== null && !/^\d+$/.test(value))
      search.wrong ??= `Expected a positive decimal integer argument to ${word}, but got ${quoted(value)}`;
    if (word === '-maxdepth') search.most = Number(value);
    else search.least = Number(value);
    return nothing;
  }
  if (word === '-depth' || word === '-d') search.isDepthFirst = true;
  else if (word === '-xdev' || word === '-mount') search.staysOnDevice = true;
  else if (word === '-follow') search.follows = 'always';
  else return null;
  return nothing;
}

type Act = (found: Found) => Step<boolean>;

const acting = (search: Search, act: Act): Node => {
  search.acts = true;
  return { kind: 'act', act };
};

/** Writes what the text says of each. */
export const writer = ({ call }: Search, text: (found: Found) => Bytes): Act =>
  function* (found) {
    yield* breathe(call);
    call.output += text(found);
    return true;
  };

const writing = (search: Search, text: (found: Found) => Bytes): Node => acting(search, writer(search, text));

type ReadAction = (search: Search, word: Bytes) => Node;

const actions: ReadonlyMap<string, ReadAction> = new Map<string, ReadAction>([
  ['-print', (search) => writing(search, ({ path }) => `${path}\n`)],
  ['-print0', (search) => writing(search, ({ path }) => `${path}\0`)],
  ['-ls', (search) => writing(search, (found) => listed(search.call, found))],
  ['-printf', formatted],
  ['-prune', (search) => ({ kind: 'test', test: () => (search.isPruned = true) })],
  ['-quit', (search) => ({ kind: 'test', test: () => !(search.isOver = true) })],
  ['-delete', deletion],
  ['-exec', command],
  ['-execdir', command],
  ['-ok', command],
  ['-okdir', command],
]);

function formatted(search: Search, word: Bytes): Node {
  const format = valueOf(search, word) ?? '';
  return writing(search, (found) => printed(search.call, format, found));
}

function deletion(search: Search): Node {
  search.isDepthFirst = true;
  return acting(search, (found) => remove(search.call, found));
}

/** `-exec … ;` of each, `-exec … {} +` of many at once. */
function command(search: Search, word: Bytes): Node {
  const { call, words } = search;
  const from = search.at;
  const isEnd = (at: number): boolean => words[at] === ';' || (words[at] === '+' && words[at - 1] === '{}');
  while (search.at < words.length && !isEnd(search.at)) search.at += 1;
  const said = words.slice(from, search.at);
  if (search.at >= words.length || said.length === 0) {
    search.wrong ??= `missing argument to \`${word}'`;
    return nothing;
  }
  const isMany = words[search.at] === '+';
  search.at += 1;
  const isHere = word.endsWith('dir');
  if (isMany) return gather(search, said.slice(0, -1));
  return acting(search, function* (found) {
    const path = isHere ? `./${lastPart(found.path)}` : found.path;
    const filled = said.map((one) => one.replaceAll('{}', () => path));
    if (word.startsWith('-ok') && !(yield* confirm(call, `< ${said[0] ?? ''} ... ${path} > ?`))) return false;
    return (
      (yield* runCommand(call, { words: filled, directory: isHere ? directoryPart(found.path) : null })) === 0
    );
  });
}

function gather(search: Search, said: readonly Bytes[]): Node {
  const { call } = search;
  const paths: Bytes[] = [];
  const runs = function* (): Step<void> {
    if (paths.length === 0) return;
    const status = yield* runCommand(call, { words: [...said, ...paths], directory: null });
    if (status !== 0) call.status = 1;
    paths.length = 0;
  };
  search.batches.push(runs);
  return acting(search, function* ({ path }) {
    paths.push(path);
    if (paths.length >= 5000) yield* runs();
    return true;
  });
}
