import { expect, test } from 'vitest';
import type { EntityId } from '../contract/ids.ts';
import { capacityOf } from './capacity.ts';
import { capacityLab } from './capacity-lab.fixture.ts';

const ample = { ups: 100, cooling: 100 };

test('FR-130-275 a unit is used by what stands there and reserved by what is planned, and gaps are told by face', () => {
  const lab = capacityLab(ample);
  const rack = lab.rack({}, [
    { u: 1, units: 2 },
    { u: 4, lifecycle: 'planned' },
    { u: 5, lifecycle: 'staged' },
    { u: 6, lifecycle: 'retired' },
  ]);
  lab.make({
    kind: 'device',
    parent: rack,
    model: 'Switch',
    category: 'switch',
    slot: { position: 8, height: 1, face: 'rear' },
    idlePower: 0,
    ratedPower: 0,
  });
  // U1–2, U6 and the rear of U8 are used, U4–5 reserved; U3, U7, U9 and U10 are free at both faces.
  expect(lab.place(rack).space).toEqual({
    used: 4,
    reserved: 2,
    of: 10,
    free: 4,
    largestGap: { both: 2, front: 4, rear: 2 },
  });
  lab.rack({ heightU: 20 }, []);
  expect(lab.place(lab.row).space).toMatchObject({ used: 4, reserved: 2, of: 30, free: 24 });
  expect(lab.place(lab.site).space.largestGap.both).toBe(20);
});

test('FR-130-276 a rack can be given what either feed alone would bear', () => {
  const lab = capacityLab({ ups: 10, cooling: 100 });
  const machines = [{ u: 1, watts: 4000 }];
  const racks = [lab.rack({}, machines), lab.rack({}, machines)];
  // Either UPS must bear both racks: 8 of 10 kW, so 2 kW are left for whoever comes first.
  for (const rack of racks)
    expect(lab.place(rack).power).toEqual({ used: 4, reserved: 0, of: 6, limitedBy: lab.upsA });
  expect(lab.place(lab.room).power).toEqual({ used: 8, reserved: 0, of: 10, limitedBy: lab.upsA });
  // What has one supply loads its own feed only.
  lab.machine(racks[0] as EntityId, { u: 3, watts: 1500, psus: 1, feed: 'B' });
  expect(lab.place(lab.room).power).toMatchObject({ used: 9.5, of: 10, limitedBy: lab.upsB });
});

test('FR-130-276 a rack’s own rating and the breaker of its PDUs bind where they are less', () => {
  const lab = capacityLab(ample);
  const rated = lab.rack({ ratedPower: 3 }, [{ u: 1, watts: 1000 }]);
  expect(lab.place(rated).power).toEqual({ used: 1, reserved: 0, of: 3, limitedBy: rated });
  // Three phases of 16 A at 230 V: 11.04 kW; the plate says 11.
  const tall = lab.rack({ ratedPower: 20 }, [{ u: 1, watts: 1000, lifecycle: 'planned' }]);
  const { power } = lab.place(tall);
  expect(power).toMatchObject({ used: 0, reserved: 1, of: 11 });
  expect(lab.world.inventory.get(power.limitedBy as EntityId)?.kind).toBe('pdu');
});

test('FR-130-276 a panel above both feeds bears what hangs on it once, and two inputs each bear all', () => {
  const lab = capacityLab(ample);
  const main = lab.make({ kind: 'panel', parent: lab.room, model: 'm', ratedPower: 6 });
  const rack = lab.make({
    kind: 'rack',
    parent: lab.row,
    position: { x: 20, y: 2 },
    width: 0.6,
    depth: 1.2,
    facing: 'south',
    heightU: 10,
    ratedPower: 20,
  });
  for (const feed of ['A', 'B'])
    lab.make({ kind: 'pdu', parent: rack, fedBy: [main, lab.upsA], model: 'm', feed, ratedPower: 11 });
  lab.machine(rack, { u: 1, watts: 2000 });
  expect(lab.place(rack).power).toEqual({ used: 2, reserved: 0, of: 6, limitedBy: main });
});

