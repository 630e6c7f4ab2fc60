import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { RideThrough } from '../../../sim/contract/advisor.ts';
import { useText } from '../../text/text.ts';
import { metricText, numberText, spanText, withUnit } from '../../ui/numbers.ts';
import type { CoolingSources } from './cooling-sources.ts';
import type { Zone } from './plant-of.ts';
import { placeOnBar } from './zone-now.ts';
import type { ZoneNow } from './zone-now.ts';

export type ZoneListProps = {
  readonly zones: readonly Zone[];
  readonly sources: CoolingSources;
  readonly rides: readonly RideThrough[];
};

export const ZoneList = ({ zones, sources, rides }: ZoneListProps): ReactNode => (
  <ul className="flex flex-col">
    {zones.map((zone) => (
      <li key={zone.id} className="px-3 py-2 not-first:border-t">
        <ZoneRow zone={zone} sources={sources} ride={rides.find(({ room }) => room === zone.id) ?? null} />
      </li>
    ))}
  </ul>
);

type RowProps = {
  readonly zone: Zone;
  readonly sources: CoolingSources;
  readonly ride: RideThrough | null;
};

/** Writes its own numbers and marks: React does not render because of a reading. */
function ZoneRow({ zone, sources, ride }: RowProps): ReactNode {
  const words = useText().cooling.zones;
  const root = useRef<HTMLDivElement>(null);
  useEffect(
    () => sources.watchZone(zone, (now) => root.current !== null && write(root.current, zone, now)),
    [zone, sources],
  );
  const { low, high } = zone.recommended;
  if (zone.inlets.length === 0)
    return (
      <p className="flex gap-3 text-12">
        <span className="text-13 font-medium">{zone.name}</span>
        <span className="text-text-3">{words.none}</span>
      </p>
    );
  return (
    <div ref={root} className="flex flex-col gap-1 text-12">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <span className="text-13 font-medium">{zone.name}</span>
        <Figure label={words.mean} name="cold" />
        <Figure label={words.most} name="warmest" />
        <span className="text-text-2">
          {words.setpoint} <span className="text-text">{metricText('setpoint', zone.setpoint)}</span>
        </span>
        <RideText ride={ride} />
      </div>
      <div
        role="img"
        aria-label={words.bar(zone.name, metricText('temperature', low), metricText('temperature', high))}
        className="relative h-4 rounded-sm bg-bg"
      >
        <span
          className="absolute inset-y-0 rounded-sm border-x border-line-strong bg-hover"
          style={{ left: `${placeOnBar(low)}%`, right: `${100 - placeOnBar(high)}%` }}
        />
        {zone.setpoint !== null && (
          <span
            className="absolute inset-y-0 w-px bg-accent"
            style={{ left: `${placeOnBar(zone.setpoint)}%` }}
          />
        )}
        <span data-mark="span" className="absolute top-1.5 h-1 rounded-full bg-text-3" hidden />
        <span
          data-mark="cold"
          className="absolute top-0.5 -ml-1.5 size-3 rounded-full border-2 border-surface bg-text"
          hidden
        />
      </div>
      <div className="flex justify-between text-11 text-text-3">
        <span>
          {words.coldAisle} <span data-figure="aisle-cold">–</span>
        </span>
        <span>
          {words.hotAisle} <span data-figure="aisle-hot">–</span>
        </span>
      </div>
    </div>
  );
}

const Figure = ({ label, name }: { readonly label: string; readonly name: string }): ReactNode => (
  <span className="text-text-2">
    {label}{' '}
    <span data-figure={name} className="text-text">
      –
    </span>
  </span>
);

function RideText({ ride }: { readonly ride: RideThrough | null }): ReactNode {
  const words = useText().cooling.zones;
  if (ride === null) return null;
  const whole = (value: number): string => numberText(value, 0);
  const span = (minutes: number | null): string =>
    minutes === null ? words.rideLong : spanText(minutes * 60);
  const title = words.rideTitle({
    heat: numberText(ride.heat, 1),
    air: whole(ride.air),
    equipment: whole(ride.equipment),
    walls: whole(ride.walls),
  });
  return (
    <span className="ml-auto text-text-2" title={title}>
      {words.ride} <span className="font-medium text-text">{span(ride.minutes)}</span>{' '}
      {words.rideTo(withUnit(numberText(ride.limit, 0), '°C'))},{' '}
      <span className="font-medium text-text">{span(ride.shutdown)}</span> {words.rideOff}
    </span>
  );
}

function write(root: HTMLElement, { recommended }: Zone, now: ZoneNow): void {
  put(root, 'cold', now.cold);
  put(root, 'warmest', now.warmest);
  put(root, 'aisle-cold', now.cold);
  put(root, 'aisle-hot', now.hot);
  const isHot = now.warmest !== null && now.warmest > recommended.high;
  root.querySelector('[data-figure="warmest"]')?.classList.toggle('text-major', isHot);
  mark(root, 'cold', now.cold === null ? null : { left: placeOnBar(now.cold) });
  const ends =
    now.cold === null || now.warmest === null ? null : [placeOnBar(now.cold), placeOnBar(now.warmest)];
  mark(root, 'span', ends === null ? null : { left: ends[0] ?? 0, width: (ends[1] ?? 0) - (ends[0] ?? 0) });
}

function put(root: HTMLElement, name: string, value: number | null): void {
  const node = root.querySelector(`[data-figure="${name}"]`);
  const said = metricText('temperature', value);
  if (node !== null && node.textContent !== said) node.textContent = said;
}

function mark(
  root: HTMLElement,
  name: string,
  place: { readonly left: number; readonly width?: number } | null,
): void {
  const node = root.querySelector<HTMLElement>(`[data-mark="${name}"]`);
  if (node === null) return;
  node.hidden = place === null;
  if (place === null) return;
  node.style.left = `${place.left}%`;
  if (place.width !== undefined) node.style.width = `${Math.max(0, place.width)}%`;
}
