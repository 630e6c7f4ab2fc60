import type { Function as FunctionNode } from 'unbash';
import type { Bytes } from '../bytes.ts';
import type { SignalName } from '../kernel/signals.table.ts';
import type { System } from '../kernel/program.ts';
import type { Variable } from './variables/variable.ts';
import type { CompiledWord } from './expand/parts.ts';
import type { CompiledArithmetic } from './arithmetic/tree.ts';
import type { Option, ShellOption } from './options.table.ts';
import type { ParsedText } from './parse/source.ts';
import type { Jobs } from './run/job.ts';

/** Why the commands that follow are not run. It is looked at after every command. */
type Unwind =
  | { readonly kind: 'break'; readonly levels: number }
  | { readonly kind: 'continue'; readonly levels: number }
  | { readonly kind: 'return'; readonly status: number }
  | { readonly kind: 'exit'; readonly status: number }
  /** The line is given up, as after a division by zero. */
  | { readonly kind: 'discard'; readonly status: number }
  /** Ctrl-C at a prompt: back to it. */
  | { readonly kind: 'interrupt' };

/** The text that positions of nodes refer to. */
export type Source = {
  readonly name: Bytes;
  readonly text: Bytes;
  /** Line number of its first byte. */
  readonly firstLine: number;
  lineStarts: readonly number[] | null;
};

export type FunctionDefinition = {
  readonly name: Bytes;
  readonly node: FunctionNode;
  readonly source: Source;
  readonly isExported: boolean;
};

/** One call of a function or `source`: what ends with it. */
export type Frame = {
  readonly kind: 'function' | 'source' | 'assignments';
  readonly name: Bytes;
  readonly source: Source;
  /** Line from which it was called. */
  readonly line: number;
  /** What local variables hide. */
  readonly hidden: Map<Bytes, Variable | null>;
  /** `local -`: the options as they were. */
  options: ReadonlySet<Option> | null;
};

export type TrapName = SignalName | 'EXIT' | 'ERR' | 'DEBUG' | 'RETURN';

/** What all shells of one family share: things looked up more than once. */
export type Caches = {
  readonly texts: Map<Bytes, CompiledWord>;
  readonly arithmetic: Map<Bytes, CompiledArithmetic>;
  readonly scripts: Map<Bytes, ParsedText>;
};

export type Shell = {
  readonly system: System;
  readonly caches: Caches;
  readonly variables: Map<Bytes, Variable>;
  readonly functions: Map<Bytes, FunctionDefinition>;
  readonly aliases: Map<Bytes, Bytes>;
  readonly frames: Frame[];
  options: ReadonlySet<Option>;
  shellOptions: ReadonlySet<ShellOption>;
  /** `$0`. */
  name: Bytes;
  positional: readonly Bytes[];
  /** `$$`. */
  readonly rootPid: number;
  lastBackground: number | null;
  status: number;
  pipeStatus: readonly number[];
  /** `$_`. */
  lastArgument: Bytes;
  unwind: Unwind | null;
  source: Source;
  /** Of the command that runs: its line is worked out when someone asks. */
  position: number;
  /** Written when the command ends, errors first. */
  complaints: Bytes;
  output: Bytes;
  loopDepth: number;
  callDepth: number;
  subshellDepth: number;
  /** > 0: a failure is looked at by someone (if, while, &&, !), so `set -e` and ERR stay quiet. */
  guarded: number;
  readonly traps: Map<TrapName, Bytes>;
  readonly pendingSignals: SignalName[];
  isInTrap: boolean;
  readonly jobs: Jobs;
  readonly hashed: Map<Bytes, { path: Bytes; hits: number }>;
  readonly disabled: Set<Bytes>;
  readonly completions: Map<Bytes, readonly Bytes[]>;
  directories: readonly Bytes[];
  history: Bytes[];
  isHistoryRead: boolean;
  getoptsPlace: number;
  /** Descriptors of `{name}>file`: those commands inherit. */
  readonly named: Set<number>;
  readonly startedAt: number;
  secondsBase: number;
  seed: number | null;
  isInteractive: boolean;
  isLogin: boolean;
  hasJobControl: boolean;
  readsFrom: 'string' | 'file' | 'input';
  /** Ends of process substitutions to close when the command is over. */
  substitutions: readonly number[];
  lastSubstitution: number | null;
  command: Bytes;
  exitWarned: boolean;
};

export const bashVersion = '5.2.15(1)-release';
