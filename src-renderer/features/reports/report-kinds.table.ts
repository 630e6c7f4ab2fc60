import type { ReportKind } from '../../../sim/contract/reports.ts';

/** In the order of the list. */
export const reportKinds = [
  'energy',
  'temperature',
  'uptime',
  'capacity',
  'battery',
  'alarms',
] as const satisfies readonly ReportKind[];
