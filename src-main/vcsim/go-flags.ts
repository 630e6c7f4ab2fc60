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
      : refused('invalid-input', `there is no flag -${name}`);
  }
  const isAlone = inline !== undefined || spec.kind === 'switch';
  const text = isAlone ? inline : args[at + 1];
  const value = valueOf(spec, text);
  if (value === null) return refused('invalid-input', badValue(name, spec, text));
  return accepted({ name, value, words: isAlone ? 1 : 2 });
}

function badValue(name: string, { kind }: FlagSpec, text: string | undefined): string {
  if (text === undefined) return `-${name} needs a value`;
  const wanted = { text: 'text', whole: 'a whole number', number: 'a number', switch: 'true or false' };
  return `-${name} takes ${wanted[kind]}, not "${text}"`;
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
      return text !== undefined && /^[+-]?(0x[\da-f]+|\d+)$/i.test(text) ? wholeOf(text) : null;
    case 'number':
      return text !== undefined && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : null;
    default:
      return spec satisfies never;
  }
}

/** `-0x1f` too, which Number does not read. */
const wholeOf = (text: string): number => (text.startsWith('-') ? -1 : 1) * Number(text.replace(/^[+-]/, ''));

/** All flags with what they do and what they are where left out. */
export function usage(program: string): string {
  const lines = [...specs].flatMap(([name, spec]) => {
    const kind = { text: ' text', whole: ' n', number: ' x', switch: '' }[spec.kind];
    const preset = spec.default === '' ? '' : ` (default ${String(spec.default)})`;
    return [`  -${name}${kind}`, `        ${spec.help}${preset}`];
  });
  return [
    `Usage: ${program} [flags]`,
    `       ${program} uuidgen | version | help`,
    '',
    'A vCenter or ESXi host that does not exist, for programs that want one.',
    '',
    ...lines,
    '',
  ].join('\n');
}
