/** The words nearest to a mistyped one, best first; none where nothing is near. */
export function nearest(word: string, words: Iterable<string>): string[] {
  const typed = word.toLowerCase();
  const reach = Math.max(1, Math.floor(typed.length / 3));
  const near: { readonly word: string; readonly distance: number }[] = [];
  for (const candidate of new Set(words)) {
    const distance = editDistance(typed, candidate.toLowerCase());
    const begins = typed.length >= 2 && candidate.toLowerCase().startsWith(typed);
    if (distance <= reach || begins) near.push({ word: candidate, distance: begins ? 0 : distance });
  }
  return near
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map((entry) => entry.word);
}

export function didYouMean(word: string, words: Iterable<string>): string | undefined {
  const near = nearest(word, words);
  return near.length === 0 ? undefined : `Did you mean ${near.join(', ')}?`;
}

/** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const edited = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, replaced);
      const isSwap = row > 1 && column > 1 && a.slice(row - 2, row) === `${b[column - 1]}${b[column - 2]}`;
      rows[row]?.push(isSwap ? Math.min(edited, at(row - 2, column - 2) + 1) : edited);
    }
  }
  return at(a.length, b.length);
}
