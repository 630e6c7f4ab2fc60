import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { openHistory } from '../../db/open-history.ts';
import type { History } from '../../db/history.ts';
import type { LabStore } from '../../db/lab-store.ts';
import { openLabStore } from '../../db/open-lab-store.ts';
import type { BranchId, LabId } from '../../sim/contract/ids.ts';
import type { Result } from '../../sim/contract/result.ts';
import { accepted } from '../../sim/contract/result.ts';
import type { Tick, WallMillis } from '../../sim/contract/units.ts';
import { advanceTo, applyEvents, createWorld, restoreSnapshot } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import type { Log } from './log.ts';

/** A lab on the bench: its files and the world that lives from them. */
export type Session = {
  readonly id: LabId;
  readonly directory: string;
  readonly store: LabStore;
  readonly history: History;
  world: World;
  branch: BranchId;
  readonly close: () => void;
};

export type SessionOptions = {
  readonly id: LabId;
  readonly directory: string;
  readonly whenMissing: 'create' | 'refuse';
  readonly now: () => WallMillis;
  readonly log: Log;
};

export function openSession(options: SessionOptions): Result<Session> {
  const store = openLabStore(join(options.directory, 'world.db'), {
    whenMissing: options.whenMissing,
    now: options.now,
  });
  if (!store.ok) return store;
  const history = historyIn(options);
  if (!history.ok) {
    store.value.close();
    return history;
  }
  const branch = store.value.currentBranch();
  const session: Session = {
    id: options.id,
    directory: options.directory,
    store: store.value,
    history: history.value,
    world: worldAt(store.value, branch.id, branch.headTick),
    branch: branch.id,
    close: () => {
      history.value.close();
      store.value.close();
    },
  };
  return accepted(session);
}

/** Readings can be spared, the story cannot: a damaged history is kept aside and a new one begun. */
function historyIn({ directory, now, log }: SessionOptions): Result<History> {
  const file = join(directory, 'history.db');
  const opened = openHistory(file, { whenMissing: 'create' });
  if (opened.ok || opened.refusal.code !== 'damaged-file') return opened;
  const aside = `${file}.damaged-${now()}`;
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(`${file}${ending}`)) renameSync(`${file}${ending}`, `${aside}${ending}`);
  }
  log.warn('the readings were damaged; they are kept aside and new ones begun', {
    aside,
    refusal: opened.refusal,
  });
  return openHistory(file, { whenMissing: 'create' });
}

/** Nearest snapshot and the commands after it: recovery, rewind and replay are this one thing. */
export function worldAt(store: LabStore, branch: BranchId, tick: Tick): World {
  const snapshot = store.nearestSnapshot(branch, tick);
  const world = snapshot === null ? createWorld() : restoreSnapshot(snapshot);
  for (const entry of store.entriesAfter(branch, world.revision)) {
    if (entry.tick > tick) break;
    advanceTo(world, entry.tick);
    applyEvents(world, entry.events);
  }
  advanceTo(world, tick);
  return world;
}
