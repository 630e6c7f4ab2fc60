import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Kind, Metric } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { watchReading } from '../data/readings.ts';
import type { Reading } from '../data/readings.ts';
import { useWorld } from '../data/world.ts';
import { text, useLanguage } from '../text/text.ts';
import { spanText } from './numbers.ts';
import { type Measured, valueText } from './value-words.ts';

/** Lab seconds after which a number without a known period no longer looks live. */
const usualLimit = 90;

/** How fast the lab runs, and how many times less often its bots speak for it. */
export type Pace = { readonly speed: number; readonly stretch: number };

export function paceNow(): Pace {
  const status = useWorld.getState().status;
  return { speed: status?.clock.speed ?? 1, stretch: status?.stretch ?? 1 };
}

/**
 * When a reading is stale. `period`: lab seconds between two, where known. In a fast lab bots publish less often
 * in lab time, and three wall seconds are always allowed.
 */
export function isStale(reading: Reading, { speed, stretch }: Pace, period: number | null): boolean {
  if (!reading.live || reading.quality === 'stale' || reading.quality === 'bad') return true;
  return reading.age > Math.max(stretch * (period === null ? usualLimit : 3 * period), 3 * speed);
}

/** What a sensor sits on: a state is said in the words of that kind. */
export function kindUnder(sensor: EntityId): Kind | null {
  const { entities } = useWorld.getState();
  const parent = entities.get(sensor)?.parent ?? null;
  return parent === null ? null : (entities.get(parent)?.kind ?? null);
}

export function liveText(measured: Measured, reading: Reading, isOld: boolean): string {
  const value = valueText(measured, reading.value);
  if (!isOld || reading.value === null) return value;
  const words = text().ui.age;
  return reading.quality === 'bad' ? words.inDoubt(value) : words.old(value, spanText(reading.age));
}

type LiveValueProps = {
  readonly sensor: EntityId;
  readonly metric: Metric;
  /** Lab seconds between two readings, where known. */
  readonly period?: number;
  readonly className?: string;
};

/** Writes its own text: React does not render because of a reading. */
export function LiveValue({ sensor, metric, period, className }: LiveValueProps): ReactNode {
  const node = useRef<HTMLSpanElement>(null);
  const language = useLanguage();
  useEffect(
    () =>
      watchReading(sensor, (reading) => {
        const element = node.current;
        if (element === null) return;
        const isOld = isStale(reading, paceNow(), period ?? null);
        const text = liveText({ kind: kindUnder(sensor), metric }, reading, isOld);
        if (element.textContent !== text) element.textContent = text;
        element.classList.toggle('stale', isOld);
      }),
    // A state that stays as it is must be said anew in another language.
    [sensor, metric, period, language],
  );
  return (
    <span ref={node} data-sensor={sensor} className={className}>
      –
    </span>
  );
}
