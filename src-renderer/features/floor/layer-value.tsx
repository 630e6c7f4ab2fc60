/** One rack's value of any layer, written past React. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { FloorLayer } from '../../canvas/heat/floor-layer.table.ts';
import { type RackReadings, rackStates } from '../../canvas/heat/rack-paint.ts';
import { useText } from '../../text/text.ts';
import { spanText } from '../../ui/numbers.ts';
import type { RackReadingsSource } from './rack-readings.ts';
import { layerText } from './rack-words.ts';
import type { RoomFloor } from './room-floor.ts';

type LayerValueProps = {
  readonly floor: RoomFloor;
  readonly layer: FloorLayer;
  readonly index: number;
  readonly readings: RackReadingsSource;
};

function written(
  { floor, layer, index }: LayerValueProps,
  readings: RackReadings,
  ago: (span: string) => string,
) {
  const value = readings.values[index] ?? Number.NaN;
  if (Number.isNaN(value)) return { words: '–', isOld: false };
  const isOld = readings.states[index] === rackStates.stale;
  const words = layerText(floor, layer, { index, value });
  return { words: isOld ? `${words}, ${ago(spanText(readings.ages[index] ?? 0))}` : words, isOld };
}

export function LayerValue(props: LayerValueProps): ReactNode {
  const { floor, layer, index, readings } = props;
  const node = useRef<HTMLSpanElement>(null);
  const { ago } = useText().floor;
  useEffect(
    () =>
      readings.listen((next) => {
        const element = node.current;
        if (element === null) return;
        const { words, isOld } = written({ floor, layer, index, readings }, next, ago);
        if (element.textContent !== words) element.textContent = words;
        element.classList.toggle('stale', isOld);
      }),
    [floor, layer, index, readings, ago],
  );
  return <span ref={node}>–</span>;
}
