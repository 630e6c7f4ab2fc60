/** Flags as Go programs take them: `-x 1`, `--x=1`, `-switch`, `-switch=false`; the first other word ends them. */
import { accepted, refused, type Result } from '../../sim/contract/result.ts';
import { flagTable, type Flags, type FlagSpec } from './flags.table.ts';

export type CommandLine = {
  readonly flags: Flags;
  /** Those that were said, by name. */
  readonly said: ReadonlySet<string>;
  readonly words: readonly string[];
  readonly wantsHelp: boolean;
};

type Value = string | number | boolean;

const specs: ReadonlyMap<string, FlagSpec> = new Map(Object.entries(flagTable));

export function readCommandLine(args: readonly string[]): Result<CommandLine> {
  const values = new Map<string, Value>([...specs].map(([name, spec]) => [name, spec.default]));
  const said = new Set<string>();
  let wantsHelp = false;
  let at = 0;
  while (at < args.length && args[at] !== '--') {
    const read = readFlag(args, at);
    if (read === null) break;
    if (!read.ok) return read;
    const { name, value, words } = read.value;
    at += words;
    if (value === null) {
      wantsHelp = true;
      continue;
    }
    values.set(name, value);
    said.add(name);
  }
  if (args[at] === '--') at += 1;
  return accepted({ flags: Object.fromEntries(values) as Flags, said, words: args.slice(at), wantsHelp });
}

/** `value` is null where help is asked for. */
type OneFlag = { readonly name: string; readonly value: Value | null; readonly words: number };

/** Null where the word is no flag: the flags end there. */
function readFlag(args: readonly string[], at: number): Result<OneFlag> | null {
  const word = args[at] ?? '';
  if (!/^-./.test(word)) return null;
  const parts = /^--?([^-=][^=]*)(?:=([\s\S]*))?$/.exec(word);
  if (parts === null) return refused('invalid-input', `bad flag syntax: ${word}`);
  const [, name = '', inline] = parts;
  const spec = specs.get(name);
  if (spec === undefined) {
    const isHelp = name === 'h' || name === 'help';
    return isHelp
      ? accepted({ name, value: null, words: 1 })
      : refused('invalid-input', `flag provided but not defined: -${name}`);
  }
  const isAlone = inline !== undefined || spec.kind === 'switch';
  const text = isAlone ? inline : args[at + 1];
  const value = valueOf(spec, text);
  if (value === null) return refused('invalid-input', badValue(name, spec, text));
  return accepted({ name, value, words: isAlone ? 1 : 2 });
}

/** In the words of Go's own flags, for scripts look for them. */
function badValue(name: string, { kind }: FlagSpec, text: string | undefined): string {
  if (text === undefined) return `flag needs an argument: -${name}`;
  if (kind === 'switch') return `invalid boolean value "${text}" for -${name}: parse error`;
  const isTooLarge = kind === 'whole' && whole.test(text);
  return `invalid value "${text}" for flag -${name}: ${isTooLarge ? 'value out of range' : 'parse error'}`;
}

const yes = /^(1|t|T|true|TRUE|True)$/;
const no = /^(0|f|F|false|FALSE|False)$/;

function valueOf(spec: FlagSpec, text: string | undefined): Value | null {
  switch (spec.kind) {
    case 'switch':
      if (text === undefined || yes.test(text)) return true;
      return no.test(text) ? false : null;
    case 'text':
      return text ?? null;
    case 'whole':
      return text !== undefined && whole.test(text) ? wholeOf(text) : null;
    case 'number':
      return text !== undefined && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
    default:
      return spec satisfies never;
  }
}

const whole = /^[+-]?(0x[\da-f]+|0b[01]+|0o?[0-7]+|0|[1-9]\d*)$/i;

/** `-0x1f` too, which Number does not read, and `017`, which is 15. Null where it is more than anybody has. */
function wholeOf(text: string): number | null {
  const digits = text.replace(/^[+-]/, '').replace(/^0(?=[0-7])/, '0o');
  const value = (text.startsWith('-') ? -1 : 1) * Number(digits);
  return Number.isSafeInteger(value) ? value : null;
}

const shownKinds = { text: ' string', whole: ' int', number: ' float', switch: '' } as const;

/** All flags with what they do and what they are where left out, laid out as every Go program does. */
export function usage(program: string): string {
  const lines = [...specs].flatMap(([name, spec]) => [
    `  -${name}${shownKinds[spec.kind]}`,
    `    \t${spec.help}${presetOf(spec)}`,
  ]);
  return [
    `Usage of ${program}:`,
    ...lines,
    '',
    `${program} uuidgen | version | help: words that stand alone`,
    '',
  ].join('\n');
}

function presetOf(spec: FlagSpec): string {
  if (spec.default === '' || spec.default === 0 || spec.default === false) return '';
  return ` (default ${spec.kind === 'text' ? JSON.stringify(spec.default) : String(spec.default)})`;
}
