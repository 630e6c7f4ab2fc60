import type { Severity } from '../../sim/contract/alarms.ts';
import type { Kind, Metric } from '../../sim/contract/entities.ts';

/** Words of a state that are not as it should be, and how grave, as the alarm rules that come with the lab have it. Every other word is normal and stays grey. */
export const abnormalStates: Partial<Record<Kind, Readonly<Record<string, Severity>>>> = {
  utility: { lost: 'critical' },
  transformer: { dead: 'major', tripped: 'critical' },
  genset: { failed: 'critical', 'out-of-fuel': 'critical', running: 'info', 'cooling-down': 'info' },
  ats: { open: 'critical', 'on-genset': 'minor' },
  ups: { off: 'critical', 'on-battery': 'major', 'on-bypass': 'major', failed: 'critical' },
  battery: { discharging: 'major', exhausted: 'critical', disconnected: 'critical' },
  panel: { dead: 'critical', tripped: 'critical' },
  pdu: { dead: 'major', tripped: 'major' },
  crac: { off: 'minor', starting: 'info', failed: 'critical', 'no-power': 'critical' },
  chiller: { off: 'minor', starting: 'info', tripped: 'critical', 'no-power': 'critical' },
  rack: { dark: 'critical', 'partly-powered': 'major' },
};

/** The same for metrics with two words, whatever they are measured on. */
export const abnormalPairs: Partial<Record<Metric, Readonly<Record<string, Severity>>>> = {
  breaker: { open: 'major' },
  leak: { wet: 'critical' },
  door: { open: 'minor' },
};
