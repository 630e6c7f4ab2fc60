/** Where the preview of a loss is shown: the URL carries it, so that it can be sent to a colleague. */
import type { EntityId } from '../../../sim/contract/ids.ts';

const here = (): URLSearchParams =>
  new URLSearchParams(window.location.pathname === '/power' ? window.location.search : '');

export const isPreviewing = (): boolean => here().has('whatif');

/** The rest of the place stays as it is. */
export function wayWith(lost: EntityId | null): string {
  const search = here();
  search.delete('tab');
  if (lost === null) search.delete('whatif');
  else search.set('whatif', lost);
  const text = search.toString();
  return text === '' ? '/power' : `/power?${text}`;
}
