import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import { useText } from '../../text/text.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';

type FigureProps = {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
  readonly kind?: StatusKind | null;
};

/** One number that is read from across the room. */
export const Figure = ({ label, value, note, kind = null }: FigureProps): ReactNode => (
  <div className="flex min-h-0 min-w-0 flex-col justify-center overflow-hidden rounded-lg border bg-surface px-[1.2vw]">
    <dt className="flex items-center gap-2 wall-label text-text-2">
      {kind !== null && <StatusMark kind={kind} size={28} />}
      {label}
    </dt>
    <dd className="wall-figure font-semibold whitespace-nowrap">{value}</dd>
    <dd className="wall-label min-h-[1.4em] truncate text-text-2">{note ?? ''}</dd>
  </div>
);

export const fixed = (value: number | null, decimals: number, unit: string): string =>
  value === null ? '–' : withUnit(numberText(value, decimals), unit);

/** The colour that a tally of alarms has; none when all is well. */
export const worstOf = (alarms: Overview['alarms']): StatusKind | null =>
  (['critical', 'major', 'minor', 'info'] as const).find((severity) => alarms[severity] > 0) ?? null;

const roomMarks = {
  ok: 'ok',
  warning: 'major',
  critical: 'critical',
  unknown: 'stale',
} as const satisfies Record<Overview['rooms'][number]['state'], StatusKind>;

const mostRooms = 6;

function Rooms({ rooms }: { readonly rooms: Overview['rooms'] }): ReactNode {
  const words = useText().wall;
  return (
    <section aria-label={words.rooms} className="min-h-0 overflow-hidden rounded-lg border bg-surface">
      <ul className="wall-label">
        {rooms.slice(0, mostRooms).map((room) => (
          <li key={room.id} className="flex items-center gap-[1vw] border-b px-[1.2vw] py-[0.8vh]">
            <StatusMark kind={roomMarks[room.state]} size={32} />
            <span className="min-w-0 flex-1 truncate font-semibold">{room.name}</span>
            <span className="text-text-2">{words.racks(room.racks)}</span>
            <span className="w-[9em] text-right">{fixed(room.power, 1, 'kW')}</span>
            <span className="w-[6em] text-right">{fixed(room.maxInlet, 1, '°C')}</span>
          </li>
        ))}
        {rooms.length > mostRooms && (
          <li className="px-[1.2vw] py-[0.8vh] text-text-2">{words.more(rooms.length - mostRooms)}</li>
        )}
      </ul>
    </section>
  );
}

const healthKind = (score: number): StatusKind | null => {
  if (score >= 90) return null;
  return score >= 70 ? 'minor' : score >= 40 ? 'major' : 'critical';
};

type WallFiguresProps = { readonly overview: Overview; readonly nameOf: (id: EntityId) => string };

/** The facility in seven numbers. */
export function WallFigures({ overview, nameOf }: WallFiguresProps): ReactNode {
  const words = useText().wall;
  const { alarms, score, maxInletRack } = overview;
  const total = alarms.critical + alarms.major + alarms.minor + alarms.info;
  return (
    <div className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)_auto] gap-[1vw] p-[1vw]">
      <dl className="grid min-h-0 grid-cols-3 grid-rows-2 gap-[1vw]">
        <Figure
          label={words.score}
          value={numberText(score, 0)}
          note={words.ofHundred}
          kind={healthKind(score)}
        />
        <Figure label={words.totalPower} value={fixed(overview.totalPower, 1, 'kW')} />
        <Figure label={words.pue} value={fixed(overview.pue, 2, '')} />
        <Figure
          label={words.activeAlarms}
          value={String(total)}
          note={alarms.unacknowledged > 0 ? words.notAcknowledged(alarms.unacknowledged) : ''}
          kind={worstOf(alarms)}
        />
        <Figure label={words.meanInlet} value={fixed(overview.meanInlet, 1, '°C')} />
        <Figure
          label={words.maxInlet}
          value={fixed(overview.maxInlet, 1, '°C')}
          note={maxInletRack === null ? '' : words.warmest(nameOf(maxInletRack))}
        />
      </dl>
      <Rooms rooms={overview.rooms} />
    </div>
  );
}
