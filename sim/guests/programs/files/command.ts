import type { Errno } from '../../answer.ts';
import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import type { Options, OptionTable } from './options.ts';
import { has, parseOptions } from './options.ts';
import { quoted } from './quote.ts';

/** A command at work. What it says is kept until it waits or ends, complaints first, as a terminal shows them. */
export type Call = {
  readonly system: System;
  readonly name: Bytes;
  readonly options: Options;
  readonly operands: readonly Bytes[];
  output: Bytes;
  complaints: Bytes;
  status: number;
  /** Its status where what it wrote could not be written. */
  readonly failure: number;
};

type Command = OptionTable & {
  readonly usage: string;
  readonly version: string;
  readonly order: 'anywhere' | 'first';
  /** Exit status where the options are wrong. */
  readonly misuse: number;
  readonly least: number;
  readonly run: (call: Call) => Step<void>;
};

export const coreutils = '(GNU coreutils) 9.1';

/** The usual case: GNU coreutils, options anywhere, status 1. */
export function coreCommand(
  command: Pick<Command, 'short' | 'long' | 'usage' | 'run'> & Partial<Command>,
): Program {
  return commandOf({ version: coreutils, order: 'anywhere', misuse: 1, least: 0, ...command });
}

export function commandOf(command: Command): Program {
  const table: OptionTable = {
    short: command.short,
    long: { ...command.long, help: 'help ', version: 'version ' },
  };
  return function* (system) {
    const name = baseName(system.arguments[0] ?? '');
    const parsed = parseOptions(system.arguments.slice(1), table, command.order);
    const call: Call = {
      system,
      name,
      options: parsed.ok ? parsed.options : [],
      operands: parsed.ok ? parsed.operands : [],
      output: '',
      complaints: '',
      status: 0,
      failure: command.misuse,
    };
    if (!parsed.ok) misuse(call, command.misuse, parsed.message);
    else if (has(call.options, 'help ')) call.output = helpText(name, command);
    else if (has(call.options, 'version ')) call.output = `${name} ${command.version}\n`;
    else if (call.operands.length < command.least) missingOperand(call, command);
    else yield* command.run(call);
    yield* flush(call);
    return call.status;
  };
}

export const baseName = (path: Bytes): Bytes => path.slice(path.lastIndexOf('/') + 1);

function helpText(name: Bytes, command: Command): Bytes {
  const letterOf = (said: string): string => (said.length === 1 ? `-${said}, ` : '    ');
  const rows = Object.entries(command.long).map(([long, said]) => {
    const takes = said.endsWith(':') || command.short.includes(`${said}:`) ? '=VALUE' : '';
    return `  ${letterOf(said)}--${long}${said.endsWith('?') ? '[=VALUE]' : takes}\n`;
  });
  return [
    `Usage: ${name} ${command.usage}\n`,
    ...rows,
    '      --help        display this help and exit\n',
    '      --version     output version information and exit\n',
  ].join('');
}

function missingOperand(call: Call, command: Command): void {
  const [first] = call.operands;
  const isOneGiven = first !== undefined && command.least === 2;
  misuse(call, command.misuse, isOneGiven ? `missing operand after ${quoted(first)}` : 'missing operand');
}

/** Complains and tells where to read more. */
export function misuse(call: Call, status: number, message: Bytes): void {
  call.complaints += `${call.name}: ${message}\nTry '${call.name} --help' for more information.\n`;
  call.status = status;
}

export function complain(call: Call, message: Bytes): void {
  call.complaints += `${call.name}: ${message}\n`;
  call.status = Math.max(call.status, 1);
}

export const complainOf = (call: Call, what: Bytes, errno: Errno): void =>
  complain(call, `${what}: ${messageOf(errno)}`);

export function* flush(call: Call): Step<void> {
  const { system, complaints, output } = call;
  call.complaints = '';
  call.output = '';
  if (complaints !== '') yield* system.descriptors.write(2, complaints);
  if (output === '') return;
  const written = yield* system.descriptors.write(1, output);
  if (!written.ok) {
    yield* system.descriptors.write(2, `${call.name}: write error: ${messageOf(written.errno)}\n`);
    call.status = Math.max(call.status, call.failure);
  }
}

/** For loops: lets others in and hands on what has gathered. */
export function* breathe(call: Call): Step<void> {
  if (call.output.length > 32_768) yield* flush(call);
  if (call.system.isTired()) yield turn;
}

/** Asks on standard error; yes is what begins with y. */
export function* confirm(call: Call, question: Bytes): Step<boolean> {
  call.complaints += `${call.name}: ${question} `;
  yield* flush(call);
  let line = '';
  for (;;) {
    const read = yield* call.system.descriptors.read(0, 1);
    if (!read.ok || read.value === '' || read.value === '\n') return /^[yY]/.test(line);
    line += read.value;
  }
}

export function joined(directory: Bytes, name: Bytes): Bytes {
  return directory.endsWith('/') ? `${directory}${name}` : `${directory}/${name}`;
}
