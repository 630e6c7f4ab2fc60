/** How well the alarm list serves who reads it, beside the targets of ISA-18.2 and EEMUA 191. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { AlarmKpis } from '../../../sim/contract/alarm-kpis.ts';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
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

const rangeNames = Object.keys(kpiRanges) as KpiRange[];

const RangeName = ({ range }: Pick<KpiViewProps, 'range'>): ReactNode => useText().alarmKpis.ranges[range];

const Ranges = ({ range, onRange }: Pick<KpiViewProps, 'range' | 'onRange'>): ReactNode => (
  <div role="group" aria-label={useText().alarmKpis.range} className="flex gap-1">
    {rangeNames.map((name) => (
      <button
        key={name}
        type="button"
        aria-pressed={name === range}
        onClick={() => onRange(name)}
        className="inline-flex h-7 items-center rounded-md border border-transparent px-2 text-12 text-text-2 hover:bg-hover aria-pressed:border-line-strong aria-pressed:bg-hover aria-pressed:text-text"
      >
        <RangeName range={name} />
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
  const { rate: words } = useText().alarmKpis;
  const { from, to } = kpis;
  const { bin } = kpiRanges[range];
  const line = useMemo(() => rateLine(alarms, { from, to, bin }), [alarms, from, to, bin]);
  return (
    <Panel title={words.title} note={words.note} className="shrink-0">
      <div className="px-2 pb-1">
        <Chart
          label={words.label}
          at={line.at}
          series={[{ label: words.title, values: line.per10Minutes, ink: 'text', unit: '', decimals: 1 }]}
          limits={[
            { value: 1, label: words.target, kind: 'minor' },
            { value: 10, label: words.flood, kind: 'major' },
          ]}
          from={from}
          to={to}
          height={chartHeight}
        />
      </div>
    </Panel>
  );
}

function Told({ props, kpis }: { readonly props: KpiViewProps; readonly kpis: AlarmKpis }): ReactNode {
  const words = useText().alarmKpis;
  const { range, onRange } = props;
  const lists: ListProps = { ...props, kpis };
  const isQuiet = kpis.rang === 0 && kpis.resolve.open === 0;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 border-b px-3 py-1.5 text-12 text-text-2">
        <Ranges range={range} onRange={onRange} />
        <span>
          {words.told(kpis, labMoment(kpis.from), labMoment(kpis.to))}
          {kpis.extent === 'part' && words.part}
        </span>
      </div>
      {isQuiet ? (
        <EmptyState text={words.quiet} />
      ) : (
        <ScrollRegion label={words.label}>
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

export function KpiView(props: KpiViewProps): ReactNode {
  const { what, still } = useText().alarmKpis;
  return (
    <Face state={props.kpis} what={what} still={still}>
      {(kpis) => <Told props={props} kpis={kpis} />}
    </Face>
  );
}
