import { messageOf } from '../../../answer.ts';
import type { Bytes } from '../../../bytes.ts';
import type { Program, Step } from '../../../kernel/program.ts';
import { wholeFile } from '../files.ts';
import { parseOptions, valueOf, valuesOf, type Given } from '../options.ts';
import { breathe, complain, createTool, flush, isDue, put, writeAll, type Tool } from '../tool.ts';
import { evaluate } from './evaluate.ts';
import { unescaped } from './lex.ts';
import { readScript } from './read-script.ts';
import { setRecord, setSpecial, type Awk } from './state.ts';
import { runStatement, type Flow } from './statements.ts';
import { closeAll, readMain } from './streams.ts';
import type { Rule, Script } from './tree.ts';
import { isTrue, looked, newCell } from './value.ts';

const form = {
  short: 'f:F:v:W:',
  long: { version: 'version', help: 'help', file: 'f', 'field-separator': 'F', assign: 'v' },
  stopsAtOperand: true,
} as const;

/** As Debian has it: mawk, whose strings are bytes. */
export const awk: Program = function* (system) {
  const self = createTool(system);
  const parsed = parseOptions(system.arguments.slice(1), form);
  if (!parsed.ok) {
    yield* complain(self, parsed.message);
    return 2;
  }
  const { given } = parsed;
  if (
    given.all.some(
      ({ name, value }) => name === 'version' || (name === 'W' && value?.startsWith('v') === true),
    )
  ) {
    put(self, 'mawk 1.3.4 20200120\n');
    yield* flush(self);
    return 0;
  }
  const words = [...given.operands];
  const text = yield* textOf(self, given, words);
  if (typeof text === 'number') return text;
  const read = readScript(text);
  if (!read.ok) {
    yield* complain(self, read.message);
    return 2;
  }
  return yield* run(createAwk(self, read.script, { given, words }));
};

function* textOf(self: Tool, given: Given, words: Bytes[]): Step<Bytes | number> {
  const files = valuesOf(given, 'f');
  if (files.length === 0) {
    const first = words.shift();
    if (first !== undefined) return first;
    yield* writeAll(self.system, 2, 'Usage: mawk [Options] [Program] [file ...]\n');
    return 0;
  }
  const texts: Bytes[] = [];
  for (const file of files) {
    const tell = (name: Bytes, errno: Parameters<typeof messageOf>[0]): Bytes =>
      `cannot open ${name} (${messageOf(errno)})`;
    const text = yield* wholeFile(self, file, { open: tell, read: tell });
    if (text === null) return 2;
    texts.push(text);
  }
  return texts.join('\n');
}

function createAwk(
  self: Tool,
  script: Script,
  { given, words }: { readonly given: Given; readonly words: readonly Bytes[] },
): Awk {
  const awk: Awk = {
    self,
    script,
    globals: new Map(),
    frames: [],
    depth: 0,
    patterns: new Map(),
    outputs: new Map(),
    inputs: new Map(),
    argument: 1,
    isAnyFileRead: false,
    main: null,
    record: '',
    fields: null,
    fieldCount: 0,
    isRecordStale: false,
    seed: null,
    seedBefore: 0,
    pendingExit: null,
    fault: null,
  };
  const separator = valueOf(given, 'F');
  const presets = {
    FS: separator === null ? ' ' : separator === 't' ? 't' : unescaped(separator),
    OFS: ' ',
    ORS: '\n',
    RS: '\n',
    SUBSEP: '\x1c',
    CONVFMT: '%.6g',
    OFMT: '%.6g',
    NR: 0,
    FNR: 0,
    RSTART: 0,
    RLENGTH: -1,
    ARGC: words.length + 1,
    FILENAME: '',
  };
  for (const [name, value] of Object.entries(presets)) setSpecial(awk, name, value);
  const list = [self.name, ...words].map((word, at) => [String(at), looked(word)] as const);
  awk.globals.set('ARGV', { ...newCell(undefined), array: new Map(list) });
  const environment = [...self.system.environment].map(([name, value]) => [name, looked(value)] as const);
  awk.globals.set('ENVIRON', { ...newCell(undefined), array: new Map(environment) });
  for (const { name, value } of given.all) {
    const found = name === 'v' ? /^([A-Za-z_]\w*)=(.*)$/s.exec(value ?? '') : null;
    if (found !== null) setSpecial(awk, found[1] ?? '', looked(unescaped(found[2] ?? '')));
  }
  return awk;
}

function* run(awk: Awk): Step<number> {
  const { rules } = awk.script;
  let status = 0;
  let flow = yield* runAll(
    awk,
    rules.filter(({ when }) => when === 'begin'),
  );
  const isReading = rules.some(({ when }) => when !== 'begin');
  if (flow.kind !== 'exit' && isReading)
    flow = yield* runRecords(
      awk,
      rules.filter(({ when }) => typeof when === 'object'),
    );
  if (flow.kind === 'exit') status = flow.status ?? 0;
  if (awk.fault === null) {
    const last = yield* runAll(
      awk,
      rules.filter(({ when }) => when === 'end'),
    );
    if (last.kind === 'exit' && last.status !== null) status = last.status;
  }
  yield* closeAll(awk);
  if (awk.fault === null) return Math.max(status, awk.self.status);
  yield* complain(awk.self, awk.fault);
  return 2;
}

function* runAll(awk: Awk, rules: readonly Rule[]): Step<Flow> {
  for (const { body } of rules) {
    const flow: Flow = body === null ? { kind: 'on' } : yield* runStatement(awk, body);
    if (flow.kind !== 'on') return flow;
  }
  return { kind: 'on' };
}

function* runRecords(awk: Awk, rules: readonly Rule[]): Step<Flow> {
  const open = new Set<Rule>();
  for (;;) {
    if (isDue(awk.self)) yield* breathe(awk.self);
    const record = yield* readMain(awk);
    if (awk.fault !== null) return { kind: 'exit', status: 2 };
    if (record === null) return { kind: 'on' };
    setRecord(awk, record);
    for (const rule of rules) {
      if (!(yield* isChosen(awk, rule, open))) continue;
      const flow = yield* runStatement(awk, rule.body ?? { kind: 'print', words: [], goal: null });
      if (flow.kind === 'exit') return flow;
      if (flow.kind === 'nextfile') awk.main = null;
      if (flow.kind === 'next' || flow.kind === 'nextfile') break;
    }
  }
}

function* isChosen(awk: Awk, rule: Rule, open: Set<Rule>): Step<boolean> {
  if (typeof rule.when === 'string') return false;
  const { first, second } = rule.when;
  if (first === null) return true;
  if (second === null) return isTrue(yield* evaluate(awk, first));
  if (!open.has(rule) && !isTrue(yield* evaluate(awk, first))) return false;
  open.add(rule);
  if (isTrue(yield* evaluate(awk, second))) open.delete(rule);
  return true;
}
