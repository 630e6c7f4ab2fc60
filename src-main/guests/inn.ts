/** The house that all guests of a host live in: who is in it, and how one leaves. */
import type { Actor } from '../../sim/contract/actors.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { HypervisorView } from '../../sim/guests/kernel/machine-view.ts';
import type { World } from '../../sim/index.ts';
import type { Announcement, Dispose } from '../host/announcement.ts';
import type { Log } from '../host/log.ts';
import { createConsole } from './console.ts';
import type { Console } from './console.ts';
import type { Doze } from './doze.ts';
import type { GuestMaker } from './guest-maker.ts';
import type { LiveGuest, SessionEnd } from './live-guest.ts';
import type { Load } from './load.ts';
import type { Slices } from './slices.ts';
import type { ToolsWatch } from './tools-watch.ts';
import type { Wires } from './wires.ts';

export type RuntimeDeps = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
  readonly steady: () => number;
  readonly make: GuestMaker;
  /** A guest turned its machine off from inside. */
  readonly switchOff: (machine: EntityId) => Promise<Result<unknown>>;
  /** Who runs a machine, where its system can ask; left out: nobody can be asked. */
  readonly hypervisor?: (machine: EntityId) => HypervisorView | null;
  readonly log: Log;
  /** Guests without a session that may stay in memory. */
  readonly mostIdle: number;
  /** Guests at rest that are not put away, so that who works in one of them waits for nothing. */
  readonly mostAwake: number;
};

type Running = { readonly guest: LiveGuest; readonly load: Load };
export type Inn = {
  readonly deps: RuntimeDeps;
  readonly slices: Slices;
  readonly doze: Doze;
  /** In the order in which they were last asked for. */
  readonly running: Map<EntityId, Running>;
  readonly starting: Map<EntityId, Promise<Result<LiveGuest>>>;
  readonly consoles: Map<EntityId, Console>;
  /** Those that start anew by their own word. */
  readonly again: Set<EntityId>;
  /** The lab has asked them to go down, and sees to their power itself. */
  readonly goingDown: Set<EntityId>;
  readonly tools: ToolsWatch;
  readonly wires: Wires;
  isClosed: boolean;
};

export function consoleOf({ consoles, deps }: Inn, id: EntityId): Console {
  const known = consoles.get(id) ?? createConsole(() => deps.world().now());
  consoles.set(id, known);
  return known;
}

export function endGuest({ running, consoles, goingDown }: Inn, id: EntityId, reason: SessionEnd): void {
  goingDown.delete(id);
  const known = running.get(id);
  running.delete(id);
  if (reason === 'machine-off' || reason === 'machine-removed') consoles.get(id)?.cut();
  if (reason === 'machine-removed') consoles.delete(id);
  known?.guest.end(reason);
}

export function endGuests(inn: Inn, reason: SessionEnd): void {
  for (const id of inn.running.keys()) endGuest(inn, id, reason);
}
