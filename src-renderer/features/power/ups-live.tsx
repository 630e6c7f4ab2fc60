/** What of a UPS listens by itself: its charge over a day, and the cells of a string. */
import { useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { Inventory } from '../../canvas/one-line/site-chain.ts';
import { useText } from '../../text/text.ts';
import { Chart } from '../../ui/chart.tsx';
import { sensorFor, sensorsOf } from '../floor/rack-sensors.ts';
import { cellsOf } from '../inspector/cells.ts';
import { sendOrder } from '../inspector/give-order.ts';
import { trailWindow } from '../inspector/reading-trail.ts';
import { ThingCells } from '../inspector/thing-cells.tsx';
import { useCells } from '../inspector/use-cells.ts';
import { useTrail } from '../inspector/use-trail.ts';
import type { TrailState } from '../inspector/use-trail.ts';

const hours = 24;

export function ChargeHistory({ state }: { readonly state: TrailState }): ReactNode {
  const words = useText().power.ups;
  const { at, values } = state.trail;
  return (
    <section aria-label={words.history} className="px-3 py-2">
      <h3 className="text-12 font-semibold">{words.history}</h3>
      {state.phase !== 'loading' && at.length < 2 ? (
        <p className="grid h-32 place-items-center text-12 text-text-3">{words.noHistory}</p>
      ) : (
        <Chart
          label={words.history}
          at={at}
          series={[{ label: words.charge, values, ink: 'text', unit: '%', decimals: 1 }]}
          {...trailWindow(state.trail, hours * 3_600_000)}
          height={132}
        />
      )}
    </section>
  );
}

export function LiveCharge({
  inventory,
  ups,
}: {
  readonly inventory: Inventory;
  readonly ups: EntityOf<'ups'>;
}): ReactNode {
  const sensor = sensorFor(inventory, ups.id, 'charge');
  const state = useTrail(sensor === null ? null : { id: sensor.id, kind: 'ups', metric: 'charge' }, hours);
  return <ChargeHistory state={sensor === null ? { ...state, phase: 'ready' } : state} />;
}

export function LiveCells({
  inventory,
  battery,
}: {
  readonly inventory: Inventory;
  readonly battery: EntityOf<'battery'>;
}): ReactNode {
  const cells = useMemo(() => cellsOf(sensorsOf(inventory, battery.id)), [inventory, battery.id]);
  const source = useCells(cells);
  const replace = useCallback(
    (number: number) => void sendOrder({ target: battery.id, verb: 'cell-replace' }, number),
    [battery.id],
  );
  return <ThingCells name={battery.name} cells={cells} source={source} onReplace={replace} />;
}
