import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { linesOf, plainTexts, wholeFile } from './files.ts';
import { breathe, complain, coreForm, fail, isDue, marked, put, tool, wrongCall, type Tool } from './tool.ts';

const tsortForm = coreForm('', {}, '[OPTION] [FILE]');

type Node = { readonly name: Bytes; before: number; readonly after: Node[] };

/** An order in which each comes after what it needs. */
export const tsort = tool(tsortForm, function* (self, { operands }) {
  const [name = '-', extra] = operands;
  if (extra !== undefined) return yield* wrongCall(self, tsortForm, `extra operand ${marked(extra)}`);
  const text = yield* wholeFile(self, name, plainTexts);
  if (text === null) return 1;
  const words = text.split(/[ \t\n]+/).filter((word) => word !== '');
  if (words.length % 2 === 1) {
    yield* complain(self, `${name}: input contains an odd number of tokens`);
    return 1;
  }
  yield* sayOrder(self, nodesOf(words), name);
  return self.status;
});

function nodesOf(words: readonly Bytes[]): Map<Bytes, Node> {
  const nodes = new Map<Bytes, Node>();
  const nodeOf = (name: Bytes): Node => {
    const node = nodes.get(name) ?? { name, before: 0, after: [] };
    nodes.set(name, node);
    return node;
  };
  for (let at = 0; at < words.length; at += 2) {
    const [first, second] = [nodeOf(words[at] ?? ''), nodeOf(words[at + 1] ?? '')];
    if (first === second) continue;
    first.after.unshift(second);
    second.before += 1;
  }
  return nodes;
}

function* sayOrder(self: Tool, nodes: Map<Bytes, Node>, name: Bytes): Step<void> {
  const left = new Map([...nodes].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const queue = [...left.values()].filter(({ before }) => before === 0);
  while (left.size > 0) {
    for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
      put(self, `${node.name}\n`);
      left.delete(node.name);
      for (const other of node.after) {
        other.before -= 1;
        if (other.before === 0) queue.push(other);
      }
      if (isDue(self)) yield* breathe(self);
    }
    if (left.size > 0) yield* breakLoop(self, { left, name, queue });
  }
}

type Looped = { readonly left: Map<Bytes, Node>; readonly name: Bytes; readonly queue: Node[] };

/** Tells a loop and lets one of it go. */
function* breakLoop(self: Tool, { left, name, queue }: Looped): Step<void> {
  const loop = loopIn(left);
  yield* fail(self, `${name}: input contains a loop:`);
  for (const node of loop) yield* complain(self, node.name);
  const [first] = loop;
  const last = loop.at(-1);
  if (first === undefined || last === undefined) return;
  last.after.splice(last.after.indexOf(first), 1);
  first.before -= 1;
  if (first.before === 0) queue.push(first);
}

function loopIn(left: Map<Bytes, Node>): readonly Node[] {
  const way: Node[] = [];
  let node = [...left.values()].find(({ before }) => before > 0);
  while (node !== undefined && !way.includes(node)) {
    way.push(node);
    const goal = node;
    node = [...left.values()].find(({ after }) => after.includes(goal));
  }
  if (node === undefined) return way;
  return [node, ...way.slice(way.indexOf(node) + 1).toReversed()];
}

const factorForm = coreForm('', {}, '[NUMBER]...');

/** The primes of a number, up to 2⁶⁴: what is larger would hold the host. */
export const factor = tool(factorForm, function* (self, { operands }) {
  const words = operands.length > 0 ? operands : wordsOf(yield* wholeFile(self, '-', plainTexts));
  for (const word of words) yield* sayFactors(self, word);
  return self.status;
});

const wordsOf = (text: Bytes | null): readonly Bytes[] =>
  linesOf(text ?? '', '\n').flatMap((line) => line.split(/[ \t]+/).filter((word) => word !== ''));

function* sayFactors(self: Tool, word: Bytes): Step<void> {
  if (!/^\+?\d+$/.test(word)) {
    yield* fail(self, `${marked(word)} is not a valid positive integer`);
    return;
  }
  let left = BigInt(word);
  if (left >= 1n << 64n) {
    yield* fail(self, `${marked(word)} is too large`);
    return;
  }
  let line = `${left}:`;
  for (let prime = 2n; prime * prime <= left; prime += prime === 2n ? 1n : 2n) {
    for (; left % prime === 0n; left /= prime) line += ` ${prime}`;
    if (isDue(self)) yield* breathe(self);
  }
  put(self, `${left > 1n ? `${line} ${left}` : line}\n`);
}
