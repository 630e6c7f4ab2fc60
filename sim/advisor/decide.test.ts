import { expect, test } from 'vitest';
import type { Recommendation } from '../contract/advisor.ts';
import type { EntityId } from '../contract/ids.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../kernel/snapshot.ts';
import type { World } from '../kernel/world.ts';
import { did, put, smallLab } from '../testing/small-lab.ts';
import { memoryOf } from './lessons.ts';
import { savedBy, savingNow } from './saved.ts';

const site = 'site-1' as EntityId;
const unit = 'crac-1' as EntityId;

const raise = (to: number): Recommendation => ({
  target: unit,
  verb: 'set-point',
  from: 22,
  to,
  rule: 'cool-room',
  reason: 'No inlet was above 22.2 °C.',
  facts: { inlet: 22.2 },
  saving: 0.4,
  savingDay: 9.6,
  confidence: 0.6,
  guard: { room: 'room-1' as EntityId, inletMost: 27 },
  doneBy: 'anyone',
});

const advised = (): World => {
  const world = smallLab({ seed: '7', racks: 2 });
  did(world, { type: 'advisor.switch', site, mode: 'advise' });
  did(world, { type: 'advisor.propose', site, items: [raise(23)] });
  return world;
};

const setpoint = (world: World): unknown => world.inventory.get(unit)?.spec;
const stateOf = (world: World, id: string): string | undefined => world.advice.advice.get(id as never)?.state;
const advice = (id: string) => id as never;

test('FR-130-315 what is recommended is kept in the world, keeps its id while it is true, and is withdrawn when it is not', () => {
  const world = advised();
  expect(did(world, { type: 'advisor.propose', site, items: [raise(23)] }).events).toEqual([]);
  const { ids } = did(world, { type: 'advisor.propose', site, items: [raise(22.5)] });
  expect(ids).toEqual(['advice-2']);
  expect([stateOf(world, 'advice-1'), stateOf(world, 'advice-2')]).toEqual(['withdrawn', 'open']);
  did(world, { type: 'advisor.switch', site, mode: 'off' });
  expect(stateOf(world, 'advice-2')).toBe('withdrawn');
  expect(put(world, { type: 'advisor.propose', site, items: [] })).toMatchObject({
    refusal: { code: 'wrong-state' },
  });
});

test('FR-130-316 applying tells the unit in the same turn of the door, undoing puts back what stood there', () => {
  const world = advised();
  did(world, { type: 'advisor.apply', id: advice('advice-1') });
  expect(setpoint(world)).toMatchObject({ setpoint: 23 });
  expect(world.advice.advice.get(advice('advice-1'))).toMatchObject({ state: 'applied', appliedBy: 'test' });
  did(world, { type: 'advisor.undo', id: advice('advice-1'), reason: 'An inlet rose to 27.4 °C' });
  expect(setpoint(world)).toMatchObject({ setpoint: 22 });
  expect(world.advice.advice.get(advice('advice-1'))).toMatchObject({
    state: 'undone',
    because: 'An inlet rose to 27.4 °C',
  });
});

test('FR-130-316 what other hands have changed since is not put back', () => {
  const world = advised();
  did(world, { type: 'advisor.apply', id: advice('advice-1') });
  did(world, { type: 'inventory.change', id: unit, spec: { setpoint: 19 } });
  did(world, { type: 'advisor.undo', id: advice('advice-1'), reason: 'Too warm' });
  expect(setpoint(world)).toMatchObject({ setpoint: 19 });
  expect(stateOf(world, 'advice-1')).toBe('over');
});

test('FR-130-316 switches are plant orders, and a stale advice is refused', () => {
  const world = advised();
  const rest: Recommendation = { ...raise(0), verb: 'unit-off', from: 1, rule: 'rest-unit', doneBy: 'hand' };
  did(world, {
    type: 'advisor.propose',
    site,
    items: [raise(23), { ...rest, target: 'crac-2' }],
  });
  did(world, { type: 'advisor.apply', id: advice('advice-2') });
  expect(world.orders).toEqual([{ target: 'crac-2', verb: 'unit-off', value: null }]);
  did(world, { type: 'inventory.change', id: unit, spec: { setpoint: 20 } });
  expect(put(world, { type: 'advisor.apply', id: advice('advice-1') })).toMatchObject({
    refusal: { code: 'wrong-state', message: 'crac-01 is set to 20 °C by now, not 22 °C' },
  });
});

test('FR-130-316 what cannot be is refused with what, where and how', () => {
  const world = advised();
  const code = (command: Parameters<typeof put>[1]): unknown => put(world, command);
  expect(code({ type: 'advisor.switch', site: unit, mode: 'act' })).toMatchObject({
    refusal: { code: 'unknown-entity' },
  });
  expect(code({ type: 'advisor.apply', id: advice('advice-9') })).toMatchObject({
    refusal: { code: 'not-found', where: 'id' },
  });
  expect(code({ type: 'advisor.undo', id: advice('advice-1'), reason: 'x' })).toMatchObject({
    refusal: { code: 'wrong-state' },
  });
  const items = [{ ...raise(23), target: 'rack-1' as EntityId }];
  expect(code({ type: 'advisor.propose', site, items })).toMatchObject({ refusal: { where: 'items[0]' } });
});

test('FR-130-317 advice is part of a snapshot: restored, the world is the same to the bit', () => {
  const world = advised();
  did(world, { type: 'advisor.apply', id: advice('advice-1') });
  const again = restoreSnapshot(takeSnapshot(world));
  expect(worldHash(again)).toBe(worldHash(world));
  expect(again.advice.modes.get(site)).toBe('advise');
  const { ids } = did(again, { type: 'advisor.propose', site, items: [raise(24)] });
  expect(ids).toEqual(['advice-2']);
});

test('FR-130-318 what was dismissed is not said again that day, what was applied is left to settle', () => {
  const world = advised();
  const now = world.now();
  did(world, { type: 'advisor.dismiss', id: advice('advice-1'), reason: 'Serviced today' });
  expect(memoryOf(world.advice, site, now + 3_600_000).resting).toEqual([
    { target: unit, rule: 'cool-room' },
  ]);
  expect(memoryOf(world.advice, site, now + 25 * 3_600_000).resting).toEqual([]);
  did(world, { type: 'advisor.propose', site, items: [raise(24)] });
  did(world, { type: 'advisor.apply', id: advice('advice-2') });
  expect(memoryOf(world.advice, site, now + 60_000).resting).toContainEqual({ target: unit, rule: null });
});

test('FR-130-319 kWh saved are counted by day and month, what was measured apart from what follows from it', () => {
  const world = advised();
  did(world, { type: 'advisor.apply', id: advice('advice-1') });
  const from = world.now();
  const hour = 3_600_000;
  const to = (from + hour) as typeof from;
  const trend = { with: [1.3], without: [1.33] };
  const measured = { from, to, with: 20, without: 22, rate: 2.5, pueWith: 1.3, pueWithout: 1.33, trend };
  did(world, { type: 'advisor.measured', id: advice('advice-1'), measured });
  const all = [...world.advice.advice.values()];
  const since = { today: from + hour / 2, month: from - hour, now: from + 3 * hour };
  expect(savedBy(all, since)).toEqual({
    today: { measured: 1, projected: 5 },
    month: { measured: 2, projected: 5 },
  });
  expect(savingNow(all)).toBe(2.5);
  expect(memoryOf(world.advice, site, to).lessons[0]?.share).toBe(1.5);
});
