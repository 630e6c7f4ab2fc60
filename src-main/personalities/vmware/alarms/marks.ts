/** What somebody did about alarms: the paper `alarm-marks`. */
import type { Vc } from '../vc.ts';
import { settingOf } from '../objects/host/settings.ts';

/** What may be acknowledged, switched off and cleared: by `alarm.entity`. */
export type Marks = {
  readonly acknowledged: Readonly<Record<string, { readonly by: string; readonly at: number }>>;
  readonly off: readonly string[];
  /** Events from before do not ring any more. */
  readonly clearedAt: number;
  readonly actionsOff: readonly string[];
};

export const marksKey = 'alarm-marks';

export const marksOf = (vc: Pick<Vc, 'papers'>): Marks =>
  settingOf<Marks>(vc, marksKey, { acknowledged: {}, off: [], clearedAt: -1, actionsOff: [] });
