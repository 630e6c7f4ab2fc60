/** Racks of a given equipment each, plugged into the grid, in a room that is cooled well unless it is said otherwise. */
import { createWorld } from '../../kernel/world.ts';
import type { World } from '../../kernel/world.ts';
import { did } from '../../testing/small-lab.ts';

/** 2026-01-05 00:00 UTC, a Monday. */
export const mondayMidnight = 1_767_571_200_000;

type LoadLab = {
  /** For each rack, what stands in it; each gets a unit of its own. */
  readonly racks: readonly (readonly object[])[];
  readonly ratedCooling?: number;
  readonly epoch?: number;
  readonly seed?: string;
};

export function loadLab({ racks, ratedCooling, epoch, seed }: LoadLab): World {
  const world = createWorld();
  did(world, { type: 'lab.found', name: 'Load', seed: seed ?? '7f3a', epoch: epoch ?? mondayMidnight });
  const make = (kind: string, name: string, rest: object): string =>
    did(world, { type: 'inventory.create', item: { kind, name, ...rest } as never }).ids[0] ?? '';
  const site = make('site', 'site1', { spec: { timezone: 'UTC' } });
  const room = make('room', 'room1', { parent: site, spec: { envelope: 'A1', width: 10, depth: 10 } });
  for (const name of ['crac-01', 'crac-02'])
    make('crac', name, {
      parent: room,
      spec: { model: 'm', ratedCooling: ratedCooling ?? 100, setpoint: 22, position: { x: 1, y: 1 } },
    });
  const row = make('row', 'A', { parent: room, spec: { containment: 'none' } });
  for (const [n, devices] of racks.entries()) addRack(make, { row, n, devices });
  return world;
}

type Make = (kind: string, name: string, rest: object) => string;
type NewRack = { readonly row: string; readonly n: number; readonly devices: readonly object[] };

function addRack(make: Make, { row, n, devices }: NewRack): void {
  const rack = make('rack', `A${n + 1}`, {
    parent: row,
    spec: {
      position: { x: 1 + 0.7 * n, y: 2 },
      width: 0.6,
      depth: 1.2,
      facing: 'south',
      heightU: 42,
      ratedPower: 20,
    },
  });
  for (const [at, device] of devices.entries())
    make('device', `d${at + 1}`, {
      parent: rack,
      spec: {
        model: 'm',
        category: 'server',
        slot: { position: 1 + at, height: 1, face: 'both' },
        idlePower: 100,
        ratedPower: 300,
        ...device,
      },
    });
}

export const rackColumn = (
  world: World,
  column: 'demand' | 'load' | 'inlet' | 'tripped' | 'soak' | 'cool',
): readonly number[] => [...world.plant.state.rack.columns[column]];
