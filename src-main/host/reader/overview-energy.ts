import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Session } from '../session.ts';
import { lineOf } from './history.ts';
import type { SiteBook } from './overview-book.ts';

type Known = { readonly of: string; readonly kilowattHours: number | null };

/** Lab milliseconds for which the day's energy is believed, so that a list asked for each second reads no history. */
const believed = 60_000;
const dayMillis = 86_400_000;
const pointMillis = 600_000;

/** kWh that a site's meter has counted since midnight of the site's own time, or since the lab began. */
export function createEnergyToday(session: () => Session): (book: SiteBook) => number | null {
  const known = new Map<EntityId, Known>();
  return ({ site, meters }) => {
    const sensor = meters.get('energy');
    if (sensor === undefined) return null;
    const { world, history, branch } = session();
    const to = world.now();
    const from = Math.max(midnightBefore(to, site.spec.timezone), world.clock.epoch);
    const of = `${sensor} ${branch} ${from} ${Math.floor(to / believed)}`;
    const before = known.get(site.id);
    if (before?.of === of) return before.kilowattHours;
    const points = Math.max(2, Math.ceil((to - from) / pointMillis));
    const [series] =
      to <= from
        ? []
        : history.series({
            sensors: [{ id: sensor, metric: 'energy' }],
            from,
            to,
            line: lineOf(session()),
            points,
          });
    const kilowattHours = series === undefined ? null : counted(series.min, series.max);
    known.set(site.id, { of, kilowattHours });
    return kilowattHours;
  };
}

/** A counter only grows: its last word less its first. */
function counted(low: readonly (number | null)[], high: readonly (number | null)[]): number | null {
  const first = low.find((value) => value !== null);
  const last = high.findLast((value) => value !== null);
  return first === undefined || last === undefined || first === null || last === null ? null : last - first;
}

/** A zone that this machine does not know is taken for UTC. */
function midnightBefore(at: number, timezone: string): number {
  const offset = offsetOf(at, timezone);
  return Math.floor((at + offset) / dayMillis) * dayMillis - offset;
}

function offsetOf(at: number, timeZone: string): number {
  try {
    const parts = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    }).formatToParts(at);
    const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
    const local = Date.UTC(
      read('year'),
      read('month') - 1,
      read('day'),
      read('hour'),
      read('minute'),
      read('second'),
    );
    return local - Math.floor(at / 1000) * 1000;
  } catch {
    return 0;
  }
}
