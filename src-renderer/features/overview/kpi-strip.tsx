import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import type { Catalogue } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { numberText } from '../../ui/numbers.ts';
import { Term } from '../help/term.tsx';
import { Stat } from '../../ui/stat.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';
import { beyond, inlet } from './limits.ts';

export type KpiTrends = {
  readonly power: readonly (number | null)[];
  readonly pue: readonly (number | null)[];
  readonly meanInlet: readonly (number | null)[];
  readonly maxInlet: readonly (number | null)[];
  readonly alarms: readonly (number | null)[];
  /** Minutes of the UPS that would last the shortest. */
  readonly runtime: readonly (number | null)[];
};

export type KpiStripProps = {
  readonly overview: Overview | null;
  readonly trends: KpiTrends;
  readonly rules: readonly AlarmRule[];
  readonly nameOf: (id: EntityId) => string;
  readonly isStale: boolean;
};

const fixed = (value: number | null, decimals: number): string | null =>
  value === null ? null : numberText(value, decimals);

function worstAlarm(alarms: Overview['alarms']): Exclude<StatusKind, 'ok'> | null {
  return (['critical', 'major', 'minor', 'info'] as const).find((severity) => alarms[severity] > 0) ?? null;
}

type Words = Catalogue['overview']['figures'];

function alarmNote(words: Words, alarms: Overview['alarms']): string {
  if (alarms.critical > 0) return words.critical(alarms.critical);
  return alarms.unacknowledged > 0 ? words.unacknowledged(alarms.unacknowledged) : '';
}

type InletProps = Pick<KpiStripProps, 'rules' | 'nameOf'> & {
  readonly overview: Overview;
  readonly trends: KpiTrends;
};

function InletStats({ overview, trends, rules, nameOf }: InletProps): ReactNode {
  const words = useText().overview.figures;
  const { meanInlet, maxInlet, maxInletRack } = overview;
  return (
    <>
      <Stat
        label={words.meanInlet}
        value={fixed(meanInlet, 1)}
        unit="°C"
        trend={trends.meanInlet}
        status={beyond(rules, inlet, meanInlet)}
      />
      <Stat
        label={words.maxInlet}
        value={fixed(maxInlet, 1)}
        unit="°C"
        note={maxInletRack === null ? '' : words.inRack(nameOf(maxInletRack))}
        trend={trends.maxInlet}
        status={beyond(rules, inlet, maxInlet)}
      />
    </>
  );
}

function AlarmStat({
  alarms,
  trend,
}: {
  readonly alarms: Overview['alarms'];
  readonly trend: KpiTrends['alarms'];
}): ReactNode {
  const words = useText().overview.figures;
  const total = alarms.critical + alarms.major + alarms.minor + alarms.info;
  return (
    <Stat
      label={words.alarms}
      value={String(total)}
      note={alarmNote(words, alarms)}
      trend={trend}
      status={worstAlarm(alarms)}
    />
  );
}

const figures = ['power', 'pue', 'meanInlet', 'maxInlet', 'alarms'] as const;

/** Total power, PUE, inlet mean and maximum, alarms: each with its trend. Only what is abnormal has a colour. */
export function KpiStrip({ overview, trends, rules, nameOf, isStale }: KpiStripProps): ReactNode {
  const words = useText().overview.figures;
  return (
    <section
      aria-label={words.label}
      className={`grid shrink-0 grid-cols-[repeat(auto-fit,minmax(130px,1fr))] rounded-lg border bg-surface *:not-first:border-l ${isStale ? 'stale' : ''}`}
    >
      {overview === null ? (
        figures.map((name) => <Stat key={name} label={words[name]} value={null} />)
      ) : (
        <>
          <Stat label={words.power} value={fixed(overview.totalPower, 1)} unit="kW" trend={trends.power} />
          <Stat
            label={<Term name="pue">{words.pue}</Term>}
            value={fixed(overview.pue, 2)}
            trend={trends.pue}
          />
          <InletStats overview={overview} trends={trends} rules={rules} nameOf={nameOf} />
          <AlarmStat alarms={overview.alarms} trend={trends.alarms} />
        </>
      )}
    </section>
  );
}
