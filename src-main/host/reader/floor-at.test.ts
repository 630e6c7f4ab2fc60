import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openHistory } from '../../../db/open-history.ts';
import { openLabStore } from '../../../db/open-lab-store.ts';
import { entityIdSchema, type EntityId } from '../../../sim/contract/ids.ts';
import type { WallMillis } from '../../../sim/contract/units.ts';
import { readFloorAt } from './floor-at.ts';

const epoch = Date.UTC(2026, 0, 5);
const [talks, silent] = ['sensor-1', 'sensor-2'].map((id) => entityIdSchema.parse(id)) as [
  EntityId,
  EntityId,
];

/** One sensor that says every minute how many minutes have gone by, for two hours. */
function bench() {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-floor-at-'));
  const store = openLabStore(join(folder, 'world.db'), { whenMissing: 'create', now: () => 1 as WallMillis });
  const history = openHistory(join(folder, 'history.db'), { whenMissing: 'create' });
  if (!store.ok || !history.ok) throw new Error('cannot be opened');
  onTestFinished(() => {
    history.value.close();
    store.value.close();
  });
  const { id: branch } = store.value.currentBranch();
  for (let minute = 0; minute <= 120; minute += 1)
    history.value.append(branch, [{ sensor: talks, at: epoch + minute * 60_000, value: minute }]);
  const inventory = {
    get: (id: EntityId) =>
      id === talks || id === silent ? { kind: 'sensor', spec: { metric: 'temperature' } } : undefined,
  };
  const world = { now: () => epoch + 7_200_000, clock: { epoch }, inventory };
  return { session: () => ({ store: store.value, history: history.value, branch, world }) as never };
}

const ask = (deps: ReturnType<typeof bench>, minute: number, sensors: readonly EntityId[]) => {
  const answer = readFloorAt(deps, { sensors: [...sensors], at: epoch + minute * 60_000 });
  if (!answer.ok) throw new Error(answer.refusal.message);
  return answer.value;
};

test('FR-120-410 a moment of the past is answered with the last readings before it, in the order that was asked', () => {
  const deps = bench();
  const { values, ages } = ask(deps, 30.5, [silent, talks]);
  expect(values).toEqual([null, 30]);
  expect(ages[0]).toBeNull();
  expect(ages[1]).toBeLessThanOrEqual(60);
});

test('FR-120-410 what was said more than a quarter of an hour before is not known then, and after now is now', () => {
  const deps = bench();
  expect(ask(deps, 999, [talks])).toMatchObject({ at: epoch + 7_200_000, values: [120] });
  expect(ask(deps, -999, [talks])).toMatchObject({ at: epoch, values: [0] });
  expect(readFloorAt(deps, { sensors: [entityIdSchema.parse('rack-1')], at: epoch })).toMatchObject({
    ok: false,
    refusal: { code: 'unknown-entity' },
  });
});
