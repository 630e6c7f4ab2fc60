/** All that a site's single-line diagram follows from, whatever of it is unfolded. Read in pieces: large labs have many rack PDUs. Pure. */
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { WorldState } from '../../data/world.ts';

export type Inventory = Pick<WorldState, 'entities' | 'children'>;
/** An entity's id, or the key of a group. */
export type NodeId = string;

const unitKinds = ['utility', 'transformer', 'genset', 'ats', 'ups', 'panel'] as const;
export type UnitKind = (typeof unitKinds)[number];
export type Unit = EntityOf<UnitKind>;
export type Cooling = EntityOf<'crac' | 'chiller'>;

/** Work in small pieces: whoever drives it may do other things between them. */
export type Pieces<Made> = Generator<undefined, Made, undefined>;

export type SiteChain = {
  readonly site: EntityId;
  readonly units: readonly Unit[];
  readonly batteries: ReadonlyMap<EntityId, readonly EntityOf<'battery'>[]>;
  /** Of units, and of the site where something hangs on a grid without a name. */
  readonly feeders: ReadonlyMap<NodeId, readonly NodeId[]>;
  /** Feeders of each rack PDU and cooling unit. */
  readonly feedersOf: ReadonlyMap<EntityId, readonly NodeId[]>;
  /** Rack PDUs and cooling units by what feeds them: ids joined by a plus. */
  readonly pdus: ReadonlyMap<string, readonly EntityOf<'pdu'>[]>;
  readonly cooling: ReadonlyMap<string, readonly Cooling[]>;
  /** Rack PDUs of each rack. */
  readonly racks: ReadonlyMap<EntityId, readonly EntityOf<'pdu'>[]>;
};

const isUnit = (entity: Entity): entity is Unit => (unitKinds as readonly Kind[]).includes(entity.kind);
export function siteOf(entities: Inventory['entities'], id: EntityId): EntityId | null {
  let at: EntityId | null = id;
  for (let steps = 0; at !== null && steps < 16; steps += 1) {
    const entity: Entity | undefined = entities.get(at);
    if (entity === undefined) return null;
    if (entity.kind === 'site') return entity.id;
    at = entity.parent;
  }
  return null;
}

type Found = {
  readonly units: Unit[];
  readonly batteries: Map<EntityId, EntityOf<'battery'>[]>;
  readonly pdus: EntityOf<'pdu'>[];
  readonly cooling: Cooling[];
};

const isOf = <K extends Kind>(entity: Entity, kinds: readonly K[]): entity is EntityOf<K> =>
  (kinds as readonly Kind[]).includes(entity.kind);

/** How many entities are gone through in one piece. */
const perPiece = 1000;

/** Whether a thing is in the site. What hangs in a rack is where its rack is, and racks are looked up once. */
function within(entities: Inventory['entities'], site: EntityId): (entity: Entity) => boolean {
  const known = new Map<EntityId | null, boolean>();
  return ({ parent }) => {
    const found = known.get(parent) ?? (parent !== null && siteOf(entities, parent) === site);
    known.set(parent, found);
    return found;
  };
}

const wanted: ReadonlySet<Kind> = new Set([...unitKinds, 'pdu', 'crac', 'chiller', 'battery']);

function* find({ entities }: Inventory, site: EntityId): Pieces<Found> {
  const found: Found = { units: [], batteries: new Map(), pdus: [], cooling: [] };
  const isWithin = within(entities, site);
  const put = (entity: Entity): void => {
    if (isUnit(entity)) found.units.push(entity);
    else if (isOf(entity, ['pdu'])) found.pdus.push(entity);
    else if (isOf(entity, ['crac', 'chiller'])) found.cooling.push(entity);
    else if (isOf(entity, ['battery']) && entity.parent !== null)
      found.batteries.set(entity.parent, [...(found.batteries.get(entity.parent) ?? []), entity]);
  };
  let passed = 0;
  for (const entity of entities.values()) {
    passed += 1;
    if (passed % perPiece === 0) yield;
    // Sensors and racks are nearly all there is: they must not be looked up to their site.
    if (wanted.has(entity.kind) && isWithin(entity)) put(entity);
  }
  return found;
}

/** Nothing feeds itself: an edge that would close a ring is left out, as physics leaves it out. */
function withoutRings(feeders: Map<NodeId, readonly NodeId[]>): Map<NodeId, readonly NodeId[]> {
  const state = new Map<NodeId, 'open' | 'done'>();
  const kept = new Map<NodeId, readonly NodeId[]>();
  const visit = (id: NodeId): void => {
    state.set(id, 'open');
    const mine = (feeders.get(id) ?? []).filter((feeder) => {
      if (!feeders.has(feeder)) return false;
      if (state.get(feeder) === undefined) visit(feeder);
      return state.get(feeder) === 'done';
    });
    kept.set(id, mine);
    state.set(id, 'done');
  };
  for (const id of feeders.keys()) if (state.get(id) === undefined) visit(id);
  return kept;
}

/** What is named as feeding a thing, or the grid without a name where nothing is. */
function namedBy(known: ReadonlySet<NodeId>, site: EntityId): (entity: Entity) => readonly NodeId[] {
  const nameless = [site];
  return ({ kind, links: { fedBy = [] } }) => {
    const isSource = kind === 'utility' || kind === 'genset';
    return fedBy.length === 0 && !isSource ? nameless : fedBy.filter((id) => known.has(id));
  };
}

type Fed = {
  readonly feedersOf: Map<EntityId, readonly NodeId[]>;
  readonly named: (entity: Entity) => readonly NodeId[];
};

/** Rack PDUs and cooling units feed nothing here, so that no ring can go through them. */
function* byFeeders<One extends Entity>(
  members: readonly One[],
  { feedersOf, named }: Fed,
): Pieces<Map<string, One[]>> {
  const groups = new Map<string, One[]>();
  for (const [at, one] of members.entries()) {
    const feeders = named(one);
    const key = feeders.join('+');
    feedersOf.set(one.id, feeders);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
    if (at % perPiece === 0) yield;
  }
  return groups;
}

function* racksOf(pdus: readonly EntityOf<'pdu'>[]): Pieces<SiteChain['racks']> {
  const racks = new Map<EntityId, EntityOf<'pdu'>[]>();
  for (const [at, pdu] of pdus.entries()) {
    if (at % perPiece === 0) yield;
    if (pdu.parent === null) continue;
    const list = racks.get(pdu.parent);
    if (list === undefined) racks.set(pdu.parent, [pdu]);
    else list.push(pdu);
  }
  return racks;
}

export function* readChain(inventory: Inventory, site: EntityId): Pieces<SiteChain> {
  const found = yield* find(inventory, site);
  const named = namedBy(new Set<NodeId>(found.units.map(({ id }) => id)), site);
  const feedersOf = new Map<EntityId, readonly NodeId[]>();
  const pdus = yield* byFeeders(found.pdus, { feedersOf, named });
  const cooling = yield* byFeeders(found.cooling, { feedersOf, named });
  const racks = yield* racksOf(found.pdus);
  const all = new Map<NodeId, readonly NodeId[]>(found.units.map((unit) => [unit.id, named(unit)]));
  const isNameless =
    pdus.has(site) || cooling.has(site) || [...all.values()].some((ids) => ids.includes(site));
  if (isNameless) all.set(site, []);
  const { units, batteries } = found;
  return { site, units, batteries, feeders: withoutRings(all), feedersOf, pdus, cooling, racks };
}

export function finished<Made>(pieces: Pieces<Made>): Made {
  for (;;) {
    const { done, value } = pieces.next();
    if (done === true) return value;
  }
}
