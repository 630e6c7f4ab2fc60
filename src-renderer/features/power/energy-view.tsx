/** The energy tab from its props alone: how much, how well, where it goes, and what it costs. */
import { ToggleGroup } from 'radix-ui';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useLanguage, useText } from '../../text/text.ts';
import { Chart } from '../../ui/chart.tsx';
import type { ChartSeries } from '../../ui/chart.tsx';
import { Face } from '../../ui/face.tsx';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { Panel } from '../../ui/panel.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';
import { AreaChart } from './area-chart.tsx';
import { moneyText } from './energy.ts';
import type { Metered } from './energy.ts';
import { Gauge } from './gauge.tsx';
import type { EnergyData, PueRange, SiteSensors } from './use-energy.ts';
import { Waterfall } from './waterfall.tsx';
import type { PowerBalance } from './where-power-goes.ts';

export type EnergyViewProps = {
  readonly site: EntityOf<'site'>;
  readonly sensors: SiteSensors;
  readonly ratings: { readonly facility: number | null; readonly it: number | null };
  readonly data: EnergyData;
  readonly balance: PowerBalance | null;
  readonly range: PueRange;
  readonly onRange: (range: PueRange) => void;
  /** For a face without live sensors. */
  readonly still?: { readonly total: number; readonly it: number; readonly pue: number };
};

const pueScale = { low: 1, high: 2 } as const;
/** Without a rating, a scale that the load half fills. */
const scaleOf = (rating: number | null): { readonly low: number; readonly high: number } => ({
  low: 0,
  high: rating ?? 1000,
});

function Gauges({ site, sensors, ratings, still }: EnergyViewProps): ReactNode {
  const words = useText().power.energy;
  const scales = useMemo(
    () => ({ facility: scaleOf(ratings.facility), it: scaleOf(ratings.it) }),
    [ratings.facility, ratings.it],
  );
  const note = (rating: number | null): string =>
    rating === null ? '' : words.ofRating(withUnit(numberText(rating, 0), 'kW'));
  return (
    <section
      aria-label={words.what}
      className="flex flex-wrap justify-evenly rounded-lg border bg-surface py-1"
    >
      <Gauge
        label={words.facility}
        sensor={sensors.total}
        metric="total-power"
        scale={scales.facility}
        note={note(ratings.facility)}
        mark={(ratings.facility ?? 0) * 0.8 || null}
        still={still?.total ?? null}
      />
      <Gauge
        label={words.it}
        sensor={sensors.it}
        metric="power"
        scale={scales.it}
        note={note(ratings.it)}
        mark={(ratings.it ?? 0) * 0.8 || null}
        still={still?.it ?? null}
      />
      <Gauge
        label={words.pue}
        sensor={sensors.pue}
        metric="pue"
        scale={pueScale}
        note={words.category[site.spec.pueCategory]}
        mark={1.5}
        still={still?.pue ?? null}
      />
    </section>
  );
}

