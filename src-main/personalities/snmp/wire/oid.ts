/** 1.3.6.1.2.1.33 as its numbers. */
export type Oid = readonly number[];

/** Of constants in our own tables; what comes over the wire is read by the BER reader. */
export const oidOf = (text: string): Oid => text.split('.').map(Number);

export const oidText = (oid: Oid): string => oid.join('.');

/** Lexicographic, as SNMP walks: below zero where `a` comes first. */
export function compareOids(a: Oid, b: Oid): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Whether the first `length` numbers of `parent` begin `oid`. */
export function isBelow(oid: Oid, parent: Oid, length: number): boolean {
  if (oid.length < length) return false;
  for (let at = 0; at < length; at += 1) if (oid[at] !== parent[at]) return false;
  return true;
}
