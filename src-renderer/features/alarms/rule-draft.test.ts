import { expect, test } from 'vitest';
import type { AlarmTest } from '../../../sim/contract/alarms.ts';
import { alarmRuleSchema } from '../../../sim/contract/alarms.ts';
import { ruleWith } from './sample-alarm.ts';
import { copyOf, draftFrom, emptyDraft, idFrom, problemsIn, rehearsable, ruleFrom } from './rule-draft.ts';

const tests: readonly AlarmTest[] = [
  { type: 'limit', direction: 'below', limit: -3.5 },
  { type: 'rate', direction: 'above', limit: 0.3, window: 900 },
  { type: 'deviation', direction: 'above', from: 'setpoint', limit: 2 },
  { type: 'state', values: [1, 3] },
  { type: 'stale', periods: 6, of: 'every-metric' },
];

test('FR-120-249 a rule comes out of the form as it went in, whatever it tests', () => {
  for (const one of tests) {
    const worded = one.type === 'state' ? ({ kinds: ['crac'], metric: 'state' } as const) : {};
    const rule = ruleWith({ test: one, ...worded, kinds: [...(worded.kinds ?? ['rack'])] });
    expect(problemsIn(draftFrom(rule), [])).toEqual({});
    expect(ruleFrom(draftFrom(rule))).toEqual(rule);
    expect(alarmRuleSchema.safeParse(ruleFrom(draftFrom(rule))).success).toBe(true);
  }
});
test('FR-120-249 a copy has a free id and another title', () => {
  const copy = copyOf(ruleWith(), ['inlet-warm', 'inlet-warm-copy']);
  expect([copy.was, copy.id, copy.title]).toEqual([null, 'inlet-warm-copy-2', 'Inlet warm (copy)']);
});
test('FR-120-249 a new rule is named after its title', () => {
  expect(idFrom('Inlet (B) über 28 °C!')).toBe('inlet-b-uber-28-c');
});
test('FR-120-250 what is missing or wrong is said at its field', () => {
  expect(Object.keys(problemsIn(emptyDraft, [])).toSorted()).toEqual([
    'action',
    'consequence',
    'id',
    'limit',
    'title',
  ]);
  const draft = draftFrom(ruleWith());
  const fieldsOf = (more: Partial<typeof draft>) => Object.keys(problemsIn({ ...draft, ...more }, ['taken']));
  expect(fieldsOf({ limit: 'warm' })).toEqual(['limit']);
  expect(fieldsOf({ id: 'taken' })).toEqual(['id']);
  expect(fieldsOf({ id: 'Not an id' })).toEqual(['id']);
  expect(fieldsOf({ kinds: [] })).toEqual(['kinds']);
  expect(fieldsOf({ deadband: '-1', onDelay: '90000' })).toEqual(['deadband', 'onDelay']);
  expect(fieldsOf({ test: 'rate', window: '5' })).toEqual(['window']);
  expect(fieldsOf({ test: 'deviation', from: 'temperature' })).toEqual(['from']);
  expect(fieldsOf({ test: 'stale', periods: '1' })).toEqual(['periods']);
});
test('FR-120-250 a quantity has no words and a word has no limit', () => {
  const draft = draftFrom(ruleWith());
  expect(problemsIn({ ...draft, test: 'state', values: [1] }, [])).toHaveProperty('test');
  expect(problemsIn({ ...draft, kinds: ['crac'], metric: 'state' }, [])).toHaveProperty('test');
  expect(problemsIn({ ...draft, kinds: ['crac'], metric: 'state', test: 'state' }, [])).toEqual({
    values: 'Choose at least one',
  });
});
test('FR-120-252 a preview waits for a whole test, not for texts, and rehearses what is out of service too', () => {
  const bare = { ...emptyDraft, limit: '28' };
  expect(rehearsable(bare)?.test).toEqual({ type: 'limit', direction: 'above', limit: 28 });
  expect(rehearsable({ ...bare, limit: '' })).toBeNull();
  expect(rehearsable({ ...bare, service: 'out-of-service' })?.service).toBe('in-service');
});
