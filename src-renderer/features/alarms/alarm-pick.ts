/** The alarms ticked for acknowledging. */
import { create } from 'zustand';

type AlarmPick = { readonly picked: ReadonlySet<string> };

export const useAlarmPick = create<AlarmPick>(() => ({ picked: new Set() }));
