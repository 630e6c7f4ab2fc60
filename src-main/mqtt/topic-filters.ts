/** True where every topic that `narrow` matches is matched by `wide` too. */
export function covers(wide: string, narrow: string): boolean {
  if (wide === narrow) return true;
  const hidden = narrow.startsWith('$');
  if (hidden && (wide.startsWith('#') || wide.startsWith('+'))) return false;
  const levels = narrow.split('/');
  const parts = wide.split('/');
  for (const [depth, part] of parts.entries()) {
    if (part === '#') return true;
    const level = levels[depth];
    if (level === undefined || level === '#') return false;
    if (part !== '+' && part !== level) return false;
  }
  return parts.length === levels.length;
}

/** The filters that see all that the given ones see. Brokers may deliver once per overlapping filter. */
export function fewestFilters(filters: Iterable<string>): Set<string> {
  const kept = new Set<string>();
  for (const filter of filters) {
    if ([...kept].some((wide) => covers(wide, filter))) continue;
    for (const narrow of kept) if (covers(filter, narrow)) kept.delete(narrow);
    kept.add(filter);
  }
  return kept;
}
