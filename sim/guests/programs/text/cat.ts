import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { eachSource, plainTexts } from './files.ts';
import { has, type Given } from './options.ts';
import { awaitLine, readBlock, takeLine, type Source } from './source.ts';
import { breathe, coreForm, flush, isDue, put, tool, type Tool } from './tool.ts';

type Cat = {
  readonly numbers: 'all' | 'filled' | 'none';
  readonly squeezes: boolean;
  readonly ends: boolean;
  readonly tabs: boolean;
  readonly hidden: boolean;
};

const form = coreForm(
  'AbeEnstTuv',
  {
    'show-all': 'A',
    'number-nonblank': 'b',
    'show-ends': 'E',
    number: 'n',
    'squeeze-blank': 's',
    'show-tabs': 'T',
    'show-nonprinting': 'v',
  },
  '[OPTION]... [FILE]...',
);

export const cat = tool(form, function* (self, given) {
  const how = howOf(given);
  const isPlain = how.numbers === 'none' && !how.squeezes && !how.ends && !how.tabs && !how.hidden;
  const state = { line: 0, blanks: 0, isInLine: false };
  yield* eachSource(self, { names: given.operands, texts: plainTexts }, (source) =>
    isPlain ? copy(self, source) : show(self, source, { how, state }),
  );
});

function howOf(given: Given): Cat {
  return {
    numbers: has(given, 'b') ? 'filled' : has(given, 'n') ? 'all' : 'none',
    squeezes: has(given, 's'),
    ends: has(given, 'A', 'e', 'E'),
    tabs: has(given, 'A', 't', 'T'),
    hidden: has(given, 'A', 'e', 't', 'v'),
  };
}

function* copy(self: Tool, source: Source): Step<void> {
  for (
    let block = yield* readBlock(source);
    block !== '' && !self.isBroken;
    block = yield* readBlock(source)
  ) {
    put(self, block);
    yield* flush(self);
    if (isDue(self)) yield* breathe(self);
  }
}

type Showing = { readonly how: Cat; readonly state: { line: number; blanks: number; isInLine: boolean } };

function* show(self: Tool, source: Source, showing: Showing): Step<void> {
  for (;;) {
    const line = takeLine(source, '\n') ?? (yield* awaitLine(self, source, '\n'));
    if (line === null) return;
    if (isSqueezed(line, showing)) continue;
    put(self, numberOf(line, showing) + visible(line, showing.how));
    showing.state.isInLine = source.lacksEnd;
    if (!source.lacksEnd) put(self, showing.how.ends ? '$\n' : '\n');
    if (isDue(self)) yield* breathe(self);
  }
}

/** One of many blank lines on end, which are shown as one. */
function isSqueezed(line: Bytes, { how, state }: Showing): boolean {
  const isBlank = line === '' && !state.isInLine;
  state.blanks = isBlank ? state.blanks + 1 : 0;
  return how.squeezes && state.blanks > 1;
}

/** The number before a line; nothing where it has none. */
function numberOf(line: Bytes, { how, state }: Showing): Bytes {
  if (state.isInLine || how.numbers === 'none' || (how.numbers === 'filled' && line === '')) return '';
  state.line += 1;
  return `${String(state.line).padStart(6)}\t`;
}

function visible(line: Bytes, { tabs, hidden, ends }: Cat): Bytes {
  const shown = tabs ? line.replaceAll('\t', '^I') : line;
  if (hidden) return shown.replace(/[^\t -~]/g, caret);
  return ends && shown.endsWith('\r') ? `${shown.slice(0, -1)}^M` : shown;
}

export function caret(byte: string): Bytes {
  const code = byte.charCodeAt(0);
  if (code >= 128)
    return `M-${code - 128 === 9 ? '^I' : code - 128 === 10 ? '^J' : caret(String.fromCharCode(code - 128))}`;
  if (code === 127) return '^?';
  return code < 32 ? `^${String.fromCharCode(code + 64)}` : byte;
}

export const tac = tool(
  coreForm('brs:', { before: 'b', regex: 'r', separator: 's' }, '[OPTION]... [FILE]...'),
  function* (self, given) {
    const separator = given.all.findLast(({ name }) => name === 's')?.value ?? '\n';
    yield* eachSource(
      self,
      {
        names: given.operands,
        texts: {
          open: (name, errno) =>
            `failed to open '${name}' for reading: ${plainTexts.open('', errno).slice(2)}`,
          read: (name, errno) => `${name}: read error: ${plainTexts.read('', errno).slice(2)}`,
        },
      },
      function* (source) {
        let text = '';
        for (let block = yield* readBlock(source); block !== ''; block = yield* readBlock(source))
          text += block;
        if (text === '') return;
        const parts = text.split(separator);
        const records = has(given, 'b')
          ? parts.map((part, at) => (at === 0 ? part : separator + part))
          : parts.map((part, at) => (at === parts.length - 1 ? part : part + separator));
        put(self, records.toReversed().join(''));
      },
    );
  },
);
