import type { Entity } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { above } from '../inventory/inventory.ts';
import type { Inventory } from '../inventory/inventory.ts';

/** Trouble runs down two chains: who feeds whom, and who cools whom. */
export type Along = 'power' | 'cooling';

export type Reach = {
  readonly along: Along;
  /** How many links at most; 0 is the thing itself. */
  readonly steps: number;
};

/** A thing on a chain and how many links away it is. */
export type Reached = readonly [id: EntityId, distance: number];

export type CauseChain = {
  /** The thing itself, then what feeds (or cools) it, nearest first. */
  readonly upstream: (inventory: Inventory, from: EntityId, reach: Reach) => Iterable<Reached>;
  readonly downstream: (inventory: Inventory, from: EntityId, reach: Reach) => Iterable<Reached>;
};

type Links = Map<EntityId, EntityId[]>;
type Chains = { readonly up: Record<Along, Links>; readonly down: Record<Along, Links> };

/** Made anew only when it is asked after the inventory has changed. */
export function createCauseChain(): CauseChain {
  let made: { readonly inventory: Inventory; readonly layout: number; readonly chains: Chains } | null = null;
  const chainsOf = (inventory: Inventory): Chains => {
    const layout = inventory.layout();
    if (made === null || made.inventory !== inventory || made.layout !== layout)
      made = { inventory, layout, chains: drawChains(inventory) };
    return made.chains;
  };
  return {
    upstream: (inventory, from, reach) => walk(chainsOf(inventory).up[reach.along], from, reach.steps),
    downstream: (inventory, from, reach) => walk(chainsOf(inventory).down[reach.along], from, reach.steps),
  };
}

function* walk(links: Links, from: EntityId, steps: number): Generator<Reached> {
  const seen = new Set<EntityId>([from]);
  let ring: EntityId[] = [from];
  for (let distance = 0; ring.length > 0 && distance <= steps; distance += 1) {
    const next: EntityId[] = [];
    for (const id of ring) {
      yield [id, distance];
      for (const other of links.get(id) ?? []) {
        if (seen.has(other)) continue;
        seen.add(other);
        next.push(other);
      }
    }
    ring = next;
  }
}

type Draw = (along: Along, lower: EntityId, upper: EntityId) => void;

function drawChains(inventory: Inventory): Chains {
  const chains: Chains = {
    up: { power: new Map(), cooling: new Map() },
    down: { power: new Map(), cooling: new Map() },
  };
  const draw: Draw = (along, lower, upper) => {
    append(chains.up[along], lower, upper);
    append(chains.down[along], upper, lower);
  };
  for (const entity of inventory.all()) {
    for (const feeder of entity.links.fedBy ?? []) draw('power', entity.id, feeder);
    drawOwn(inventory, entity, draw);
  }
  return chains;
}

/** Links that a kind has by where it stands or by what it does. */
function drawOwn(inventory: Inventory, entity: Entity, draw: Draw): void {
  const { id, kind, parent, links } = entity;
  for (const cooled of links.cools ?? []) draw('cooling', cooled, id);
  if (parent === null) return;
  switch (kind) {
    case 'pdu':
      return draw('power', parent, id);
    case 'battery':
      return draw('power', id, parent);
    case 'ats':
      return drawStandIns(inventory, links.fedBy ?? [], draw);
    case 'rack':
      return drawRoom(inventory, entity, draw);
    case 'crac':
      // Without a word about what it cools, it cools the room it stands in.
      if ((links.cools ?? []).length === 0) draw('cooling', parent, id);
      return;
    default:
  }
}

function drawRoom(inventory: Inventory, { id, parent }: Entity, draw: Draw): void {
  const room = above(inventory, parent, 'room');
  if (room !== undefined) draw('cooling', id, room.id);
}

/** A genset runs because the other sources of its transfer switch do not deliver. */
function drawStandIns(inventory: Inventory, sources: readonly EntityId[], draw: Draw): void {
  const isGenset = (id: EntityId): boolean => inventory.get(id)?.kind === 'genset';
  for (const genset of sources.filter(isGenset)) {
    for (const other of sources) if (!isGenset(other)) draw('power', genset, other);
  }
}

function append(links: Links, from: EntityId, to: EntityId): void {
  const list = links.get(from);
  if (list === undefined) links.set(from, [to]);
  else list.push(to);
}
