/**
 * Room for the readings of all heads, in pages of pairs: time, value. Two arrays for every sensor would be
 * 80,000 of them for 40,000 sensors, and the garbage collector would stop the host to look at each.
 */
export type Pool = { readonly slabs: Float64Array[]; readonly free: number[] };

/** Readings a page. */
export const pageSize = 32;
const pagesPerSlab = 2048;

export const createPool = (): Pool => ({ slabs: [], free: [] });

/** The number of a page that nobody has. */
export function takePage({ slabs, free }: Pool): number {
  const page = free.pop();
  if (page !== undefined) return page;
  const first = slabs.length * pagesPerSlab;
  slabs.push(new Float64Array(pagesPerSlab * pageSize * 2));
  for (let next = first + pagesPerSlab - 1; next > first; next -= 1) free.push(next);
  return first;
}

export function slabOf({ slabs }: Pool, page: number): Float64Array {
  const slab = slabs[Math.floor(page / pagesPerSlab)];
  if (slab === undefined) throw new Error(`page ${page} is not in the pool`);
  return slab;
}

/** Where a page begins in its slab. */
export const startOf = (page: number): number => (page % pagesPerSlab) * pageSize * 2;
