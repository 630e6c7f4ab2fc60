import { expect, test } from 'vitest';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { brokenLimit, type RuleLimit } from '../../data/rule-limits.ts';
import { isInlet, mainSensor } from './main-sensor.ts';
import { chartLimits } from './thing-chart.tsx';
import { topicOf } from './topic-of.ts';

const thing = (kind: Kind, id: string, parent: string | null): Entity =>
  ({ kind, id, name: id, parent, links: {}, aliases: {}, spec: {} }) as unknown as Entity;
const sensor = (id: string, parent: string, [metric, place]: readonly [string, string]): EntityOf<'sensor'> =>
  ({ ...thing('sensor', id, parent), spec: { metric, place, source: 'bot' } }) as EntityOf<'sensor'>;

const entities: readonly Entity[] = [
  thing('site', 'site1', null),
  thing('room', 'room1', 'site1'),
  thing('row', 'rowB', 'room1'),
  thing('rack', 'B03', 'rowB'),
  thing('crac', 'crac-02', 'room1'),
  sensor('s1', 'B03', ['humidity', 'front-middle']),
  sensor('s2', 'B03', ['temperature', 'rear-middle']),
  sensor('s3', 'B03', ['temperature', 'front-middle']),
  sensor('s4', 'crac-02', ['fan-speed', 'middle']),
  sensor('s5', 'crac-02', ['return-temperature', 'middle']),
];
const inventory = {
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  children: new Map(
    [...Map.groupBy(entities, (entity) => entity.parent ?? ('' as const))].map(([key, list]) => [
      key,
      list.map((one) => one.id),
    ]),
  ),
};
const find = (id: string): Entity => inventory.entities.get(id as EntityId) as Entity;
const limit = (level: 'warning' | 'critical', value: number): RuleLimit => ({
  level,
  direction: 'above',
  limit: value,
  severity: level === 'critical' ? 'critical' : 'major',
});
const limits = [limit('warning', 28), limit('critical', 32)];

test('FR-120-116 the topic shown is the one that is published on', () => {
  expect(topicOf(inventory.entities, find('s3'))).toBe('dc/site1/room1/rack-B03/temperature');
  expect(topicOf(inventory.entities, find('B03'))).toBe('dc/site1/room1/rack-B03');
  expect(topicOf(inventory.entities, find('crac-02'))).toBe('dc/site1/cooling/crac-02');
});

test('FR-120-118 the chart shows the reading that tells most of each kind', () => {
  expect(mainSensor(inventory, find('B03'))?.id).toBe('s3');
  expect(mainSensor(inventory, find('crac-02'))?.id).toBe('s5');
  expect(mainSensor(inventory, find('s1'))?.id).toBe('s1');
  expect(mainSensor(inventory, find('rowB'))).toBeNull();
});

test('FR-120-118 limits and the recommended band belong to the air in front of a rack only', () => {
  expect(isInlet(find('s3') as EntityOf<'sensor'>)).toBe(true);
  expect(isInlet(find('s2') as EntityOf<'sensor'>)).toBe(false);
  expect(chartLimits(limits).map(({ value, kind }) => [value, kind])).toEqual([
    [28, 'major'],
    [32, 'critical'],
  ]);
});

test('FR-120-118 a value is coloured by the gravest limit that it breaks, and by none inside its limits', () => {
  expect([28, 28.1, 32, 32.1].map((value) => brokenLimit(limits, value)?.level ?? null)).toEqual([
    null,
    'warning',
    'warning',
    'critical',
  ]);
  expect(brokenLimit(limits, null)).toBeNull();
});
