import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { watchReading } from '../../data/readings.ts';
import { text } from '../../text/text.ts';
import { spanText } from '../../ui/numbers.ts';

/** How old the last reading is, in lab time. */
export function LiveAge({
  sensor,
  className,
}: {
  readonly sensor: EntityId;
  readonly className?: string;
}): ReactNode {
  const node = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      watchReading(sensor, (reading) => {
        if (node.current === null) return;
        const words = text().floor;
        const said = reading.value === null ? words.neverRead : words.ago(spanText(reading.age));
        if (node.current.textContent !== said) node.current.textContent = said;
      }),
    [sensor],
  );
  return <span ref={node} className={className ?? 'text-11 text-text-3'} />;
}
