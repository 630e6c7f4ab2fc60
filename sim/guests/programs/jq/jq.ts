import type { Bytes } from '../../bytes.ts';
import { bytesOf, textOf } from '../../bytes.ts';
import { messageOf } from '../../answer.ts';
import { turn } from '../../kernel/program-tools.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { natives } from './builtins.table.ts';
import { run } from './evaluate.ts';
import type { Fault } from './flow.ts';
import { plain } from './flow.ts';
import type { JqCall } from './jq-call.ts';
import { readJqCall, usage } from './jq-call.ts';
import type { Json } from './json.ts';
import { compact, isTrue, written } from './json.ts';
import { parse } from './parse.ts';
import { prelude } from './prelude.table.ts';
import { readJson } from './read-json.ts';
import type { Scope } from './scope.ts';
import { meaningOf } from './scope.ts';
import type { Definition, Node } from './tree.ts';
import { unknownIn } from './unknown.ts';

type Work = {
  readonly system: System;
  readonly call: JqCall;
  readonly node: Node;
  readonly scope: Scope;
  last: Json | undefined;
};

/** Takes JSON apart and puts it together anew. */
export const jq: Program = function* (system) {
  const call = yield* readJqCall(system);
  if (typeof call === 'string') return yield* wrong(system, call, 2);
  if (call.filter === null) return yield* wrong(system, usage, 2);
  const parsed = parse(call.filter);
  if (!parsed.ok) return yield* misread(system, call.filter, parsed.message);
  const scope = scopeOf(system, call);
  const unknown = unknownIn(
    parsed.node,
    (name, count) => meaningOf(scope, name, count) !== null || `${name}/${count}` in natives,
  );
  if (unknown !== null) return yield* misread(system, call.filter, `${unknown} is not defined`);
  const work: Work = { system, call, node: parsed.node, scope, last: undefined };
  const status = yield* all(work);
  if (status !== 0 || !call.tellsByStatus) return status;
  return work.last === undefined ? 4 : isTrue(work.last) ? 0 : 1;
};

function* wrong(system: System, text: Bytes, status: number): Step<number> {
  yield* system.descriptors.write(2, text);
  return status;
}

const misread = (system: System, filter: string, message: string): Step<number> =>
  wrong(
    system,
    bytesOf(`jq: error: ${message} at <top-level>, line 1:\n${filter}\njq: 1 compile error\n`),
    3,
  );

function scopeOf(system: System, { variables }: JqCall): Scope {
  const known = new Map<string, Definition | null>();
  const top: Scope = {
    kind: 'top',
    known: (name, count) => {
      const key = `${name}/${count}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const found = definitionOf(prelude[key]);
      known.set(key, found);
      return found;
    },
  };
  const environment = new Map<string, Json>(
    [...system.environment].map(([name, value]) => [textOf(name), textOf(value)]),
  );
  const named = new Map<string, Json>([['ENV', environment], ...variables]);
  let scope: Scope = top;
  for (const [name, value] of named) scope = { kind: 'variable', name, value, outer: scope };
  return scope;
}

function definitionOf(source: string | undefined): Definition | null {
  const parsed = source === undefined ? null : parse(source);
  return parsed?.ok === true && parsed.node.kind === 'define' ? parsed.node.definition : null;
}

/** Every input through the filter; what goes wrong with one is told, and the next is taken. */
function* all(work: Work): Step<number> {
  const { system, call } = work;
  const text = yield* inputText(system, call);
  if (text === null) return 2;
  const inputs = inputsOf(call, text);
  let status = 0;
  for (const value of inputs.values) status = Math.max(status, yield* one(work, value));
  if (inputs.fault === null) return status;
  yield* system.descriptors.write(2, bytesOf(`parse error: ${inputs.fault}\n`));
  return 2;
}

function inputsOf({ input }: JqCall, text: string): ReturnType<typeof readJson> {
  const lines = (): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
  switch (input) {
    case 'none':
      return { values: [null], fault: null };
    case 'raw':
      return { values: lines(), fault: null };
    case 'raw-slurped':
      return { values: [text], fault: null };
    case 'slurped': {
      const read = readJson(text);
      return read.fault === null ? { values: [read.values], fault: null } : { values: [], fault: read.fault };
    }
    case 'json':
      return readJson(text);
    default:
      return input satisfies never;
  }
}

function* inputText(system: System, { files, input }: JqCall): Step<string | null> {
  if (input === 'none') return '';
  if (files.length === 0) return textOf(yield* rest(system));
  let text = '';
  let isMissing = false;
  for (const file of files) {
    const content = system.files.readFile(file);
    if (content.ok) text += content.value;
    else {
      isMissing = true;
      yield* system.descriptors.write(2, `jq: error: Could not open ${file}: ${messageOf(content.errno)}\n`);
    }
  }
  return isMissing && text === '' ? null : textOf(text);
}

function* rest(system: System): Step<Bytes> {
  const pieces: Bytes[] = [];
  for (;;) {
    const piece = yield* system.descriptors.read(0, 65_536);
    if (!piece.ok || piece.value === '') return pieces.join('');
    pieces.push(piece.value);
  }
}

function* one(work: Work, value: Json): Step<number> {
  const { system, call } = work;
  const flow = run(work.node, work.scope, plain(value));
  for (;;) {
    const next = flow.next();
    if (system.isTired()) yield turn;
    if (next.done === true) return next.value === null ? 0 : yield* tell(system, next.value);
    if (next.value === null) continue;
    work.last = next.value.value;
    const said = call.isRaw && typeof work.last === 'string' ? work.last : written(work.last, call.layout);
    yield* system.descriptors.write(1, bytesOf(said + call.end));
  }
}

function* tell(system: System, fault: Fault): Step<number> {
  const text = fault.kind === 'break' ? 'break' : messageText(fault.value);
  yield* system.descriptors.write(2, bytesOf(`jq: error (at <stdin>:0)${text}\n`));
  return 5;
}

function messageText(value: Json): string {
  return typeof value === 'string' ? `: ${value}` : ` (not a string): ${written(value, compact)}`;
}
