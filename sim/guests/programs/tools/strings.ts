import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { wholeFile } from '../text/files.ts';
import { has, valueOf } from '../text/options.ts';
import { breathe, complain, isDue, put, tool, type Tool } from '../text/tool.ts';

const form = {
  short: 'afn:ot:wd0123456789',
  long: { all: 'a', 'print-file-name': 'f', bytes: 'n', radix: 't', 'include-all-whitespace': 'w' },
  usage: '[option(s)] [file(s)]',
  version: 'GNU Binutils for Debian) 2.40',
  rewrite: (words: readonly Bytes[]) => words.map((word) => word.replace(/^-(\d+)$/, '-n$1')),
};

const bases: Readonly<Record<string, number>> = { d: 10, o: 8, x: 16 };

type Finding = {
  readonly least: number;
  readonly base: number | null;
  readonly signs: string;
  readonly isNamed: boolean;
};

/** What can be read in files that are none of text. */
export const strings = tool(form, function* (self, given) {
  const asked = valueOf(given, 'n') ?? '4';
  if (!/^\d+$/.test(asked)) {
    yield* complain(self, `invalid integer argument ${asked}`);
    return 1;
  }
  if (Number(asked) < 1) {
    yield* complain(self, `invalid minimum string length ${Number(asked)}`);
    return 1;
  }
  const finding = {
    least: Number(asked),
    base: has(given, 'o') ? 8 : (bases[valueOf(given, 't') ?? ''] ?? null),
    signs: has(given, 'w') ? '\\t\\n\\v\\f\\r -~' : '\\t -~',
    isNamed: has(given, 'f'),
  };
  for (const name of given.operands.length === 0 ? ['-'] : given.operands) yield* search(self, finding, name);
  return self.status;
});

function* search(self: Tool, { least, base, signs, isNamed }: Finding, name: Bytes): Step<void> {
  const found = self.system.files.stat(name);
  if (name !== '-' && !found.ok) {
    self.status = 1;
    yield* self.system.descriptors.write(2, `${self.name}: '${name}': No such file\n`);
    return;
  }
  if (found.ok && found.value.kind === 'directory' && name !== '-') {
    self.status = 1;
    yield* self.system.descriptors.write(2, `${self.name}: Warning: '${name}' is a directory\n`);
    return;
  }
  const text = yield* wholeFile(self, name, texts);
  const shape = new RegExp(`[${signs}]{${least},}`, 'g');
  for (const { 0: run, index } of (text ?? '').matchAll(shape)) {
    const place = base === null ? '' : `${index.toString(base).padStart(7)} `;
    put(self, `${isNamed ? `${name === '-' ? '{standard input}' : name}: ` : ''}${place}${run}\n`);
    if (isDue(self)) yield* breathe(self);
  }
}

const texts = {
  open: (name: Bytes): Bytes => `${name}: Permission denied`,
  read: (name: Bytes): Bytes => `${name}: Permission denied`,
};
