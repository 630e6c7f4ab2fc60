import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { powerSeverity, type RackPower } from '../../canvas/floor/floor-plant.ts';
import type { Point, Size } from '../../canvas/floor/viewport.ts';
import { told, useText } from '../../text/text.ts';
import { LiveValue } from '../../ui/live-value.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { LiveAge } from './live-age.tsx';

const tipLanes = ['inlet', 'outlet', 'humidity', 'power'] as const;
export type TipLane = (typeof tipLanes)[number];
const metrics = {
  inlet: 'temperature',
  outlet: 'temperature',
  humidity: 'humidity',
  power: 'power',
} as const;

export type FloorTipProps = {
  readonly name: string;
  readonly at: Point;
  /** Of the canvas: the tip stays inside. */
  readonly size: Size;
  readonly sensors: Readonly<Record<TipLane, EntityId | null>>;
  /** Lines that do not live: space, service, owner. */
  readonly facts: readonly { readonly label: string; readonly words: string }[];
  readonly alarms: readonly Alarm[];
  readonly power: RackPower | null;
};

const width = 216;
const usualHeight = 196;
const mostAlarms = 2;
export function tipPlace(at: Point, size: Size): { readonly left: number; readonly top: number } {
  const left = at.x + 20 + width > size.width ? at.x - 20 - width : at.x + 20;
  return { left: Math.max(4, left), top: Math.max(4, Math.min(at.y - 24, size.height - usualHeight)) };
}

/** Says nothing that the inspector and the table do not say too, so it is hidden from screen readers. */
export function FloorTip({ name, at, size, sensors, facts, alarms, power }: FloorTipProps): ReactNode {
  const words = useText().floor;
  const shown = tipLanes.flatMap((lane) => {
    const sensor = sensors[lane];
    return sensor === null ? [] : [{ lane, sensor }];
  });
  const first = shown[0]?.sensor;
  return (
    <div
      aria-hidden
      style={{ ...tipPlace(at, size), width }}
      className="appear pointer-events-none absolute z-20 rounded-md border border-line bg-raised px-3 py-2 text-12"
    >
      <div className="flex items-baseline justify-between gap-2">
        <span className="font-semibold">{name}</span>
        {first !== undefined && <LiveAge sensor={first} />}
      </div>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5">
        {shown.map(({ lane, sensor }) => (
          <div key={lane} className="contents">
            <dt className="text-text-2">{words.short[lane]}</dt>
            <dd className="text-right">
              <LiveValue sensor={sensor} metric={metrics[lane]} />
            </dd>
          </div>
        ))}
        {facts.map(({ label, words: said }) => (
          <div key={label} className="contents">
            <dt className="text-text-2">{label}</dt>
            <dd className="text-right">{said}</dd>
          </div>
        ))}
      </dl>
      {power !== null && (
        <div className="mt-1">
          <StatusMark kind={powerSeverity[power]} word={words.powerTips[power]} size={12} showWord />
        </div>
      )}
      {alarms.slice(0, mostAlarms).map((alarm) => (
        <div key={alarm.id} className="mt-1 flex items-start gap-1.5">
          <StatusMark kind={alarm.severity} size={12} />
          <span className="min-w-0">{told(alarm.message)}</span>
        </div>
      ))}
      {alarms.length > mostAlarms && (
        <div className="mt-1 text-text-3">{words.moreAlarms(alarms.length - mostAlarms)}</div>
      )}
    </div>
  );
}
