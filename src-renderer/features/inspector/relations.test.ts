import { expect, test } from 'vitest';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { english } from '../../text/catalogue.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { relationsOf } from './relations.ts';

type Given = readonly [kind: Kind, id: string, parent: string | null, links?: object, spec?: object];
const thing = ([kind, id, parent, links, spec]: Given): Entity =>
  ({ kind, id, name: id, parent, links: links ?? {}, aliases: {}, spec: spec ?? {} }) as unknown as Entity;

const entities = (
  [
    ['site', 'site', null],
    ['utility', 'grid', 'site'],
    ['ats', 'ats', 'site', { fedBy: ['grid'] }],
    ['chiller', 'chiller', 'site', { fedBy: ['ats'], cools: ['crac'] }],
    ['room', 'room', 'site'],
    ['ups', 'ups', 'room', { fedBy: ['ats'] }],
    ['battery', 'string', 'ups'],
    ['panel', 'panel', 'room', { fedBy: ['ups'] }],
    ['crac', 'crac', 'room', { fedBy: ['ats'] }],
    ['row', 'row', 'room'],
    ['rack', 'A10', 'row'],
    ['rack', 'A2', 'row'],
    ['pdu', 'pdu-a', 'A10', { fedBy: ['panel'] }, { feed: 'A' }],
    ['pdu', 'pdu-b', 'A10', {}, { feed: 'B' }],
    ['pdu', 'pdu-2', 'A2', { fedBy: ['panel'] }, { feed: 'A' }],
  ] as const satisfies readonly Given[]
).map((given) => thing(given));
const inventory: Inventory = {
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  children: new Map(
    [...Map.groupBy(entities, (entity) => entity.parent ?? ('' as const))].map(([key, list]) => [
      key,
      list.map(({ id }) => id),
    ]),
  ),
};
const of = (id: string): readonly string[] =>
  relationsOf(inventory, inventory.entities.get(id as EntityId) as Entity).map(
    ({ name, things }) => `${english.inspector.relations[name]}: ${things.map((one) => one.id).join(' ')}`,
  );

test('FR-120-204 a thing of the power chain names what feeds it and what it feeds', () => {
  expect(of('ats')).toEqual(['Fed by: grid', 'Feeds: chiller crac ups']);
  expect(of('ups')).toEqual(['Batteries: string', 'Fed by: ats', 'Feeds: panel']);
  expect(of('string')).toEqual(['Backs: ups']);
  expect(of('pdu-a')).toEqual(['Fed by: panel', 'Feeds: A10']);
});

test('FR-120-204 what a panel feeds stands in the order of the racks, numbers as numbers', () => {
  expect(of('panel')).toEqual(['Fed by: ups', 'Feeds: pdu-2 pdu-a']);
});

test('FR-120-204 a rack names its rack PDUs, a room its units, a site its plant', () => {
  expect(of('A10')).toEqual(['Fed by: pdu-a pdu-b']);
  expect(of('room')).toEqual(['Power: ups panel', 'Cooled by: crac']);
  expect(of('site')).toEqual(['Plant: grid ats chiller']);
});

test('FR-120-204 a cooling unit cools its room and names the chiller that cools it', () => {
  expect(of('crac')).toEqual(['Fed by: ats', 'Cools: room', 'Cooled by: chiller']);
  expect(of('chiller')).toEqual(['Fed by: ats', 'Cools: crac']);
});

test('FR-120-204 a device hangs on both feeds of its rack, or on the one its only supply is on', () => {
  const device = (psus: number): Entity => thing(['device', 'srv', 'A10', {}, { psus, feed: 'B' }]);
  const fed = (psus: number) => relationsOf(inventory, device(psus))[0]?.things.map(({ id }) => id);
  expect(fed(2)).toEqual(['pdu-a', 'pdu-b']);
  expect(fed(1)).toEqual(['pdu-b']);
});
