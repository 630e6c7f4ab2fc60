import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import { recommended } from '../../../sim/index.ts';
import type { RoomBook } from './overview-book.ts';
import { hottestOf, inletsOf, knownOf, meanOf, powerOf } from './overview-readings.ts';
import type { Freshness } from './overview-readings.ts';

type Room = Overview['rooms'][number];

export function describeRoom(fresh: Freshness, book: RoomBook, ringing: readonly Alarm[]): Room {
  const known = knownOf(inletsOf(fresh, [book]));
  const maxInlet = hottestOf(known)?.value ?? null;
  const { room } = book;
  return {
    id: room.id,
    site: room.parent,
    name: room.name,
    ...stateOf(fresh, ringing, maxInlet),
    racks: book.racks.length,
    power: powerOf(fresh, book),
    meanInlet: meanOf(known),
    maxInlet,
  };
}

function stateOf(
  { world }: Freshness,
  ringing: readonly Alarm[],
  maxInlet: number | null,
): Pick<Room, 'state' | 'reason' | 'because'> {
  const worst =
    ringing.find(({ severity }) => severity === 'critical') ??
    ringing.find(({ severity }) => severity === 'major');
  if (worst !== undefined) {
    const because = `${world.inventory.get(worst.source)?.name ?? worst.source}: ${worst.message}`;
    return { state: worst.severity === 'critical' ? 'critical' : 'warning', reason: 'alarm', because };
  }
  if (maxInlet === null)
    return { state: 'unknown', reason: 'no-readings', because: 'No inlet sensor speaks' };
  const { high } = recommended;
  return maxInlet > high
    ? {
        state: 'warning',
        reason: 'warm',
        because: `Warmest inlet ${maxInlet.toFixed(1)} °C, recommended up to ${high}`,
      }
    : { state: 'ok', reason: 'normal', because: 'All inlets within the recommended envelope' };
}
