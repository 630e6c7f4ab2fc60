/** Small labs for tests: built by the same rules as any other. */
import type { Actor } from '../contract/actors.ts';
import { commandSchema } from '../contract/commands.ts';
import type { CommandInput } from '../contract/commands.ts';
import type { Result } from '../contract/result.ts';
import type { Decision } from '../inventory/decide.ts';
import { applyEvents } from '../kernel/apply.ts';
import { decide } from '../kernel/decide.ts';
import { createWorld } from '../kernel/world.ts';
import type { World } from '../kernel/world.ts';

export const tester: Actor = { origin: 'system', name: 'test', role: 'admin' };

/** Decides and, where it may be, folds. */
export function put(world: World, input: CommandInput): Result<Decision> {
  const decision = decide(world, commandSchema.parse(input), tester);
  if (decision.ok) applyEvents(world, decision.value.events);
  return decision;
}

/** As `put`, for what must be fine. */
export function did(world: World, input: CommandInput): Decision {
  const result = put(world, input);
  if (!result.ok) throw new Error(`${input.type}: ${result.refusal.message}`);
  return result.value;
}

const spot = (x: number, y: number) => ({ x, y }) as never;

export type SmallLab = { readonly seed: string; readonly racks: number };

/** One site, one room, one row, two units of 70 kW, and racks of one server each with a temperature sensor. */
export function smallLab({ seed, racks }: SmallLab): World {
  const world = createWorld();
  did(world, { type: 'lab.found', name: 'Small', seed, epoch: 1_767_600_000_000 });
  const make = (item: object): string =>
    did(world, { type: 'inventory.create', item: item as never }).ids[0] ?? '';
  const site = make({ kind: 'site', name: 'site1', spec: { timezone: 'UTC' } });
  const room = make({
    kind: 'room',
    name: 'room1',
    parent: site,
    spec: { width: 100, depth: 8, envelope: 'A1' },
  });
  for (const name of ['crac-01', 'crac-02']) {
    make({
      kind: 'crac',
      name,
      parent: room,
      spec: { model: 'm', ratedCooling: 70, setpoint: 22, position: spot(1, 1) },
    });
  }
  const row = make({ kind: 'row', name: 'A', parent: room, spec: { containment: 'none' } });
  for (let n = 1; n <= racks; n += 1) addRack(world, { row, n, load: 4000 });
  return world;
}

export type NewRack = { readonly row: string; readonly n: number; readonly load: number };

export function addRack(world: World, { row, n, load }: NewRack): string {
  const make = (item: object): string =>
    did(world, { type: 'inventory.create', item: item as never }).ids[0] ?? '';
  const rack = make({
    kind: 'rack',
    name: `A${String(n).padStart(2, '0')}`,
    parent: row,
    spec: { position: spot(n, 2), width: 0.6, depth: 1.2, facing: 'south', heightU: 42, ratedPower: 8 },
  });
  make({
    kind: 'device',
    name: 'srv',
    parent: rack,
    spec: {
      model: 'm',
      category: 'server',
      slot: { position: 1, height: 40, face: 'both' },
      idlePower: load / 2,
      ratedPower: load,
    },
  });
  make({
    kind: 'sensor',
    name: 'temperature',
    parent: rack,
    spec: { metric: 'temperature', place: 'front-middle', source: 'bot' },
  });
  return rack;
}
