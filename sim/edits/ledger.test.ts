import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import { applyEvents } from '../kernel/apply.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../kernel/snapshot.ts';
import type { World } from '../kernel/world.ts';
import { did as built, put as builds, smallLab } from '../testing/small-lab.ts';
import { listEdits } from './decide.ts';
import { ben, did, id, make, put, rack, redo, refusalOf, rule, server, undo } from './edits.fixture.ts';
import { mostChanges, mostEdits } from './ledger.ts';

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

test('FR-010-077 a new edit ends what its maker could redo, and nobody else’s', () => {
  const world = lab();
  did(world, moveTo('rack-1', 20));
  did(world, moveTo('rack-2', 30), ben);
  did(world, undo());
  did(world, undo(), ben);
  did(world, moveTo('rack-3', 40));
  expect(refusalOf(put(world, redo()))).toMatchObject({ code: 'not-found' });
  did(world, redo(), ben);
  expect(world.inventory.get(id('rack-2'))).toMatchObject({ spec: { position: { x: 30 } } });
});

test('FR-010-077 the last one undone is the first to be redone', () => {
  const world = lab();
  for (const [n, name] of ['One', 'Two', 'Three'].entries())
    did(world, n === 1 ? moveTo('rack-1', 20) : { type: 'lab.rename', name });
  did(world, undo('edit-2'));
  did(world, undo());
  expect(listEdits(world, 9).map(({ state, turn }) => `${state} ${turn}`)).toEqual([
    'undone next',
    'undone later',
    'done next',
  ]);
  expect([did(world, redo()).ids, did(world, redo()).ids]).toEqual([['edit-3'], ['edit-2']]);
});

test('FR-010-078 what happens in time, and what nobody at a face did, is no edit', () => {
  const world = lab();
  built(world, moveTo('rack-1', 20));
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id('rack-1') });
  did(world, { type: 'clock.speed', speed: 10 });
  did(world, { type: 'alarm.raise', rule: 'inlet-warning', sensor: id('sensor-1'), value: 29 });
  did(world, { type: 'alarm.acknowledge', id: id('alarm-1') });
  did(world, { type: 'chaos.inject', match: 'x', effect: { kind: 'refuse' } });
  did(world, { type: 'plant.order', target: id('crac-1'), verb: 'unit-off' });
  expect(listEdits(world, 9)).toEqual([]);
  // What changes nothing is none either.
  did(world, moveTo('rack-1', 20));
  did(world, { type: 'rule.reset' });
  did(world, { type: 'lab.rename', name: world.name });
  expect(listEdits(world, 9)).toEqual([]);
});

test('FR-010-078 an undo ends the alarms and scenarios about what goes, and brings none back', () => {
  const world = lab();
  did(
    world,
    make(rack(9, 30), {
      kind: 'sensor',
      name: 't',
      parent: id('rack-4'),
      spec: { metric: 'temperature', place: 'front-middle', source: 'bot' },
    }),
  );
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id('rack-4') }, ben);
  did(world, { type: 'alarm.raise', rule: 'inlet-warning', sensor: id('sensor-4'), value: 29 }, ben);
  did(world, undo());
  expect([world.scenarios.size, [...world.alarms.open()].length]).toEqual([0, 0]);
  did(world, redo());
  expect([world.scenarios.size, [...world.alarms.open()].length]).toEqual([0, 0]);
});

