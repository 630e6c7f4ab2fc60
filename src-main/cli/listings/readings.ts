import type { EntityOf, Kind, Metric } from '../../../sim/contract/entities.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { wordOf } from '../../../sim/contract/state-words.table.ts';
import type { Latest } from '../../../sim/contract/telemetry.ts';
import type { Outcome } from '../outcome.ts';
import type { Tone } from '../paint.ts';
import type { Cell } from '../table-text.ts';
import type { Source } from './listing.ts';

/** The latest of every sensor of the lab, by the thing it sits on. */
export type Readings = {
  readonly at: number;
  readonly of: (sensor: string) => Latest | undefined;
  readonly on: (
    parent: string,
  ) => readonly { readonly sensor: EntityOf<'sensor'>; readonly latest: Latest }[];
};

export async function loadReadings({ client, catalogue }: Source): Promise<Outcome<Readings>> {
  const [sensors, latest] = await Promise.all([catalogue.all('sensor'), client.query('latest', {})]);
  if (!sensors.ok) return sensors;
  if (!latest.ok) return latest;
  const bySensor = new Map(latest.value.items.map((item) => [item.sensor, item]));
  const byParent = Map.groupBy(sensors.value, (sensor): string => sensor.parent ?? '');
  return {
    ok: true,
    value: {
      at: latest.value.at,
      of: (sensor) => bySensor.get(sensor),
      on: (parent) =>
        (byParent.get(parent) ?? []).flatMap((sensor) => {
          const item = bySensor.get(sensor.id);
          return item === undefined ? [] : [{ sensor, latest: item }];
        }),
    },
  };
}

/** The highest of a metric on a thing, rear sensors aside; null where nothing was read. */
export function highest(readings: Readings, parent: string, metric: Metric): number | null {
  const values = readings
    .on(parent)
    .filter(({ sensor }) => sensor.spec.metric === metric && !sensor.spec.place.startsWith('rear'))
    .flatMap(({ latest }) => (latest.value === null ? [] : [latest.value]));
  return values.length === 0 ? null : Math.max(...values);
}

/** `24.3 °C`, with the decimals its quantity has everywhere. */
export function valueText(metric: Metric, value: number | null): string {
  if (value === null) return '–';
  const { decimals, symbol } = metricTable[metric];
  return symbol === '' ? value.toFixed(decimals) : `${value.toFixed(decimals)} ${symbol}`;
}

/** The same for a thing of a kind: `on-battery` where the value stands for a word. */
export function sayReading(kind: Kind | undefined, metric: Metric, value: number | null): string {
  const word = kind === undefined || value === null ? null : wordOf(kind, metric, value);
  return word ?? valueText(metric, value);
}

export const severityTones = {
  critical: 'critical',
  major: 'major',
  minor: 'minor',
  info: 'info',
} as const satisfies Record<Alarm['severity'], Tone>;
const severityOrder = ['critical', 'major', 'minor', 'info'] as const;

/** The alarms that still ring, by the thing they are about. */
export async function loadRinging({
  client,
}: Source): Promise<Outcome<ReadonlyMap<string, readonly Alarm[]>>> {
  const alarms = await client.query('alarms', { states: ['ACTIVE', 'ACKNOWLEDGED'], limit: 5000 });
  if (!alarms.ok) return alarms;
  return { ok: true, value: Map.groupBy(alarms.value.items, (alarm): string => alarm.source) };
}

/** The worst alarm, and how many there are. Never colour alone: the word says it too. */
export function alarmCell(alarms: readonly Alarm[]): Cell {
  const worst = severityOrder.find((severity) => alarms.some((alarm) => alarm.severity === severity));
  if (worst === undefined) return { text: 'ok', tone: 'quiet' };
  return { text: alarms.length === 1 ? worst : `${worst} (${alarms.length})`, tone: severityTones[worst] };
}
