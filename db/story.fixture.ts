import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { WorldEvent } from '../sim/contract/events.ts';
import type { EntityId, Revision } from '../sim/contract/ids.ts';
import type { Tick, WallMillis } from '../sim/contract/units.ts';
import type { LabStore, LogEntry, WorldSnapshot } from './lab-store.ts';
import { openLabStore } from './open-lab-store.ts';

export const tick = (value: number): Tick => value as Tick;
export const revision = (value: number): Revision => value as Revision;
export const now = (): WallMillis => 1_795_000_000_000 as WallMillis;

/** A folder of its own for one test, gone when it ends. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function openStore(file: string): LabStore {
  const opened = openLabStore(file, { whenMissing: 'create', now });
  if (!opened.ok) throw new Error(opened.refusal.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

export const removed = (id: string): WorldEvent => ({ type: 'entity.removed', id: id as EntityId });

export type EntryPlan = {
  readonly first: number;
  readonly tick?: number;
  readonly events?: readonly WorldEvent[];
  readonly key?: string;
};

export function entry({ first, tick: at, events, key }: EntryPlan): LogEntry {
  return {
    key: key ?? null,
    tick: tick(at ?? first),
    firstRevision: revision(first),
    actor: { origin: 'api', name: 'a test', role: 'admin' },
    command: { type: 'inventory.remove', id: `rack-${first}`, contents: 'refuse' },
    events: events ?? [removed(`rack-${first}`)],
    ids: [`rack-${first}`],
    at: now(),
  };
}

/** Entries with one event each, revisions `from` to `to`, ticks alike. */
export const entries = (from: number, to: number): LogEntry[] =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    entry({ first: from + index, key: `key-${from + index}-of-it` }),
  );

export function snapshot(at: number, inventory: string): WorldSnapshot {
  return {
    tick: tick(at),
    revision: revision(at),
    inventory,
    state: JSON.stringify({ at, padding: 'x'.repeat(500) }),
    lanes: Float64Array.from({ length: 300 }, (_, index) => at + index / 7),
    hash: `hash-${at}`,
  };
}
