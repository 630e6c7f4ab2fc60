/** The reading of now with the moment it was made. */
import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { text } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { labClock, metricText, spanText } from '../../ui/numbers.ts';
import { labNow } from '../inspector/lab-now.ts';
import { isOldIn, useReadings, valueIn } from './live.ts';

type SensorValueProps = {
  readonly sensor: EntityOf<'sensor'>;
  readonly className?: string;
  /** With the lab time at which it was read. */
  readonly showsMoment?: boolean;
};

export function SensorValue({ sensor, className, showsMoment }: SensorValueProps): ReactNode {
  const value = useRef<HTMLSpanElement>(null);
  const moment = useRef<HTMLSpanElement>(null);
  useReadings([sensor.id], (readings) => {
    const words = text().rack.charts;
    const reading = readings.get(sensor.id);
    if (value.current !== null) {
      value.current.textContent = metricText(sensor.spec.metric, valueIn(readings, sensor.id));
      value.current.classList.toggle('stale', isOldIn(readings, [sensor.id]));
    }
    if (moment.current === null || reading === undefined) return;
    const at = labNow() - reading.age * 1000;
    moment.current.textContent =
      reading.value === null || at <= 0 ? words.never : words.read(labClock(at), spanText(reading.age));
  });
  return (
    <span className={classNames('whitespace-nowrap tabular-nums', className)}>
      <span ref={value}>–</span>
      {showsMoment === true && <span ref={moment} className="ml-2 text-11 font-normal text-text-3" />}
    </span>
  );
}
