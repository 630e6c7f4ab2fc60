/** The readings around one time a rule would have rung. */
import type { ReactNode } from 'react';
import type { RulePreview } from '../../../sim/contract/alarm-kpis.ts';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { useQuery } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Chart } from '../../ui/chart.tsx';
import type { ChartLimit } from '../../ui/chart.tsx';
import { Face } from '../../ui/face.tsx';
import { EmptyState, Skeleton } from '../../ui/states.tsx';

const height = 150;
const leastAround = 600_000;
const longest = 86_400_000;

type MomentProps = {
  readonly example: RulePreview['examples'][number];
  readonly rule: AlarmRule;
  readonly owner: string;
  readonly onSelect: (sensor: EntityId) => void;
};

/** As long before and after as it rang, so that its beginning and end are in sight. */
export function windowAround({ at, until }: Pick<MomentProps['example'], 'at' | 'until'>): {
  readonly from: number;
  readonly to: number;
} {
  const end = Math.min(until ?? at + leastAround, at + longest);
  const around = Math.max(leastAround, end - at);
  return { from: at - around, to: end + around };
}

const limitOf = (rule: AlarmRule, label: string): readonly ChartLimit[] =>
  rule.test.type === 'limit'
    ? [
        {
          value: rule.test.limit,
          label,
          kind: rule.severity === 'info' ? 'minor' : rule.severity,
        },
      ]
    : [];

export function MomentChart({ example, rule, owner, onSelect }: MomentProps): ReactNode {
  const span = windowAround(example);
  const history = useQuery('history', { sensors: [example.sensor], ...span, points: 240 });
  const {
    alarmRules: { preview: words },
    metrics,
  } = useText();
  const label = metrics[rule.metric];
  const { symbol, decimals } = metricTable[rule.metric];
  return (
    <figure className="rounded-md border">
      <figcaption className="flex min-h-9 items-center gap-2 border-b px-2 text-12">
        <span className="font-medium">{owner}</span>
        <span className="text-text-2">{label}</span>
        <Button look="ghost" className="ml-auto" onClick={() => onSelect(example.sensor)}>
          {words.inspect(owner)}
        </Button>
      </figcaption>
      <Face state={history} what={words.readings} skeleton={<Skeleton className="m-2 h-[150px]" />}>
        {({ series: [found], from, to }) =>
          found === undefined || found.at.length === 0 ? (
            <EmptyState text={words.notKept} />
          ) : (
            <Chart
              label={words.around(label, owner)}
              at={found.at}
              series={[{ label, values: found.mean, ink: 'text', unit: symbol, decimals }]}
              limits={limitOf(rule, words.limit)}
              from={from}
              to={to}
              height={height}
            />
          )
        }
      </Face>
    </figure>
  );
}
