import { expect, test } from 'vitest';
import type { Entity } from '../../../sim/contract/entities.ts';
import { kindChoices, metricChoices, ruleChoices, withMetric } from './rule-choices.ts';
import { emptyDraft } from './rule-draft.ts';

type Thing = readonly [id: string, kind: string, parent: string | null, spec?: object];
const entityOf = ([id, kind, parent, spec]: Thing): [Entity['id'], Entity] => [
  id as Entity['id'],
  { id, kind, name: id, parent, spec: spec ?? {} } as unknown as Entity,
];
const things: readonly Thing[] = [
  ['site-1', 'site', null],
  ['room-1', 'room', 'site-1'],
  ['rack-1', 'rack', 'room-1'],
  ['crac-1', 'crac', 'room-1'],
  ['sensor-1', 'sensor', 'rack-1', { metric: 'temperature', place: 'front-middle' }],
  ['sensor-2', 'sensor', 'rack-1', { metric: 'temperature', place: 'rear-top' }],
  ['sensor-3', 'sensor', 'crac-1', { metric: 'state', place: 'middle' }],
];
const choices = ruleChoices(new Map(things.map(entityOf)));

test('FR-120-251 what can be watched is found from the sensors and places of the lab', () => {
  expect(choices.places).toEqual(['front', 'middle', 'rear']);
  expect(choices.scopes.map(({ title }) => title)).toEqual(['site-1', 'site-1 / room-1']);
  expect(kindChoices(choices, { metric: 'temperature', kinds: ['ups'] })).toEqual([
    { kind: 'rack', sensors: 2 },
    { kind: 'ups', sensors: 0 },
  ]);
  const metrics = metricChoices(choices);
  expect(metrics.slice(0, 2).map(({ value }) => value)).toEqual(['temperature', 'state']);
  expect(metrics[2]?.note).toBe('No sensor in this lab');
});
test('FR-120-251 another quantity brings its kinds along, and a test that fits it', () => {
  const worded = withMetric({ ...emptyDraft, limit: '28' }, 'state', choices);
  expect([worded.kinds, worded.test, worded.limit]).toEqual([['crac'], 'state', '28']);
  const back = withMetric(worded, 'temperature', choices);
  expect([back.kinds, back.test, back.limit]).toEqual([['rack'], 'limit', '28']);
  const silent = withMetric({ ...emptyDraft, test: 'stale' }, 'state', choices);
  expect(silent.test).toBe('stale');
});
