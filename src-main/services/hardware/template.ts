/**
 * What is taken of a payload: `{{ path.to[0].field | scale 0.1 | offset -32 }}`. Nothing of it can do more than
 * look into what was received.
 */
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { readFilter } from './template-filters.ts';
import type { Filter } from './template-filters.ts';
import { wordsOf } from './template-words.ts';
import type { Word } from './template-words.ts';

/** `levels`: what the wildcards of the topic filter stood for, in order. */
export type Template = (text: string, levels: readonly string[]) => Result<number>;

type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'level'; readonly level: number };

const braces = /^\{\{([\s\S]*)\}\}$/;
const howTo = 'Write it like {{ temperature }} or {{ data[0].value | scale 0.1 }}.';

export function readTemplate(text: string): Result<Template> {
  const trimmed = text.trim();
  if (trimmed === '') return accepted(bareNumber);
  const inner = braces.exec(trimmed)?.[1];
  if (inner === undefined) {
    return refused('invalid-input', `The template ${trimmed} does not stand in {{ }}.`, { hint: howTo });
  }
  const words = wordsOf(inner);
  if (!words.ok) return words;
  const [path = [], ...filters] = splitAtBars(words.value);
  const steps = stepsOf(path);
  if (!steps.ok) return steps;
  const read: Filter[] = [];
  for (const words of filters) {
    const filter = readFilter(words);
    if (!filter.ok) return filter;
    read.push(filter.value);
  }
  return accepted((received, levels) => {
    const start = find(received, steps.value, levels);
    return start.ok ? numberAfter(start.value, read) : start;
  });
}

/** The highest {n} a text asks for: so many wildcards its topic filter needs. */
export const levelsAsked = (text: string): number =>
  Math.max(0, ...[...text.matchAll(/\{(\d{1,2})\}/g)].map(([, level]) => Number(level)));

function numberAfter(start: unknown, filters: readonly Filter[]): Result<number> {
  let value = start;
  for (const filter of filters) {
    const next = filter(value);
    if (!next.ok) return next;
    value = next.value;
  }
  const number = asNumber(value);
  if (number !== null) return accepted(number);
  return refused('invalid-input', `${excerpt(value)} is not a number`, {
    hint: 'Words become numbers with | map on=1 off=0, numbers inside a text with | regex "(\\d+)".',
  });
}

const bareNumber: Template = (text) => {
  const trimmed = text.trim();
  const number = trimmed === 'true' || trimmed === 'false' ? Number(trimmed === 'true') : asNumber(trimmed);
  if (number !== null) return accepted(number);
  const names = isObjectText(text) ? namesOfNumbers(JSON.parse(text)) : [];
  const hint =
    names.length === 0
      ? howTo
      : `Take one with a template: ${names.map((name) => `{{ ${name} }}`).join(', ')}`;
  return refused('invalid-input', `${excerpt(text)} is not a number by itself`, { hint });
};

export function asNumber(value: unknown): number | null {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  // Number() also reads 0x10 and Infinity; nobody means those.
  const plain = value.trim().replace(/^"(.*)"$/, '$1');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

export function excerpt(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '�');
  return plain.length > 120 ? `${plain.slice(0, 119)}…` : plain;
}

function splitAtBars(words: readonly Word[]): readonly (readonly Word[])[] {
  const parts: Word[][] = [[]];
  for (const word of words) {
    if (word.kind === 'mark' && word.text === '|') parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts;
}

const isMark = (word: Word | undefined, text: string): boolean => word?.kind === 'mark' && word.text === text;
const isName = (word: Word | undefined): word is Word => word?.kind === 'word' || word?.kind === 'quoted';

function stepsOf(words: readonly Word[]): Result<readonly Step[]> {
  if (words.length === 0) {
    return refused('invalid-input', 'The template names nothing to take.', { hint: howTo });
  }
  const steps: Step[] = [];
  let at = 0;
  while (at < words.length) {
    const step = stepAt(words, at);
    if (step === null) {
      const told = words
        .slice(at)
        .map(({ text }) => text)
        .join(' ');
      return refused('invalid-input', `The template cannot be read from ${told} on.`, { hint: howTo });
    }
    steps.push(step.step);
    at += step.words;
  }
  return accepted(steps);
}

type StepAt = { readonly step: Step; readonly words: number };

/** `.name`, `[0]`, `["name"]`, `.{1}`; the first needs no dot. */
function stepAt(words: readonly Word[], at: number): StepAt | null {
  const first = words[at];
  if (isMark(first, '[')) {
    const inside = words[at + 1];
    if (!isName(inside) || !isMark(words[at + 2], ']')) return null;
    const isIndex = inside.kind === 'word' && /^\d+$/.test(inside.text);
    const step: Step = isIndex
      ? { kind: 'index', index: Number(inside.text) }
      : { kind: 'name', name: inside.text };
    return { step, words: 3 };
  }
  if (at === 0 && !isMark(first, '.')) return nameAt(words, 0);
  const found = isMark(first, '.') ? nameAt(words, at + 1) : null;
  return found === null ? null : { ...found, words: found.words + 1 };
}

function nameAt(words: readonly Word[], at: number): StepAt | null {
  const name = words[at];
  if (isName(name)) return { step: { kind: 'name', name: name.text }, words: 1 };
  const level = words[at + 1]?.text ?? '';
  if (!isMark(name, '{') || !/^\d{1,2}$/.test(level) || !isMark(words[at + 2], '}')) return null;
  return { step: { kind: 'level', level: Number(level) }, words: 3 };
}

/** Bound to be small: a payload that fills memory is refused before it is taken apart. */
const longestPayload = 65_536;

function find(text: string, steps: readonly Step[], levels: readonly string[]): Result<unknown> {
  const [first] = steps;
  if (steps.length === 1 && first?.kind === 'name' && first.name === 'payload') return accepted(text.trim());
  if (text.length > longestPayload) {
    return refused('too-large', `A payload of ${text.length} characters is too long to look into`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused('invalid-input', `${excerpt(text)} is not JSON`, {
      hint: 'Take the text itself with {{ payload | regex "(\\d+)" }}.',
    });
  }
  for (const step of steps) {
    const below = stepInto(value, step, levels);
    if (below === undefined) return missing(step, { value, levels });
    value = below;
  }
  return accepted(value);
}

const keyOf = (step: Step, levels: readonly string[]): string =>
  step.kind === 'index'
    ? String(step.index)
    : step.kind === 'level'
      ? (levels[step.level - 1] ?? '')
      : step.name;

function stepInto(value: unknown, step: Step, levels: readonly string[]): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const key = keyOf(step, levels);
  // Never what every object inherits.
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function missing(
  step: Step,
  { value, levels }: { readonly value: unknown; readonly levels: readonly string[] },
): Result<never> {
  const names = typeof value === 'object' && value !== null ? Object.keys(value).slice(0, 8) : [];
  const what = `There is no ${keyOf(step, levels)} in ${excerpt(value)}`;
  if (names.length === 0) return refused('invalid-input', what);
  const hint = `There ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`;
  return refused('invalid-input', what, { hint });
}

function isObjectText(text: string): boolean {
  if (text.length > longestPayload) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** Where numbers are, for a hint: the first few, at most three levels deep. */
function namesOfNumbers(value: unknown, path = '', depth = 0): readonly string[] {
  if (depth > 3 || typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .flatMap(([key, below]): readonly string[] => {
      const isIndex = Array.isArray(value);
      const here = isIndex ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
      return asNumber(below) === null || typeof below === 'boolean'
        ? namesOfNumbers(below, here, depth + 1)
        : [here];
    })
    .slice(0, 3);
}
