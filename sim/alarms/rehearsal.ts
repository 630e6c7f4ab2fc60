import type { AlarmRule } from '../contract/alarms.ts';
import { evaluate } from './evaluate.ts';
import { createRateWindow } from './rate-window.ts';
import { heed, watchFor } from './watch.ts';
import type { Watch } from './watch.ts';

/** Readings of one sensor, or the extremes of short spans of them, oldest first. Of a deviation: the distances. */
export type Rehearsed = {
  readonly at: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Lab time at which the readings end. */
  readonly to: number;
};

/** Once that a rule would have rung; `until` is null where it would still. */
export type Firing = { readonly at: number; readonly until: number | null; readonly value: number };

type OpenFiring = { at: number; until: number | null; value: number };

/** What a rule would have done with these readings: judged by the same code as live ones, delays and dead-band too. */
export function rehearse(rule: AlarmRule, said: Rehearsed): Firing[] {
  if (rule.test.type === 'stale') return rehearseSilence(rule.test.periods, said);
  const play = createPlay(rule);
  const measure = measureFor(rule);
  for (const [index, at] of said.at.entries()) {
    play.passTo(at);
    for (const value of tellingValues(rule, said.low[index] ?? 0, said.high[index] ?? 0))
      play.say(at, measure(at, value));
  }
  play.passTo(said.to);
  return play.firings;
}

/** Of a span of readings, those that a rule would have minded. */
function tellingValues({ test }: AlarmRule, low: number, high: number): readonly number[] {
  if (low === high) return [low];
  if ('direction' in test) return [test.direction === 'above' ? high : low];
  return [low, high];
}

function measureFor({ test }: AlarmRule): (at: number, value: number) => number {
  if (test.type !== 'rate') return (_at, value) => value;
  const window = createRateWindow(test.window, test.direction);
  return (at, value) => window.change(at, value);
}

type Play = {
  readonly firings: Firing[];
  /** What waited for its delay was due before this. */
  readonly passTo: (at: number) => void;
  readonly say: (at: number, measure: number) => void;
};

function createPlay(rule: AlarmRule): Play {
  const firings: OpenFiring[] = [];
  const watch = watchFor(rule);
  let current: OpenFiring | null = null;
  const carryOut = (doing: 'raise' | 'resolve' | 'nothing', at: number): void => {
    if (doing === 'raise') {
      current = { at, until: null, value: watch.measure };
      firings.push(current);
    }
    if (doing === 'resolve' && current !== null) {
      current.until = at;
      current = null;
    }
  };
  return {
    firings,
    passTo: (at) => {
      const due = dueAt(watch);
      if (due > at) return;
      const { heading } = watch;
      watch.heading = 'nowhere';
      carryOut(heading === 'nowhere' ? 'nothing' : heading, due);
    },
    say: (at, measure) => {
      const verdict = evaluate(rule, measure, current === null ? 'quiet' : 'ringing');
      if (verdict !== 'nothing') watch.measure = measure;
      carryOut(heed(watch, verdict, at), at);
    },
  };
}

function dueAt({ heading, since, onMillis, offMillis }: Watch): number {
  if (heading === 'nowhere') return Number.POSITIVE_INFINITY;
  return since + (heading === 'raise' ? onMillis : offMillis);
}

/** How often it speaks is how often it mostly did. */
function rehearseSilence(periods: number, { at: times, to }: Rehearsed): Firing[] {
  const gaps = times.slice(1).map((at, index) => at - (times[index] ?? at));
  const period = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)];
  if (period === undefined || period <= 0) return [];
  const firings: Firing[] = [];
  for (const [index, at] of times.entries()) {
    const next = times[index + 1] ?? null;
    const rings = at + periods * period;
    if (rings < (next ?? to)) firings.push({ at: rings, until: next, value: periods });
  }
  return firings;
}
