import { expect, test } from 'vitest';
import type { Entity, Facing, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { findAisles } from '../../canvas/floor/aisles.ts';
import type { FloorPlan, RackSpot } from '../../canvas/floor/floor-plan.ts';
import { autoPlace, clearances, continueRow } from './auto-place.ts';
import { cardChanges } from './chosen-forms.tsx';
import { choose, leaveEdit, nudge, stepBack, turn, useFloorEdit } from './floor-edit.ts';
import { caughtBy } from './floor-grips.ts';
import { changesOf, snapped, wantedOf } from './lift.ts';
import { metresIn } from './metres-in.ts';
import { createIds } from './new-item.ts';
import { asNewRows, goesAlong, rackItems, rackNames, rowNames } from './new-things.ts';
import type { Inventory } from './rack-sensors.ts';
import { rackTemplates } from './rack-templates.table.ts';

const id = (text: string): EntityId => text as EntityId;
const rack = (name: string, [x, y]: readonly [number, number], facing: Facing = 'south'): RackSpot => ({
  id: id(name),
  name,
  x,
  y,
  facing,
  ...(facing === 'south' || facing === 'north' ? { width: 0.6, depth: 1.2 } : { width: 1.2, depth: 0.6 }),
});
const planOf = (racks: readonly RackSpot[], size: readonly [number, number] = [8, 8]): FloorPlan => ({
  room: { id: id('room-1'), name: 'Room', width: size[0], depth: size[1] },
  racks,
  units: [
    {
      id: id('crac-1'),
      name: 'CRAC',
      kind: 'crac',
      x: 7.4,
      y: 4,
      width: 1,
      depth: 0.9,
      at: { x: 7.8, y: 4 },
    },
  ],
  aisles: findAisles(racks),
  leaks: [],
  sensors: [],
});
const row = [rack('a1', [2, 2]), rack('a2', [2.6, 2]), rack('a3', [3.2, 2])];
const plan = planOf(row);
const lift = (x: number, y: number, turns = 0) => ({ by: { x, y }, turns });

test('FR-120-402 where things would stand is judged as the host does: walls, and racks that are in the way', () => {
  const [inTheWay] = wantedOf(plan, new Set(['a1']), lift(0.3, 0));
  expect(inTheWay?.problem).toEqual({ kind: 'inside', of: 'a2' });
  const [outside] = wantedOf(plan, new Set(['a1']), lift(-1.8, 0));
  expect(outside?.problem).toEqual({ kind: 'outside' });
  const [beside] = wantedOf(plan, new Set(['a3']), lift(0.6, 0));
  expect(beside?.problem).toBeNull();
  const [unit] = wantedOf(plan, new Set(['crac-1']), lift(0.5, 0));
  expect(unit).toMatchObject({ x: 8.3, problem: { kind: 'outside' } });
});

test('FR-120-402 what moves together is not in its own way, and a turn takes the footprint along', () => {
  const all = wantedOf(plan, new Set(['a1', 'a2', 'a3']), lift(0.6, 0));
  expect(all.map(({ problem }) => problem)).toEqual([null, null, null]);
  const [turned] = wantedOf(plan, new Set(['a3']), lift(1, 0, 1));
  expect(turned).toMatchObject({ facing: 'west', width: 1.2, depth: 0.6, problem: null });
});

test('FR-120-403 several moved are one command, in an order in which each place is free when its turn comes', () => {
  const right = changesOf(plan, wantedOf(plan, new Set(['a1', 'a2', 'a3']), lift(0.6, 0)));
  expect(right.map((change) => change.id)).toEqual(['a3', 'a2', 'a1']);
  expect(right[0]?.spec).toEqual({ position: { x: 3.8, y: 2 }, facing: 'south' });
  const left = changesOf(plan, wantedOf(plan, new Set(['a1', 'a2', 'a3']), lift(-0.6, 0)));
  expect(left.map((change) => change.id)).toEqual(['a1', 'a2', 'a3']);
  const unit = changesOf(plan, wantedOf(plan, new Set(['crac-1']), lift(-1, 0)));
  expect(unit).toEqual([{ id: 'crac-1', spec: { position: { x: 6.8, y: 4 } } }]);
});

test('FR-120-402 a drag snaps the corner of what is held to tenths of a metre, or to tiles', () => {
  const held = rack('a1', [2, 2]);
  expect(snapped(held, { x: 0.33, y: 0.04 }, 'fine')).toEqual({ x: 0.3, y: 0 });
  const { x } = snapped(held, { x: 0.33, y: 0 }, 'tile');
  expect((held.x - held.width / 2 + x) / 0.6).toBeCloseTo(Math.round((held.x - held.width / 2 + x) / 0.6));
});

test('FR-120-404 Escape lets go first, then chooses none, then leaves', () => {
  useFloorEdit.setState({ isOn: true });
  choose([id('a1')]);
  nudge({ x: 0.1, y: 0 });
  nudge({ x: 0.2, y: 0 });
  turn();
  expect(useFloorEdit.getState().lift).toEqual({ by: { x: 0.3, y: 0 }, turns: 1 });
  const steps = [stepBack(), stepBack(), stepBack(), stepBack()];
  expect(steps).toEqual([true, true, true, false]);
  expect(useFloorEdit.getState()).toMatchObject({ isOn: false, lift: null });
  leaveEdit();
});

test('FR-120-408 a rectangle chooses the racks and units whose middle lies in it, whichever way it was drawn', () => {
  expect(caughtBy({ from: { x: 3, y: 3 }, to: { x: 1, y: 1 } }, plan)).toEqual(['a1', 'a2']);
});

const order = { width: 0.6, depth: 1.2, pitch: 0.6 };

test('FR-120-406 proposed racks stand front to front over 1.2 m and back to back over 1 m, clear of everything', () => {
  const empty: FloorPlan = { ...planOf([], [9, 10]), units: [] };
  const places = autoPlace(empty, { ...order, count: 30 });
  expect(places).toHaveLength(30);
  const racks = places.map((place, index) => rack(`n${index}`, [place.x, place.y], place.facing));
  const aisles = findAisles(racks);
  expect(aisles.map(({ kind }) => kind)).toEqual(['cold', 'hot']);
  expect(aisles[0]?.depth).toBeGreaterThanOrEqual(clearances.front - 0.001);
  expect(aisles[1]?.depth).toBeGreaterThanOrEqual(clearances.rear - 0.001);
  const bad = wantedOf({ ...empty, racks }, new Set(racks.map((one) => one.id)), lift(0, 0));
  expect(bad.filter(({ problem }) => problem !== null)).toEqual([]);
});

test('FR-120-406 racks that are there already keep their aisles, and a full room takes none', () => {
  const places = autoPlace(planOf(row, [8, 9]), { ...order, count: 40 });
  const inFront = places.filter(({ y }) => y > 2 && y < 2 + 1.2 + clearances.front - 0.001);
  expect(inFront.filter(({ x }) => x > 1.4 && x < 3.8)).toEqual([]);
  const across = places.filter(({ x, y }) => x > 1.7 && x < 3.5 && y > 4 && y < 5.5);
  expect(new Set(across.map(({ facing }) => facing))).toEqual(new Set(['north']));
  expect(autoPlace(planOf([], [2, 2]), { ...order, count: 4 })).toEqual([]);
});

test('FR-120-406 a row goes on beside its last rack in the way it was built', () => {
  const on = continueRow(row, { ...order, count: 2 });
  expect(on).toEqual([
    { x: 3.8, y: 2, facing: 'south' },
    { x: 4.4, y: 2, facing: 'south' },
  ]);
  expect(continueRow([...row].toReversed(), { ...order, count: 1 })[0]).toMatchObject({ x: 1.4 });
  expect(continueRow([], { ...order, count: 3 })).toEqual([]);
});

type Named = readonly [kind: Kind, name: string, parent: string | null];
const thing = ([kind, name, parent]: Named, spec: object = {}): Entity =>
  ({ kind, id: name, name, parent, links: {}, aliases: {}, spec }) as unknown as Entity;
const entities = [
  thing(['site', 'site-1', null]),
  thing(['room', 'room-1', 'site-1']),
  thing(['row', 'row-4', 'room-1']),
  thing(['rack', 'rack-7', 'row-4'], { asset: { owner: 'Old', tag: 'T1' } }),
  thing(['pdu', 'pdu-1', 'rack-7']),
  thing(['sensor', 'sensor-1', 'pdu-1']),
  thing(['sensor', 'sensor-2', 'rack-7']),
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

test('FR-120-405 new names and ids are free and go on from those that are taken', () => {
  expect(rackNames('A', ['A08', 'A09'], 2)).toEqual(['A10', 'A11']);
  expect(rackNames('C', [], 2)).toEqual(['C01', 'C02']);
  expect(rowNames(['A', 'C'], 3)).toEqual(['B', 'D', 'E']);
  const next = createIds(inventory.entities);
  expect([next('rack'), next('rack'), next('row'), next('crac')]).toEqual([
    'rack-8',
    'rack-9',
    'row-5',
    'crac-1',
  ]);
});

test('FR-120-405 racks are created with a row for each line and sensors for each rack, parents first', () => {
  const racks = asNewRows({ rows: [] }, [
    { x: 1, y: 2, facing: 'south' },
    { x: 1.6, y: 2, facing: 'south' },
    { x: 1, y: 5, facing: 'north' },
  ]);
  const kind = rackTemplates.compute;
  const items = rackItems(inventory, id('room-1'), { racks, kind, feeds: null });
  expect(items.filter((item) => item.kind === 'row').map(({ name }) => name)).toEqual(['A', 'B']);
  expect(items.filter((item) => item.kind === 'rack').map(({ name }) => name)).toEqual(['A01', 'A02', 'B01']);
  expect(items.filter((item) => item.kind === 'sensor')).toHaveLength(12);
  const known = new Set<string>(['room-1']);
  for (const { id: own, parent } of items) {
    expect(known.has(parent ?? '')).toBe(true);
    if (own !== undefined) known.add(own);
  }
});

test('FR-120-407 what goes along with a thing is counted by kind, all the way down', () => {
  expect([...goesAlong(inventory, [id('rack-7')])]).toEqual([
    ['pdu', 1],
    ['sensor', 2],
  ]);
});

test('FR-120-409 an owner is set on racks alone and leaves the rest of their card as it is', () => {
  const changes = cardChanges(inventory, [id('rack-7'), id('pdu-1')], { owner: 'New', service: '' });
  expect(changes).toEqual([{ id: 'rack-7', spec: { asset: { owner: 'New', tag: 'T1' } } }]);
});

test('FR-120-404 metres are read with a point or a comma, and nothing else is taken for metres', () => {
  expect(['1.5', ' 2,25 ', '0', '', '-1', 'x', 'Infinity'].map(metresIn)).toEqual([
    1.5,
    2.25,
    0,
    null,
    null,
    null,
    null,
  ]);
});