test('FR-130-276 cooling units draw from the chain too', () => {
  const lab = capacityLab({ ups: 20, cooling: 0 });
  const rack = lab.rack({ ratedPower: 20 }, []);
  const position = { x: 1, y: 1 };
  const crac = { kind: 'crac', parent: lab.room, model: 'm', setpoint: 22, position } as const;
  lab.make({ ...crac, fedBy: [lab.upsA], ratedCooling: 36, fanPower: 2 });
  // 2 kW of fans and 36 kW of cooling at 3.6: 12 of 20 kW are gone.
  expect(lab.place(rack).power).toMatchObject({ of: 8, limitedBy: lab.upsA });
});

test('FR-130-277 cooling is what reaches the room, with and without its largest unit, and racks share it by rating', () => {
  const lab = capacityLab({ ups: 100, cooling: 30 });
  const position = { x: 1, y: 1 };
  const chilled = lab.make({
    kind: 'crac',
    parent: lab.room,
    model: 'm',
    ratedCooling: 50,
    setpoint: 22,
    coil: 'chilled-water',
    position,
  });
  const small = lab.rack({ ratedPower: 2 }, [{ u: 1, watts: 1000 }]);
  lab.rack({ ratedPower: 6 }, [{ u: 1, watts: 500, lifecycle: 'planned' }]);
  // Without a chiller its coil gives nothing.
  expect(lab.place(lab.room).cooling).toEqual({ used: 1, reserved: 0.5, of: 30, ofWithOneOut: 0 });
  lab.make({ kind: 'chiller', parent: lab.site, model: 'm', ratedCooling: 10, cools: [chilled] });
  expect(lab.place(lab.room).cooling).toMatchObject({ of: 40, ofWithOneOut: 10 });
  expect(lab.place(small).cooling).toEqual({ used: 1, reserved: 0, of: 10, ofWithOneOut: 2.5 });
  expect(lab.place(lab.row).cooling.of).toBe(40);
  expect(lab.place(lab.site).cooling.of).toBe(40);
});

test('FR-130-278 ports are offered by switches and patch panels, and unknown where none says how many', () => {
  const lab = capacityLab(ample);
  const served = lab.rack({}, [
    { u: 1, nics: 2 },
    { u: 2, nics: 4, lifecycle: 'planned' },
    { u: 3, category: 'switch', ports: 24, nics: 1 },
    { u: 4, category: 'patch-panel', ports: 12 },
    { u: 5, category: 'server', ports: 99 },
  ]);
  const bare = lab.rack({}, [{ u: 1, nics: 2 }]);
  expect(lab.place(served).ports).toEqual({ used: 3, reserved: 4, of: 36 });
  expect(lab.place(bare).ports).toEqual({ used: 2, reserved: 0, of: null });
  expect(lab.place(lab.row).ports).toEqual({ used: 5, reserved: 4, of: 36 });
});

test('FR-130-278 weight is judged only where every rack says what it may carry, and what is unknown is counted', () => {
  const lab = capacityLab(ample);
  const strong = lab.rack({ maxWeight: 900 }, [{ u: 1, weight: 25 }, { u: 2 }]);
  expect(lab.place(strong).weight).toEqual({ used: 25, reserved: 0, of: 900, unknown: 1 });
  expect(lab.place(lab.room).weight.of).toBe(900);
  lab.rack({}, []);
  expect(lab.place(lab.room).weight).toEqual({ used: 25, reserved: 0, of: null, unknown: 1 });
});

