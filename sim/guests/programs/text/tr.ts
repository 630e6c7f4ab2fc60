import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { has, type Given } from './options.ts';
import { readBlock, sourceOf } from './source.ts';
import {
  breathe,
  complain,
  coreForm,
  flush,
  isDue,
  marked,
  put,
  tool,
  wrongCall,
  type Tool,
} from './tool.ts';
import { setOf, type TrSet } from './tr-set.ts';

const form = {
  ...coreForm(
    'cCdst',
    { complement: 'c', delete: 'd', 'squeeze-repeats': 's', 'truncate-set1': 't' },
    '[OPTION]... SET1 [SET2]',
  ),
  stopsAtOperand: true,
} as const;

export const tr = tool(form, function* (self, given) {
  const refused = refusal(given);
  if (refused !== null) return yield* wrongCall(self, form, refused);
  const sets = setsOf(given.operands);
  const table = 'wrong' in sets ? sets.wrong : tableOf(given, sets);
  if (typeof table === 'string') {
    yield* complain(self, table);
    return 1;
  }
  yield* translate(self, table);
  return 0;
});

function refusal(given: Given): Bytes | null {
  const { operands } = given;
  const [first, second, third] = operands;
  const deletes = has(given, 'd');
  const squeezes = has(given, 's');
  if (first === undefined) return 'missing operand';
  const least = deletes === squeezes ? 2 : 1;
  if (operands.length < least)
    return `missing operand after ${marked(first)}${squeezes ? '\nTwo strings must be given when both deleting and squeezing repeats.' : '\nTwo strings must be given when translating.'}`;
  if (deletes && !squeezes && second !== undefined)
    return `extra operand ${marked(second)}\nOnly one string may be given when deleting without squeezing repeats.`;
  return third === undefined ? null : `extra operand ${marked(third)}`;
}

type Table = {
  readonly map: readonly Bytes[];
  readonly deleted: ReadonlySet<number>;
  readonly squeezed: ReadonlySet<number>;
};
type Sets = { readonly from: TrSet; readonly to: TrSet | null };

function setsOf([first = '', second]: readonly Bytes[]): Sets | { readonly wrong: Bytes } {
  const from = setOf(first, 'first');
  if ('wrong' in from) return from;
  const to = second === undefined ? null : setOf(second, 'second');
  return to !== null && 'wrong' in to ? to : { from, to };
}

const everything = Array.from({ length: 256 }, (_, code) => code);
const unchanged: readonly Bytes[] = everything.map((code) => String.fromCharCode(code));

function tableOf(given: Given, { from, to }: Sets): Table | Bytes {
  const codes = codesOf(given, from);
  const squeezes = has(given, 's');
  if (has(given, 'd'))
    return { map: unchanged, deleted: new Set(codes), squeezed: new Set(squeezes ? to?.codes : []) };
  if (to === null) return { map: unchanged, deleted: new Set(), squeezed: new Set(codes) };
  if (to.codes.length === 0 && to.fill === null && !has(given, 't'))
    return 'when not truncating set1, string2 must be non-empty';
  const goals = goalsOf({ ...from, codes }, to);
  return {
    map: mapOf(codes, goals, has(given, 't') ? undefined : goals.at(-1)),
    deleted: new Set(),
    squeezed: new Set(squeezes ? goals : []),
  };
}

/** The first set, or all that is not in it. */
function codesOf(given: Given, from: TrSet): readonly number[] {
  if (!has(given, 'c', 'C')) return from.codes;
  const members = new Set(from.codes);
  return everything.filter((code) => !members.has(code));
}

/** Those without a goal become `rest`, or stay. */
function mapOf(
  codes: readonly number[],
  goals: readonly number[],
  rest: number | undefined,
): readonly Bytes[] {
  const map = [...unchanged];
  for (const [at, code] of codes.entries()) {
    const goal = goals[at] ?? rest;
    if (goal !== undefined) map[code] = String.fromCharCode(goal);
  }
  return map;
}

/** `[x*]` fills up what is missing. */
function goalsOf(from: TrSet, to: TrSet): readonly number[] {
  if (to.fill === null) return to.codes;
  const missing = Math.max(0, from.codes.length - to.codes.length);
  return [
    ...to.codes.slice(0, to.fill.at),
    ...Array.from({ length: missing }, () => to.fill?.code ?? 0),
    ...to.codes.slice(to.fill.at),
  ];
}

function* translate(self: Tool, { map, deleted, squeezed }: Table): Step<void> {
  const source = sourceOf(self.system, '-', 0);
  let last = '';
  for (let block = yield* readBlock(source); block !== ''; block = yield* readBlock(source)) {
    let text = '';
    for (let at = 0; at < block.length; at += 1) {
      const code = block.charCodeAt(at);
      if (deleted.has(code)) continue;
      const byte = map[code] ?? '';
      if (byte === last && squeezed.has(byte.charCodeAt(0))) continue;
      text += byte;
      last = byte;
    }
    put(self, text);
    yield* flush(self);
    if (isDue(self)) yield* breathe(self);
  }
}
