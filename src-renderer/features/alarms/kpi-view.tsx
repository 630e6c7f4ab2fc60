/** How well the alarm list serves who reads it, beside the targets of ISA-18.2 and EEMUA 191. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { AlarmKpis } from '../../../sim/contract/alarm-kpis.ts';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { QueryState } from '../../data/client.ts';
import { Chart } from '../../ui/chart.tsx';
import { Face } from '../../ui/face.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { Panel } from '../../ui/panel.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { KpiFigures } from './kpi-figures.tsx';
import { ChatterList, FloodList, PriorityBars, StaleList, TopList } from './kpi-lists.tsx';
import type { ListProps } from './kpi-lists.tsx';
import { kpiRanges, rateLine } from './kpi-range.ts';
import type { KpiRange } from './kpi-range.ts';

type KpiViewProps = Omit<ListProps, 'kpis'> & {
  readonly kpis: QueryState<AlarmKpis>;
  /** Those that are remembered: what the rate is drawn from. */
  readonly alarms: readonly Alarm[];
  readonly range: KpiRange;
  readonly onRange: (range: KpiRange) => void;
};

const chartHeight = 150;
const rateLimits = [
  { value: 1, label: 'target', kind: 'minor' },
  { value: 10, label: 'flood', kind: 'major' },
] as const;

const rangeNames = Object.keys(kpiRanges) as KpiRange[];

const Ranges = ({ range, onRange }: Pick<KpiViewProps, 'range' | 'onRange'>): ReactNode => (
  <div role="group" aria-label="Over what time" className="flex gap-1">
    {rangeNames.map((name) => (
      <button
        key={name}
        type="button"
        aria-pressed={name === range}
        onClick={() => onRange(name)}
        className="inline-flex h-7 items-center rounded-md border border-transparent px-2 text-12 text-text-2 hover:bg-hover aria-pressed:border-line-strong aria-pressed:bg-hover aria-pressed:text-text"
      >
        {kpiRanges[name].title}
      </button>
    ))}
  </div>
);

function RateChart({
  kpis,
  alarms,
  range,
}: Pick<KpiViewProps, 'alarms' | 'range'> & {
  readonly kpis: AlarmKpis;
}): ReactNode {
  const { from, to } = kpis;
  const { bin } = kpiRanges[range];
  const line = useMemo(() => rateLine(alarms, { from, to, bin }), [alarms, from, to, bin]);
  return (
    <Panel title="New alarms" note="per ten minutes" className="shrink-0">
      <div className="px-2 pb-1">
        <Chart
          label="New alarms per ten minutes"
          at={line.at}
          series={[{ label: 'New alarms', values: line.per10Minutes, ink: 'text', unit: '', decimals: 1 }]}
          limits={rateLimits}
          from={from}
          to={to}
          height={chartHeight}
        />
      </div>
    </Panel>
  );
}

function Told({ props, kpis }: { readonly props: KpiViewProps; readonly kpis: AlarmKpis }): ReactNode {
  const { range, onRange } = props;
  const lists: ListProps = { ...props, kpis };
  const isQuiet = kpis.rang === 0 && kpis.resolve.open === 0;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 border-b px-3 py-1.5 text-12 text-text-2">
        <Ranges range={range} onRange={onRange} />
        <span>
          {kpis.rang} rang, {kpis.quiet} kept quiet, from {labMoment(kpis.from)} to {labMoment(kpis.to)}
          {kpis.extent === 'part' && '; more happened than was read, so figures are too low'}
        </span>
      </div>
      {isQuiet ? (
        <EmptyState text="No alarm rang in this time: there is nothing to judge." />
      ) : (
        <ScrollRegion label="Figures of the alarm list">
          <div className="flex flex-col gap-3 p-3">
            <KpiFigures kpis={kpis} />
            <RateChart kpis={kpis} alarms={props.alarms} range={range} />
            <div className="grid grid-cols-2 gap-3 max-[1000px]:grid-cols-1">
              <PriorityBars {...lists} />
              <FloodList {...lists} />
              <TopList {...lists} />
              <ChatterList {...lists} />
              <StaleList {...lists} />
            </div>
          </div>
        </ScrollRegion>
      )}
    </>
  );
}

export const KpiView = (props: KpiViewProps): ReactNode => (
  <Face
    state={props.kpis}
    what="The figures of the alarm list"
    still="The alarms themselves are live all the same."
  >
    {(kpis) => <Told props={props} kpis={kpis} />}
  </Face>
);
