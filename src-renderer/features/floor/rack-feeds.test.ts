import { expect, test } from 'vitest';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { rackItems } from './new-things.ts';
import { feedPlans } from './rack-feeds.ts';
import type { Inventory } from './rack-sensors.ts';
import { rackTemplates } from './rack-templates.table.ts';

const id = (text: string): EntityId => text as EntityId;
type Panels = readonly (readonly [panel: string, room: string, breakers: number | null])[];

/** Two rooms of one site; rack-1 hangs on both first panels. */
function lab(panels: Panels): Inventory {
  const thing = ([kind, own, parent]: readonly [string, string, string | null], more: object = {}) =>
    ({ kind, id: own, name: own, parent, links: {}, aliases: {}, spec: {}, ...more }) as unknown as Entity;
  const pdu = (own: string, feed: string, panel: string) =>
    thing(['pdu', own, 'rack-1'], { spec: { feed }, links: { fedBy: [panel] } });
  const entities = [
    thing(['site', 'site-1', null]),
    thing(['room', 'room-1', 'site-1']),
    thing(['room', 'room-2', 'site-1']),
    ...panels.map(([own, room, breakers]) =>
      thing(['panel', own, room], { spec: breakers === null ? {} : { breakers } }),
    ),
    thing(['row', 'row-1', 'room-1']),
    thing(['rack', 'rack-1', 'row-1']),
    pdu('pdu-1', 'A', 'panel-a'),
    pdu('pdu-2', 'B', 'panel-b'),
  ];
  return {
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    children: new Map(
      [...Map.groupBy(entities, (entity) => entity.parent ?? ('' as const))].map(([parent, list]) => [
        parent,
        list.map((one) => one.id),
      ]),
    ),
  };
}
const plans = (panels: Panels, count: number) => {
  const { A, B } = feedPlans(lab(panels), { room: id('room-1'), count });
  return [A.panel?.id ?? null, A.count, B.panel?.id ?? null, B.count];
};

test('FR-120-543 new racks hang on the panels that feed their neighbours, as far as breakers are free', () => {
  const own = ['panel-x', 'room-1', null] as const;
  expect(plans([own, ['panel-a', 'room-1', 24], ['panel-b', 'room-2', null]], 10)).toEqual([
    'panel-a',
    10,
    'panel-b',
    10,
  ]);
  expect(
    plans(
      [
        ['panel-a', 'room-1', 5],
        ['panel-b', 'room-2', 24],
      ],
      10,
    ),
  ).toEqual(['panel-a', 4, 'panel-b', 10]);
  expect(
    plans(
      [
        ['panel-a', 'room-1', 1],
        ['panel-b', 'room-2', 24],
      ],
      2,
    ),
  ).toEqual(['panel-b', 2, null, 0]);
  expect(
    plans(
      [
        ['panel-a', 'room-1', 1],
        ['panel-b', 'room-2', 1],
      ],
      2,
    ),
  ).toEqual([null, 0, null, 0]);
});

test('FR-120-543 they come with rack PDUs A and B in the same command, and those that get no breaker without', () => {
  const inventory = lab([
    ['panel-a', 'room-1', 2],
    ['panel-b', 'room-2', 24],
  ]);
  const racks = [1, 2].map((number) => ({
    name: `N${number}`,
    row: id('row-1'),
    rowName: 'N',
    x: number,
    y: 4,
    facing: 'south' as const,
  }));
  const feeds = feedPlans(inventory, { room: id('room-1'), count: 2 });
  const items = rackItems(inventory, id('room-1'), { racks, kind: rackTemplates.dense, feeds });
  const pdus = items.flatMap((item) =>
    item.kind === 'pdu' ? [[item.parent, item.name, item.links?.fedBy, item.spec.breaker]] : [],
  );
  expect(pdus).toEqual([
    ['rack-2', 'pdu-a', ['panel-a'], 32],
    ['rack-2', 'pdu-b', ['panel-b'], 32],
    ['rack-3', 'pdu-b', ['panel-b'], 32],
  ]);
  const bare = rackItems(inventory, id('room-1'), { racks, kind: rackTemplates.dense, feeds: null });
  expect(bare.some(({ kind }) => kind === 'pdu')).toBe(false);
  expect(items.find(({ kind }) => kind === 'rack')?.spec).not.toHaveProperty('pdu');
});
