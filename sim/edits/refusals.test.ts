import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import type { World } from '../kernel/world.ts';
import { did as built, smallLab } from '../testing/small-lab.ts';
import { listEdits } from './decide.ts';
import { ben, carl, did, id, make, put, rack, redo, refusalOf, server, undo } from './edits.fixture.ts';

const lab = (): World => smallLab({ seed: '1', racks: 3 });
const moveTo = (rackId: string, x: number): CommandInput => ({
  type: 'inventory.move',
  id: id(rackId),
  position: { x, y: 6 },
});
const change = (thing: string, spec: Record<string, unknown>): CommandInput => ({
  type: 'inventory.change',
  id: id(thing),
  spec,
});

test('FR-010-073 a thing that somebody changed since is not undone over their heads: the refusal names it, them and the way out', () => {
  const world = lab();
  did(world, moveTo('rack-1', 20));
  did(world, change('rack-1', { ratedPower: 9 }), ben);
  expect(refusalOf(put(world, undo()))).toEqual({
    code: 'changed-since',
    message: 'rack A01 (rack-1) was changed since by ben (Change rack A01, edit-2)',
    hint: 'Undo edit-2 first.',
  });
  did(world, undo(), ben);
  did(world, undo());
  expect(refusalOf(put(world, redo(), ben))).toMatchObject({
    message: 'rack A01 (rack-1) was changed since by anna (undid “Move rack A01”, edit-1)',
    hint: 'Redo edit-1 first.',
  });
});

test('FR-010-073 what no edit that is remembered changed is said to be so', () => {
  const world = lab();
  did(world, change('crac-1', { setpoint: 20 }));
  built(world, change('crac-1', { setpoint: 25 }));
  expect(refusalOf(put(world, undo()))).toMatchObject({
    code: 'changed-since',
    message: 'crac crac-01 (crac-1) was changed since, by no edit that is still remembered',
    hint: 'Change it by hand.',
  });
});

test('FR-010-074 a creation is not undone while it holds, feeds or concerns what others made: they are named', () => {
  const world = lab();
  did(world, make(rack(9, 30)));
  did(world, make(server('guest', 'rack-4', 1)), ben);
  expect(refusalOf(put(world, undo()))).toEqual({
    code: 'not-empty',
    message: 'N9 holds guest (device-4) now',
    hint: 'Undo edit-2 (Create device guest, by ben) first.',
  });
  did(world, undo(), ben);
  const pdu = { kind: 'pdu', parent: id('rack-4'), spec: { model: 'm', feed: 'A', ratedPower: 8 } };
  const ups = {
    kind: 'ups',
    parent: id('room-1'),
    spec: { model: 'm', ratedPower: 50, position: { x: 1, y: 1 } },
  };
  did(world, undo());
  did(world, make({ ...ups, name: 'ups-a' }));
  did(
    world,
    make(rack(9, 30), { ...pdu, name: 'a', parent: id('rack-5'), links: { fedBy: [id('ups-1')] } }),
    ben,
  );
  expect(refusalOf(put(world, undo()))).toMatchObject({
    code: 'wrong-state',
    message: 'a (pdu-1) is linked to ups-a now',
    hint: 'Undo edit-4 (Create 2 things, by ben) first.',
  });
});

test('FR-010-074 a sensor that was taken out of service since does not vanish with that word', () => {
  const world = lab();
  const sensor = {
    kind: 'sensor',
    name: 'smoke',
    parent: id('room-1'),
    spec: { metric: 'smoke', place: 'middle', source: 'bot' },
  };
  const [made] = did(world, make(sensor)).ids;
  did(world, { type: 'alarm.service', sensor: id(made ?? ''), service: 'out', reason: 'dust' }, ben);
  expect(refusalOf(put(world, undo()))).toMatchObject({
    code: 'changed-since',
    hint: 'Put it back in service first.',
  });
});

test('FR-010-075 the rules of the inventory hold for what an undo brings about', () => {
  const world = lab();
  did(world, { type: 'inventory.remove', id: id('rack-1'), contents: 'cascade' });
  did(world, make(rack(9, 1)), ben);
  did(world, moveTo('rack-4', 2), ben);
  // The floor is taken in part.
  did(world, { type: 'inventory.move', id: id('rack-4'), position: { x: 1, y: 2 } }, ben);
  expect(refusalOf(put(world, undo()))).toMatchObject({
    code: 'slot-taken',
    message: 'A01 would stand in N9',
  });
  did(world, moveTo('rack-4', 8), ben);
  did(world, { type: 'inventory.change', id: id('rack-4'), name: 'A01' }, ben);
  expect(refusalOf(put(world, undo()))).toMatchObject({ code: 'name-taken' });
  did(world, undo(), ben);
  did(world, undo());
  const again = world.inventory.get(id('rack-1'));
  expect(again).toMatchObject({ name: 'A01', aliases: { uuid: expect.any(String) as string } });
  expect([...world.inventory.childrenOf(id('rack-1'))].map((one) => one.id)).toEqual([
    'sensor-1',
    'device-1',
  ]);
});

test('FR-010-075 a row does not go back to its room once it holds something', () => {
  const world = lab();
  const room = {
    kind: 'room',
    name: 'room2',
    parent: id('site-1'),
    spec: { width: 50, depth: 8, envelope: 'A1' },
  };
  did(world, make(room, { kind: 'row', name: 'B', parent: id('room-2'), spec: { containment: 'none' } }));
  did(world, { type: 'inventory.move', id: id('row-2'), parent: id('room-1') });
  did(world, make({ ...rack(9, 40), parent: id('row-2') }), ben);
  expect(refusalOf(put(world, undo()))).toMatchObject({
    code: 'not-empty',
    message: 'B holds things now; a row moves only when empty',
  });
});

test('FR-010-076 what others did is undone by its id, and only by an admin', () => {
  const world = lab();
  did(world, { type: 'alarm.service', sensor: id('sensor-1'), service: 'out', reason: 'dust' }, carl);
  did(world, { type: 'lab.rename', name: 'Mine' });
  expect(refusalOf(put(world, undo(), ben))).toMatchObject({ code: 'not-found' });
  expect(refusalOf(put(world, undo('edit-2'), carl))).toMatchObject({
    code: 'not-allowed',
    message: 'edit-2 (Rename the lab to Mine) is by anna, not by carl',
  });
  expect(did(world, undo('edit-1'), ben).ids).toEqual(['edit-1']);
  expect(world.outOfService.size).toBe(0);
  expect(listEdits(world, 5)[1]).toMatchObject({
    state: 'undone',
    by: { name: 'carl' },
    undoneBy: { name: 'ben' },
  });
  // Whose edit it was may have it back.
  did(world, redo(), carl);
  expect(world.outOfService.get(id('sensor-1'))).toMatchObject({ by: 'carl', reason: 'dust' });
});

test('FR-010-076 what is unknown, undone already or not undone is refused', () => {
  const world = lab();
  expect(refusalOf(put(world, undo('edit-7')))).toMatchObject({ code: 'not-found', where: 'edit' });
  expect(refusalOf(put(world, redo()))).toMatchObject({
    code: 'not-found',
    message: 'There is nothing of yours to redo',
  });
  did(world, { type: 'lab.rename', name: 'Mine' });
  expect(refusalOf(put(world, redo('edit-1')))).toMatchObject({
    code: 'wrong-state',
    message: 'edit-1 (Rename the lab to Mine) is not undone',
  });
  did(world, undo());
  expect(refusalOf(put(world, undo('edit-1')))).toMatchObject({
    code: 'wrong-state',
    hint: 'anna undid it.',
  });
});
