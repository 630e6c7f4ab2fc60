import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { has, parseOptions, type Given } from '../text/options.ts';
import { awaitLine, closeSource, openSource, takeLine, type Source } from '../text/source.ts';
import { createTool, flush, writeAll } from '../text/tool.ts';
import { evaluate } from './evaluate.ts';
import type { Machine } from './machine.ts';
import { tell } from './machine.ts';
import type { Parsed } from './parse.ts';
import { parse } from './parse.ts';
import { perform } from './perform.ts';
import type { Item } from './tree.ts';

const form = {
  short: 'hilqswv',
  long: { help: 'h', interactive: 'i', mathlib: 'l', quiet: 'q', standard: 's', warn: 'w', version: 'v' },
};

const usage = `usage: bc [options] [file ...]
  -h  --help         print this usage and exit
  -i  --interactive  force interactive mode
  -l  --mathlib      use the predefined math routines
  -q  --quiet        don't print initial banner
  -s  --standard     non-standard bc constructs are errors
  -w  --warn         warn about non-standard bc constructs
  -v  --version      print version information and exit
`;

/** Counts as exactly as it is asked to: the files given, then its input, a line at a time. */
export const bc: Program = function* (system) {
  const parsed = parseOptions(system.arguments.slice(1), form);
  if (!parsed.ok) {
    yield* writeAll(system, 2, `bc: ${parsed.message}\n`);
    yield* writeAll(system, 1, usage);
    return 1;
  }
  const { given } = parsed;
  const standard = has(given, 'h') ? usage : has(given, 'v') ? 'bc 1.07.1\n' : null;
  if (standard !== null) {
    yield* writeAll(system, 1, standard);
    return 0;
  }
  if (isAsked(system, given)) yield* writeAll(system, 1, "bc 1.07.1\nFor details type `warranty'.\n");
  const calculation = createMachine(system, given);
  for (const name of [...given.operands, '-']) {
    const opened = yield* openSource(system, name);
    if (!opened.ok) {
      yield* writeAll(system, 2, `File ${name} is unavailable.\n`);
      return 1;
    }
    calculation.source = opened.value;
    const isOver = yield* runAll(calculation, name === '-' ? '(standard_in)' : name);
    closeSource(opened.value);
    if (isOver) break;
  }
  yield* flush(calculation.machine.self);
  return calculation.machine.self.status;
};

function isAsked({ descriptors }: System, given: Given): boolean {
  const isAtTerminal = descriptors.isTerminal(0) && descriptors.isTerminal(1);
  return !has(given, 'q') && (has(given, 'i') || isAtTerminal);
}

type Calculation = { readonly machine: Machine; source: Source | null };

function createMachine(system: System, given: Given): Calculation {
  const self = createTool(system);
  const hasMath = has(given, 'l');
  const calculation: Calculation = {
    source: null,
    machine: {
      self,
      scale: hasMath ? 20 : 0,
      input: 10,
      output: 10,
      last: { value: 0n, scale: 0 },
      column: 0,
      lineLength: lengthOfLines(system),
      values: new Map(),
      arrays: new Map(),
      routines: new Map(),
      hasMath,
      place: '(main)',
      stop: null,
      depth: 0,
      evaluate,
      perform,
      *readLine() {
        const { source } = calculation;
        if (source === null) return null;
        return takeLine(source, '\n') ?? (yield* awaitLine(self, source, '\n'));
      },
    },
  };
  return calculation;
}

function lengthOfLines({ environment }: System): number {
  const asked = Number(environment.get('BC_LINE_LENGTH') ?? '70');
  return Number.isInteger(asked) && (asked >= 3 || asked === 0) ? asked : 70;
}

/** True: it is over, whatever else there is. */
function* runAll({ machine, source }: Calculation, name: Bytes): Step<boolean> {
  if (source === null) return true;
  let chunk = '';
  let line = 1;
  for (;;) {
    const text: Bytes | null = takeLine(source, '\n') ?? (yield* awaitLine(machine.self, source, '\n'));
    if (text === null && chunk === '') return false;
    chunk += text === null ? '' : `${text}\n`;
    const parsed = parse(chunk, { firstLine: line, isAll: text === null });
    if (parsed.fault?.kind === 'more' && text !== null) continue;
    if (yield* takeAll(machine, parsed, { name, line })) return true;
    line += chunk.split('\n').length - 1;
    chunk = '';
  }
}

type From = { readonly name: Bytes; readonly line: number };

function* takeAll(machine: Machine, { items, fault, strange }: Parsed, { name, line }: From): Step<boolean> {
  for (const one of strange) yield* tell(machine, `${name} ${one.line}: illegal character: ${one.text}\n`);
  for (const item of items) if (yield* take(machine, item)) return true;
  if (fault === null) return false;
  if (fault.kind === 'quit') return true;
  const [message, at] = fault.kind === 'wrong' ? [fault.message, fault.line] : ['syntax error', line];
  yield* tell(machine, `${name} ${at}: ${message}\n`);
  return false;
}

function* take(machine: Machine, item: Item): Step<boolean> {
  switch (item.kind) {
    case 'define':
      machine.routines.set(item.routine.name, item.routine);
      return false;
    case 'statements': {
      machine.place = '(main)';
      machine.depth = 0;
      machine.stop = null;
      yield* perform(machine, item.of);
      return hasHalted(machine);
    }
    default:
      return item satisfies never;
  }
}

const hasHalted = ({ stop }: Machine): boolean => stop === 'halt';
