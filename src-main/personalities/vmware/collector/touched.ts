/** Which objects an announcement may have changed: those alone are read again. */
import type { WorldEvent } from '../../../../sim/contract/events.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { Announcement } from '../../../host/announcement.ts';
import type { Vc } from '../vc.ts';

export type Touched = {
  /** By the name of their reference. */
  readonly refs: ReadonlySet<string>;
  /** Something came, went or changed its place: lists may be others, and so may everything but machines. */
  readonly structure: 'moved' | 'same';
};

/** null: everything may be another. */
export function touchedBy(vc: Vc, announcement: Announcement): Touched | null {
  if (announcement.kind === 'reset') return null;
  const refs = new Set<string>();
  if (announcement.kind !== 'events') return { refs, structure: 'same' };
  let structure: Touched['structure'] = 'same';
  for (const { event } of announcement.items) {
    for (const id of idsIn(vc, event)) {
      const ref = vc.refs.ofId(id);
      if (ref !== undefined) refs.add(ref.value);
    }
    if (event.type.startsWith('entity.') || event.type === 'papers.written') structure = 'moved';
  }
  return { refs, structure };
}

function idsIn(vc: Vc, event: WorldEvent): readonly EntityId[] {
  switch (event.type) {
    case 'entity.created':
    case 'entity.changed':
      return event.entity.kind === 'host' ? withMachines(vc, event.entity.id) : [event.entity.id];
    case 'task.started':
      return [event.task.target];
    case 'alarm.raised':
      return [event.alarm.source];
    case 'guest.booted':
    case 'guest.stopped':
    case 'guest.changed':
    case 'guest.reverted':
      return [event.machine];
    case 'papers.written':
      // `vm/vm-17/devices`.
      return event.items.flatMap(({ key }) => (key.split('/')[1] as EntityId | undefined) ?? []);
    default:
      return [];
  }
}

/** How a host is says how its machines are. */
const withMachines = (vc: Vc, host: EntityId): readonly EntityId[] => [
  host,
  ...vc
    .members()
    .ofHost(host)
    .map(({ id }) => id),
];
