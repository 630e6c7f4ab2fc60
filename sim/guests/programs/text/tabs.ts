import type { Bytes } from '../../bytes.ts';
import type { Program } from '../../kernel/program.ts';
import { eachSource, plainTexts } from './files.ts';
import { has, valuesOf, type Given } from './options.ts';
import { awaitLine, takeLine } from './source.ts';
import { breathe, complain, coreForm, isDue, marked, put, tool } from './tool.ts';

/** Stops in a row, or one width again and again. */
type Stops = { readonly list: readonly number[]; readonly width: number };

function stopsOf(given: Given): Stops | Bytes {
  const words = valuesOf(given, 't').flatMap((text) => text.split(/[ ,]+/));
  if (words.length === 0) return { list: [], width: 8 };
  const wrong = words.find((word) => !/^\d+$/.test(word));
  if (wrong !== undefined)
    return `tab size contains invalid character(s): ${marked(wrong.replace(/^\d+/, ''))}`;
  const list = words.map(Number);
  if (list.includes(0)) return 'tab size cannot be 0';
  if (list.some((stop, at) => at > 0 && stop <= (list[at - 1] ?? 0))) return 'tab sizes must be ascending';
  return list.length === 1 ? { list: [], width: list[0] ?? 8 } : { list, width: 0 };
}

/** Null: there is none any more. */
function nextStop({ list, width }: Stops, column: number): number | null {
  if (width > 0) return column + width - (column % width);
  return list.find((stop) => stop > column) ?? null;
}

function expanded(line: Bytes, stops: Stops, isInitial: boolean): Bytes {
  let [text, column] = ['', 0];
  for (const [at, letter] of Array.from(line).entries()) {
    if (isInitial && letter !== '\t' && letter !== ' ') return text + line.slice(at);
    if (letter === '\t') {
      const to = nextStop(stops, column) ?? column + 1;
      text += ' '.repeat(to - column);
      column = to;
    } else {
      text += letter;
      column += letter === '\b' ? -1 : 1;
    }
  }
  return text;
}

function unexpanded(line: Bytes, stops: Stops, isAll: boolean): Bytes {
  let [text, column, held] = ['', 0, ''];
  // A blank alone before a stop becomes a tab only where blanks follow.
  let isOneBefore = false;
  let isBlank = true;
  const settled = (): Bytes => (held.length > 1 && isOneBefore ? `\t${held.slice(1)}` : held);
  for (const [at, letter] of Array.from(line).entries()) {
    if (letter !== ' ' && letter !== '\t') {
      text += settled() + letter;
      [held, isOneBefore, isBlank] = ['', false, false];
      column += 1;
      if (!isAll) return text + line.slice(at + 1);
      continue;
    }
    const stop = nextStop(stops, column);
    column = letter === '\t' ? (stop ?? column + 1) : column + 1;
    if (letter === ' ' && !(isBlank && column === stop)) {
      if (column === stop) isOneBefore = true;
      held += letter;
    } else {
      text += isOneBefore ? '\t\t' : '\t';
      [held, isOneBefore] = ['', false];
    }
    isBlank = true;
  }
  return text + settled();
}

type Change = (line: Bytes, given: Given, stops: Stops) => Bytes;

const tabTool = (long: Readonly<Record<string, string>>, short: string, change: Change): Program =>
  tool(
    {
      ...coreForm(short, long, '[OPTION]... [FILE]...'),
      rewrite: (words) => words.map((word) => word.replace(/^-(\d[\d,]*)$/, '-t$1')),
    },
    function* (self, given) {
      const stops = stopsOf(given);
      if (typeof stops === 'string') {
        yield* complain(self, stops);
        return 1;
      }
      yield* eachSource(self, { names: given.operands, texts: plainTexts }, function* (source) {
        for (;;) {
          const line = takeLine(source, '\n') ?? (yield* awaitLine(self, source, '\n'));
          if (line === null) return;
          put(self, change(line, given, stops) + (source.lacksEnd ? '' : '\n'));
          if (isDue(self)) yield* breathe(self);
        }
      });
      return 0;
    },
  );

export const expand = tabTool({ initial: 'i', tabs: 't' }, 'it:', (line, given, stops) =>
  expanded(line, stops, has(given, 'i')),
);
export const unexpand = tabTool({ all: 'a', 'first-only': 'first', tabs: 't' }, 'at:', (line, given, stops) =>
  unexpanded(line, stops, has(given, 'a', 't') && !has(given, 'first')),
);
