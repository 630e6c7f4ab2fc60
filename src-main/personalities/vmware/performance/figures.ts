/** The figures of a whole and of what is inside of it, which add up to the whole to the last digit. */
import type { Vc } from '../vc.ts';
import type { Counter, Inside, Moment } from './counters.table.ts';
import { partsOf } from './parts.ts';
import type { Part } from './parts.ts';
import { momentsOf } from './samples.ts';
import type { Window } from './samples.ts';
import type { Subject } from './subject.ts';

export type Series = {
  readonly counter: Counter;
  readonly instance: string;
  readonly values: readonly number[];
};

type Figures = {
  readonly moments: readonly Moment[];
  /** Of the whole (''), of one part by its name, or of both and all (`*`); nothing for a name that it has not. */
  readonly series: (counter: Counter, instance: string) => readonly Series[];
};

type Wanted = Window & { readonly counters: readonly Counter[]; readonly most: number };

export function openFigures(vc: Vc, subject: Subject, { most, ...window }: Wanted): Figures {
  const momentsIn = (of: Subject): readonly Moment[] => {
    const all = momentsOf(vc.world(), of, window);
    return most > 0 ? all.slice(-most) : all;
  };
  const moments = momentsIn(subject);
  const insides = new Map<Inside, readonly Told[]>();
  const inside = (what: Inside): readonly Told[] => {
    const known = insides.get(what) ?? partsOf(vc, subject, what).map((part) => toldOf(part, momentsIn));
    insides.set(what, known);
    return known;
  };
  const whole = (counter: Counter): Series => ({
    counter,
    instance: '',
    values: moments.map((moment) => (subject.isRunning ? Math.round(counter.sample(moment)) : 0)),
  });
  const partly = (counter: Counter): readonly Series[] => {
    if (counter.parts === undefined) return [];
    const [what, how] = counter.parts;
    const its = inside(what);
    if (how === 'alike' || !subject.isRunning)
      return its.map(({ instance }) => ({ ...whole(counter), instance }));
    const bounds = boundsOf(counter, moments, its);
    return its.map(({ instance }, at) => ({
      counter,
      instance,
      values: moments.map((_, k) => (bounds[at + 1]?.[k] ?? 0) - (bounds[at]?.[k] ?? 0)),
    }));
  };
  return {
    moments,
    series: (counter, instance) => {
      if (instance === '') return [whole(counter)];
      const its = partly(counter);
      return instance === '*' ? [whole(counter), ...its] : its.filter((one) => one.instance === instance);
    },
  };
}

/** A part with the moments that were its own. */
type Told = { readonly instance: string } & (
  | { readonly upTo: number }
  | { readonly moments: readonly Moment[] }
);

const toldOf = (part: Part, momentsIn: (of: Subject) => readonly Moment[]): Told =>
  'upTo' in part ? part : { instance: part.instance, moments: momentsIn(part.there) };

/** Where each part begins and the last one ends, in what the whole did: rounded, so that nothing is lost between two. */
function boundsOf(
  { sample }: Counter,
  moments: readonly Moment[],
  parts: readonly Told[],
): readonly (readonly number[])[] {
  const bounds = [moments.map(() => 0)];
  const sums = moments.map(() => 0);
  for (const part of parts) {
    for (const [k, moment] of moments.entries()) {
      const own = 'upTo' in part ? undefined : part.moments[k];
      sums[k] = 'upTo' in part ? part.upTo * sample(moment) : (sums[k] ?? 0) + (own ? sample(own) : 0);
    }
    bounds.push(sums.map((sum) => Math.round(sum)));
  }
  return bounds;
}

/** What a client may ask for of a counter: the whole and each part. */
export const instancesOf = (vc: Vc, subject: Subject, counter: Counter): readonly string[] => [
  '',
  ...(counter.parts === undefined
    ? []
    : partsOf(vc, subject, counter.parts[0]).map(({ instance }) => instance)),
];
