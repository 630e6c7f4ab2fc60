import { expect, test } from 'vitest';
import { anna, did, id, put, redo, refusalOf, undo } from '../edits/edits.fixture.ts';
import { smallLab } from '../testing/small-lab.ts';

const many = (ids: readonly string[], contents: 'refuse' | 'cascade') =>
  ({ type: 'inventory.remove-many', ids: ids.map(id), contents }) as const;

test('FR-120-535 several are removed in one edit with what stands in them, and one undo brings all of it back', () => {
  const world = smallLab({ seed: 'd6', racks: 3 });
  const before = [...world.inventory.all()];
  const made = did(world, many(['rack-1', 'device-1', 'rack-3', 'rack-1'], 'cascade'));
  expect(made.events[0]).toMatchObject({ type: 'edit.made', edit: { title: 'Remove 3 things' } });
  expect(['rack-1', 'device-1', 'rack-3', 'device-3'].map((one) => world.inventory.get(id(one)))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  did(world, undo(), anna);
  const sorted = (list: readonly { readonly id: string }[]) =>
    list.toSorted((one, other) => one.id.localeCompare(other.id));
  expect(sorted([...world.inventory.all()])).toEqual(sorted(before));
  did(world, redo(), anna);
  expect(world.inventory.get(id('rack-3'))).toBeUndefined();
  expect(world.inventory.get(id('rack-2'))).toBeDefined();
});

test('FR-120-535 its title counts what was named by kind, and one alone goes by its name', () => {
  const world = smallLab({ seed: 'd7', racks: 3 });
  const title = (ids: readonly string[]) => did(world, many(ids, 'cascade')).events[0];
  expect(title(['rack-1', 'rack-2'])).toMatchObject({ edit: { title: 'Remove 2 racks' } });
  expect(title(['device-3'])).toMatchObject({ edit: { title: 'Remove device srv' } });
});

test('FR-120-536 a removal of several that is refused names each that is in the way and why, and removes nothing', () => {
  const world = smallLab({ seed: 'd8', racks: 8 });
  const size = [...world.inventory.all()].length;
  const racks = Array.from({ length: 7 }, (_, n) => `rack-${n + 1}`);
  const full = refusalOf(put(world, many(racks, 'refuse')));
  expect(full).toMatchObject({ code: 'not-empty', where: 'ids' });
  expect(full?.message).toMatch(/\(rack-1\) holds \d+ other things; .*\(rack-5\).*; and 2 more$/);
  expect(refusalOf(put(world, many(['rack-1', 'rack-99'], 'cascade')))).toMatchObject({
    code: 'unknown-entity',
    where: 'ids[1]',
  });
  expect([...world.inventory.all()]).toHaveLength(size);
});

test('FR-120-536 what a scenario works on stays unless the scenario may end with it', () => {
  const world = smallLab({ seed: 'd9', racks: 2 });
  did(world, {
    type: 'inventory.create',
    item: {
      kind: 'crac',
      id: id('crac-9'),
      name: 'c9',
      parent: id('room-1'),
      spec: { model: 'm', ratedCooling: 30, setpoint: 22, position: { x: 1, y: 1 } },
    } as never,
  });
  did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: id('crac-9'), size: 2 });
  const refusal = refusalOf(put(world, many(['crac-9', 'device-1'], 'refuse')));
  expect(refusal).toMatchObject({ code: 'wrong-state', where: 'ids' });
  expect(refusal?.message).toContain('LEAK_DETECTED (scenario-1) runs on c9 (crac-9)');
  const gone = did(world, many(['crac-9', 'device-1'], 'cascade'));
  expect(gone.events.map(({ type }) => type)).toContain('scenario.stopped');
});

test('FR-120-536 what is linked to one of them is named with it, and is in nobody’s way where it goes along', () => {
  const world = smallLab({ seed: 'da', racks: 2 });
  const make = (item: object) => did(world, { type: 'inventory.create', item: item as never });
  const unit = { model: 'm', ratedPower: 20 };
  make({ kind: 'panel', id: 'panel-9', name: 'p9', parent: 'room-1', spec: unit });
  make({
    kind: 'pdu',
    id: 'pdu-9',
    name: 'pdu-a',
    parent: 'rack-1',
    links: { fedBy: ['panel-9'] },
    spec: { model: 'm', feed: 'A', ratedPower: 7, breaker: 16 },
  });
  const refusal = refusalOf(put(world, many(['panel-9', 'device-2'], 'cascade')));
  expect(refusal?.message).toBe('pdu-a (pdu-9) is linked to p9 (panel-9), which would go');
  did(world, many(['panel-9', 'rack-1'], 'cascade'));
  expect(world.inventory.get(id('pdu-9'))).toBeUndefined();
  did(world, undo(), anna);
  expect(world.inventory.get(id('pdu-9'))?.links).toEqual({ fedBy: ['panel-9'] });
});
