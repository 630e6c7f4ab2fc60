import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import { numberText } from '../../ui/numbers.ts';
import { Stat } from '../../ui/stat.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';
import { beyond, inlet } from './limits.ts';

export type KpiTrends = {
  readonly power: readonly (number | null)[];
  readonly pue: readonly (number | null)[];
  readonly meanInlet: readonly (number | null)[];
  readonly maxInlet: readonly (number | null)[];
  readonly alarms: readonly (number | null)[];
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

function alarmNote(alarms: Overview['alarms']): string {
  if (alarms.critical > 0) return `${alarms.critical} critical`;
  return alarms.unacknowledged > 0 ? `${alarms.unacknowledged} not acknowledged` : '';
}

type InletProps = Pick<KpiStripProps, 'rules' | 'nameOf'> & {
  readonly overview: Overview;
  readonly trends: KpiTrends;
};

function InletStats({ overview, trends, rules, nameOf }: InletProps): ReactNode {
  const { meanInlet, maxInlet, maxInletRack } = overview;
  return (
    <>
      <Stat
        label="Inlet, mean"
        value={fixed(meanInlet, 1)}
        unit="°C"
        trend={trends.meanInlet}
        status={beyond(rules, inlet, meanInlet)}
      />
      <Stat
        label="Inlet, max"
        value={fixed(maxInlet, 1)}
        unit="°C"
        note={maxInletRack === null ? '' : `in ${nameOf(maxInletRack)}`}
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
  const total = alarms.critical + alarms.major + alarms.minor + alarms.info;
  return (
    <Stat
      label="Active alarms"
      value={String(total)}
      note={alarmNote(alarms)}
      trend={trend}
      status={worstAlarm(alarms)}
    />
  );
}

const names = ['Total power', 'PUE', 'Inlet, mean', 'Inlet, max', 'Active alarms'];

/** Total power, PUE, inlet mean and maximum, alarms: each with its trend. Only what is abnormal has a colour. */
export function KpiStrip({ overview, trends, rules, nameOf, isStale }: KpiStripProps): ReactNode {
  return (
    <section
      aria-label="Key figures"
      className={`grid shrink-0 grid-cols-[repeat(auto-fit,minmax(130px,1fr))] rounded-lg border bg-surface *:not-first:border-l ${isStale ? 'stale' : ''}`}
    >
      {overview === null ? (
        names.map((name) => <Stat key={name} label={name} value={null} />)
      ) : (
        <>
          <Stat label="Total power" value={fixed(overview.totalPower, 1)} unit="kW" trend={trends.power} />
          <Stat label="PUE" value={fixed(overview.pue, 2)} trend={trends.pue} />
          <InletStats overview={overview} trends={trends} rules={rules} nameOf={nameOf} />
          <AlarmStat alarms={overview.alarms} trend={trends.alarms} />
        </>
      )}
    </section>
  );
}
