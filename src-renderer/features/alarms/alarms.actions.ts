import {
  AlarmClockOff,
  ArchiveRestore,
  BellRing,
  CheckCheck,
  ChartColumn,
  ListChecks,
  StickyNote,
  UserCheck,
  Wrench,
} from 'lucide-react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { always } from '../../app/actions.ts';
import type { Action } from '../../app/actions.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { lineage, useWorld } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { byNeed, isAcknowledgeable, isOpen } from './alarm-order.ts';
import { useAlarmPick } from './alarm-pick.ts';
import { openAlarmTask } from './alarm-task.ts';
import { acknowledgeAll, putBack, unshelveAll } from './do-alarms.ts';
import { shelvedIn, shelvedKey } from './quiet.ts';

/** Those the page keeps, as they are now, and what is listed beside them. */
function known(): readonly Alarm[] {
  const { alarms } = useWorld.getState();
  const beside = useAlarmPick.getState().listed.filter(({ id }) => !alarms.has(id));
  return [...alarms.values(), ...beside].toSorted(byNeed);
}

/** Those ticked on the alarms screen; else those of what is selected, or of anything inside it. */
function inHand(fits: (alarm: Alarm) => boolean): readonly Alarm[] {
  const { picked } = useAlarmPick.getState();
  const fitting = known().filter(fits);
  if (picked.size > 0) return fitting.filter((alarm) => picked.has(alarm.id));
  const { selected } = useSelection.getState();
  if (selected === null) return [];
  const { entities } = useWorld.getState();
  return fitting.filter((alarm) => lineage(entities, alarm.source).some((entity) => entity.id === selected));
}

function isShelvedNow(alarm: Alarm): boolean {
  const { status } = useWorld.getState();
  return shelvedIn(shelvedKey([alarm], status?.at ?? 0)).size > 0;
}

/** What a root explains is acknowledged with its own tick only: nobody was asked to look at it. */
const isAsking = (alarm: Alarm): boolean =>
  useAlarmPick.getState().picked.has(alarm.id) || (alarm.root === null && !isShelvedNow(alarm));

export const alarmsInHand = (): readonly Alarm[] => {
  const alarms = inHand((alarm) => isAcknowledgeable(alarm) && isAsking(alarm));
  // Of what is only selected, those that ring; what went by unseen is ticked in its list.
  return useAlarmPick.getState().picked.size > 0 ? alarms : alarms.filter(isOpen);
};
const shelvable = (): readonly Alarm[] =>
  inHand((alarm) => !isShelvedNow(alarm) && (isOpen(alarm) || isAcknowledgeable(alarm)) && isAsking(alarm));
/** Of what is only selected, those that are open. */
const noted = (): readonly Alarm[] => {
  const { picked } = useAlarmPick.getState();
  return inHand((alarm) => picked.has(alarm.id) || (isOpen(alarm) && alarm.root === null));
};
const shelved = (): readonly Alarm[] => inHand(isShelvedNow);
const isOut = ({ sensor }: Alarm): boolean => useWorld.getState().outOfService.has(sensor);
const inService = (): readonly Alarm[] => inHand((alarm) => isOpen(alarm) && !isOut(alarm));
const outOfService = (): readonly Alarm[] => inHand(isOut);

const ringing = (): readonly Alarm[] =>
  [...useWorld.getState().alarms.values()]
    .filter(
      (alarm) => alarm.state === 'ACTIVE' && alarm.root === null && !isShelvedNow(alarm) && !isOut(alarm),
    )
    .toSorted(byNeed);

const unless = (find: () => readonly Alarm[], reason: () => string) => (): string | null =>
  find().length === 0 ? reason() : null;

const words = () => text().alarms.actions;
const noneRings = unless(ringing, () => words().noneRings);

const answers = (): readonly Action[] => [
  {
    id: 'alarms.acknowledge',
    title: words().acknowledge,
    section: words().section,
    shortcut: 'a',
    icon: CheckCheck,
    disabled: unless(alarmsInHand, () => words().selectFirst),
    run: () => openAlarmTask('acknowledge', alarmsInHand()),
  },
  {
    id: 'alarms.acknowledge-all',
    title: words().acknowledgeAll,
    section: words().section,
    shortcut: null,
    icon: CheckCheck,
    disabled: noneRings,
    run: () => acknowledgeAll(ringing(), ''),
  },
  {
    id: 'alarms.shelve',
    title: words().shelve,
    section: words().section,
    shortcut: 's',
    icon: AlarmClockOff,
    disabled: unless(shelvable, () => words().tickFirst),
    run: () => openAlarmTask('shelve', shelvable()),
  },
  {
    id: 'alarms.unshelve',
    title: words().unshelve,
    section: words().section,
    shortcut: 'u',
    icon: ArchiveRestore,
    disabled: unless(shelved, () => words().noneShelved),
    run: () => unshelveAll(shelved()),
  },
];

const handOvers = (): readonly Action[] => [
  {
    id: 'alarms.annotate',
    title: words().annotate,
    section: words().section,
    shortcut: null,
    icon: StickyNote,
    disabled: unless(noted, () => words().tickFirst),
    run: () => openAlarmTask('annotate', noted()),
  },
  {
    id: 'alarms.assign',
    title: words().assign,
    section: words().section,
    shortcut: null,
    icon: UserCheck,
    disabled: unless(noted, () => words().tickFirst),
    run: () => openAlarmTask('assign', noted()),
  },
];

const others = (): readonly Action[] => [
  {
    id: 'alarms.out-of-service',
    title: words().takeOut,
    section: words().section,
    shortcut: null,
    icon: Wrench,
    disabled: unless(inService, () => words().tickFirst),
    run: () => openAlarmTask('out-of-service', inService()),
  },
  {
    id: 'alarms.in-service',
    title: words().putBack,
    section: words().section,
    shortcut: null,
    icon: Wrench,
    disabled: unless(outOfService, () => words().noneOut),
    run: () => putBack([...new Set(outOfService().map(({ sensor }) => sensor))]),
  },
  {
    id: 'alarms.next',
    title: words().next,
    section: words().section,
    shortcut: 'j',
    icon: BellRing,
    disabled: noneRings,
    run: () => {
      const first = ringing()[0];
      if (first === undefined) return;
      useSelection.getState().select(first.source);
      goTo('/floor');
    },
  },
  {
    id: 'alarms.rules',
    title: words().rules,
    section: words().section,
    shortcut: null,
    icon: ListChecks,
    disabled: always,
    run: () => goTo('/alarms?tab=rules'),
  },
  {
    id: 'alarms.kpis',
    title: words().kpis,
    section: words().section,
    shortcut: null,
    icon: ChartColumn,
    disabled: always,
    run: () => goTo('/alarms?tab=kpis'),
  },
];

export const alarmActions = (): readonly Action[] => [...answers(), ...handOvers(), ...others()];
