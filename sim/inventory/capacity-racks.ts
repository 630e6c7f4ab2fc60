import type { Chain } from './capacity-chain.ts';
import type { Feed, RackStock } from './capacity-stock.ts';

/** One feed of a rack: its PDUs of that feed as one node, and all nodes of the chain that it may load. */
export type RackSide = {
  readonly feed: Feed;
  readonly node: number;
  readonly chain: readonly number[];
};

type Spot = {
  /** Its own index among the racks of the book. */
  readonly at: number;
  /** Indexes of its row and room among the places of the book. */
  readonly row: number;
  readonly room: number;
};

export type RackBook = RackStock & Spot & { readonly sides: readonly RackSide[] };

/** Puts a rack on the chain: its feeds become nodes of it, and what hangs in it loads all that it may come to hang on. */
export function bookRack(chain: Chain, stock: RackStock, spot: Spot): RackBook {
  const sides = stock.feeds.map(({ feed, id, limit, fedBy, all }): RackSide => {
    const node = chain.nodes.length;
    chain.nodes.push({ id, limit, up: chain.nearest(fedBy), demand: 0 });
    const [only, ...others] = all.map((feeders) => chain.above(feeders));
    const over = others.length === 0 ? (only ?? []) : new Set([only ?? [], ...others].flat());
    return { feed, node, chain: [node, ...over] };
  });
  load(chain, stock, sides);
  return { ...stock, ...spot, sides };
}

/**
 * What has two supplies hangs wholly on either feed when the other is lost, and loads a node that is above both feeds
 * once. What names a feed that the rack has not hangs on the one it has.
 */
function load(chain: Chain, { plugged }: RackStock, sides: readonly RackSide[]): void {
  const [one, other] = sides;
  if (one === undefined) return;
  const onOther = other === undefined ? 0 : plugged[other.feed];
  const onOne = plugged.A + plugged.B - onOther;
  const put = (number: number, kilowatts: number): void => {
    const node = chain.nodes[number];
    if (node !== undefined) node.demand += kilowatts;
  };
  for (const number of one.chain) put(number, plugged.both + onOne);
  for (const number of other?.chain ?? [])
    put(number, onOther + (one.chain.includes(number) ? 0 : plugged.both));
}
