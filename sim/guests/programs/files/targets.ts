import type { Answer } from '../../answer.ts';
import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Call } from './command.ts';
import { complain, joined, misuse } from './command.ts';
import type { Pair } from './copy.ts';
import { lastPart } from './names.ts';
import { has, valueOf } from './options.ts';
import { named, quoted } from './quote.ts';

/** What goes where: `SOURCE DEST`, `SOURCE... DIRECTORY`, `-t DIRECTORY SOURCE...`; null: it was complained of. */
export function pairsOf(call: Call): readonly Pair[] | null {
  const { options, operands } = call;
  const [first, second, third] = operands;
  const directory = valueOf(options, 't');
  if (first === undefined) return wrong(call, 'missing file operand');
  if (directory !== null) return intoGiven(call, directory);
  if (second === undefined) return wrong(call, `missing destination file operand after ${named(first)}`);
  if (!has(options, 'T')) return intoLast(call);
  return third === undefined ? [{ from: first, to: second }] : wrong(call, `extra operand ${named(third)}`);
}

/** With -t. */
function intoGiven(call: Call, directory: Bytes): readonly Pair[] | null {
  const found = call.system.files.stat(directory);
  if (found.ok && found.value.kind === 'directory') return into(call.operands, directory);
  complain(call, `target directory ${named(directory)}: ${whyNot(found)}`);
  return null;
}

function intoLast(call: Call): readonly Pair[] | null {
  const { operands, system } = call;
  const [first = ''] = operands;
  const last = operands.at(-1) ?? '';
  const target = system.files.stat(last);
  if (target.ok && target.value.kind === 'directory') return into(operands.slice(0, -1), last);
  if (operands.length === 2) return [{ from: first, to: last }];
  complain(call, `target ${named(last)}: ${whyNot(target)}`);
  return null;
}

const whyNot = (found: Answer<Stat>): Bytes => (found.ok ? 'Not a directory' : messageOf(found.errno));

function wrong(call: Call, message: Bytes): null {
  misuse(call, 1, message.replace(/operand ''$/, `operand ${quoted('')}`));
  return null;
}

const into = (paths: readonly Bytes[], directory: Bytes): readonly Pair[] =>
  paths.map((from) => ({ from, to: joined(directory, lastPart(from)) }));
