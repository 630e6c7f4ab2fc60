import { BellRing, CheckCheck } from 'lucide-react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Action } from '../../app/actions.ts';
import { openPanel } from '../../app/panels.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { lineage, useWorld } from '../../data/world.ts';
import { showDone } from '../../ui/toasts.ts';
import { byNeed } from './alarm-order.ts';
import { useAlarmPick } from './alarm-pick.ts';

const unacknowledged = (): readonly Alarm[] =>
  [...useWorld.getState().alarms.values()].filter((alarm) => alarm.state === 'ACTIVE').toSorted(byNeed);

/** Those ticked on the alarms screen; else those of what is selected, or of anything inside it. */
export function alarmsInHand(): readonly Alarm[] {
  const { picked } = useAlarmPick.getState();
  const open = unacknowledged();
  if (picked.size > 0) return open.filter((alarm) => picked.has(alarm.id));
  const { selected } = useSelection.getState();
  if (selected === null) return [];
  const { entities } = useWorld.getState();
  return open.filter((alarm) => lineage(entities, alarm.source).some((entity) => entity.id === selected));
}

/** One command each: each alarm has its own acknowledgement in the story. */
export async function acknowledgeAll(alarms: readonly Alarm[], note: string): Promise<void> {
  const receipts = await Promise.all(
    alarms.map((alarm) =>
      perform({ type: 'alarm.acknowledge', id: alarm.id, ...(note === '' ? {} : { note }) }),
    ),
  );
  const done = receipts.filter((receipt) => receipt !== null).length;
  if (done > 0) showDone(done === 1 ? 'Alarm acknowledged' : `${done} alarms acknowledged`);
  useAlarmPick.setState({ picked: new Set() });
}

export const alarmActions: readonly Action[] = [
  {
    id: 'alarms.acknowledge',
    title: 'Acknowledge the selected alarms…',
    section: 'Alarms',
    shortcut: 'a',
    icon: CheckCheck,
    disabled: () =>
      alarmsInHand().length === 0 ? 'Select something with an unacknowledged alarm first' : null,
    run: () => openPanel('acknowledge'),
  },
  {
    id: 'alarms.acknowledge-all',
    title: 'Acknowledge every alarm',
    section: 'Alarms',
    shortcut: null,
    icon: CheckCheck,
    disabled: () => (unacknowledged().length === 0 ? 'There is no unacknowledged alarm' : null),
    run: () => acknowledgeAll(unacknowledged(), ''),
  },
  {
    id: 'alarms.next',
    title: 'Go to the most urgent alarm',
    section: 'Alarms',
    shortcut: 'u',
    icon: BellRing,
    disabled: () => (unacknowledged().length === 0 ? 'There is no unacknowledged alarm' : null),
    run: () => {
      const first = unacknowledged()[0];
      if (first === undefined) return;
      useSelection.getState().select(first.source);
      goTo('/floor');
    },
  },
];
