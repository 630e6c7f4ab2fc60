import { expect, test } from 'vitest';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import { rackStates } from '../../canvas/heat/rack-paint.ts';
import { timeRange } from './floor-time.ts';
import { layerFold, stillReadings } from './layer-fold.ts';
import { floorOf } from './plan-from-world.ts';
import type { Inventory } from './rack-sensors.ts';
import { groupText, rackWords } from './rack-words.ts';
import { createAirFold, flowOf } from './room-air.ts';
import { withSpace } from './use-space.ts';
import { frameOf, sensorsOfThen, thenOf } from './use-then.ts';

type Named = readonly [kind: Kind, id: string, parent: string | null];
const thing = ([kind, id, parent]: Named, spec: object = {}): Entity =>
  ({ kind, id, name: id, parent, links: {}, aliases: {}, spec }) as unknown as Entity;
const rack = (id: string, y: number, more: object = {}): Entity =>
  thing(['rack', id, 'row-1'], {
    position: { x: 2, y },
    width: 0.6,
    depth: 1.2,
    facing: y < 3 ? 'south' : 'north',
    heightU: 42,
    ratedPower: 8,
    ...more,
  });
const sensor = (id: string, parent: string, [metric, place]: readonly [string, string]): Entity =>
  thing(['sensor', id, parent], { metric, place, source: 'bot' });

const entities = [
  thing(['site', 'site-1', null]),
  thing(['room', 'room-1', 'site-1'], { width: 8, depth: 8, envelope: 'A1' }),
  thing(['row', 'row-1', 'room-1'], { containment: 'cold-aisle' }),
  rack('r1', 2, { asset: { service: 'Shop', owner: 'Ops' } }),
  rack('r2', 4.4, { asset: { service: 'Mail' } }),
  rack('r3', 6.9),
  thing(['pdu', 'pdu-a', 'r1'], { ratedPower: 11, breaker: 16, phases: 'three' }),
  thing(['pdu', 'pdu-b', 'r1'], { ratedPower: 11, breaker: 16, phases: 'L1' }),
  thing(['crac', 'crac-1', 'room-1'], { position: { x: 7, y: 3 } }),
  sensor('in-1', 'r1', ['temperature', 'front-middle']),
  sensor('out-1', 'r1', ['temperature', 'rear-middle']),
  sensor('kw-1', 'r1', ['power', 'middle']),
  sensor('in-2', 'r2', ['temperature', 'front-middle']),
  sensor('flow', 'crac-1', ['airflow', 'middle']),
];
const inventory: Inventory = {
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  children: new Map(
    [...Map.groupBy(entities, (entity) => entity.parent ?? ('' as const))].map(([key, list]) => [
      key,
      list.map((one) => one.id),
    ]),
  ),
};
const floor = floorOf(inventory, inventory.entities.get('room-1' as never) as EntityOf<'room'>);
const pace = { speed: 1, stretch: 1 };
const frame = (values: readonly number[], ages: readonly number[] = []) => ({
  values: Float32Array.from(values),
  ages: Float32Array.from(values, (_, index) => ages[index] ?? 1),
  qualities: new Uint8Array(values.length),
});

test('FR-120-395 the difference needs both sensors, and is as old as the older of them', () => {
  const fold = layerFold(floor, 'delta');
  expect(fold.sensors).toEqual(['out-1', 'in-1']);
  const readings = fold.fold(frame([36, 24], [1, 500]), pace);
  expect(readings.values[0]).toBe(12);
  expect([...readings.states]).toEqual([rackStates.stale, rackStates.unread, rackStates.unread]);
  expect(readings.ages[0]).toBe(500);
});

test('FR-120-395 headroom is what the least of rack, rack PDU and breaker bears, less the load', () => {
  // 16 A on one phase of 230 V: 3.68 kW.
  expect(floor.facts.limits[0]).toBeCloseTo(3.68);
  expect(floor.facts.limits[1]).toBe(8);
  const readings = layerFold(floor, 'headroom').fold(frame([3]), pace);
  expect(readings.values[0]).toBeCloseTo(0.68);
  expect(readings.ratings[0]).toBeCloseTo(3.68);
});

