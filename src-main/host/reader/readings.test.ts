import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openHistory } from '../../../db/open-history.ts';
import { openLabStore } from '../../../db/open-lab-store.ts';
import { entityIdSchema, type EntityId } from '../../../sim/contract/ids.ts';
import type { Revision } from '../../../sim/contract/ids.ts';
import type { Tick, WallMillis } from '../../../sim/contract/units.ts';
import { readReadings } from './readings.ts';

const epoch = Date.UTC(2026, 0, 5);
const sensor = entityIdSchema.parse('sensor-1');

/** A lab of one sensor that was rewound at tick 300 to 100 and lived on to 200. */
function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-readings-'));
  const store = openLabStore(join(folder, 'world.db'), { whenMissing: 'create', now: () => 1 as WallMillis });
  const history = openHistory(join(folder, 'history.db'), { whenMissing: 'create' });
  if (!store.ok || !history.ok) throw new Error('cannot be opened');
  onTestFinished(() => {
    history.value.close();
    store.value.close();
  });
  const read = (ticks: readonly [number, number], value: number): void => {
    const { id } = store.value.currentBranch();
    for (let tick = ticks[0]; tick <= ticks[1]; tick += 1)
      history.value.append(id, [{ sensor, at: epoch + tick * 1000, value }]);
  };
  read([0, 300], 1);
  store.value.heartbeat(300 as Tick);
  store.value.fork({ tick: 100 as Tick, revision: 0 as Revision });
  read([101, 200], 2);
  const { id } = store.value.currentBranch();
  const inventory = { get: (id: EntityId) => (id === sensor ? { kind: 'sensor' as const } : undefined) };
  const world = { now: () => epoch + 200_000, clock: { epoch: epoch as never }, inventory };
  return () => ({ store: store.value, history: history.value, branch: id, world });
}

test('FR-130-087 a page of readings follows the story that is on the bench', () => {
  const answer = readReadings({ session: bench() }, { sensors: [sensor], limit: 1000 });
  if (!answer.ok) throw new Error(answer.refusal.message);
  const [column] = answer.value.columns;
  expect(column?.value).toEqual([
    ...Array.from({ length: 101 }, () => 1),
    ...Array.from({ length: 100 }, () => 2),
  ]);
  expect(column?.at).toEqual(Array.from({ length: 201 }, (_, tick) => epoch + tick * 1000));
  expect(answer.value.next).toBeNull();
});

test('FR-130-087 pages go on where the last one ended, and a stranger is refused', () => {
  const session = bench();
  const first = readReadings({ session }, { sensors: [sensor], from: epoch, limit: 150 });
  if (!first.ok || first.value.next === null) throw new Error('there is more');
  const second = readReadings({ session }, { sensors: [sensor], from: first.value.next, limit: 150 });
  const counts = [first, second].map((page) => (page.ok ? page.value.columns[0]?.at.length : null));
  expect(counts).toEqual([150, 51]);
  const stranger = entityIdSchema.parse('rack-9');
  expect(readReadings({ session }, { sensors: [stranger], limit: 10 })).toMatchObject({
    ok: false,
    refusal: { code: 'unknown-entity', where: 'sensors' },
  });
});
