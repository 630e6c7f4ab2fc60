import { expect, test, vi } from 'vitest';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { LaneFrame } from '../../../sim/contract/lane-frame.ts';
import type { FloorPlant } from '../../canvas/floor/floor-plant.ts';
import { floorOf } from './plan-from-world.ts';
import { createPlantFold } from './plant-sensors.ts';
import type { Inventory } from './rack-sensors.ts';
import { rackWords } from './rack-words.ts';
import { createPlantHub } from './use-plant.ts';

const thing = ([kind, id, parent]: readonly [Kind, string, string | null], spec: object = {}): Entity =>
  ({ kind, id, name: id, parent, links: {}, aliases: {}, spec }) as unknown as Entity;
const rack = (id: string, x: number): Entity =>
  thing(['rack', id, 'row'], {
    position: { x, y: 2 },
    width: 0.6,
    depth: 1.2,
    facing: 'south',
    heightU: 42,
    ratedPower: 8,
  });
const sensor = (
  id: string,
  parent: string,
  [metric, place, more]: readonly [string, string, object?],
): Entity => thing(['sensor', id, parent], { metric, place, source: 'bot', ...more });

const entities = [
  thing(['site', 'site', null]),
  thing(['room', 'room', 'site'], { width: 8, depth: 6, envelope: 'A1', height: 3 }),
  thing(['row', 'row', 'room'], { containment: 'none' }),
  rack('own', 2),
  rack('fed', 2.8),
  rack('mute', 3.6),
  sensor('own-state', 'own', ['state', 'middle']),
  thing(['pdu', 'pdu-a', 'fed'], { feed: 'A' }),
  thing(['pdu', 'pdu-b', 'fed'], { feed: 'B' }),
  sensor('a-state', 'pdu-a', ['state', 'middle']),
  sensor('b-state', 'pdu-b', ['state', 'middle']),
  thing(['pdu', 'pdu-c', 'mute'], { feed: 'A' }),
  thing(['crac', 'crac', 'room'], { position: { x: 1, y: 3 } }),
  sensor('crac-state', 'crac', ['state', 'middle']),
  thing(['panel', 'panel', 'room'], { position: { x: 6, y: 1 } }),
  thing(['panel', 'placeless', 'room'], {}),
  sensor('leak', 'room', ['leak', 'north', { position: { x: 1, y: 1 } }]),
  sensor('somewhere', 'room', ['leak', 'middle']),
  sensor('rope', 'crac', [
    'leak',
    'rope',
    {
      path: [
        { x: 0.2, y: 2 },
        { x: 2, y: 2 },
        { x: 2, y: 4 },
      ],
    },
  ]),
  sensor('rope-at', 'crac', ['leak-distance', 'rope']),
];
const inventory: Inventory = {
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  children: new Map(
    [...Map.groupBy(entities, (entity) => entity.parent ?? ('' as const))].map(([key, list]) => [
      key,
      list.map(({ id }) => id),
    ]),
  ),
};
const floor = floorOf(inventory, inventory.entities.get('room' as EntityId) as EntityOf<'room'>);
const { order, fold: foldFrame } = createPlantFold(floor.plant);

function fold(values: Readonly<Record<string, number>>, stale: readonly string[] = []): FloorPlant {
  const frame: LaneFrame = {
    view: 1,
    at: 0,
    values: Float32Array.from(order, (id) => values[id] ?? Number.NaN),
    ages: new Float32Array(order.length),
    qualities: Uint8Array.from(order, (id) => (stale.includes(id) ? 2 : 0)),
  };
  return foldFrame(frame);
}
const power = (values: Readonly<Record<string, number>>, stale: readonly string[] = []) =>
  fold(values, stale).racks;

test('FR-120-213 a rack is dark or on one feed as its own state says, else as its rack PDUs say', () => {
  expect(power({ 'own-state': 2, 'a-state': 1, 'b-state': 1 })).toEqual([null, null, null]);
  expect(power({ 'own-state': 1, 'a-state': 1, 'b-state': 0 })).toEqual(['one-feed', 'one-feed', null]);
  expect(power({ 'own-state': 0, 'a-state': 2, 'b-state': 0 })).toEqual(['dark', 'dark', null]);
});

test('FR-120-213 a rack whose feeds nobody knows is not marked', () => {
  expect(power({ 'a-state': 0 })).toEqual([null, null, null]);
  expect(power({ 'a-state': 0, 'b-state': 0 }, ['b-state'])).toEqual([null, null, null]);
});

test('FR-120-214 a unit shows its word only where it is not normal; only leak sensors with a place are drawn', () => {
  expect(floor.plan.units.map(({ id }) => id)).toEqual(['crac', 'panel']);
  expect(floor.plan.leaks.map(({ id, x, y }) => [id, x, y])).toEqual([
    ['leak', 1, 1],
    ['rope', 0.2, 2],
  ]);
  expect([...fold({ 'crac-state': 1, leak: 0 }).units]).toEqual([]);
  const bad = fold({ 'crac-state': 4, leak: 1 });
  expect([...bad.units]).toEqual([['crac', { word: 'no power', severity: 'critical' }]]);
  expect([...bad.wet]).toEqual([['leak', null]]);
});

test('FR-120-540 a wet rope tells at how many metres, and not before it knows; where it moves, listeners hear', () => {
  expect([...fold({ rope: 1, 'rope-at': 2.5 }).wet]).toEqual([['rope', 2.5]]);
  expect([...fold({ rope: 1, 'rope-at': 0 }).wet]).toEqual([['rope', null]]);
  expect([...fold({ rope: 1, 'rope-at': 2.5 }, ['rope-at']).wet]).toEqual([['rope', null]]);
  expect([...fold({ rope: 0, 'rope-at': 2.5 }).wet]).toEqual([]);
  const hub = createPlantHub();
  const listener = vi.fn();
  hub.listen(listener);
  hub.put(fold({ rope: 1, 'rope-at': 2.5 }));
  hub.put(fold({ rope: 1, 'rope-at': 2.5 }));
  hub.put(fold({ rope: 1, 'rope-at': 2.6 }));
  expect(listener).toHaveBeenCalledTimes(3);
});

test('FR-120-215 who listens hears of a change, not of each frame', () => {
  const hub = createPlantHub();
  const listener = vi.fn();
  const quit = hub.listen(listener);
  hub.put(fold({ 'own-state': 0 }));
  hub.put(fold({ 'own-state': 0 }));
  expect(listener).toHaveBeenCalledTimes(2);
  hub.put(fold({ 'own-state': 0, leak: 1 }));
  expect(listener).toHaveBeenCalledTimes(3);
  quit();
  hub.put(fold({}));
  expect(listener).toHaveBeenCalledTimes(3);
  expect(hub.latest().wet.size).toBe(0);
});

test('FR-120-219 a rack without power, or on one feed, is said to be so when the keyboard reaches it', () => {
  const words = (state: 'dark' | 'one-feed') =>
    rackWords({ floor, index: 0, layer: 'inlet', readings: null, mark: null, power: state });
  expect(words('dark')).toBe('own: inlet never read, dark, without power');
  expect(words('one-feed')).toBe('own: inlet never read, on one feed');
});