function RangeSwitch({ range, onRange }: Pick<EnergyViewProps, 'range' | 'onRange'>): ReactNode {
  const words = useText().power.energy;
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={words.range}
      value={range}
      onValueChange={(next) => {
        if (next === 'day' || next === 'week') onRange(next);
      }}
      className="flex gap-0.5"
    >
      {(['day', 'week'] as const).map((one) => (
        <ToggleGroup.Item
          key={one}
          value={one}
          className="min-h-6 rounded-sm px-2 text-11 text-text-2 hover:text-text aria-checked:bg-hover aria-checked:text-text"
        >
          {words[one]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

const chartHeight = 168;
const skeleton = <Skeleton className="m-3 h-[168px]" />;
const valuesOf = (answer: QueryAnswer<'history'>, sensor: EntityId | null) =>
  answer.series.find((one) => one.sensor === sensor) ?? null;

/** What a trend takes, and what is kept for it before there is one: nothing below it moves when it comes. */
const trendRoom = 'flex min-h-56 flex-col';

function NoTrend(): ReactNode {
  const words = useText().power.energy;
  return (
    <div className={trendRoom}>
      <EmptyState text={words.noTrend} />
    </div>
  );
}

function PueTrend({ sensors, data, range, onRange }: EnergyViewProps): ReactNode {
  const words = useText().power.energy;
  return (
    <Panel title={words.pueTrend} note={words.better} tools={<RangeSwitch range={range} onRange={onRange} />}>
      <Face state={data.pue} what={words.pueTrend} skeleton={skeleton}>
        {(answer) => {
          const found = valuesOf(answer, sensors.pue);
          if (found === null || found.at.length < 2) return <NoTrend />;
          const series: readonly ChartSeries[] = [
            { label: words.pue, values: found.mean, ink: 'text', unit: '', decimals: 2 },
          ];
          return (
            <div className={`${trendRoom} px-2 pb-1`}>
              <Chart
                label={words.pueTrend}
                at={found.at}
                series={series}
                from={answer.from}
                to={answer.to}
                height={chartHeight}
              />
            </div>
          );
        }}
      </Face>
    </Panel>
  );
}

/** As many as the total has; where another has no word for a moment, there is none. */
function rest(
  total: readonly (number | null)[],
  parts: readonly (readonly (number | null)[])[],
): readonly (number | null)[] {
  return total.map((value, at) => {
    if (value === null) return null;
    return Math.max(0, value - parts.reduce((sum, part) => sum + (part[at] ?? 0), 0));
  });
}

type SeriesOf = QueryAnswer<'history'>['series'][number];

/** Series may begin at other moments: each is read at the total's, by its last word until then. */
export function alignedTo(at: readonly number[], series: SeriesOf | null): readonly (number | null)[] {
  let index = 0;
  return at.map((moment) => {
    if (series === null) return null;
    // The nearest: buckets of two sensors differ by seconds.
    const far = (one: number): number => Math.abs((series.at[one] ?? Infinity) - moment);
    while (index + 1 < series.at.length && far(index + 1) <= far(index)) index += 1;
    return (series.at[index] ?? Infinity) <= moment + 60_000 ? (series.mean[index] ?? null) : null;
  });
}

function PowerTrend({ sensors, data }: EnergyViewProps): ReactNode {
  const words = useText().power.energy;
  return (
    <Panel title={words.trend}>
      <Face state={data.trend} what={words.trend} skeleton={skeleton}>
        {(answer) => {
          const total = valuesOf(answer, sensors.total);
          if (total === null || total.at.length < 2) return <NoTrend />;
          const it = alignedTo(total.at, valuesOf(answer, sensors.it));
          const cooling = alignedTo(total.at, valuesOf(answer, sensors.cooling));
          return (
            <div className={`${trendRoom} pt-1 pb-2`}>
              <AreaChart
                label={words.trendLabel}
                at={total.at}
                from={answer.from}
                to={answer.to}
                total={words.total}
                layers={[
                  {
                    label: words.it24,
                    values: it,
                    fill: 'color-mix(in oklch, var(--text-3) 60%, var(--surface))',
                  },
                  {
                    label: words.cooling24,
                    values: cooling,
                    fill: 'color-mix(in oklch, var(--accent) 75%, var(--surface))',
                  },
                  { label: words.losses24, values: rest(total.mean, [it, cooling]), fill: 'var(--hover)' },
                ]}
              />
            </div>
          );
        }}
      </Face>
    </Panel>
  );
}

function Cost({ site, data, sensors }: EnergyViewProps): ReactNode {
  const words = useText().power.energy;
  const language = useLanguage();
  const { energyPrice, currency } = site.spec;
  const money = (amount: number): string => moneyText(amount, { currency, language });
  const row = (title: string, found: Metered | null): ReactNode => (
    <div className="px-3 py-2">
      <dt className="text-12 text-text-2">{title}</dt>
      <dd className="text-20 leading-6 font-semibold">
        {found === null ? '–' : money(found.kilowattHours * energyPrice)}
      </dd>
      <dd className="text-12 text-text-2">
        {found === null ? '' : withUnit(numberText(found.kilowattHours, 1), 'kWh')}
        {found !== null && !found.isWhole && <span className="text-text-3">, {words.sinceStart}</span>}
      </dd>
    </div>
  );
  return (
    <Panel title={words.cost} note={<span className="text-12">{words.price(money(energyPrice))}</span>}>
      {sensors.meters.length === 0 ? (
        <EmptyState text={words.noMeter} />
      ) : (
        <dl className="grid grid-cols-2">
          {row(words.today, data.today)}
          {row(words.month, data.month)}
        </dl>
      )}
    </Panel>
  );
}

export function EnergyView(props: EnergyViewProps): ReactNode {
  const words = useText().power.energy;
  return (
    <ScrollRegion label={words.what}>
      <div className="grid gap-3 p-3 min-[1400px]:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-3">
          <Gauges {...props} />
          <Panel title={words.where}>
            {props.balance === null ? (
              <EmptyState text={words.noChain} />
            ) : (
              <div className="py-2">
                <Waterfall balance={props.balance} />
              </div>
            )}
          </Panel>
          <Cost {...props} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <PowerTrend {...props} />
          <PueTrend {...props} />
        </div>
      </div>
    </ScrollRegion>
  );
}
