/** One room of racks with steady loads, its cooling, and its weather: what the tests of air are about. */
import { did } from '../../testing/small-lab.ts';
import { createWorld } from '../../kernel/world.ts';
import { step } from '../../kernel/step.ts';
import type { World } from '../../kernel/world.ts';
import type { CommandInput } from '../../contract/commands.ts';

type AirLab = {
  readonly racks: number;
  /** kW of each rack, day and night. */
  readonly kilowatts: number;
  readonly room?: object;
  readonly cracs?: readonly object[];
  readonly chillers?: readonly object[];
  readonly climate?: string;
  readonly containment?: string;
  readonly units?: number;
  /** `other` is a load bank: it heats and never switches itself off. */
  readonly category?: string;
  readonly seed?: string;
  readonly epoch?: number;
};

/** 2026-01-05 08:00 UTC. */
export const winter = 1_767_600_000_000;
export const summer = winter + 190 * 86_400_000;

const perRow = 10;
const spot = (x: number, y: number) => ({ x, y });

/** Rows of ten, 2.7 m apart: about 2.6 m² for each rack, and 10 racks' worth of floor at least. */
const usualRoom = (racks: number) => ({ width: 10, depth: 2.7 * Math.ceil(racks / perRow) });

export function airLab(lab: AirLab): World {
  const world = createWorld();
  did(world, { type: 'lab.found', name: 'Air', seed: lab.seed ?? '7f3a', epoch: lab.epoch ?? winter });
  const make = (kind: string, name: string, rest: object): string =>
    did(world, { type: 'inventory.create', item: { kind, name, ...rest } as never }).ids[0] ?? '';
  const site = make('site', 'site1', { spec: { timezone: 'UTC', climate: lab.climate ?? 'temperate' } });
  const room = make('room', 'room1', {
    parent: site,
    spec: { envelope: 'A1', ...usualRoom(lab.racks), ...lab.room },
  });
  const rated = Math.max(10, 0.8 * lab.racks * lab.kilowatts);
  const cracs = lab.cracs ?? [{}, {}];
  for (const [at, spec] of cracs.entries()) {
    make('crac', `crac-0${at + 1}`, {
      parent: room,
      spec: { model: 'm', ratedCooling: rated, setpoint: 22, position: spot(1, 1), ...spec },
    });
  }
  for (const [at, spec] of (lab.chillers ?? []).entries())
    make('chiller', `chiller-0${at + 1}`, {
      parent: site,
      spec: { model: 'm', ratedCooling: 2 * rated, ...spec },
    });
  let row = '';
  for (let n = 0; n < lab.racks; n += 1) {
    if (n % perRow === 0)
      row = make('row', `R${n / perRow}`, { parent: room, spec: { containment: lab.containment ?? 'none' } });
    addRack(make, { row, n, lab });
  }
  return world;
}

type Make = (kind: string, name: string, rest: object) => string;
type Rack = { readonly row: string; readonly n: number; readonly lab: AirLab };

function addRack(make: Make, { row, n, lab }: Rack): void {
  const watts = Math.round(1000 * lab.kilowatts);
  const rack = make('rack', `A${n}`, {
    parent: row,
    spec: {
      position: spot(1 + (n % perRow) * 0.8, 1.3 + Math.floor(n / perRow) * 2.6),
      width: 0.6,
      depth: 1.2,
      facing: 'south',
      heightU: 42,
      ratedPower: Math.max(1, lab.kilowatts),
    },
  });
  make('device', 'srv', {
    parent: rack,
    spec: {
      model: 'm',
      category: lab.category ?? 'server',
      slot: { position: 1, height: lab.units ?? 40, face: 'both' },
      idlePower: watts,
      ratedPower: watts,
    },
  });
}

export const run = (world: World, seconds: number): void => {
  for (let n = 0; n < seconds; n += 1) step(world);
};

export const said = (world: World, command: CommandInput): void => {
  did(world, command);
};

export const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
export const mean = (values: Float64Array): number => sum(values) / values.length;
export const most = (values: Float64Array): number => Math.max(...values);

/** Seconds until the mean inlet reaches this; NaN where it does not within the hour. */
export function secondsTo(world: World, celsius: number): number {
  for (let n = 1; n <= 3600; n += 1) {
    step(world);
    if (mean(world.plant.state.rack.columns.inlet) >= celsius) return n;
  }
  return Number.NaN;
}
