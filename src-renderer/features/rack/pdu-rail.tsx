/** A rack PDU at the side of its rack: what each phase carries, against its breaker. */
import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { metricText, numberText, withUnit } from '../../ui/numbers.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { continuousShare, type Phase, phaseBand, phasesOf } from '../inspector/phases.ts';
import type { Feed, FeedState } from './condition.ts';
import { isOldIn, useReadings, valueIn } from './live.ts';

const inks = { within: 'bg-text-3', 'over-80': 'bg-minor', over: 'bg-major' } as const;

function PhaseBar({ pdu, phase }: { readonly pdu: string; readonly phase: Phase }): ReactNode {
  const words = useText().rack.pdu;
  const meter = useRef<HTMLDivElement>(null);
  const fill = useRef<HTMLSpanElement>(null);
  const value = useRef<HTMLSpanElement>(null);
  const of = withUnit(numberText(phase.rating, 0), 'A');
  useReadings([phase.sensor.id], (readings) => {
    const amperes = valueIn(readings, phase.sensor.id);
    const share = (amperes ?? 0) / phase.rating;
    const said = metricText('current', amperes);
    meter.current?.setAttribute('aria-valuenow', String(Math.round(share * 100)));
    meter.current?.setAttribute('aria-valuetext', words.phase(said, of));
    if (fill.current !== null) {
      fill.current.style.height = `${Math.min(100, share * 100).toFixed(1)}%`;
      fill.current.className = classNames(
        'absolute inset-x-0 bottom-0 rounded-sm',
        inks[phaseBand(amperes, phase.rating)],
      );
    }
    if (value.current !== null) {
      value.current.textContent = amperes === null ? '–' : numberText(amperes, 1);
      value.current.classList.toggle('stale', isOldIn(readings, [phase.sensor.id]));
    }
  });
  return (
    <div className="flex w-6 min-w-0 flex-col items-center gap-0.5">
      <div
        ref={meter}
        role="meter"
        aria-label={words.load(pdu, phase.name)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={0}
        className="relative h-44 w-2.5 rounded-sm bg-hover"
      >
        <span ref={fill} className="absolute inset-x-0 bottom-0 rounded-sm bg-text-3" />
        <span
          className="absolute -inset-x-0.5 h-px bg-text-2"
          style={{ bottom: `${continuousShare * 100}%` }}
        />
      </div>
      <span ref={value} className="text-11 leading-4 text-text-2 tabular-nums">
        –
      </span>
      <span className="text-[10px] leading-3 text-text-3">{phase.name}</span>
    </div>
  );
}

type RailProps = {
  readonly feed: Feed;
  readonly pdus: readonly EntityOf<'pdu'>[];
  readonly state: FeedState;
  readonly inventory: Inventory;
  readonly onSelect: (id: EntityOf<'pdu'>['id']) => void;
};

const stateInks = {
  live: 'text-text-3',
  dead: 'font-medium text-critical',
  unknown: 'text-stale',
  none: 'text-minor',
} as const;

export function PduRail({ feed, pdus, state, inventory, onSelect }: RailProps): ReactNode {
  const words = useText().rack;
  const own = pdus.filter(({ spec }) => spec.feed === feed);
  return (
    <section aria-label={words.feed(feed)} className="sticky top-0 flex w-19 shrink-0 flex-col gap-3">
      {own.length === 0 && <p className="mt-6 text-center text-11 text-text-3">{words.pdu.none(feed)}</p>}
      {own.map((pdu) => (
        <div key={pdu.id} className="flex flex-col items-stretch">
          <button
            type="button"
            onClick={() => onSelect(pdu.id)}
            className="min-h-6 truncate rounded-sm px-1 text-11 font-medium text-text-2 hover:bg-hover hover:text-text"
          >
            {feed} · {pdu.name}
          </button>
          <span className={classNames('text-center text-11 leading-4', stateInks[state])}>
            {words.feedStates[state]}
          </span>
          <div className="mt-1 flex justify-center">
            {phasesOf(inventory, pdu).map((phase) => (
              <PhaseBar key={phase.sensor.id} pdu={pdu.name} phase={phase} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}
