import { bytesOf, textOf } from '../../bytes.ts';
import type { Pattern } from '../../patterns/pattern.ts';
import { compile } from '../../patterns/pattern.ts';
import { perlToExtended } from '../text/perl.ts';
import type { Got } from './access.ts';
import { got, refused } from './access.ts';
import type { Native } from './native.ts';
import { shown } from './flow.ts';
import type { Json } from './json.ts';

type Simple = (act: (value: Json, given: readonly Json[]) => Got) => Native;
type Asked = { readonly text: string; readonly pattern: Pattern; readonly isAll: boolean };
type Ready = { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly refusal: Got };

/** Expressions go by our own engine, which never runs away; groups with names it does not know. */
function ready(value: Json, expression: Json, flags: Json): Ready {
  if (typeof value !== 'string')
    return { ok: false, refusal: refused(`${shown(value)} cannot be matched, as it is not a string`) };
  if (typeof expression !== 'string')
    return { ok: false, refusal: refused(`${shown(expression)} cannot be matched, as it is not a string`) };
  const letters = typeof flags === 'string' ? flags : '';
  const source = perlToExtended(bytesOf(expression));
  const wrong = { ok: false, refusal: refused(`${expression} (at offset 0) is not a valid regex`) } as const;
  if (source === null) return wrong;
  const compiled = compile(source, {
    syntax: 'extended',
    letters: letters.includes('i') ? 'fold' : 'exact',
    anchors: 'text',
    units: 'characters',
  });
  if (!compiled.ok) return wrong;
  return {
    ok: true,
    asked: { text: bytesOf(value), pattern: compiled.pattern, isAll: letters.includes('g') },
  };
}

type Found = { readonly from: number; readonly to: number; readonly slots: readonly number[] };

function matches({ text, pattern, isAll }: Asked): readonly Found[] {
  const found: Found[] = [];
  for (let from = 0; from <= text.length;) {
    const match = pattern.find(text, from);
    if (match === null) break;
    found.push(match);
    if (!isAll) break;
    from = match.to > match.from ? match.to : match.to + 1;
  }
  return found;
}

const groupsOf = ({ slots }: Found, { text, pattern }: Asked): (string | null)[] =>
  Array.from({ length: pattern.groups }, (_one, at) => {
    const from = slots[2 * at + 2] ?? -1;
    return from < 0 ? null : textOf(text.slice(from, slots[2 * at + 3]));
  });

const lengthOf = (text: string): number => Array.from(textOf(text)).length;

function matchOf(match: Found, asked: Asked): Json {
  const { text } = asked;
  const string = textOf(text.slice(match.from, match.to));
  const captures = groupsOf(match, asked).map((group, at): Json => {
    const from = match.slots[2 * at + 2] ?? -1;
    return new Map<string, Json>([
      ['offset', from < 0 ? -1 : lengthOf(text.slice(0, from))],
      ['length', group === null ? 0 : Array.from(group).length],
      ['string', group],
      ['name', null],
    ]);
  });
  return new Map<string, Json>([
    ['offset', lengthOf(text.slice(0, match.from))],
    ['length', Array.from(string).length],
    ['string', string],
    ['captures', captures],
  ]);
}

function replaced(asked: Asked, by: Json): Got {
  if (typeof by !== 'string') return refused(`${shown(by)} cannot be added to a string`);
  let text = '';
  let from = 0;
  for (const match of matches(asked)) {
    text += asked.text.slice(from, match.from) + bytesOf(by);
    from = match.to;
  }
  return got(textOf(text + asked.text.slice(from)));
}

function parted(asked: Asked): Json[] {
  const parts: Json[] = [];
  let from = 0;
  for (const match of matches(asked)) {
    parts.push(textOf(asked.text.slice(from, match.from)));
    from = match.to;
  }
  return [...parts, textOf(asked.text.slice(from))];
}

const scanned = (asked: Asked): Json[] =>
  matches(asked).map((match) =>
    asked.pattern.groups === 0 ? textOf(asked.text.slice(match.from, match.to)) : groupsOf(match, asked),
  );

/** test, match, sub and their kin, as they are called with and without flags. */
export function patternNatives(simple: Simple): Readonly<Record<string, Native>> {
  const asking = (act: (asked: Asked) => Got, more: string): Native =>
    simple((value, [expression = null, flags = null]) => {
      const made = ready(value, expression, `${typeof flags === 'string' ? flags : ''}${more}`);
      return made.ok ? act(made.asked) : made.refusal;
    });
  const replacing = (more: string): Native =>
    simple((value, [expression = null, by = null, flags = null]) => {
      const made = ready(value, expression, `${typeof flags === 'string' ? flags : ''}${more}`);
      return made.ok ? replaced(made.asked, by) : made.refusal;
    });
  const test = asking((asked) => got(matches(asked).length > 0), '');
  const all = asking((asked) => got(matches(asked).map((match) => matchOf(match, asked))), '');
  const scan = asking((asked) => got(scanned(asked)), 'g');
  return {
    'test/1': test,
    'test/2': test,
    '_matches/1': all,
    '_matches/2': all,
    '_scan/1': scan,
    'split/2': asking((asked) => got(parted(asked)), 'g'),
    'sub/2': replacing(''),
    'sub/3': replacing(''),
    'gsub/2': replacing('g'),
    'gsub/3': replacing('g'),
  };
}
