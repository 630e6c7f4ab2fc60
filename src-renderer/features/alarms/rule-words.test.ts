import { expect, test } from 'vitest';
import type { AlarmTest } from '../../../sim/contract/alarms.ts';
import { ruleWith } from './sample-alarm.ts';
import { choicesOf, delayWords, filterRules, testWords, watchWords } from './rule-words.ts';

const said = (test: AlarmTest): string => testWords(ruleWith({ test })).replaceAll('\u2009', ' ');

test('FR-120-247 a rule is told in words: what it watches, and when it rings', () => {
  expect(watchWords(ruleWith())).toBe('Temperature of Rack, front…');
  expect(watchWords(ruleWith({ place: '', kinds: ['rack', 'room', 'row', 'site'] }))).toBe(
    'Temperature of 4 kinds',
  );
  expect(said({ type: 'limit', direction: 'above', limit: 28 })).toBe('above 28 °C');
  expect(said({ type: 'rate', direction: 'above', limit: 5.5 / 15, window: 900 })).toBe(
    'rises more than 0.37 K a minute over 15 min',
  );
  expect(said({ type: 'rate', direction: 'below', limit: -0.5, window: 60 })).toBe(
    'falls more than 0.5 K a minute over 60 s',
  );
  expect(said({ type: 'deviation', direction: 'above', from: 'setpoint', limit: 2 })).toBe(
    'more than 2 K above set-point',
  );
  expect(said({ type: 'deviation', direction: 'below', from: 'setpoint', limit: -2 })).toBe(
    'more than 2 K below set-point',
  );
  expect(said({ type: 'stale', periods: 6, of: 'every-metric' })).toBe('silent for 6 of its periods');
});
test('FR-120-247 states are told by the words of the kinds they are watched on', () => {
  const rule = ruleWith({ kinds: ['crac'], metric: 'state', test: { type: 'state', values: [3, 4] } });
  expect(testWords(rule)).toBe('is failed or no-power');
  expect(choicesOf({ kinds: ['crac', 'chiller'], metric: 'state' })?.[3]).toEqual({
    value: 3,
    word: 'failed or tripped',
  });
  expect(choicesOf(ruleWith())).toBeNull();
});
test('FR-120-247 delays are told as spans', () => {
  expect(delayWords({ onDelay: 0, offDelay: 0 })).toBe('at once');
  expect(delayWords({ onDelay: 300, offDelay: 0 }).replaceAll('\u2009', ' ')).toBe('5 min on');
});
test('FR-120-248 rules are filtered by all that they say', () => {
  const rules = [
    ruleWith(),
    ruleWith({ id: 'door', title: 'Door open', metric: 'door', action: 'Close it.' }),
  ];
  const idsOf = (text: string) => filterRules(rules, text).map(({ id }) => id);
  expect(idsOf('')).toEqual(['inlet-warm', 'door']);
  expect(idsOf('TEMPERATURE rack')).toEqual(['inlet-warm']);
  expect(idsOf('close')).toEqual(['door']);
  expect(idsOf('nothing of the kind')).toEqual([]);
});