test('FR-120-395 space is what the host counted, and not nought before; alarms the worst and how many', () => {
  const alarms = {
    worst: [{ severity: 'major', acknowledged: true } as const, null, null],
    counts: [3, 0, 0],
  };
  const counted = withSpace(
    floor,
    new Map([
      ['r1', 0],
      ['r2', 24],
    ] as never),
  );
  const space = stillReadings(counted, 'space', alarms);
  expect([...space.values]).toEqual([0, 24, Number.NaN]);
  expect(space.states[2]).toBe(rackStates.unread);
  expect([...space.ratings]).toEqual([42, 42, 42]);
  const told = stillReadings(floor, 'alarms', alarms);
  expect([...told.values]).toEqual([3, 0, 0]);
  expect(told.words).toEqual(['3', '', '']);
});

test('FR-120-396 a rack belongs to what its card says, and to nothing where nobody said', () => {
  expect(floor.facts.groups.service).toEqual({ names: ['Mail', 'Shop'], of: [1, 0, null] });
  expect(stillReadings(floor, 'service', { worst: [], counts: [] }).words).toEqual(['B', 'A', '']);
  expect([0, 1, 2].map((index) => groupText(floor, 'service', index))).toEqual(['Shop', 'Mail', 'not said']);
  const said = rackWords({ floor, index: 0, layer: 'owner', readings: null, mark: null, power: null });
  expect(said).toBe('r1: owner Ops');
});

test('FR-120-399 sensors are drawn at the face they sit at, those of a unit or without a face are not', () => {
  const spots = new Map(floor.plan.sensors.map((spot) => [spot.id as string, spot]));
  expect([...spots.keys()]).toEqual(['in-1', 'out-1', 'in-2']);
  expect(spots.get('in-1')).toMatchObject({ x: 2, y: 2.6 });
  expect(spots.get('out-1')).toMatchObject({ x: 2, y: 1.4 });
});

test('FR-120-397 a cold aisle’s mean is that of the inlets along it; what is stale does not count', () => {
  const fold = createAirFold(floor, inventory, 'means');
  expect(fold.order).toEqual(['in-1', 'in-2', 'out-1']);
  expect(floor.plan.aisles[0]).toMatchObject({ kind: 'cold', isContained: true });
  expect(fold.fold(frame([22, 24, 36]))).toMatchObject({ aisles: [23], cold: 23, hot: null });
  const stale = { ...frame([22, 24, 36]), qualities: Uint8Array.of(0, 2, 0) };
  expect(fold.fold(stale).cold).toBe(22);
});

test('FR-120-398 flow comes from power and difference where nothing measures it, and from units that do', () => {
  const fold = createAirFold(floor, inventory, 'flows');
  const index = new Map(fold.order.map((one, at) => [one as string, at]));
  const values = Array.from({ length: fold.order.length }, () => Number.NaN);
  values.splice(index.get('in-1') ?? 0, 1, 24);
  values.splice(index.get('out-1') ?? 0, 1, 35);
  values.splice(index.get('kw-1') ?? 0, 1, 5);
  values.splice(index.get('flow') ?? 0, 1, 12_000);
  const air = fold.fold(frame(values));
  expect(air.racks[0]).toBeCloseTo((5 * 3600) / (1.206 * 11), 0);
  expect(air.racks[1]).toBeNull();
  expect([...air.units]).toEqual([['crac-1', 12_000]]);
  expect(flowOf(5, 1)).toBeNull();
});

test('FR-120-411 what the historian knew is folded like the present; what it did not know is unread', () => {
  const sensors = sensorsOfThen(floor, 'delta');
  expect(sensors).toEqual(['out-1', 'in-1', 'in-2']);
  const past = thenOf(sensors, { at: 1000, values: [36, 25, null], ages: [40, 600, null] });
  const fold = layerFold(floor, 'inlet');
  const readings = fold.fold(frameOf(past, fold.sensors), { speed: Number.MAX_SAFE_INTEGER, stretch: 1 });
  expect(readings.values[0]).toBe(25);
  expect([...readings.states]).toEqual([rackStates.fresh, rackStates.unread, rackStates.unread]);
});

test('FR-120-411 the slider has whole steps, ends at the newest and begins no earlier than the lab', () => {
  const epoch = 1_000_000;
  const hour = 3_600_000;
  expect(timeRange('hour', { epoch, now: epoch + 5 * hour })).toEqual({
    from: epoch + 4 * hour,
    to: epoch + 5 * hour,
    step: 60_000,
  });
  expect(timeRange('day', { epoch, now: epoch + 2 * hour })).toMatchObject({
    from: epoch,
    to: epoch + 2 * hour,
  });
  const all = timeRange('all', { epoch, now: epoch + 1000 * hour });
  expect(all.from).toBe(epoch);
  expect((all.to - all.from) / all.step).toBeLessThanOrEqual(1001);
});