test('FR-010-079 titles say what was done in a few words', () => {
  const world = lab();
  const titles = [
    make(rack(7, 30)),
    make(server('x', 'rack-4', 1), server('y', 'rack-4', 2)),
    make(rack(8, 40), server('z', 'rack-5', 1)),
    { type: 'inventory.change', id: id('rack-5'), name: 'N88' },
    change('rack-5', { ratedPower: 9 }),
    { type: 'inventory.remove', id: id('rack-5'), contents: 'cascade' },
    { type: 'sensor.source', within: id('room-1'), source: 'hardware' },
    { type: 'sensor.source', within: id('sensor-1'), source: 'bot' },
    { type: 'alarm.service', sensor: id('sensor-1'), service: 'out', reason: 'dust' },
    { type: 'alarm.service', sensor: id('sensor-1'), service: 'in' },
    { type: 'rule.put', rule },
    { type: 'rule.remove', id: 'mine' },
    { type: 'rule.put', rule },
    { type: 'rule.reset' },
    { type: 'lab.rename', name: 'Mine' },
  ] as CommandInput[];
  for (const command of titles) did(world, command);
  expect(
    listEdits(world, 99)
      .map(({ title }) => title)
      .toReversed(),
  ).toEqual([
    'Create rack N7',
    'Create 2 devices',
    'Create 2 things',
    'Rename rack N8 to N88',
    'Change rack N88',
    'Remove rack N88 and 1 thing in it',
    'Hand 3 sensors of room1 to hardware',
    'Give 1 sensor of A01/temperature back to bots',
    'Take sensor A01/temperature out of service',
    'Put sensor A01/temperature back in service',
    'Write alarm rule mine',
    'Remove alarm rule mine',
    'Write alarm rule mine',
    'Put the alarm rules back as they came',
    'Rename the lab to Mine',
  ]);
});

test('FR-010-080 the ledger is bounded: whoever holds most gives up the oldest', () => {
  const world = lab();
  did(world, moveTo('rack-1', 20), ben);
  for (let n = 0; n < mostEdits + 30; n += 1) did(world, { type: 'lab.rename', name: `Lab ${n}` });
  const list = listEdits(world, mostEdits);
  expect(list).toHaveLength(mostEdits);
  expect([list[0]?.id, list.at(-1)?.id, list.at(-2)?.id]).toEqual(['edit-231', 'edit-1', 'edit-33']);
  did(world, undo(), ben);
  expect(world.inventory.get(id('rack-1'))).toMatchObject({ spec: { position: { x: 1 } } });
});

test('FR-010-080 an edit too large to be kept says so, and rewinding stays', () => {
  const world = lab();
  const rows = Array.from({ length: 2000 }, (_, n) => ({
    kind: 'row',
    name: `R${n}`,
    parent: id('room-2'),
    spec: { containment: 'none' },
  }));
  const room = (n: number) => ({
    kind: 'room',
    name: `r${n}`,
    parent: id('site-1'),
    spec: { width: 50, depth: 8, envelope: 'A1' },
  });
  built(world, make(room(2)));
  for (let n = 0; n * 2000 <= mostChanges; n += 1)
    built(world, make(...rows.map((row, at) => ({ ...row, name: `R${n}-${at}` }))));
  did(world, { type: 'lab.rename', name: 'Kept' });
  did(world, { type: 'inventory.remove', id: id('room-2'), contents: 'cascade' });
  expect(refusalOf(put(world, undo()))).toMatchObject({
    code: 'too-large',
    message: `Remove room r2 and 22000 things in it changed more than ${mostChanges} things`,
  });
  did(world, undo('edit-1'));
  expect(restoreSnapshot(takeSnapshot(world)).edits.all()).toHaveLength(2);
});

test('FR-010-081 a lab from before there were edits opens, and its hash is what it was', () => {
  const world = lab();
  const snapshot = takeSnapshot(world);
  expect(snapshot.inventory).toBe(world.inventory.atRest().text);
  expect(worldHash(restoreSnapshot(snapshot))).toBe(snapshot.hash);
  expect(refusalOf(builds(world, undo()))).toMatchObject({ code: 'not-found' });
});

test('FR-010-081 a story cut inside a command goes on where it was cut', () => {
  const world = lab();
  const cut = lab();
  const { events } = did(world, make(rack(7, 30), server('x', 'rack-4', 1), server('y', 'rack-4', 2)));
  applyEvents(cut, events.slice(0, 2));
  const rest = restoreSnapshot(takeSnapshot(cut));
  applyEvents(rest, events.slice(2));
  expect(worldHash(rest)).toBe(worldHash(world));
  did(rest, undo());
  expect(rest.inventory.count('rack')).toBe(3);
});
