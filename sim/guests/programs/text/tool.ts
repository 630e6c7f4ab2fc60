import { messageOf, type Answer, type Errno } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { parseOptions, type Given, type OptionForm } from './options.ts';

/** A program at work: what it has to say is kept until there is enough of it. */
export type Tool = {
  readonly system: System;
  /** As it was called: messages begin with it. */
  readonly name: Bytes;
  output: Bytes;
  /** What it will end with: the worst that happened. */
  status: number;
  isBroken: boolean;
};

export type Form = OptionForm & {
  readonly usage: string;
  readonly version: string;
  /** What a wrong call ends with, where that is not 1. */
  readonly wrongStatus?: number;
  /** Words of old that no longer look like options are made to. */
  readonly rewrite?: (words: readonly Bytes[]) => readonly Bytes[];
};

const coreutils = 'GNU coreutils) 9.1';
export const coreForm = (short: string, long: OptionForm['long'], usage: string): Form => ({
  short,
  long,
  usage,
  version: coreutils,
});

export function tool(form: Form, run: (tool: Tool, given: Given) => Step<number | void>): Program {
  return function* (system) {
    const self = createTool(system);
    const words = system.arguments.slice(1);
    const parsed = parseOptions(form.rewrite?.(words) ?? words, {
      ...form,
      long: { ...form.long, help: 'help', version: 'version' },
    });
    if (!parsed.ok) return yield* wrongCall(self, form, parsed.message);
    const standard = parsed.given.all.find(({ name }) => name === 'help' || name === 'version')?.name;
    if (standard !== undefined) {
      const base = self.name.slice(self.name.lastIndexOf('/') + 1);
      self.output =
        standard === 'help' ? `Usage: ${self.name} ${form.usage}\n` : `${base} (${form.version}\n`;
      yield* flush(self);
      return self.status;
    }
    const status = yield* run(self, parsed.given);
    yield* flush(self);
    return Math.max(self.status, status ?? 0);
  };
}

export function createTool(system: System): Tool {
  return { system, name: system.arguments[0] ?? '', output: '', status: 0, isBroken: false };
}

export function* wrongCall(
  self: Tool,
  form: { readonly wrongStatus?: number },
  message: Bytes,
): Step<number> {
  yield* complain(self, `${message}\nTry '${self.name} --help' for more information.`);
  return form.wrongStatus ?? 1;
}

const enough = 32_768;

export function put(self: Tool, bytes: Bytes): void {
  self.output += bytes;
}

/** Asked by every loop once a round: `if (isDue(tool)) yield* breathe(tool)`. */
export function isDue(self: Tool): boolean {
  return self.output.length > enough || self.system.isTired();
}

export function* breathe(self: Tool): Step<void> {
  if (self.output.length > enough) yield* flush(self);
  yield turn;
}

export function* flush(self: Tool): Step<void> {
  const { output } = self;
  if (output === '') return;
  self.output = '';
  if (self.isBroken) return;
  const answer = yield* writeAll(self.system, 1, output);
  if (answer.ok) return;
  self.isBroken = true;
  self.status = Math.max(self.status, 1);
  yield* complain(
    self,
    answer.errno === 'EBADF'
      ? `write error: ${messageOf('EBADF')}`
      : `write error: ${messageOf(answer.errno)}`,
  );
}

export function* writeAll(system: System, descriptor: number, bytes: Bytes): Step<Answer<void>> {
  for (;;) {
    const answer = yield* system.descriptors.write(descriptor, bytes);
    if (answer.ok || answer.errno !== 'EINTR') return answer;
  }
}

export function* complain(self: Tool, message: Bytes): Step<void> {
  yield* writeAll(self.system, 2, `${self.name}: ${message}\n`);
}

/** Said, and ends with 1 in the end. */
export function* fail(self: Tool, message: Bytes): Step<void> {
  self.status = Math.max(self.status, 1);
  yield* complain(self, message);
}

export function* failOf(self: Tool, what: Bytes, errno: Errno): Step<void> {
  yield* fail(self, `${what}: ${messageOf(errno)}`);
}

/** A name as GNU quotes it in messages. */
export function quoted(name: Bytes): Bytes {
  const safe = name.replace(/[\x80-\xff]/g, (byte) => byte);
  return safe.includes("'") && !/["$`\\]/.test(safe) ? `"${safe}"` : `'${safe.replaceAll("'", "'\\''")}'`;
}

/** As GNU quotes what is no name, where the locale has the signs. */
export const marked = (text: Bytes): Bytes => `\xe2\x80\x98${text}\xe2\x80\x99`;

/** As GNU quotes names only where they need it. */
export const quotedIfNeeded = (name: Bytes): Bytes => (/^[\w@%+=:,./-]+$/.test(name) ? name : quoted(name));
