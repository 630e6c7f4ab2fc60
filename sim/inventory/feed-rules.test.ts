import { expect, test } from 'vitest';
import { anna, did, id, put, refusalOf, undo } from '../edits/edits.fixture.ts';
import { smallLab } from '../testing/small-lab.ts';
import type { World } from '../kernel/world.ts';

const pdu = (number: number, rack: string, panel: string) =>
  ({
    kind: 'pdu',
    id: id(`pdu-${number}`),
    name: `pdu-${number}`,
    parent: id(rack),
    links: { fedBy: [panel] },
    spec: { model: 'm', feed: 'A', ratedPower: 7, breaker: 16 },
  }) as never;

function lab(breakers: number | undefined): World {
  const world = smallLab({ seed: 'db', racks: 4 });
  const spec = { model: 'm', ratedPower: 20, ...(breakers === undefined ? {} : { breakers }) };
  const panel = { kind: 'panel', id: 'panel-9', name: 'p9', parent: 'room-1', spec };
  did(world, { type: 'inventory.create', item: panel as never });
  return world;
}

test('FR-130-381 a rack PDU is refused where all breakers of its panel are taken, and taken where one is freed', () => {
  const world = lab(2);
  did(world, {
    type: 'inventory.create-many',
    items: [pdu(91, 'rack-1', 'panel-9'), pdu(92, 'rack-2', 'panel-9')],
  });
  const third = { type: 'inventory.create', item: pdu(93, 'rack-3', 'panel-9') } as const;
  expect(refusalOf(put(world, third))).toMatchObject({
    code: 'wrong-state',
    message: 'All 2 breakers of p9 are taken',
    where: 'item.links.fedBy',
  });
  did(world, { type: 'inventory.change', id: id('pdu-91'), name: 'still-here' });
  did(world, { type: 'inventory.change', id: id('pdu-91'), links: {} });
  did(world, third);
  // Taken back, the first would need its breaker again.
  expect(refusalOf(put(world, undo('edit-4'), anna))).not.toBeNull();
});

test('FR-130-381 a panel that says nothing of breakers has enough, and none may be given fewer than it feeds', () => {
  const world = lab(undefined);
  did(world, {
    type: 'inventory.create-many',
    items: [1, 2, 3].map((number) => pdu(90 + number, `rack-${number}`, 'panel-9')),
  });
  const count = (breakers: number) =>
    put(world, { type: 'inventory.change', id: id('panel-9'), spec: { breakers } });
  expect(refusalOf(count(2))).toMatchObject({ code: 'wrong-state', where: 'spec.breakers' });
  expect(refusalOf(count(3))).toBeNull();
});
