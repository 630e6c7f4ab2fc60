import { expect, test } from 'vitest';
import type { AlarmRule } from '../contract/alarms.ts';
import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { evaluate, placeOf, ruleWatches } from '../alarms/evaluate.ts';
import { advanceTo, createBotCaller } from '../kernel/step.ts';
import type { World } from '../kernel/world.ts';
import { did } from '../testing/small-lab.ts';
import { named, oneOfEverything } from '../testing/starter-lab.ts';
import { panelsOf } from './panels-of.ts';

const steps = (world: World, count: number): void => advanceTo(world, world.clock.tick + count);

const judged = (rule: AlarmRule): boolean => rule.test.type === 'limit' || rule.test.type === 'state';

/** What every sensor says, held against every rule of a limit or a word, delays left aside. */
function ring(world: World): void {
  const said = createBotCaller().rollCall(world)[0];
  for (const { sensor: id, value } of said?.items ?? []) {
    const sensor = world.inventory.get(id) as EntityOf<'sensor'>;
    const place = placeOf(world.inventory, sensor);
    for (const rule of world.rules.all()) {
      if (place === null || !judged(rule) || !ruleWatches(rule, sensor, place)) continue;
      if (evaluate(rule, value, 'quiet') === 'raise')
        did(world, { type: 'alarm.raise', rule: rule.id, sensor: id, value });
    }
  }
}

const strike = (world: World, target: string): string =>
  did(world, { type: 'scenario.run', name: 'FEED_B_LOST', target }).ids[0] ?? '';

const sourceOf = (world: World, id: EntityId): string => world.inventory.get(id)?.name ?? '';

test('FR-130-297 a feed that is lost rings once: the floor PDU, with the alarms of its rack PDUs beneath it', () => {
  const world = oneOfEverything('7');
  steps(world, 60);
  ring(world);
  expect(world.alarms.open()).toEqual([]);
  strike(world, named(world, 'site1'));
  steps(world, 60);
  ring(world);
  const open = world.alarms.open();
  const roots = open.filter(({ root }) => root === null);
  expect(roots.map(({ rule, source }) => [rule, sourceOf(world, source)])).toEqual([
    ['panel-dead', 'panel-b'],
  ]);
  expect(roots[0]).toMatchObject({ severity: 'critical', priority: 1 });
  const beneath = open.filter(({ root }) => root === roots[0]?.id);
  expect(beneath.filter(({ rule }) => rule === 'pdu-dead')).toHaveLength(8);
  expect(beneath).toHaveLength(open.length - 1);
});

test('FR-130-297 with the feed back the floor PDU has power again', () => {
  const world = oneOfEverything('7');
  const run = strike(world, named(world, 'room1'));
  steps(world, 10);
  ring(world);
  expect(world.alarms.open().map(({ rule }) => rule)).toContain('panel-dead');
  did(world, { type: 'scenario.stop', id: run });
  steps(world, 5);
  const panel = named(world, 'panel-b');
  const state = world.inventory
    .ofKind('sensor')
    .find(({ parent, spec }) => parent === panel && spec.metric === 'state');
  const said = createBotCaller().rollCall(world)[0];
  expect(said?.items.find(({ sensor }) => sensor === state?.id)?.value).toBe(1);
});

test('FR-130-298 a floor PDU that feeds others as well goes on; one above such that do not goes with them', () => {
  const world = oneOfEverything('7');
  const panel = named(world, 'panel-b') as EntityId;
  const isOnIt = ({ links }: { readonly links: { readonly fedBy?: readonly EntityId[] } }): boolean =>
    links.fedBy?.includes(panel) ?? false;
  const pdus = world.inventory.ofKind('pdu').filter(isOnIt);
  const ids = pdus.map(({ id }) => id);
  expect(ids).toHaveLength(8);
  expect(panelsOf(world.inventory, ids)).toEqual([panel]);
  expect(panelsOf(world.inventory, ids.slice(1))).toEqual([]);
  const [main = ''] = did(world, {
    type: 'inventory.create',
    item: {
      kind: 'panel',
      name: 'main-b',
      parent: named(world, 'room1'),
      spec: { model: 'Main', ratedPower: 200 },
      links: { fedBy: [named(world, 'ups-02')] },
    },
  }).ids;
  did(world, { type: 'inventory.change', id: panel, links: { fedBy: [main] } });
  expect(panelsOf(world.inventory, ids)).toEqual([panel, main]);
});
