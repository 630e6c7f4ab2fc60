/** Places and a plan for the faces: no screen shows them. */
import type { CapacityPlace, Placement } from '../../../sim/contract/capacity.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { CapacityLine } from './use-capacity.ts';

const id = (text: string): EntityId => text as EntityId;

const rack: CapacityPlace = {
  id: id('rack-1'),
  kind: 'rack',
  name: 'A01',
  path: 'dc1/hall-1/A/A01',
  racks: 1,
  space: { used: 26, reserved: 4, of: 42, free: 12, largestGap: { both: 8, front: 8, rear: 8 } },
  power: { used: 5.2, reserved: 0.7, of: 8, drawn: 3.4, limitedBy: null },
  cooling: { used: 5.2, reserved: 0.7, of: 7.5, drawn: 3.4, ofWithOneOut: 5.6 },
  ports: { used: 24, reserved: 4, of: 48 },
  weight: { used: 412, reserved: 40, of: 1000, unknown: 1 },
  stranded: { units: 4, kilowatts: 0, because: 'power' },
  over: [],
  racksOver: 0,
  first: { limit: 'power', share: 0.74 },
};

const full: CapacityPlace = {
  ...rack,
  id: id('rack-2'),
  name: 'A02',
  space: { ...rack.space, used: 40, reserved: 0, free: 2, largestGap: { both: 1, front: 2, rear: 1 } },
  power: { ...rack.power, used: 9.1, reserved: 0 },
  over: [{ limit: 'power', at: id('rack-2'), used: 9.1, of: 8 }],
  stranded: { units: 0, kilowatts: 0, because: null },
  first: { limit: 'power', share: 1.14 },
};

/** So many racks of this kind in one place. */
const sum = (kind: 'site' | 'room' | 'row', name: string, racks: number): CapacityPlace => ({
  ...rack,
  id: id(`${kind}-1`),
  kind,
  name,
  racks,
  space: { ...rack.space, used: 26 * racks, reserved: 4 * racks, of: 42 * racks, free: 12 * racks },
  power: { ...rack.power, used: 5.2 * racks, reserved: 0.7 * racks, of: 8 * racks },
  cooling: { ...rack.cooling, used: 5.2 * racks, reserved: 0.7 * racks, of: 7.5 * racks },
  ports: { used: 24 * racks, reserved: 4 * racks, of: 48 * racks },
  weight: { used: 412 * racks, reserved: 40 * racks, of: null, unknown: racks },
  stranded: { units: 4 * racks, kilowatts: 0, because: 'power' },
  racksOver: 1,
});

export const sampleLines: readonly CapacityLine[] = [
  { place: sum('site', 'dc1', 20), depth: 0, isOpen: true },
  { place: sum('room', 'hall-1', 20), depth: 1, isOpen: true },
  { place: sum('row', 'A', 10), depth: 2, isOpen: true },
  { place: rack, depth: 3, isOpen: false },
  { place: full, depth: 3, isOpen: false },
];

const proposal = {
  rack: id('rack-1'),
  name: 'A01',
  path: 'dc1/hall-1/A/A01',
  holds: 2,
  positions: [27, 29],
  feed: null,
  because: 'Power lets in 2 more; units would let in 4',
  left: { units: 8, kilowatts: 0.7 },
};

export const samplePlan: Placement = {
  asked: 3,
  placed: 2,
  proposals: [{ ...proposal, positions: [...proposal.positions] }],
  others: [],
  refused: [{ reason: 'power', racks: 19, because: 'At most 0.3 kW are left, 0.7 kW are needed' }],
  because: '2 of 3 machines fit in 1 rack',
};
