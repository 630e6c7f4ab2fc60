/** Power chains that the tests of the diagram share. */
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from './site-chain.ts';

type Link = { readonly parent?: string; readonly fedBy?: readonly string[]; readonly spec?: object };

export const thing = <K extends Kind>(kind: K, id: string, { parent, fedBy, spec }: Link): EntityOf<K> =>
  ({
    kind,
    id,
    name: id,
    parent: parent ?? null,
    links: fedBy === undefined ? {} : { fedBy },
    aliases: {},
    spec: spec ?? { ratedPower: 100 },
  }) as unknown as EntityOf<K>;

export const inventoryOf = (entities: readonly Entity[]): Inventory => ({
  entities: new Map(entities.map((entity) => [entity.id, entity])),
  children: new Map(
    [...Map.groupBy(entities, (entity) => entity.parent ?? ('' as const))].map(([parent, list]) => [
      parent,
      list.map(({ id }) => id),
    ]),
  ),
});

export const siteId = 'site-1' as EntityId;
export const idOf = (name: string): EntityId => name as EntityId;

const onSite = (kind: Kind, id: string, ...fedBy: readonly string[]): Entity =>
  thing(kind, id, fedBy.length === 0 ? { parent: 'site-1' } : { parent: 'site-1', fedBy });

const pduOf = (rack: string, feed: 'A' | 'B', panel: string): Entity =>
  thing('pdu', `${rack}-${feed}`, {
    parent: rack,
    fedBy: [panel],
    spec: { feed, ratedPower: 11, phases: 'three', breaker: 16 },
  });

/** Grid, transformer, genset, switch, two UPSes with strings, two panels, and racks on both. */
export function twoFeeds(racks: number): Inventory {
  const rackOf = (number: number): readonly Entity[] => {
    const rack = `rack-${number}`;
    const row = `row-${Math.floor(number / 100)}`;
    return [
      thing('rack', rack, { parent: row, spec: { ratedPower: 8 } }),
      pduOf(rack, 'A', 'panel-a'),
      pduOf(rack, 'B', 'panel-b'),
    ];
  };
  const rows = Array.from({ length: Math.floor(racks / 100) + 1 }, (_, at) => onSite('row', `row-${at}`));
  return inventoryOf([
    thing('site', 'site-1', { spec: {} }),
    onSite('utility', 'grid'),
    onSite('transformer', 'tx', 'grid'),
    onSite('genset', 'genset'),
    onSite('ats', 'ats', 'tx', 'genset'),
    onSite('ups', 'ups-a', 'ats'),
    onSite('ups', 'ups-b', 'ats'),
    thing('battery', 'string-a', { parent: 'ups-a' }),
    thing('battery', 'string-b', { parent: 'ups-b' }),
    onSite('panel', 'panel-a', 'ups-a'),
    onSite('panel', 'panel-b', 'ups-b'),
    onSite('crac', 'crac-1', 'ats'),
    ...rows,
    ...Array.from({ length: racks }, (_, at) => rackOf(at)).flat(),
  ]);
}

/** What every unit says on a quiet day. */
export const quietWords: Readonly<Record<string, string>> = {
  grid: 'present',
  tx: 'energised',
  genset: 'off',
  ats: 'on-utility',
  'ups-a': 'online',
  'ups-b': 'online',
  'panel-a': 'energised',
  'panel-b': 'energised',
};

export const saying =
  (words: Readonly<Record<string, string>>) =>
  (id: EntityId): string | undefined =>
    ({ ...quietWords, ...words })[id];
