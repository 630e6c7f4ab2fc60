import type { AlarmRule } from '../contract/alarms.ts';
import type { Verdict } from './evaluate.ts';

/** A rule's eye on one sensor: what it is about to do, and since when. Changed in place: there may be a million. */
export type Watch = {
  readonly rule: AlarmRule;
  readonly onMillis: number;
  readonly offMillis: number;
  heading: 'nowhere' | 'raise' | 'resolve';
  /** Lab time at which the heading began. */
  since: number;
  /** The last measure that was judged. */
  measure: number;
};

export const watchFor = (rule: AlarmRule): Watch => ({
  rule,
  onMillis: rule.onDelay * 1000,
  offMillis: rule.offDelay * 1000,
  heading: 'nowhere',
  since: 0,
  measure: 0,
});

/** What is to be done now that a verdict was given: what must hold for a while waits for its delay. */
export function heed(watch: Watch, verdict: Verdict, at: number): Verdict {
  if (verdict === 'nothing') {
    watch.heading = 'nowhere';
    return 'nothing';
  }
  if (watch.heading !== verdict) {
    watch.heading = verdict;
    watch.since = at;
  }
  return isDue(watch, at) ? takeUp(watch) : 'nothing';
}

/** Time passed without a word from the sensor: what it said last still holds. */
export const laterOn = (watch: Watch, now: number): Verdict =>
  isDue(watch, now) ? takeUp(watch) : 'nothing';

function isDue({ heading, since, onMillis, offMillis }: Watch, now: number): boolean {
  if (heading === 'nowhere') return false;
  return now - since >= (heading === 'raise' ? onMillis : offMillis);
}

function takeUp(watch: Watch): Verdict {
  const { heading } = watch;
  watch.heading = 'nowhere';
  return heading === 'nowhere' ? 'nothing' : heading;
}
