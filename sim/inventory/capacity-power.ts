/**
 * How much more power places can take. A node must bear all that may come to hang on it, so that either feed can be
 * lost: what it has left is its limit less that. Each feed is a tree of nodes; a place can take no more than the trees
 * over its racks pass down, on either feed.
 */
import type { EntityId } from '../contract/ids.ts';
import type { CapacityBook, MorePower } from './capacity-book.ts';
import { headroom } from './capacity-chain.ts';
import type { Chain, ChainNode } from './capacity-chain.ts';
import type { RackBook } from './capacity-racks.ts';

const budgetOf = ({ kilowatts }: RackBook): number => kilowatts.used + kilowatts.reserved;

/** By the rack itself and its own PDUs; below 0 where they bear too much already. */
export function ownMore({ chain, own }: CapacityBook, rack: RackBook): MorePower {
  const more = own[rack.at] ?? ownMoreOn(chain, rack);
  own[rack.at] = more;
  return more;
}

function ownMoreOn(chain: Chain, rack: RackBook): MorePower {
  let least: MorePower = { more: rack.rated - budgetOf(rack), limitedBy: rack.id };
  for (const { node } of rack.sides) {
    const side = chain.nodes[node];
    if (side !== undefined && headroom(side) < least.more)
      least = { more: headroom(side), limitedBy: side.id };
  }
  return least;
}

/** A rack shares panels and UPSes with others: what they have left is there for whoever comes first. */
export function rackMore(book: CapacityBook, rack: RackBook): MorePower {
  let least = ownMore(book, rack);
  for (const side of rack.sides) {
    for (const number of side.chain) {
      const node = book.chain.nodes[number];
      if (node === undefined || number === side.node) continue;
      // What others have put on it too much is not this rack's to take back.
      const left = Math.max(0, headroom(node));
      if (left < least.more) least = { more: left, limitedBy: node.id };
    }
  }
  return least;
}

/** What the racks of a place can take together, on the feed that can take less. */
export function placeMore(book: CapacityBook, racks: readonly RackBook[]): MorePower {
  const a = feedMore(book, racks, 'A');
  const b = feedMore(book, racks, 'B');
  return a.more <= b.more ? a : b;
}

function feedMore(book: CapacityBook, racks: readonly RackBook[], feed: 'A' | 'B'): MorePower {
  const { free, asked } = askedOf(book, racks, feed);
  let sum = free;
  const capped: EntityId[] = [];
  for (const number of fromLeaves(book, asked)) {
    const node = book.chain.nodes[number];
    if (node === undefined) continue;
    const wanted = asked.get(number) ?? 0;
    const given = Math.min(wanted, Math.max(0, headroom(node)));
    if (given < wanted) capped.push(node.id);
    if (node.up === null) sum += given;
    else asked.set(node.up, (asked.get(node.up) ?? 0) + given);
  }
  return { more: sum, limitedBy: capped.length === 1 ? (capped[0] ?? null) : null };
}

/** What racks could take by themselves: of the nodes over this feed, and of nobody where there are none. */
function askedOf(
  book: CapacityBook,
  racks: readonly RackBook[],
  feed: 'A' | 'B',
): { readonly free: number; readonly asked: Map<number, number> } {
  const asked = new Map<number, number>();
  let free = 0;
  for (const rack of racks) {
    const own = Math.max(0, ownMore(book, rack).more);
    const side = rack.sides.find((each) => each.feed === feed);
    const up = book.chain.nodes[side?.node ?? -1]?.up ?? null;
    if (up === null) free += own;
    else asked.set(up, (asked.get(up) ?? 0) + own);
  }
  return { free, asked };
}

/** The nodes over these, each before the one above it. */
function fromLeaves({ chain: { nodes } }: CapacityBook, leaves: ReadonlyMap<number, number>): number[] {
  const depth = new Map<number, number>();
  const depthOf = (number: number): number => {
    const known = depth.get(number);
    if (known !== undefined) return known;
    const up = nodes[number]?.up ?? null;
    const own = up === null ? 0 : 1 + depthOf(up);
    depth.set(number, own);
    return own;
  };
  for (const leaf of leaves.keys()) depthOf(leaf);
  return [...depth].toSorted(([, a], [, b]) => b - a).map(([number]) => number);
}

/** Nodes over these racks that bear more than they may, were one feed lost. */
export function overloadedOver(
  { chain }: CapacityBook,
  racks: readonly RackBook[],
): readonly { readonly at: EntityId; readonly used: number; readonly of: number }[] {
  const over = new Set<ChainNode>();
  for (const { sides } of racks) {
    for (const side of sides) {
      for (const number of side.chain) {
        const node = chain.nodes[number];
        if (node !== undefined && headroom(node) < -tolerance) over.add(node);
      }
    }
  }
  return [...over].map(({ id, demand, limit }) => ({ at: id, used: demand, of: limit }));
}

/** kW: sums of rated powers are exact but for their last bits. */
export const tolerance = 1e-9;
