import { expect, test } from 'vitest';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { assetQueries } from '../../../sim/contract/assets.ts';
import { did } from '../../../sim/testing/small-lab.ts';
import { assetLab } from './assets.fixture.ts';
import { createAssetAnswers } from './asset-answers.ts';

const id = 'device-3';
const alarm = (name: string, source: string) => ({ id: name, source, sensor: 'sensor-1' });

/** A log of one event a minute, and a store that reads it backwards as the real one does. */
function storyOf(events: readonly object[], limit = 100) {
  const world = assetLab();
  did(world, { type: 'inventory.change', id, spec: { lifecycle: 'staged' } } as never);
  const logged = events.map((event, index) => ({ revision: index + 1, tick: 60 * index, event }));
  const asked: (number | null)[] = [];
  const store = {
    eventsBefore: (_: unknown, query: { before: number | null; limit: number; types: readonly string[] }) => {
      asked.push(query.before);
      return logged
        .filter(
          ({ revision, event }) =>
            revision < (query.before ?? Infinity) &&
            query.types.includes((event as LoggedEvent['event']).type),
        )
        .toReversed()
        .slice(0, query.limit);
    },
  };
  const answers = createAssetAnswers({ session: () => ({ world, store, branch: 'branch-1' }) as never });
  return {
    world,
    asked,
    answer: answers['device-story'](assetQueries['device-story'].params.parse({ id, limit })),
  };
}

const entity = (type: string, lifecycle: string, of = id) => ({
  type,
  entity: { id: of, kind: 'device', name: 'web-2', spec: { lifecycle } },
});

test('FR-120-495 the log is read back to where the device began: its changes, its alarms and those of its rack', async () => {
  const { world, answer } = storyOf([
    { type: 'alarm.raised', alarm: alarm('alarm-0', 'rack-1') },
    entity('entity.created', 'planned'),
    entity('entity.changed', 'active', 'device-4'),
    { type: 'alarm.raised', alarm: alarm('alarm-1', 'rack-1') },
    { type: 'alarm.raised', alarm: alarm('alarm-2', 'rack-2') },
    { type: 'alarm.acknowledged', id: 'alarm-1' },
    { type: 'alarm.acknowledged', id: 'alarm-2' },
    { type: 'scenario.started', run: { target: 'rack-1' } },
    { type: 'scenario.started', run: { target: 'rack-2' } },
    { type: 'plant.ordered', order: { target: 'ups-1' } },
    entity('entity.changed', 'planned'),
    entity('entity.changed', 'active'),
  ]);
  const found = await answer;
  if (!found.ok) throw new Error(found.refusal.message);
  expect(found.value.items.map(({ revision }) => revision)).toEqual([12, 11, 8, 6, 4, 2, 1]);
  expect(found.value.lifecycle).toEqual([
    { state: 'planned', at: world.clock.epoch + 60_000 },
    { state: 'active', at: world.clock.epoch + 11 * 60_000 },
  ]);
  expect(found.value.isWhole).toBe(true);
});

test('FR-120-495 a long log is read page by page up to a bound, and what is left out is said', async () => {
  const noise = Array.from({ length: 900 }, () => ({
    type: 'alarm.raised',
    alarm: alarm('alarm-9', 'rack-2'),
  }));
  const { asked, answer } = storyOf(
    [entity('entity.created', 'active'), ...noise, entity('entity.changed', 'active')],
    1,
  );
  const found = await answer;
  expect(asked).toEqual([null, 653, 403, 153]);
  expect(found).toMatchObject({ ok: true, value: { isWhole: false, items: [{ revision: 902 }] } });
});

test('FR-120-495 a device that is not there is refused', async () => {
  const answers = createAssetAnswers({
    session: () => ({ world: assetLab(), store: {}, branch: 'b' }) as never,
  });
  for (const other of ['device-99', 'rack-1'])
    expect(
      await answers['device-story'](assetQueries['device-story'].params.parse({ id: other })),
    ).toMatchObject({
      refusal: { code: 'unknown-entity', where: 'id' },
    });
});
