import type { EntityId } from '../../../sim/contract/ids.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { pathTo } from '../../../sim/index.ts';
import type { Inventory, overlay } from '../../../sim/index.ts';
import type { Device } from './asset-row.ts';
import type { Said } from './csv-cells.ts';

type View = ReturnType<typeof overlay>;

/** Finds what a line means: its rack, and the device that is there already. */
export type CsvPlaces = {
  readonly rackFor: (text: string | null) => Result<EntityId>;
  /** Null where a new one is meant. */
  readonly deviceFor: (said: Said, view: View) => Result<Device | null>;
  /** Born of an earlier line. */
  readonly add: (device: Device) => void;
};

const small = (text: string): string => text.trim().toLowerCase();

/** Two of a name are told apart by nothing but an id: null stands for them. */
function enter(book: Map<string, EntityId | null>, key: string | undefined, id: EntityId): void {
  if (key === undefined || key === '') return;
  const word = small(key);
  book.set(word, book.has(word) ? null : id);
}

export function createCsvPlaces(inventory: Inventory): CsvPlaces {
  const racks = new Map<string, EntityId | null>();
  const serials = new Map<string, EntityId | null>();
  const tags = new Map<string, EntityId | null>();
  const add = ({ id, spec }: Device): void => {
    enter(serials, spec.serial, id);
    enter(tags, spec.asset?.tag, id);
  };
  for (const entity of inventory.all()) {
    if (entity.kind === 'device') add(entity);
    if (entity.kind !== 'rack') continue;
    const path = pathTo(inventory, entity.id).map(({ name }) => name);
    // `dc1/hall/A/A01`, `hall/A/A01`, `A/A01` and `A01`: as much as it takes to be the only one.
    for (let from = 0; from < path.length; from += 1) enter(racks, path.slice(from).join('/'), entity.id);
  }
  const rackFor = (text: string | null): Result<EntityId> => {
    if (text === null) {
      return refused('unknown-parent', 'A new device needs a rack', {
        where: 'rack',
        hint: 'Write its name, its place (site/room/row/rack) or its id.',
      });
    }
    if (inventory.get(text as EntityId)?.kind === 'rack') return accepted(text as EntityId);
    const found = racks.get(small(text));
    if (found !== undefined && found !== null) return accepted(found);
    return found === null
      ? refused('unknown-parent', `Several racks are called ${text}`, {
          where: 'rack',
          hint: 'Write its place: site/room/row/rack.',
        })
      : refused('unknown-parent', `There is no rack ${text}`, {
          where: 'rack',
          hint: 'Write its name, its place (site/room/row/rack) or its id.',
        });
  };
  return { rackFor, add, deviceFor: (said, view) => deviceFor({ said, view, serials, tags, rackFor }) };
}

type Asked = {
  readonly said: Said;
  readonly view: View;
  readonly serials: ReadonlyMap<string, EntityId | null>;
  readonly tags: ReadonlyMap<string, EntityId | null>;
  readonly rackFor: CsvPlaces['rackFor'];
};

function deviceFor({ said, view, serials, tags, rackFor }: Asked): Result<Device | null> {
  if (said.id !== null) {
    const known = view.get(said.id as EntityId);
    if (known?.kind === 'device') return accepted(known);
    return refused('unknown-entity', `There is no device ${said.id}`, {
      where: 'id',
      hint: 'Leave the cell empty for a new device.',
    });
  }
  const { serial } = said.spec;
  const { tag } = said.asset;
  for (const [column, word, book] of [
    ['serial', serial, serials],
    ['tag', tag, tags],
  ] as const) {
    if (typeof word !== 'string') continue;
    const found = book.get(small(word));
    if (found === null) {
      return refused('invalid-input', `Several devices have the ${column} ${word}`, {
        where: column,
        hint: 'Say which one by its id.',
      });
    }
    const device = found === undefined ? undefined : view.get(found);
    if (device?.kind === 'device') return accepted(device);
  }
  return accepted(namedIn(said, view, rackFor));
}

function namedIn({ name, rack }: Said, view: View, rackFor: CsvPlaces['rackFor']): Device | null {
  if (name === null || rack === null) return null;
  const place = rackFor(rack);
  if (!place.ok) return null;
  for (const child of view.childrenOf(place.value))
    if (child.kind === 'device' && small(child.name) === small(name)) return child;
  return null;
}
