/** What machines ask for, a line each: all that is looked at every twenty seconds lies close together. */
import type { Clock } from '../../contract/clock.ts';
import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { GuestBook } from '../../guests/world/book.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import { hashText } from '../../kernel/chance.ts';
import { powerShare } from '../utilisation.ts';
import { phaseOf, scaled, shareOf, slotSeconds, wanted } from './share.ts';
import type { Moment } from './share.ts';

export type Vm = EntityOf<'vm'>;
export type Blade = EntityOf<'blade'>;
export type Carrier = EntityOf<'host'> | EntityOf<'chassis'>;

/** Hosts carry machines, chassis carry blades. */
export type Side<M extends Vm | Blade> = {
  machines: readonly M[];
  carriers: readonly Carrier[];
  readonly places: Map<EntityId, number>;
  /** Of each machine, its line in the columns. */
  readonly lines: Map<EntityId, number>;
  /** Where each machine is carried; -1: nowhere. */
  carrier: Int32Array;
  /** Whole units, so that a sum is the same in whatever order it was made: MHz, or millionths of a slot's power. */
  demand: Int32Array;
  phase: Uint8Array;
  actor: Int32Array;
  /** Place among `profiles`; that behind the last is a machine that is off. */
  profile: Uint8Array;
  level: Float64Array;
  /** MHz of all its CPUs, and what it may have of them. */
  most: Int32Array;
  cap: Int32Array;
  /** MHz that it is promised, and its weight where there is too little. */
  promised: Int32Array;
  weight: Float64Array;
  /** Of its CPUs, what the processes of its guest demand. */
  guest: Float64Array;
  /** Of each carrier. */
  sums: Float64Array;
};

/** What they are derived from. */
export type LoadGround = {
  readonly seed: number;
  readonly clock: Clock;
  readonly inventory: Inventory;
  readonly guests: Pick<GuestBook, 'get' | 'size' | 'changes' | 'machines'>;
};

export const emptySide = <M extends Vm | Blade>(): Side<M> => ({
  machines: [],
  carriers: [],
  places: new Map(),
  lines: new Map(),
  carrier: new Int32Array(0),
  demand: new Int32Array(0),
  phase: new Uint8Array(0),
  actor: new Int32Array(0),
  profile: new Uint8Array(0),
  level: new Float64Array(0),
  most: new Int32Array(0),
  cap: new Int32Array(0),
  promised: new Int32Array(0),
  weight: new Float64Array(0),
  guest: new Float64Array(0),
  sums: new Float64Array(0),
});

export type Moments = (phase: number) => Moment;

export type Settling = {
  readonly ground: LoadGround;
  readonly moments: Moments;
  /** Whether each is to be asked anew, changed or not. */
  readonly all: boolean;
  readonly machines: 'vm' | 'blade';
  readonly carriers: 'host' | 'chassis';
};

export const megahertzOf = (carrier: Carrier): number =>
  carrier.kind === 'host' ? carrier.spec.megahertz : 0;

/** With room for more: machines come one by one. */
export function grow<M extends Vm | Blade>(side: Side<M>, least: number): void {
  const size = Math.max(64, least + (least >> 2));
  const integers = (old: Int32Array): Int32Array => {
    const made = new Int32Array(size);
    made.set(old);
    return made;
  };
  const bytes = (old: Uint8Array): Uint8Array => {
    const made = new Uint8Array(size);
    made.set(old);
    return made;
  };
  const numbers = (old: Float64Array): Float64Array => {
    const made = new Float64Array(size);
    made.set(old);
    return made;
  };
  side.carrier = integers(side.carrier);
  side.demand = integers(side.demand);
  side.actor = integers(side.actor);
  side.most = integers(side.most);
  side.cap = integers(side.cap);
  side.promised = integers(side.promised);
  side.weight = numbers(side.weight);
  side.phase = bytes(side.phase);
  side.profile = bytes(side.profile);
  side.level = numbers(side.level);
  side.guest = numbers(side.guest);
}

const profiles = ['idle', 'web', 'batch', 'database', 'steady', 'stress', 'trace'] as const;
const off = profiles.length;

