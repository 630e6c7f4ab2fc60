/** `debian12_64Guest` is `debian12-64` in a machine's configuration file. */
export const vmxGuest = (guestId: string): string =>
  guestId
    .replace(/Guest(64)?$/, (_all, wide: string | undefined) => (wide === undefined ? '' : '-64'))
    .replace(/_?64$/, '-64')
    .replaceAll('--', '-')
    .replace(/Server/, 'srv')
    .replace(/Linux/, 'linux');

/** The id whose word it is; one that nobody knows is something else of that width. */
export function guestOfVmx(word: string, ids: Iterable<string>): string {
  const wanted = word.toLowerCase();
  for (const id of ids) if (vmxGuest(id).toLowerCase() === wanted) return id;
  return wanted.endsWith('-64') ? 'otherGuest64' : 'otherGuest';
}