test('FR-130-279 space without power is stranded, and power without space', () => {
  const lab = capacityLab(ample);
  // 4.5 kW in nine units: half a kilowatt a unit is the usual machine.
  const dense = lab.rack({ ratedPower: 6 }, [{ u: 1, units: 9, watts: 4500 }]);
  const starved = lab.rack({ ratedPower: 2 }, []);
  expect(capacityOf(lab.world.inventory).machine).toEqual({ kilowattsPerUnit: 0.5, portsPerUnit: 0 });
  // One unit left, and 1.5 kW: it takes half a kilowatt, the rest finds no space.
  expect(lab.place(dense).stranded).toEqual({ units: 0, kilowatts: 1, because: 'space' });
  // 2 kW fill four units of ten.
  expect(lab.place(starved).stranded).toEqual({ units: 6, kilowatts: 0, because: 'power' });
  expect(lab.place(lab.room).stranded).toEqual({ units: 6, kilowatts: 1, because: 'power' });
});

test('FR-130-279 what racks share strands more than each alone: cooling, ports, a UPS', () => {
  const lab = capacityLab({ ups: 100, cooling: 4 });
  const first = lab.rack({}, [{ u: 1, units: 2, watts: 1000 }]);
  lab.rack({}, []);
  // 3 kW of cooling are left for the room: six units of eighteen.
  expect(lab.place(lab.room).stranded).toMatchObject({ units: 12, because: 'cooling' });
  expect(lab.place(lab.room).stranded.kilowatts).toBeCloseTo(12, 9);
  expect(lab.place(first).stranded).toMatchObject({ units: 6, because: 'cooling' });
});

test('FR-130-280 the limit that is met first is the fullest, and what is over its limit is named with the thing', () => {
  const lab = capacityLab({ ups: 5, cooling: 4 });
  const rack = lab.rack({ maxWeight: 100 }, [
    { u: 1, watts: 6000, weight: 90 },
    { u: 2, category: 'switch', ports: 1, nics: 3 },
  ]);
  const place = lab.place(rack);
  expect(place.first).toEqual({ limit: 'ports', share: 3 });
  expect(place.over).toEqual([
    { limit: 'cooling', at: rack, used: 6, of: 4 },
    { limit: 'ports', at: rack, used: 3, of: 1 },
    { limit: 'power', at: lab.upsA, used: 6, of: 5 },
    { limit: 'power', at: lab.upsB, used: 6, of: 5 },
  ]);
  const calm = lab.rack({}, []);
  expect(lab.place(calm).racksOver).toBe(0);
  expect(lab.place(lab.site).racksOver).toBe(1);
  // No power is left for the empty one either: the UPS that they share is overloaded.
  expect(lab.place(calm).power).toMatchObject({ used: 0, of: 0, limitedBy: lab.upsA });
});

test('FR-130-280 a place without racks has nothing to run out of', () => {
  const lab = capacityLab({ ups: 5, cooling: 4 });
  expect(lab.place(lab.row)).toMatchObject({ racks: 0, first: null, over: [], space: { of: 0 } });
  expect(lab.place(lab.room)).toMatchObject({ cooling: { of: 4 } });
});

test('FR-130-281 places come in the order that was asked for, the fullest first', () => {
  const lab = capacityLab(ample);
  const low = lab.rack({}, [{ u: 1, watts: 1000 }]);
  const full = lab.rack({}, [{ u: 1, units: 9 }]);
  const hot = lab.rack({}, [{ u: 1, watts: 7000 }]);
  const inOrder = (order: 'place' | 'name' | 'space' | 'power' | 'tightest' | 'ports'): EntityId[] =>
    capacityOf(lab.world.inventory)
      .places({ level: 'rack', within: lab.room, order })
      .map(({ id }) => id);
  expect(inOrder('place')).toEqual([low, full, hot]);
  expect(inOrder('power')).toEqual([hot, low, full]);
  expect(inOrder('space')).toEqual([full, low, hot]);
  expect(inOrder('tightest')).toEqual([full, hot, low]);
  // Of ports nothing is known: it stays as it is.
  expect(inOrder('ports')).toEqual([low, full, hot]);
});
