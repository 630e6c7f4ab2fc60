import type { Actor } from '../../../sim/contract/actors.ts';
import type { EngineState } from '../../../sim/contract/engine.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { refused } from '../../../sim/contract/result.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import type { Computer, Lan, World } from '../../../sim/index.ts';
import { computerOf } from '../../../sim/index.ts';
import type { Log } from '../../host/log.ts';
import type { SessionEnd } from '../live-guest.ts';
import type { Box } from './box.ts';
import type { BoxPlan, Owner } from './box-plan.ts';
import { planOf } from './box-plan.ts';
import type { Engine } from './engine.ts';
import type { EngineSearch } from './sockets.ts';

export type RoomDeps = {
  readonly world: () => World;
  readonly owner: () => Owner;
  readonly lan: Lan;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  /** null: where this host was started, engines are none of its business. */
  readonly search: EngineSearch | null;
  readonly wanted: () => 'off' | 'on';
  readonly log: Log;
};

/** What the host knows of one machine's container. */
export type Kept = {
  readonly id: EntityId;
  box: Box | null;
  state: EngineState['machines'][number]['state'];
  problem: Refusal | null;
  /** What was asked of it last, one thing after the other. */
  line: Promise<void>;
  /** The plan it stands by. */
  plan: BoxPlan | null;
  startedAt: number | null;
  /** Sessions in it, to be cut. */
  readonly cuts: Set<(reason: SessionEnd) => void>;
  /** Processor time and the moment it was read, of the last look. */
  used: { readonly nanoseconds: number; readonly at: number } | null;
  told: { readonly cores: number; readonly memoryBytes: number } | null;
};

export type Room = {
  readonly deps: RoomDeps;
  readonly machines: Map<EntityId, Kept>;
  engine: Engine | null;
  state: EngineState['state'];
  /** Why there is none. */
  detail: string;
  looking: Promise<void> | null;
  /** An image is being made. */
  building: AbortController | null;
  isClosed: boolean;
};

/** Actor of what a container did by itself. */
export const containerActor: Actor = { origin: 'system', name: 'container', role: 'admin' };

export type Backed = Extract<Computer, { kind: 'vm' }>;

/** The machine, where a container is to run for it. */
export function backedOf(world: World, id: EntityId): Backed | null {
  const computer = computerOf(world, id);
  return computer?.kind === 'vm' && computer.spec.backing !== undefined ? computer : null;
}

export function keptOf(room: Room, id: EntityId): Kept {
  const known = room.machines.get(id);
  if (known !== undefined) return known;
  const fresh: Kept = {
    id,
    box: null,
    state: 'stopped',
    problem: null,
    line: Promise.resolve(),
    plan: null,
    startedAt: null,
    cuts: new Set(),
    used: null,
    told: null,
  };
  room.machines.set(id, fresh);
  return fresh;
}

export const planFor = ({ deps }: Room, computer: Backed): BoxPlan =>
  planOf(computer, { owner: deps.owner(), lan: deps.lan });

/** One thing after the other, and a failure is said and stops nothing. */
export function enqueue(room: Room, kept: Kept, act: () => Promise<void>): Promise<void> {
  kept.line = kept.line.then(act).catch((error: unknown) => {
    const words = error instanceof Error ? error.message : String(error);
    const failed = refused('unsupported', `The container of ${kept.id}: ${words.split('\n')[0]}`);
    if (!failed.ok) trouble(room, kept, failed.refusal);
  });
  return kept.line;
}

export function trouble(room: Room, kept: Kept, refusal: Refusal): void {
  kept.state = 'failing';
  kept.problem = refusal;
  cutAll(kept, 'machine-off');
  room.deps.log.warn('a container does not do what its machine does', { machine: kept.id, refusal });
}

export function cutAll(kept: Kept, reason: SessionEnd): void {
  for (const cut of kept.cuts) cut(reason);
  kept.cuts.clear();
}

export const noEngine = ({ state, detail }: Pick<Room, 'state' | 'detail'>): Refusal => ({
  code: 'unsupported',
  message: state === 'off' ? detail : `There is no container engine: ${detail}`,
  hint:
    state === 'off'
      ? 'Switch it on: dvm settings set guests.engine=on. Simulated machines work without.'
      : 'Install Docker or Podman and start it (Debian: apt-get install docker.io), or name its socket in DOCKER_HOST. Simulated machines work without.',
});
