import { expect, test, vi } from 'vitest';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { rackStates } from '../../canvas/heat/rack-paint.ts';
import { floorKey } from './floor-keys.ts';
import { alarmsWithin, floorMarks, worstMarks } from './floor-marks.ts';
import { layerFold } from './layer-fold.ts';
import { floorOf, roomsOf } from './plan-from-world.ts';
import { type Inventory, sensorFor } from './rack-sensors.ts';
import { rackWords } from './rack-words.ts';

const id = (text: string): EntityId => text as EntityId;
const thing = ([kind, name, parent]: readonly [Kind, string, string | null], spec: object): Entity =>
  ({ kind, id: name, name, parent, links: {}, aliases: {}, spec }) as unknown as Entity;
const sensor = (name: string, parent: string, [metric, place]: readonly [string, string]): Entity =>
  thing(['sensor', name, parent], { metric, place, source: 'bot' });
const rack = (name: string, x: number): Entity =>
  thing(['rack', name, 'row-1'], {
    position: { x, y: 2 },
    width: 0.6,
    depth: 1.2,
    facing: 'south',
    heightU: 42,
    ratedPower: 8,
  });

const entities = [
  thing(['site', 'site-1', null], { timezone: 'UTC' }),
  thing(['room', 'room-1', 'site-1'], { width: 8, depth: 6, envelope: 'A1' }),
  thing(['row', 'row-1', 'room-1'], { containment: 'none' }),
  rack('rack-1', 2),
  rack('rack-2', 2.8),
  rack('rack-3', 3.6),
  thing(['pdu', 'pdu-1', 'rack-2'], { feed: 'A' }),
  thing(['crac', 'crac-1', 'room-1'], { position: { x: 0, y: 3 } }),
  sensor('sensor-1', 'rack-1', ['temperature', 'rear-middle']),
  sensor('sensor-2', 'rack-1', ['temperature', 'front-middle']),
  sensor('sensor-3', 'rack-2', ['temperature', 'rear-middle']),
  sensor('sensor-4', 'rack-1', ['power', 'middle']),
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
const room = roomsOf(inventory)[0] as EntityOf<'room'>;
const floor = floorOf(inventory, room);

const alarm = (
  number: number,
  source: string,
  [severity, state]: readonly [Alarm['severity'], Alarm['state']],
): Alarm =>
  ({
    id: `alarm-${number}`,
    source,
    severity,
    state,
    raisedAt: number,
    message: 'Too warm',
  }) as unknown as Alarm;

const pace = (speed: number) => ({ speed, stretch: 1 });

test('FR-120-112 a rack is shown by the sensor in front at half height, else by its first one', () => {
  expect(sensorFor(inventory, id('rack-1'), 'temperature')?.id).toBe('sensor-2');
  expect(sensorFor(inventory, id('rack-2'), 'temperature')?.id).toBe('sensor-3');
  expect(sensorFor(inventory, id('rack-3'), 'temperature')).toBeNull();
});

test('FR-120-112 readings land on their racks; a rack without a sensor stays unread', () => {
  const fold = layerFold(floor, 'inlet');
  expect(fold.sensors).toEqual(['sensor-2', 'sensor-3']);
  const frame = {
    view: 1,
    at: 0,
    values: Float32Array.of(24, Number.NaN),
    ages: Float32Array.of(2, 0),
    qualities: Uint8Array.of(0, 0),
  };
  const readings = fold.fold(frame, pace(1));
  expect(readings.values[0]).toBe(24);
  expect([...readings.states]).toEqual([rackStates.fresh, rackStates.unread, rackStates.unread]);
});

test('FR-120-104 readings that are too old, said to be stale, or cut off by a lost line are stale', () => {
  const fold = layerFold(floor, 'inlet');
  const frame = {
    view: 1,
    at: 0,
    values: Float32Array.of(24, 25),
    ages: Float32Array.of(600, 1),
    qualities: Uint8Array.of(0, 0),
  };
  expect([...fold.fold(frame, pace(1)).states]).toEqual([
    rackStates.stale,
    rackStates.fresh,
    rackStates.unread,
  ]);
  expect([...fold.fold(frame, pace(1000)).states]).toEqual([
    rackStates.fresh,
    rackStates.fresh,
    rackStates.unread,
  ]);
  expect([...fold.fold({ ...frame, qualities: Uint8Array.of(2, 0) }, pace(1000)).states][0]).toBe(
    rackStates.stale,
  );
  fold.fold(frame, pace(1000));
  expect([...fold.lose().states]).toEqual([rackStates.stale, rackStates.stale, rackStates.unread]);
});

test('FR-120-105 a unit placed on a wall is drawn inside the room', () => {
  const unit = floor.plan.units[0];
  expect(unit?.kind).toBe('crac');
  expect((unit?.x ?? 0) - (unit?.width ?? 0) / 2).toBeGreaterThan(0);
});

test('FR-120-114 only layers that some rack can tell are offered', () => {
  expect(floor.layers).toEqual(['inlet', 'outlet', 'delta', 'power', 'headroom', 'space', 'alarms']);
});

test('FR-120-110 an alarm of what is inside a rack marks the rack, resolved ones mark nothing', () => {
  const alarms = [
    alarm(1, 'pdu-1', ['minor', 'ACTIVE']),
    alarm(2, 'rack-1', ['critical', 'RESOLVED']),
    alarm(3, 'crac-1', ['major', 'ACKNOWLEDGED']),
  ];
  const worst = worstMarks(inventory.entities, alarms);
  const marks = floorMarks(floor.plan, worst);
  expect(marks.racks).toEqual([null, { severity: 'minor', acknowledged: false }, null]);
  expect(marks.units.get('crac-1')).toEqual({ severity: 'major', acknowledged: true });
});

test('FR-120-122 the worst alarm below a thing is carried up to its room and its site', () => {
  const alarms = [alarm(1, 'pdu-1', ['minor', 'ACTIVE']), alarm(2, 'crac-1', ['major', 'ACKNOWLEDGED'])];
  const worst = worstMarks(inventory.entities, alarms);
  expect(worst.get(id('row-1'))?.severity).toBe('minor');
  expect(worst.get(id('room-1'))).toEqual({ severity: 'major', acknowledged: true });
  expect(worst.get(id('site-1'))?.severity).toBe('major');
});

test('FR-120-119 the alarms of a thing are its own and those inside it, gravest first', () => {
  const alarms = [
    alarm(1, 'pdu-1', ['minor', 'ACTIVE']),
    alarm(2, 'rack-2', ['critical', 'ACTIVE']),
    alarm(3, 'rack-1', ['critical', 'ACTIVE']),
  ];
  expect(alarmsWithin(inventory.entities, alarms, id('rack-2')).map((one) => one.id)).toEqual([
    'alarm-2',
    'alarm-1',
  ]);
});

function keyMeans(cursor: EntityId | null) {
  return {
    stage: { walk: vi.fn(() => id('rack-2')), fit: vi.fn(), zoomBy: vi.fn(), panBy: vi.fn() },
    cursor,
    moveCursor: vi.fn(),
    select: vi.fn(),
    acknowledge: vi.fn(),
    edit: {
      isOn: false,
      hasChosen: false,
      nudge: vi.fn(),
      turn: vi.fn(),
      putDown: vi.fn(),
      toggle: vi.fn(),
      remove: vi.fn(),
      stepBack: vi.fn(() => false),
      chooseAll: vi.fn(),
      rope: null,
    },
  };
}

test('FR-120-404 while something is chosen in edit mode, arrows nudge it, r turns it, Enter puts it down', () => {
  const means = keyMeans(id('rack-1'));
  const editing = { ...means, edit: { ...means.edit, isOn: true, hasChosen: true } };
  const press = (key: string, shiftKey = false): boolean => floorKey({ key, shiftKey }, editing);
  press('ArrowRight');
  press('ArrowUp', true);
  expect(editing.edit.nudge.mock.calls).toEqual([[{ x: 0.1, y: 0 }], [{ x: 0, y: -0.6 }]]);
  press('r');
  press('Enter');
  press('Delete');
  expect(editing.edit.turn).toHaveBeenCalledOnce();
  expect(editing.edit.putDown).toHaveBeenCalledOnce();
  expect(editing.edit.remove).toHaveBeenCalledOnce();
  expect(means.select).not.toHaveBeenCalled();
  expect(means.moveCursor).not.toHaveBeenCalled();
});

test('FR-120-404 with nothing chosen the same keys walk and open, and Escape steps back before it deselects', () => {
  const means = keyMeans(id('rack-1'));
  const editing = { ...means, edit: { ...means.edit, isOn: true, stepBack: vi.fn(() => true) } };
  floorKey({ key: 'ArrowRight', shiftKey: false }, editing);
  expect(means.moveCursor).toHaveBeenCalledWith('rack-2');
  floorKey({ key: ' ', shiftKey: false }, editing);
  expect(means.edit.toggle).toHaveBeenCalledWith('rack-1');
  floorKey({ key: 'Escape', shiftKey: false }, editing);
  expect(means.select).not.toHaveBeenCalled();
  floorKey({ key: 'Escape', shiftKey: false }, means);
  expect(means.select).toHaveBeenCalledWith(null);
});

test('FR-120-108 keys walk, pan, zoom, open and acknowledge, and leave other keys alone', () => {
  const means = keyMeans(id('rack-1'));
  const press = (key: string, shiftKey = false): boolean => floorKey({ key, shiftKey }, means);
  expect(press('ArrowRight')).toBe(true);
  expect(means.moveCursor).toHaveBeenCalledWith('rack-2');
  press('ArrowLeft', true);
  expect(means.stage.panBy).toHaveBeenCalledWith({ x: 80, y: 0 });
  press('+');
  press('0');
  press('Enter');
  press('a');
  expect(means.stage.zoomBy).toHaveBeenCalledWith(1.25);
  expect(means.stage.fit).toHaveBeenCalledOnce();
  expect(means.select).toHaveBeenCalledWith('rack-1');
  expect(means.acknowledge).toHaveBeenCalledWith('rack-1');
  expect(press('q')).toBe(false);
  expect(floorKey({ key: 'a', shiftKey: false }, keyMeans(null))).toBe(false);
});

test('FR-120-114 a rack is said in words: its value, its age where that matters, its alarm', () => {
  const fold = layerFold(floor, 'inlet');
  const frame = {
    view: 1,
    at: 0,
    values: Float32Array.of(33.06, 25),
    ages: Float32Array.of(2, 400),
    qualities: Uint8Array.of(0, 0),
  };
  const readings = fold.fold(frame, pace(1));
  const words = (index: number) =>
    rackWords({
      floor,
      index,
      layer: 'inlet',
      readings,
      mark: index === 0 ? { severity: 'critical', acknowledged: false } : null,
      power: null,
    });
  expect(words(0)).toBe('rack-1: inlet 33.1\u2009°C, critical alarm');
  expect(words(1)).toBe('rack-2: inlet 25.0\u2009°C, 6\u2009min ago');
  expect(words(2)).toBe('rack-3: inlet never read');
});
