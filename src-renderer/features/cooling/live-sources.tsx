import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { subscribeLanes } from '../../data/lanes.ts';
import { watchReading } from '../../data/readings.ts';
import { text } from '../../text/text.ts';
import { LiveState } from '../../ui/live-state.tsx';
import { LiveValue, isStale, paceNow } from '../../ui/live-value.tsx';
import { numberText, spanText, thinSpace } from '../../ui/numbers.ts';
import type { CoolingSources } from './cooling-sources.ts';
import { zoneNow, zoneOrder } from './zone-now.ts';

const dash = '–';

export const liveSources: CoolingSources = {
  value: ({ sensor, metric }) =>
    sensor === undefined ? dash : <LiveValue sensor={sensor} metric={metric} />,
  state: (sensor) => (sensor === undefined ? dash : <LiveState sensor={sensor} />),
  difference: ({ kind, sensors }) => {
    const [from, to] =
      kind === 'crac'
        ? [sensors['supply-temperature'], sensors['return-temperature']]
        : [sensors['water-supply'], sensors['water-return']];
    return from === undefined || to === undefined ? dash : <LiveDifference from={from} to={to} />;
  },
  age: (sensor) => (sensor === undefined ? dash : <LiveAge sensor={sensor} />),
  watchZone: (zone, listener) => {
    const order = zoneOrder(zone);
    return order.length === 0
      ? () => undefined
      : subscribeLanes(order, (frame) => listener(zoneNow(zone, frame)));
  },
};

/** One less the other, written as readings come. */
function LiveDifference({ from, to }: { readonly from: EntityId; readonly to: EntityId }): ReactNode {
  const node = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const last: { from: number | null; to: number | null } = { from: null, to: null };
    const write = (isOld: boolean): void => {
      const element = node.current;
      if (element === null) return;
      const known = last.from !== null && last.to !== null;
      const said = known ? `${numberText((last.to ?? 0) - (last.from ?? 0), 1)}${thinSpace}K` : dash;
      if (element.textContent !== said) element.textContent = said;
      element.classList.toggle('stale', isOld);
    };
    const watch = (sensor: EntityId, side: 'from' | 'to') =>
      watchReading(sensor, (reading) => {
        last[side] = reading.value;
        write(isStale(reading, paceNow(), null));
      });
    const quits = [watch(from, 'from'), watch(to, 'to')];
    return () => quits.forEach((quit) => quit());
  }, [from, to]);
  return <span ref={node}>{dash}</span>;
}

function LiveAge({ sensor }: { readonly sensor: EntityId }): ReactNode {
  const node = useRef<HTMLSpanElement>(null);
  useEffect(
    () =>
      watchReading(sensor, ({ value, age }) => {
        const words = text().cooling.units;
        const said = value === null ? words.neverRead : words.ago(spanText(age));
        if (node.current !== null && node.current.textContent !== said) node.current.textContent = said;
      }),
    [sensor],
  );
  return <span ref={node}>{dash}</span>;
}