export function setLine<M extends Vm | Blade>(
  side: Side<M>,
  at: number,
  { ground, moments }: Settling,
): void {
  const machine = side.machines[at] as M;
  const { spec } = machine;
  const actor = hashText(machine.id);
  const home = machine.kind === 'vm' ? machine.spec.host : machine.parent;
  const place = home === null ? undefined : side.places.get(home);
  const carrier = place === undefined ? undefined : side.carriers[place];
  const limit = machine.kind === 'vm' ? machine.spec.cpu.limit : -1;
  const most = spec.cpus * (carrier === undefined ? 0 : megahertzOf(carrier));
  side.lines.set(machine.id, at);
  side.carrier[at] = place ?? -1;
  side.phase[at] = phaseOf(actor);
  side.actor[at] = actor;
  side.profile[at] = works(machine) ? profiles.indexOf(spec.workload.profile) : off;
  side.level[at] = spec.workload.level;
  side.most[at] = most;
  side.cap[at] = limit >= 0 && limit < most ? limit : most;
  side.promised[at] = machine.kind === 'vm' ? machine.spec.cpu.reservation : 0;
  side.weight[at] = machine.kind === 'vm' ? machine.spec.cpu.shares * spec.cpus : 0;
  side.guest[at] = guestShare(ground, machine);
  side.demand[at] = demandAt(side, at, moments(phaseOf(actor)));
  addTo(side, at, 1);
}

/** On, and its kernel goes on. */
export const works = ({ spec }: Vm | Blade): boolean => spec.power === 'on' && spec.panickedAt === undefined;

const guestShare = ({ guests }: LoadGround, { id, spec }: Vm | Blade): number =>
  guests.size() === 0 ? 0 : (guests.get(id)?.demand.cores ?? 0) / spec.cpus;

export function addTo<M extends Vm | Blade>(
  { sums, carrier, demand }: Side<M>,
  at: number,
  sign: 1 | -1,
): void {
  const place = carrier[at] as number;
  if (place >= 0) sums[place] = (sums[place] as number) + sign * (demand[at] as number);
}

function askAgain<M extends Vm | Blade>(side: Side<M>, at: number, now: Moment): void {
  addTo(side, at, -1);
  side.demand[at] = demandAt(side, at, now);
  addTo(side, at, 1);
}

/** What a guest demands is felt at once. */
export function heedGuests<M extends Vm | Blade>(side: Side<M>, ground: LoadGround, moments: Moments): void {
  const before = new Set<number>();
  side.guest.forEach((share, at) => {
    if (share > 0) before.add(at);
  });
  for (const id of ground.guests.machines()) {
    const at = side.lines.get(id);
    if (at !== undefined) before.add(at);
  }
  for (const at of before) {
    const share = guestShare(ground, side.machines[at] as M);
    if (share === side.guest[at]) continue;
    side.guest[at] = share;
    askAgain(side, at, moments(side.phase[at] as number));
  }
}

/** Those whose second it is are asked anew. */
export function evaluate<M extends Vm | Blade>(side: Side<M>, tick: number, moments: Moments): void {
  const { machines, phase, profile } = side;
  const due = tick % slotSeconds;
  for (let at = 0; at < machines.length; at += 1)
    if (phase[at] === due && profile[at] !== off) askAgain(side, at, moments(due));
}

/** Millionths. */
export const fine = 1_000_000;
/** A blade that is on and does nothing, of its slot's full power. */
const bladeIdle = 0.3;

function demandAt<M extends Vm | Blade>(side: Side<M>, at: number, now: Moment): number {
  const profile = profiles[side.profile[at] as number];
  if (profile === undefined || (side.carrier[at] as number) < 0) return 0;
  const actor = side.actor[at] as number;
  const own =
    profile === 'trace'
      ? shareOf((side.machines[at] as M).spec.workload, actor, now)
      : scaled(side.level[at] as number, wanted(profile, actor, now));
  const share = Math.min(1, own + (side.guest[at] as number));
  const most = side.most[at] as number;
  if (most === 0) return Math.round(fine * (bladeIdle + (1 - bladeIdle) * powerShare(share)));
  return Math.min(side.cap[at] as number, Math.round(share * most));
}

/** Its workload, and what the processes of its guest demand on top; never more than its CPUs. */
export function wantedShare(ground: LoadGround, machine: Vm | Blade, now: Moment): number {
  const share = shareOf(machine.spec.workload, hashText(machine.id), now);
  if (ground.guests.size() === 0) return share;
  const cores = ground.guests.get(machine.id)?.demand.cores ?? 0;
  const sum = share + cores / machine.spec.cpus;
  return sum > 1 ? 1 : sum;
}
