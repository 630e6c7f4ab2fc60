import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { AdviceAnswer, Measured } from '../../../sim/contract/advisor.ts';
import { useText } from '../../text/text.ts';
import { Chart } from '../../ui/chart.tsx';
import type { ChartSeries } from '../../ui/chart.tsx';
import { Legend } from './efficiency-chart.tsx';

/** Of what is in force the one that saves most; where nothing is, what was measured last. */
function mostSaving({ items }: AdviceAnswer): Measured | null {
  const found = items.flatMap(({ state, measured }) => (measured === null ? [] : [{ state, measured }]));
  const inForce = found.filter(({ state }) => state === 'applied');
  const most = inForce.toSorted((a, b) => b.measured.rate - a.measured.rate)[0];
  return (most ?? found[0])?.measured ?? null;
}

/** PUE of the two labs over the same lab time, for what saves most. */
export function BeforeAfter({ advice }: { readonly advice: AdviceAnswer }): ReactNode {
  const { advisor: words, efficiency } = useText().cooling;
  const measured = mostSaving(advice);
  const series = useMemo(
    (): readonly ChartSeries[] => [
      { label: words.pueWith, values: measured?.trend.with ?? [], ink: 'text', unit: '', decimals: 3 },
      {
        label: words.pueWithout,
        values: measured?.trend.without ?? [],
        ink: 'accent',
        unit: '',
        decimals: 3,
        dash: true,
      },
    ],
    [measured, words],
  );
  const at = useMemo(() => {
    if (measured === null) return [];
    const { from, to, trend } = measured;
    return trend.with.map((_, index) => from + ((index + 1) * (to - from)) / trend.with.length);
  }, [measured]);
  return (
    <section aria-label={words.pueTitle} className="border-t">
      <h3 className="px-3 pt-2 text-12 font-medium text-text-2">{words.pueTitle}</h3>
      {measured === null ? (
        <p className="px-3 pt-1 pb-2 text-12 text-text-3">{advice.unmeasured ?? words.pueNone}</p>
      ) : (
        <div className="px-2 pb-2">
          <Chart label={words.pueChart} at={at} series={series} height={120} />
          <Legend label={efficiency.lines} series={series} />
        </div>
      )}
    </section>
  );
}
