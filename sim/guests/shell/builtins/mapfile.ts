import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { readAll } from '../run/substitution.ts';
import { runText } from '../run/text.ts';
import type { Call } from '../run/simple.ts';
import { complain } from '../say.ts';
import type { Shell } from '../shell.ts';
import { singleQuoted } from '../variables/quote.ts';
import { emptyOf, listItems } from '../variables/store.ts';
import { noAttributes } from '../variables/variable.ts';
import { optionsIn, type Given } from './builtin.ts';

export function* mapfile(shell: Shell, call: Call): Step<number> {
  const given = optionsIn(shell, call.words);
  if (given === null) return 2;
  const wish = wishOf(given);
  if (!shell.system.descriptors.isOpen(wish.descriptor)) {
    complain(
      shell,
      `${call.words[0] ?? ''}: ${wish.descriptor}: invalid file descriptor: Bad file descriptor`,
    );
    return 1;
  }
  const all = linesOf(yield* readAll(shell, wish.descriptor), wish.delimiter).slice(wish.skips);
  const name = given.rest[0] ?? 'MAPFILE';
  const variable = shell.variables.get(name) ?? { content: emptyOf('list'), attributes: noAttributes };
  if (!given.values.has('O')) variable.content = emptyOf('list');
  shell.variables.set(name, variable);
  yield* keep(shell, { wish, lines: all.slice(0, wish.most), items: listItems(variable) });
  return 0;
}

type Wish = {
  readonly descriptor: number;
  readonly delimiter: Bytes;
  readonly drops: boolean;
  readonly skips: number;
  readonly most: number;
  readonly origin: number;
  /** Called with the number and the text of each line whose turn it is. */
  readonly callback: Bytes | null;
  readonly every: number;
};

function wishOf({ letters, values }: Given): Wish {
  const number = (letter: string, usual: number): number => Number(values.get(letter) ?? usual);
  return {
    descriptor: number('u', 0),
    delimiter: delimiterOf(values.get('d')),
    drops: letters.has('t'),
    skips: number('s', 0),
    most: number('n', 0) || Number.POSITIVE_INFINITY,
    origin: number('O', 0),
    callback: values.get('C') ?? null,
    every: number('c', 5000),
  };
}

/** An empty one means the NUL byte. */
export function delimiterOf(text: Bytes | undefined): Bytes {
  return text === undefined ? '\n' : text.slice(0, 1) || '\0';
}

type Keeping = { readonly wish: Wish; readonly lines: readonly Bytes[]; readonly items: Map<number, Bytes> };

function* keep(shell: Shell, { wish, lines, items }: Keeping): Step<void> {
  const { origin, callback } = wish;
  for (const [at, line] of lines.entries()) {
    const text = wish.drops && line.endsWith(wish.delimiter) ? line.slice(0, -1) : line;
    if (callback !== null && (at + 1) % wish.every === 0)
      yield* runText(shell, `${callback} ${origin + at} ${singleQuoted(text)}`, 'eval');
    items.set(origin + at, text);
  }
}

function linesOf(text: Bytes, delimiter: Bytes): readonly Bytes[] {
  const lines: Bytes[] = [];
  for (let at = 0; at < text.length;) {
    const end = text.indexOf(delimiter, at);
    const stop = end < 0 ? text.length : end + 1;
    lines.push(text.slice(at, stop));
    at = stop;
  }
  return lines;
}
