/** Who gets what where a host has less than its machines ask for. */

type Claim = {
  /** All it asks for; what it is promised of that; its weight among those that want more. */
  readonly wanted: number;
  readonly promised: number;
  readonly weight: number;
};

/**
 * Promises first; what is left goes by weight, and what one does not need goes to the others.
 * Nobody gets more than he wants, and all of the capacity is given out where there is want of it.
 * What each gets, in the order of the claims.
 */
export function shareOut(claims: readonly Claim[], capacity: number): number[] {
  const due = claims.map(({ wanted, promised }) => Math.min(wanted, promised));
  const promised = due.reduce((sum, of) => sum + of, 0);
  // More may be promised than there is, where a lab was written by hand.
  if (promised >= capacity) return due.map((of) => (promised > 0 ? (of * capacity) / promised : 0));
  return risen(claims, due, capacity - promised);
}

/** The level rises for all by their weight; whoever has all it needs leaves its share of the rest to the others. */
function risen(claims: readonly Claim[], given: number[], room: number): number[] {
  let left = room;
  let weights = claims.reduce((sum, { weight }) => sum + weight, 0);
  let open = Array.from(claims, (_, at) => at);
  for (;;) {
    const level = weights > 0 ? left / weights : 0;
    const wanting: number[] = [];
    for (const at of open) {
      const { wanted, weight } = claims[at] as Claim;
      const need = wanted - (given[at] as number);
      if (need > level * weight) {
        wanting.push(at);
        continue;
      }
      given[at] = wanted;
      left -= need;
      weights -= weight;
    }
    if (wanting.length === open.length || wanting.length === 0) {
      for (const at of wanting) given[at] = (given[at] as number) + level * (claims[at] as Claim).weight;
      return given;
    }
    open = wanting;
  }
}

type MemoryClaim = { readonly granted: number; readonly active: number; readonly reserved: number };
export type Squeezed = { readonly ballooned: number; readonly swapped: number };

/** Of its memory, what a balloon takes from a guest at most: the rest is swapped by the host. */
const mostBallooned = 0.65;

/** Takes back memory from those that use least of theirs, until all fits. MiB, in the order of the claims. */
export function squeeze(claims: readonly MemoryClaim[], room: number): Squeezed[] {
  const granted = claims.reduce((sum, claim) => sum + claim.granted, 0);
  const over = Math.max(0, granted - room);
  const ballooned = shareOut(
    claims.map((claim) => ({
      wanted: Math.max(0, Math.min(mostBallooned * claim.granted, claim.granted - claim.reserved)),
      promised: 0,
      weight: Math.max(1, claim.granted - claim.active),
    })),
    over,
  );
  const taken = ballooned.reduce((sum, of) => sum + of, 0);
  const swapped = shareOut(
    claims.map((claim, at) => {
      const left = Math.max(0, claim.granted - claim.reserved - (ballooned[at] as number));
      return { wanted: left, promised: 0, weight: Math.max(1, left) };
    }),
    Math.max(0, over - taken),
  );
  return claims.map((_, at) => ({
    ballooned: Math.round(ballooned[at] as number),
    swapped: Math.round(swapped[at] as number),
  }));
}
