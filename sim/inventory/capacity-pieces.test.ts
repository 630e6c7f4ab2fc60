import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import type { EntityId } from '../contract/ids.ts';
import { put } from '../testing/small-lab.ts';
import { oneOfEverything } from '../testing/starter-lab.ts';
import { capacityInPieces, capacityOf } from './capacity.ts';
import type { Capacity } from './capacity.ts';
import type { Inventory } from './inventory.ts';

const asked = { units: 2, watts: 700, nics: 1, count: 12, psus: 2, face: 'both', together: 'any' } as const;

/** All that can be asked of it. */
const told = ({ places, machine, placement, racksIn }: Capacity) => ({
  machine,
  racks: racksIn(null),
  placement: placement(asked, null),
  places: (['site', 'room', 'row', 'rack'] as const).map((level) =>
    places({ level, within: null, order: 'tightest' }),
  ),
});

type Pieces = ReturnType<typeof capacityInPieces>;

function finished(pieces: Pieces): Capacity {
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return value;
  }
}

const inPieces = (inventory: Inventory, before: Capacity | null): Capacity =>
  finished(capacityInPieces(inventory, before));

const id = (text: string): EntityId => text as EntityId;
const number = (most: number) => fc.integer({ min: 1, max: most });
const lifecycle = fc.constantFrom('planned', 'staged', 'active', 'retired');
const change = (target: fc.Arbitrary<string>, spec: fc.Arbitrary<object>) =>
  fc
    .tuple(target, spec)
    .map(([one, wanted]) => ({ type: 'inventory.change', id: id(one), spec: wanted }) as CommandInput);
const device = number(40).map((n) => `device-${n}`);
const edit: fc.Arbitrary<CommandInput> = fc.oneof(
  change(device, fc.record({ lifecycle })),
  change(device, fc.record({ ratedPower: fc.integer({ min: 600, max: 3000 }) })),
  change(
    number(8).map((n) => `rack-${n}`),
    fc.record({ ratedPower: fc.integer({ min: 1, max: 30 }) }),
  ),
  change(
    number(2).map((n) => `ups-${n}`),
    fc.record({ ratedPower: fc.integer({ min: 1, max: 90 }) }),
  ),
  change(
    number(2).map((n) => `crac-${n}`),
    fc.record({ ratedCooling: fc.integer({ min: 1, max: 90 }) }),
  ),
  fc
    .oneof(
      device,
      number(16).map((n) => `pdu-${n}`),
      number(8).map((n) => `rack-${n}`),
    )
    .map((one): CommandInput => ({ type: 'inventory.remove', id: id(one), contents: 'cascade' })),
);

test('FR-130-391 reckoned from what was known before an edit, capacity is the same as reckoned anew, to the bit', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      const world = oneOfEverything('ca');
      let before = inPieces(world.inventory, null);
      for (const one of edits) {
        accepted += put(world, one).ok ? 1 : 0;
        before = inPieces(world.inventory, before);
        expect(told(before)).toEqual(told(capacityOf(world.inventory)));
      }
    }),
    { numRuns: 30 },
  );
  expect(accepted).toBeGreaterThan(20);
});

test('FR-130-391 what an edit does not touch is not gone through again', () => {
  const world = oneOfEverything('ca');
  const before = inPieces(world.inventory, null);
  const [first, ...others] = before.book.racks;
  const in1 = first?.contents.devices[0]?.id ?? '';
  expect(put(world, { type: 'inventory.change', id: id(in1), spec: { lifecycle: 'planned' } }).ok).toBe(true);
  const after = inPieces(world.inventory, before);
  expect(after.book.racks[0]?.contents).not.toBe(first?.contents);
  for (const rack of others) expect(after.book.racks[rack.at]?.contents).toBe(rack.contents);
});

test('FR-130-392 an edit between two pieces does not mix two moments: it is the capacity of the first one', () => {
  const world = oneOfEverything('ca');
  const whole = told(capacityOf(world.inventory));
  for (let wait = 1; wait < 8; wait += 1) {
    const lab = oneOfEverything('ca');
    const pieces = capacityInPieces(lab.inventory, null);
    for (let n = 0; n < wait; n += 1) expect(pieces.next().done).toBe(false);
    put(lab, { type: 'inventory.change', id: id('ups-1'), spec: { ratedPower: 7 } });
    put(lab, { type: 'inventory.remove', id: id('rack-3'), contents: 'cascade' });
    expect(told(finished(pieces))).toEqual(whole);
    expect(told(capacityOf(lab.inventory))).not.toEqual(whole);
  }
});
