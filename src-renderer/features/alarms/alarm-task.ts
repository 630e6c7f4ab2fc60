/** What is being done to which alarms, in the dialog that asks for a note, a time or a reason, and how far it got. */
import { create } from 'zustand';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { closePanel, openPanel, usePanels } from '../../app/panels.ts';

type AlarmTaskName = 'acknowledge' | 'shelve' | 'annotate' | 'assign' | 'out-of-service';

export type AlarmTask = {
  readonly name: AlarmTaskName;
  /** As they were when it opened: an alarm that rings meanwhile is not acknowledged unseen. */
  readonly alarms: readonly Alarm[];
};

/** What was asked for, one command after the other. */
export type AlarmWork = {
  readonly of: number;
  readonly done: number;
  /** Why the others were not done, in the host's words. */
  readonly refused: readonly string[];
  readonly phase: 'working' | 'told';
};

type Held = {
  readonly task: AlarmTask | null;
  /** The opening it belongs to: the panel may be opened anew by others. */
  readonly opening: object | null;
  readonly work: AlarmWork | null;
};

const useAlarmTask = create<Held>(() => ({ task: null, opening: null, work: null }));

export function openAlarmTask(name: AlarmTaskName, alarms: readonly Alarm[]): void {
  openPanel('acknowledge');
  useAlarmTask.setState({ task: { name, alarms }, opening: usePanels.getState(), work: null });
}

/** Null where the panel was opened without saying for what. */
export function taskInHand(): AlarmTask | null {
  const { task, opening } = useAlarmTask.getState();
  return opening === usePanels.getState() ? task : null;
}

export const tellWork = (work: AlarmWork | null): void => useAlarmTask.setState({ work });
export const useAlarmWork = (): AlarmWork | null => useAlarmTask((state) => state.work);

export function endAlarmTask(): void {
  useAlarmTask.setState({ task: null, opening: null, work: null });
  closePanel();
}
