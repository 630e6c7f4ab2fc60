/** What is done to alarms and to their sensors: one command each, so that each has its own line in the story. */
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { perform } from '../../app/perform.ts';
import { showDone } from '../../ui/toasts.ts';
import { useAlarmPick } from './alarm-pick.ts';
import { minutesText } from './shelf-time.ts';
import { offerUndo } from './undo.ts';

/** Those that were done; a refusal is told as it comes. */
async function performEach<Item>(
  items: readonly Item[],
  commandOf: (item: Item) => CommandInput,
): Promise<readonly Item[]> {
  const receipts = await Promise.all(items.map((item) => perform(commandOf(item))));
  useAlarmPick.setState({ picked: new Set() });
  return items.filter((_, index) => receipts[index] !== null);
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${count} ${many}`;

export async function acknowledgeAll(alarms: readonly Alarm[], note: string): Promise<void> {
  const done = await performEach(alarms, ({ id }) => ({
    type: 'alarm.acknowledge',
    id,
    ...(note === '' ? {} : { note }),
  }));
  if (done.length > 0) showDone(`${counted(done.length, 'Alarm', 'alarms')} acknowledged`);
}

export async function shelveAll(
  alarms: readonly Alarm[],
  shelf: { readonly minutes: number; readonly reason: string },
): Promise<void> {
  const done = await performEach(alarms, ({ id }) => ({ type: 'alarm.shelve', id, ...shelf }));
  if (done.length === 0) return;
  offerUndo({
    text: `${counted(done.length, 'Alarm', 'alarms')} shelved for ${minutesText(shelf.minutes)}.`,
    run: () => unshelveAll(done),
  });
}

export async function unshelveAll(alarms: readonly Pick<Alarm, 'id'>[]): Promise<void> {
  const done = await performEach(alarms, ({ id }) => ({ type: 'alarm.unshelve', id }));
  if (done.length > 0) showDone(`${counted(done.length, 'Alarm', 'alarms')} taken off the shelf`);
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
    text: `${counted(done.length, 'Sensor', 'sensors')} out of service.`,
    run: () => putBack(done),
  });
}

export async function putBack(sensors: readonly EntityId[]): Promise<void> {
  const done = await performEach(sensors, (sensor) => ({ type: 'alarm.service', sensor, service: 'in' }));
  if (done.length > 0) showDone(`${counted(done.length, 'Sensor', 'sensors')} back in service`);
}
