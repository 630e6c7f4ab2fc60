/** Which trade an alarm concerns, by what it is about and what is measured. Host and page read it alike. */
import type { Kind, Metric } from './entities.ts';

export const alarmSystems = ['power', 'cooling', 'environment', 'network', 'security'] as const;
export type AlarmSystem = (typeof alarmSystems)[number];

/** Plant belongs to its trade whatever is measured on it. */
const ofKind: Partial<Record<Kind, AlarmSystem>> = {
  utility: 'power',
  transformer: 'power',
  genset: 'power',
  ats: 'power',
  ups: 'power',
  battery: 'power',
  panel: 'power',
  pdu: 'power',
  crac: 'cooling',
  chiller: 'cooling',
};

const ofMetric: Partial<Record<Metric, AlarmSystem>> = {
  door: 'security',
  power: 'power',
  energy: 'power',
  current: 'power',
  load: 'power',
  voltage: 'power',
  'input-voltage': 'power',
  'output-voltage': 'power',
  frequency: 'power',
  breaker: 'power',
  'total-power': 'power',
  pue: 'power',
  'pue-mean': 'power',
  dcie: 'power',
  cue: 'power',
  'cooling-power': 'cooling',
  'cooling-efficiency': 'cooling',
  wue: 'cooling',
};

/** A device's own state is a matter of the network; its heat and its power are not. */
export function systemOf(kind: Kind | null, metric: Metric | null): AlarmSystem {
  if (metric === 'door') return 'security';
  const byKind = kind === null ? undefined : ofKind[kind];
  if (byKind !== undefined) return byKind;
  const byMetric = metric === null ? undefined : ofMetric[metric];
  if (byMetric !== undefined) return byMetric;
  return kind === 'device' && metric === 'state' ? 'network' : 'environment';
}
