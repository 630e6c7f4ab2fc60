/** A lab with machines and a door without a disk: what the guests' runtime needs, and nothing more. */
import type { Actor } from '../../sim/contract/actors.ts';
import { commandSchema } from '../../sim/contract/commands.ts';
import type { WorldEvent } from '../../sim/contract/events.ts';
import type { BranchId, EntityId, Revision } from '../../sim/contract/ids.ts';
import { accepted } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { applyEvents, createWorld, decide } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import type { Announcement } from '../host/announcement.ts';
import { silentLog } from '../host/log.ts';
import { createGuestRuntime } from './runtime.ts';
import type { GuestRuntime } from './runtime.ts';
import type { GuestMaker } from './guest-maker.ts';

export const lab: Actor = { origin: 'system', name: 'lab', role: 'admin' };

export type Inn = {
  readonly world: World;
  readonly runtime: GuestRuntime;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly commands: unknown[];
  /** Commands wait here until it is opened. */
  readonly disk: { gate: Promise<void> };
  readonly announce: (announcement: Announcement) => void;
  readonly listen: (listener: (announcement: Announcement) => void) => () => void;
  readonly passSeconds: (seconds: number) => void;
};

/** vm-1 … vm-n, all on. */
export function worldWith(machines: number): World {
  const world = createWorld();
  const run = (command: unknown): void => {
    const decision = decide(world, commandSchema.parse(command), lab);
    if (!decision.ok) throw new Error(`${JSON.stringify(command)}: ${decision.refusal.message}`);
    applyEvents(world, decision.value.events);
  };
  run({ type: 'lab.found', name: 'guests', seed: '7', epoch: 1_735_700_000_000 });
  run({
    type: 'inventory.create',
    item: { kind: 'site', name: 'here', parent: null, spec: { timezone: 'Etc/UTC' } },
  });
  run({ type: 'inventory.create', item: { kind: 'datacenter', name: 'dc', parent: 'site-1', spec: {} } });
  run({
    type: 'inventory.create-many',
    items: Array.from({ length: machines }, (_, at) => ({
      kind: 'vm',
      name: `web-${at + 1}`,
      parent: 'datacenter-1',
      spec: { power: 'on', os: 'debian-12' },
    })),
  });
  return world;
}

export function createInn(make: GuestMaker, world: World, mostAwake = 8): Inn {
  const listeners = new Set<(announcement: Announcement) => void>();
  const commands: unknown[] = [];
  const disk = { gate: Promise.resolve() };
  const announce = (announcement: Announcement): void => {
    for (const listener of listeners) listener(announcement);
  };
  const tell = (events: readonly WorldEvent[], actor: Actor): void =>
    announce({
      kind: 'events',
      branch: 'branch-1' as BranchId,
      items: events.map((event) => ({ revision: 0 as Revision, tick: world.clock.tick, actor, event })),
    });
  const execute = async (command: unknown, actor: Actor): Promise<Result<unknown>> => {
    const parsed = commandSchema.parse(command);
    const decision = decide(world, parsed, actor);
    if (!decision.ok) return decision;
    commands.push(command);
    applyEvents(world, decision.value.events);
    await disk.gate;
    tell(decision.value.events, actor);
    return accepted(null);
  };
  const listen: Inn['listen'] = (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const runtime = createGuestRuntime({
    world: () => world,
    execute,
    listen,
    steady: () => performance.now(),
    make,
    switchOff: (machine: EntityId) =>
      execute({ type: 'inventory.change', id: machine, spec: { power: 'off' } }, lab),
    log: silentLog,
    mostIdle: 1500,
    mostAwake,
  });
  return {
    world,
    runtime,
    execute,
    commands,
    disk,
    announce,
    listen,
    passSeconds: (seconds) => {
      world.clock = { ...world.clock, tick: (world.clock.tick + seconds) as typeof world.clock.tick };
      runtime.afterStep();
    },
  };
}
