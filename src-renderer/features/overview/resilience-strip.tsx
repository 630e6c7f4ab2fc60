import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Resilience, SystemResilience } from '../../../sim/contract/sites.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { labClock, metricText, numberText } from '../../ui/numbers.ts';
import { Stat } from '../../ui/stat.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { ResilienceDialog } from './resilience-dialog.tsx';
import { breaksText, levelMarks } from './resilience-words.ts';

export type ResilienceStripProps = {
  readonly resilience: Resilience | null;
  readonly runtimeTrend: readonly (number | null)[];
  readonly nameOf: (id: string) => string;
  readonly onSelect: (id: EntityId) => void;
  readonly isStale: boolean;
};

/** UPSes are asked for ten minutes, rooms for five: less is worth a look. */
const fewMinutes = { runtime: 10, ride: 5 } as const;

const systems = ['supply', 'ups', 'feeds', 'cooling'] as const;

type CellProps = {
  readonly name: (typeof systems)[number];
  readonly system: SystemResilience | null;
  readonly nameOf: (id: string) => string;
  readonly onOpen: () => void;
};

function SystemCell({ name, system, nameOf, onOpen }: CellProps): ReactNode {
  const words = useText().overview.resilience;
  const level = system === null ? words.unknown : words.levels[system.level];
  return (
    <button
      type="button"
      title={words.open(words.systems[name], level)}
      aria-haspopup="dialog"
      onClick={onOpen}
      className="flex min-w-0 flex-col gap-1 px-3 py-2 text-left -outline-offset-2 hover:bg-hover"
    >
      <span className="truncate text-12 text-text-2">{words.systems[name]}</span>
      <span className="flex items-center gap-2 text-20 leading-6 font-semibold whitespace-nowrap">
        {system === null ? (
          <span className="text-text-3">–</span>
        ) : (
          <>
            <span className="truncate">{level}</span>
            <span className="ml-auto self-center">
              <StatusMark kind={levelMarks[system.level]} word={level} />
            </span>
          </>
        )}
      </span>
      <span className="h-6 truncate text-12 text-text-2">
        {system === null ? '' : breaksText(words, system, nameOf) || words.nothing}
      </span>
    </button>
  );
}

type MinutesProps = Pick<ResilienceStripProps, 'resilience' | 'nameOf'>;

function RuntimeCell({
  resilience,
  nameOf,
  trend,
}: MinutesProps & { readonly trend: readonly (number | null)[] }): ReactNode {
  const words = useText().overview.resilience;
  const runtime = resilience?.upsRuntime ?? null;
  return (
    <Stat
      label={words.runtime}
      value={runtime === null ? null : numberText(runtime.minutes, 1)}
      unit={words.minutes}
      note={
        runtime === null ? (
          resilience === null ? (
            ''
          ) : (
            words.noRuntime
          )
        ) : (
          <span title={words.read(labClock(runtime.at))}>{nameOf(runtime.ups)}</span>
        )
      }
      trend={trend}
      status={runtime !== null && runtime.minutes < fewMinutes.runtime ? 'major' : null}
    />
  );
}

type Ride = NonNullable<Resilience['rideThrough']>;

const isShort = (ride: Ride | null): boolean =>
  ride !== null && ride.minutes !== null && ride.minutes < fewMinutes.ride;

/** What stands in the cell of a resilience that is known. */
function rideText(
  words: Catalogue['overview']['resilience'],
  ride: Ride | null,
  nameOf: MinutesProps['nameOf'],
): { readonly value: string | null; readonly note: string } {
  if (ride === null) return { value: null, note: words.noRide };
  return {
    value: ride.minutes === null ? words.rideLong : numberText(ride.minutes, 1),
    note: words.rideNote(nameOf(ride.room), metricText('temperature', ride.limit)),
  };
}

function RideCell({ resilience, nameOf }: MinutesProps): ReactNode {
  const words = useText().overview.resilience;
  const ride = resilience?.rideThrough ?? null;
  const { value, note } = resilience === null ? { value: null, note: '' } : rideText(words, ride, nameOf);
  const isFew = isShort(ride);
  return (
    <div role="group" aria-label={words.ride} className="flex min-w-0 flex-col gap-1 px-3 py-2">
      <span className="truncate text-12 text-text-2">{words.ride}</span>
      <span className="flex items-baseline gap-1 whitespace-nowrap text-text">
        <span className="text-20 leading-6 font-semibold">{value ?? '–'}</span>
        {value !== null && <span className="text-12">{words.minutes}</span>}
        {isFew && (
          <span className="ml-auto self-center">
            <StatusMark kind="info" />
          </span>
        )}
      </span>
      <span className="h-6 truncate text-12 text-text-2" title={`${note}, ${words.rideAge}`}>
        {note}
      </span>
    </div>
  );
}

/** What would be borne, and for how long: it stays in sight while the rest is scrolled, of one height whether it is known yet or not. */
export function ResilienceStrip(props: ResilienceStripProps): ReactNode {
  const words = useText().overview.resilience;
  const [isOpen, setOpen] = useState(false);
  const { resilience, nameOf, onSelect, isStale } = props;
  return (
    <section
      aria-label={words.label}
      className={`sticky top-0 z-2 grid shrink-0 grid-cols-[repeat(auto-fit,minmax(130px,1fr))] rounded-lg border bg-surface *:not-first:border-l ${isStale ? 'stale' : ''}`}
    >
      {systems.map((name) => (
        <SystemCell
          key={name}
          name={name}
          system={resilience?.systems.find(({ system }) => system === name) ?? null}
          nameOf={nameOf}
          onOpen={() => setOpen(true)}
        />
      ))}
      <RuntimeCell resilience={resilience} nameOf={nameOf} trend={props.runtimeTrend} />
      <RideCell resilience={resilience} nameOf={nameOf} />
      {resilience !== null && (
        <ResilienceDialog
          resilience={resilience}
          nameOf={nameOf}
          open={isOpen}
          onOpenChange={setOpen}
          onSelect={onSelect}
        />
      )}
    </section>
  );
}
