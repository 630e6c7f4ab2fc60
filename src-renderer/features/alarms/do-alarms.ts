/** What is done to alarms and to their sensors: one command each, so that each has its own line in the story. */
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { execute } from '../../data/client.ts';
import { text } from '../../text/text.ts';
import { showDone, showRefusal } from '../../ui/toasts.ts';
import { useAlarmPick } from './alarm-pick.ts';
import { endAlarmTask, taskInHand, tellWork } from './alarm-task.ts';
import { minutesText } from './shelf-time.ts';
import { offerUndo } from './undo.ts';

/** So many are on their way at once: a flood of alarms must not be a flood of questions. */
const atOnce = 8;

/**
 * Those that were done. The dialog they were asked for in tells how far it got, and stays where some were refused;
 * without a dialog a refusal is told as it comes.
 */
async function performEach<Item>(
  items: readonly Item[],
  commandOf: (item: Item) => CommandInput,
): Promise<readonly Item[]> {
  const hasDialog = taskInHand() !== null;
  const done: Item[] = [];
  const refused: string[] = [];
  const tell = (phase: 'working' | 'told'): void => {
    if (hasDialog) tellWork({ of: items.length, done: done.length, refused: [...refused], phase });
  };
  const one = async (item: Item): Promise<void> => {
    const result = await execute(commandOf(item));
    if (result.ok) done.push(item);
    else if (hasDialog) refused.push(result.refusal.message);
    else showRefusal(result.refusal);
    tell('working');
  };
  tell('working');
  for (let from = 0; from < items.length; from += atOnce)
    await Promise.all(items.slice(from, from + atOnce).map(one));
  useAlarmPick.setState({ picked: new Set() });
  if (refused.length > 0) tell('told');
  else if (hasDialog) endAlarmTask();
  return items.filter((item) => done.includes(item));
}

export async function acknowledgeAll(alarms: readonly Alarm[], note: string): Promise<void> {
  const done = await performEach(alarms, ({ id }) => ({
    type: 'alarm.acknowledge',
    id,
    ...(note === '' ? {} : { note }),
  }));
  if (done.length > 0) showDone(text().alarms.tasks.acknowledge.done(done.length));
}

export async function annotateAll(alarms: readonly Alarm[], note: string): Promise<void> {
  const done = await performEach(alarms, ({ id }) => ({ type: 'alarm.annotate', id, note }));
  if (done.length > 0) showDone(text().alarms.tasks.annotate.done(done.length));
}

/** To nobody, where no name is given. */
export async function assignAll(alarms: readonly Alarm[], to: string | null): Promise<void> {
  const done = await performEach(alarms, ({ id }) => ({ type: 'alarm.assign', id, to }));
  const words = text().alarms.tasks.assign;
  if (done.length > 0) showDone(to === null ? words.taken(done.length) : words.done(done.length, to));
}

export async function shelveAll(
  alarms: readonly Alarm[],
  shelf: { readonly minutes: number; readonly reason: string },
): Promise<void> {
  const done = await performEach(alarms, ({ id }) => ({ type: 'alarm.shelve', id, ...shelf }));
  if (done.length === 0) return;
  offerUndo({
    text: text().alarms.tasks.shelve.done(done.length, minutesText(shelf.minutes)),
    run: () => unshelveAll(done),
  });
}

export async function unshelveAll(alarms: readonly Pick<Alarm, 'id'>[]): Promise<void> {
  const done = await performEach(alarms, ({ id }) => ({ type: 'alarm.unshelve', id }));
  if (done.length > 0) showDone(text().alarms.tasks.shelve.undone(done.length));
}

export const sensorsOf = (alarms: readonly Alarm[]): readonly EntityId[] => [
  ...new Set(alarms.map(({ sensor }) => sensor)),
];

export async function takeOut(sensors: readonly EntityId[], reason: string): Promise<void> {
  const done = await performEach(sensors, (sensor) => ({
    type: 'alarm.service',
    sensor,
    service: 'out',
    reason,
  }));
  if (done.length === 0) return;
  offerUndo({
    text: text().alarms.tasks.outOfService.done(done.length),
    run: () => putBack(done),
  });
}

export async function putBack(sensors: readonly EntityId[]): Promise<void> {
  const done = await performEach(sensors, (sensor) => ({ type: 'alarm.service', sensor, service: 'in' }));
  if (done.length > 0) showDone(text().alarms.tasks.outOfService.undone(done.length));
}
