import type { Entity, EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from '../../../sim/index.ts';

/** Racks that hang on the same things in the same way: one stands for all of them. */
export type RackGroup = {
  readonly racks: EntityId[];
  /** How they hang there: `A:<feeders>`, `B alone`. */
  readonly feeds: readonly string[];
};

/** What feeds a rack PDU, from a line such as `A:panel-1+panel-2`. */
export const feedersIn = (feed: string): EntityId[] =>
  (feed.split(':')[1] ?? '').split('+').filter(Boolean) as EntityId[];

export type RoomBook = {
  readonly room: EntityOf<'room'>;
  readonly racks: EntityId[];
  readonly inlets: { readonly sensor: EntityId; readonly rack: EntityId }[];
  /** Sensors of the power of its racks. */
  readonly powers: EntityId[];
  readonly cracs: EntityOf<'crac'>[];
};

export type UpsBook = { readonly ups: EntityOf<'ups'>; runtime: EntityId | null };

export type SiteBook = {
  readonly site: EntityOf<'site'>;
  /** The site's own meters, by what they measure. */
  readonly meters: Map<Metric, EntityId>;
  readonly rooms: RoomBook[];
  readonly upses: UpsBook[];
  readonly chillers: EntityOf<'chiller'>[];
  readonly groups: Map<string, RackGroup>;
};

export type OverviewBook = {
  readonly sites: readonly SiteBook[];
  readonly siteOf: (id: EntityId) => EntityId | null;
  readonly roomOf: (id: EntityId) => EntityId | null;
};

type Draft = {
  readonly inventory: Inventory;
  readonly sites: Map<EntityId, SiteBook>;
  readonly rooms: Map<EntityId, RoomBook>;
  readonly upses: Map<EntityId, UpsBook>;
  /** By rack: how its PDUs are fed, and on which feed something hangs alone. */
  readonly feeds: Map<EntityId, string[]>;
};

/** All that the overview asks for again and again, gathered in one walk through the inventory. */
export function bookOverview(inventory: Inventory): OverviewBook {
  const draft: Draft = {
    inventory,
    sites: new Map(),
    rooms: new Map(),
    upses: new Map(),
    feeds: new Map(),
  };
  const places = placesOf(inventory);
  const late: Entity[] = [];
  for (const entity of inventory.all()) {
    if (!note(draft, places, entity)) late.push(entity);
  }
  for (const entity of late) noteLate(draft, places, entity);
  groupRacks(draft);
  return { sites: [...draft.sites.values()], siteOf: places.site, roomOf: places.room };
}

type Places = {
  readonly site: (id: EntityId) => EntityId | null;
  readonly room: (id: EntityId) => EntityId | null;
};

/** The nearest room and site of a thing, itself included. */
function placesOf(inventory: Inventory): Places {
  const up = (kind: 'site' | 'room') => {
    const known = new Map<EntityId, EntityId | null>();
    const find = (id: EntityId): EntityId | null => {
      const before = known.get(id);
      if (before !== undefined) return before;
      const entity = inventory.get(id);
      if (entity === undefined) return null;
      const found = entity.kind === kind ? id : entity.parent === null ? null : find(entity.parent);
      // Leaves are many and asked for once.
      if (entity.kind !== 'sensor' && entity.kind !== 'device') known.set(id, found);
      return found;
    };
    return find;
  };
  return { site: up('site'), room: up('room') };
}

/** Places and plant; false for what can only be noted once those are. */
function note(draft: Draft, { site: siteOf }: Places, entity: Entity): boolean {
  const { sites, rooms, upses } = draft;
  switch (entity.kind) {
    case 'site':
      sites.set(entity.id, {
        site: entity,
        meters: new Map(),
        rooms: [],
        upses: [],
        chillers: [],
        groups: new Map(),
      });
      return true;
    case 'room': {
      const book: RoomBook = { room: entity, racks: [], inlets: [], powers: [], cracs: [] };
      rooms.set(entity.id, book);
      sites.get(siteOf(entity.id) as EntityId)?.rooms.push(book);
      return true;
    }
    case 'ups': {
      const book: UpsBook = { ups: entity, runtime: null };
      upses.set(entity.id, book);
      sites.get(siteOf(entity.id) as EntityId)?.upses.push(book);
      return true;
    }
    case 'chiller':
      sites.get(siteOf(entity.id) as EntityId)?.chillers.push(entity);
      return true;
    default:
      return false;
  }
}

function noteLate(draft: Draft, { room: roomOf }: Places, entity: Entity): void {
  switch (entity.kind) {
    case 'crac':
      draft.rooms.get(roomOf(entity.id) as EntityId)?.cracs.push(entity);
      return;
    case 'rack':
      draft.rooms.get(roomOf(entity.id) as EntityId)?.racks.push(entity.id);
      feedsOf(draft, entity.id);
      return;
    case 'pdu':
      feedsOf(draft, entity.parent).push(`${entity.spec.feed}:${(entity.links.fedBy ?? []).join('+')}`);
      return;
    case 'device':
      if (entity.spec.psus === 1) feedsOf(draft, entity.parent).push(`${entity.spec.feed} alone`);
      return;
    case 'sensor':
      noteSensor(draft, roomOf, entity);
      return;
    default:
  }
}

function feedsOf({ feeds }: Draft, rack: EntityId | null): string[] {
  const found = feeds.get(rack as EntityId) ?? [];
  feeds.set(rack as EntityId, found);
  return found;
}

function noteSensor(draft: Draft, roomOf: Places['room'], sensor: EntityOf<'sensor'>): void {
  const { id, parent, spec } = sensor;
  const of = parent === null ? undefined : draft.inventory.get(parent);
  switch (of?.kind) {
    case 'site': {
      const meters = draft.sites.get(of.id)?.meters;
      if (meters?.has(spec.metric) === false) meters.set(spec.metric, id);
      return;
    }
    case 'ups': {
      const book = draft.upses.get(of.id);
      if (book !== undefined && spec.metric === 'runtime') book.runtime ??= id;
      return;
    }
    case 'rack':
      noteRackSensor(draft.rooms.get(roomOf(of.id) as EntityId), of.id, sensor);
      return;
    default:
  }
}

function noteRackSensor(room: RoomBook | undefined, rack: EntityId, { id, spec }: EntityOf<'sensor'>): void {
  if (spec.metric === 'power') room?.powers.push(id);
  if (spec.metric === 'temperature' && !spec.place.startsWith('rear'))
    room?.inlets.push({ sensor: id, rack });
}

/** A rack with an open breaker is not like its neighbours, but those are looked for each time. */
function groupRacks({ sites, feeds }: Draft): void {
  for (const { rooms, groups } of sites.values()) {
    for (const rack of rooms.flatMap(({ racks }) => racks)) {
      const lines = [...new Set(feeds.get(rack))].toSorted();
      const key = lines.join(' ');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { racks: [rack], feeds: lines });
      else group.racks.push(rack);
    }
  }
}
