/** Which racks are looked at: the link says so, else the selection, else the last one. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';

/** Side by side; more would be too narrow to read. */
export const mostRacks = 6;
const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

export function racksIn(search: string): readonly EntityId[] {
  const ids = (new URLSearchParams(search).get('racks') ?? '').split(',').filter((id) => idPattern.test(id));
  return [...new Set(ids as EntityId[])].slice(0, mostRacks);
}

export const rackPath = (racks: readonly EntityId[]): string =>
  `/rack?racks=${racks.slice(0, mostRacks).join(',')}`;
