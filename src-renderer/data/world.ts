/** What the page knows of the lab: filled by queries, kept by the watch's events. */
import { create } from 'zustand';
import type { Alarm, OutOfService } from '../../sim/contract/alarms.ts';
import type { DrillRun } from '../../sim/contract/drills.ts';
import type { Entity, EntityOf, Kind } from '../../sim/contract/entities.ts';
import type { AlarmId, DrillRunId, EntityId, ScenarioRunId } from '../../sim/contract/ids.ts';
import type { Notice } from '../../sim/contract/notifications.ts';
import type { Operation } from '../../sim/contract/operations.ts';
import type { Status } from '../../sim/contract/queries.ts';
import type { Refusal } from '../../sim/contract/result.ts';
import type { ScenarioRun } from '../../sim/contract/scenarios.ts';

export type WorldPhase = 'connecting' | 'loading' | 'ready' | 'lost' | 'refused';

export type WorldState = {
  readonly phase: WorldPhase;
  readonly refusal: Refusal | null;
  readonly status: Status | null;
  /** Wall time at which `status` came, for clocks that run on between two. */
  readonly statusAt: number;
  /** Changed in place: select `layout` to be told, or one entity by id, which is replaced. */
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly children: ReadonlyMap<EntityId | '', readonly EntityId[]>;
  /** Replaced on every change. */
  readonly alarms: ReadonlyMap<AlarmId, Alarm>;
  readonly runs: ReadonlyMap<ScenarioRunId, ScenarioRun>;
  readonly drills: ReadonlyMap<DrillRunId, DrillRun>;
  readonly outOfService: ReadonlyMap<EntityId, OutOfService>;
  /** Long work, newest last; replaced on every change. */
  readonly operations: readonly Operation[];
  /** The last message that the host wanted seen. */
  readonly notice: Notice | null;
  readonly revision: number;
  /** Grows with each change of the alarm rules, or of what is out of service. */
  readonly rules: number;
  /** Grows with each edit made, undone or redone. */
  readonly edits: number;
  /** Grows with each change of an entity. */
  readonly layout: number;
  /** Grows with each (re)load: another lab, another branch, a gap. */
  readonly story: number;
};

export const useWorld = create<WorldState>(() => ({
  phase: 'connecting',
  refusal: null,
  status: null,
  statusAt: 0,
  entities: new Map(),
  children: new Map(),
  alarms: new Map(),
  runs: new Map(),
  drills: new Map(),
  outOfService: new Map(),
  operations: [],
  notice: null,
  revision: 0,
  rules: 0,
  edits: 0,
  layout: 0,
  story: 0,
}));

export const useEntity = (id: EntityId | null): Entity | null =>
  useWorld((state) => (id === null ? null : (state.entities.get(id) ?? null)));

/** Up the parents, the entity itself first. */
export function lineage(entities: ReadonlyMap<EntityId, Entity>, id: EntityId | null): readonly Entity[] {
  const line: Entity[] = [];
  for (let at = id; at !== null && line.length < 16;) {
    const entity = entities.get(at);
    if (entity === undefined) break;
    line.push(entity);
    at = entity.parent;
  }
  return line;
}

export function ancestorOf<K extends Kind>(
  entities: ReadonlyMap<EntityId, Entity>,
  id: EntityId | null,
  kind: K,
): EntityOf<K> | null {
  const found = lineage(entities, id).find((entity): entity is EntityOf<K> => entity.kind === kind);
  return found ?? null;
}

/** For labels: the name now, or the id of what is gone. */
export const nameOfEntity = (id: string): string =>
  useWorld.getState().entities.get(id as EntityId)?.name ?? id;

/** The state as it is now, for event handlers and for what a `layout` or `story` counter already follows. */
export const worldNow = (): WorldState => useWorld.getState();
