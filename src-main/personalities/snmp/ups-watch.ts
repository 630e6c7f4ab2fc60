import type { EntityId } from '../../../sim/contract/ids.ts';
import type { World } from '../../../sim/index.ts';
import type { Points } from '../face.ts';
import { upsAlarms } from './ups-alarms.table.ts';
import type { UpsAlarmNumber } from './ups-alarms.table.ts';
import { upsFacts } from './ups-facts.ts';
import type { UpsFacts } from './ups-facts.ts';

/** What a UPS remembers beyond its present: since when an alarm stands, and how often its input went bad. */
export type UpsMemory = {
  readonly facts: UpsFacts;
  /** Lab ticks at which each standing alarm came. */
  readonly since: ReadonlyMap<UpsAlarmNumber, number>;
  readonly lineBads: number;
};

export type UpsWatch = {
  /** Reads the UPS and remembers what is new; once, however often it is asked in one request. */
  readonly look: (ups: EntityId) => UpsMemory;
  /** Another request: what was read for the last one is old. */
  readonly begin: () => void;
  /** Looks at every UPS: what comes and goes between two requests counts too. */
  readonly lookAround: () => void;
  /** Another lab: nothing is remembered of this one. */
  readonly forget: () => void;
};

type Kept = { readonly since: Map<UpsAlarmNumber, number>; lineBads: number };
export type UpsWatchDeps = { readonly world: () => World; readonly points: Points };

const inputBad = 6;

export function createUpsWatch({ world, points }: UpsWatchDeps): UpsWatch {
  const memory = new Map<EntityId, Kept>();
  let list: { of: World['inventory']; layout: number; ids: readonly EntityId[] } | null = null;
  /** Of this request. */
  const seen = new Map<EntityId, UpsMemory>();
  const look = (ups: EntityId): UpsMemory => {
    const already = seen.get(ups);
    if (already !== undefined) return already;
    const facts = upsFacts({ world: world(), points, ups });
    const kept = memory.get(ups) ?? { since: new Map(), lineBads: 0 };
    memory.set(ups, kept);
    remember(kept, facts, world().clock.tick);
    const now = { facts, since: kept.since, lineBads: kept.lineBads };
    seen.set(ups, now);
    return now;
  };
  return {
    look,
    begin: () => seen.clear(),
    lookAround: () => {
      seen.clear();
      const { inventory } = world();
      if (list?.of !== inventory || list.layout !== inventory.layout()) {
        const ids = inventory.ofKind('ups').map(({ id }) => id);
        list = { of: inventory, layout: inventory.layout(), ids };
        for (const id of memory.keys()) if (!ids.includes(id)) memory.delete(id);
      }
      for (const id of list.ids) look(id);
    },
    forget: () => {
      memory.clear();
      seen.clear();
      list = null;
    },
  };
}

function remember(kept: Kept, facts: UpsFacts, tick: number): void {
  for (const { number, holds } of upsAlarms) {
    const since = kept.since.get(number);
    if (!holds(facts)) kept.since.delete(number);
    // A lab that was taken back to before the alarm has it since now.
    else if (since === undefined || since > tick) {
      kept.since.set(number, tick);
      if (number === inputBad && since === undefined) kept.lineBads += 1;
    }
  }
}
