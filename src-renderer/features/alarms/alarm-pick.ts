/** What the alarms screen holds: rows ticked, the one looked at, roots unfolded, and what was listed last. */
import { create } from 'zustand';
import type { AlarmId } from '../../../sim/contract/ids.ts';
import type { AlarmView } from '../../../sim/contract/alarms.ts';

type AlarmPick = {
  readonly picked: ReadonlySet<string>;
  readonly shown: AlarmId | null;
  readonly unfolded: ReadonlySet<string>;
  /** Returned alarms are not among those the page keeps by itself; a picked one is found here. */
  readonly listed: readonly AlarmView[];
};

export const useAlarmPick = create<AlarmPick>(() => ({
  picked: new Set(),
  shown: null,
  unfolded: new Set(),
  listed: [],
}));

export const showAlarm = (shown: AlarmId | null): void => useAlarmPick.setState({ shown });

export const toggleFold = (id: string): void =>
  useAlarmPick.setState(({ unfolded }) => {
    const next = new Set(unfolded);
    if (!next.delete(id)) next.add(id);
    return { unfolded: next };
  });
