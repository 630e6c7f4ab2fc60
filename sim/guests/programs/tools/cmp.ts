import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { plainTexts, wholeFile } from '../text/files.ts';
import { has, valueOf } from '../text/options.ts';
import { complain, put, tool, type Form, type Tool } from '../text/tool.ts';

const form: Form = {
  short: 'blsn:i:',
  long: { 'print-bytes': 'b', verbose: 'l', silent: 's', quiet: 's', bytes: 'n', 'ignore-initial': 'i' },
  usage: '[OPTION]... FILE1 [FILE2 [SKIP1 [SKIP2]]]',
  version: 'GNU diffutils) 3.8',
  wrongStatus: 2,
};

/** Where two files first differ, byte by byte. */
export const cmp = tool(form, function* (self, given) {
  const [first, second = '-'] = given.operands;
  if (first === undefined) {
    yield* complain(
      self,
      `missing operand after '${self.name}'\n${self.name}: Try '${self.name} --help' for more information.`,
    );
    return 2;
  }
  const one = yield* wholeFile(self, first, plainTexts);
  if (one === null) return 2;
  const other = yield* wholeFile(self, second, plainTexts);
  if (other === null) return 2;
  const most = Number(valueOf(given, 'n') ?? Infinity);
  const skip = Number(valueOf(given, 'i') ?? 0);
  const sides = { one: one.slice(skip, skip + most), other: other.slice(skip, skip + most) };
  if (sides.one === sides.other) return 0;
  if (has(given, 's')) return 1;
  if (has(given, 'l')) listAll(self, sides);
  else if (tellFirst(self, sides, `${first} ${second}`)) return 1;
  yield* tellEnd(self, sides, { first, second });
  return 1;
});

type Sides = { readonly one: Bytes; readonly other: Bytes };

const octal = (byte: number): string => byte.toString(8).padStart(3);

function listAll(self: Tool, { one, other }: Sides): void {
  const width = String(Math.min(one.length, other.length)).length;
  for (let at = 0; at < Math.min(one.length, other.length); at += 1)
    if (one[at] !== other[at])
      put(
        self,
        `${String(at + 1).padStart(width)} ${octal(one.charCodeAt(at))} ${octal(other.charCodeAt(at))}\n`,
      );
}

/** False: as far as both go they are the same. */
function tellFirst(self: Tool, { one, other }: Sides, names: Bytes): boolean {
  let line = 1;
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    if (one[at] !== other[at]) {
      put(self, `${names} differ: byte ${at + 1}, line ${line}\n`);
      return true;
    }
    if (one[at] === '\n') line += 1;
  }
  return false;
}

function* tellEnd(
  self: Tool,
  { one, other }: Sides,
  names: { readonly first: Bytes; readonly second: Bytes },
): Step<void> {
  if (one.length === other.length) return;
  const short = one.length < other.length ? one : other;
  const name = one.length < other.length ? names.first : names.second;
  if (short === '') {
    yield* complain(self, `EOF on ${name} which is empty`);
    return;
  }
  const lines = short.split('\n').length - 1;
  const where = short.endsWith('\n') ? `line ${lines}` : `in line ${lines + 1}`;
  yield* complain(self, `EOF on ${name} after byte ${short.length}, ${where}`);
}
