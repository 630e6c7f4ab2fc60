/** What is being done to which alarms, in the dialog that asks for a note, a time or a reason. */
import { create } from 'zustand';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { closePanel, openPanel, usePanels } from '../../app/panels.ts';

type AlarmTaskName = 'acknowledge' | 'shelve' | 'out-of-service';

export type AlarmTask = {
  readonly name: AlarmTaskName;
  /** As they were when it opened: an alarm that rings meanwhile is not acknowledged unseen. */
  readonly alarms: readonly Alarm[];
};

type Held = {
  readonly task: AlarmTask | null;
  /** The opening it belongs to: the panel may be opened anew by others. */
  readonly opening: object | null;
};

const useAlarmTask = create<Held>(() => ({ task: null, opening: null }));

export function openAlarmTask(name: AlarmTaskName, alarms: readonly Alarm[]): void {
  openPanel('acknowledge');
  useAlarmTask.setState({ task: { name, alarms }, opening: usePanels.getState() });
}

/** Null where the panel was opened without saying for what. */
export function taskInHand(): AlarmTask | null {
  const { task, opening } = useAlarmTask.getState();
  return opening === usePanels.getState() ? task : null;
}

export function endAlarmTask(): void {
  useAlarmTask.setState({ task: null, opening: null });
  closePanel();
}
