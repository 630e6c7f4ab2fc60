import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Tool } from '../text/tool.ts';
import { flush, put, writeAll } from '../text/tool.ts';
import type { Num } from './number.ts';
import { shown } from './show.ts';
import type { Expression, Routine, Statement } from './tree.ts';

/** How statements ended. */
export type How =
  | { readonly kind: 'on' | 'break' | 'continue' }
  | { readonly kind: 'returned'; readonly value: Num };

/** What a run of bc knows. */
export type Machine = {
  readonly self: Tool;
  scale: number;
  input: number;
  output: number;
  last: Num;
  /** Where the line that is written has come to. */
  column: number;
  readonly lineLength: number;
  readonly values: Map<string, Num>;
  readonly arrays: Map<string, Map<number, Num>>;
  readonly routines: Map<string, Routine>;
  readonly hasMath: boolean;
  /** The routine at work, as errors name it. */
  place: string;
  /** Why the statements of this line are not gone on with. */
  stop: 'error' | 'halt' | null;
  depth: number;
  /** Expressions hold calls, calls hold statements, and those expressions. */
  readonly evaluate: (machine: Machine, of: Expression) => Step<Num>;
  readonly perform: (machine: Machine, statements: readonly Statement[]) => Step<How>;
  readonly readLine: () => Step<Bytes | null>;
};

export function* runtimeError(machine: Machine, at: number, message: string): Step<void> {
  machine.stop ??= 'error';
  yield* tell(machine, `Runtime error (func=${machine.place}, adr=${at}): ${message}\n`);
}

export function* runtimeWarning(machine: Machine, at: number, message: string): Step<void> {
  yield* tell(machine, `Runtime warning (func=${machine.place}, adr=${at}): ${message}\n`);
}

export function* tell({ self }: Machine, text: string): Step<void> {
  yield* flush(self);
  yield* writeAll(self.system, 2, text);
}

/** Lines are broken before they are too long, as long as they hold nothing but figures. */
export function putNumber(machine: Machine, number: Num): void {
  for (const letter of shown(number, machine.output)) {
    machine.column += 1;
    if (machine.lineLength > 0 && machine.column === machine.lineLength - 1) {
      put(machine.self, '\\\n');
      machine.column = 1;
    }
    put(machine.self, letter);
  }
}

export function putText(machine: Machine, text: Bytes): void {
  put(machine.self, text);
  const end = text.lastIndexOf('\n');
  machine.column = end < 0 ? machine.column + text.length : text.length - end - 1;
}

const signs: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  q: '"',
  r: '\r',
  t: '\t',
  '\\': '\\',
};

/** Of `print`: with its signs; what is none of them is left out. */
export const unescaped = (text: Bytes): Bytes =>
  text.replace(/\\([^])/g, (_whole, sign: string) => signs[sign] ?? '');
