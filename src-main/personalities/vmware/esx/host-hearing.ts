/** What one host hears of the lab: what happens to it, to its machines, and to what is nobody's. */
import type { WorldEvent } from '../../../../sim/contract/events.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { World } from '../../../../sim/index.ts';
import type { Announcement } from '../../../host/announcement.ts';
import type { Vc } from '../vc.ts';

type Where = { readonly world: () => World; readonly host: EntityId };

export const hostHearing =
  (listen: Vc['listen'], where: Where): Vc['listen'] =>
  (listener) => {
    let own = machinesOn(where);
    return listen((announcement) => {
      if (announcement.kind === 'reset') own = machinesOn(where);
      const heard = announcement.kind === 'events' ? part(announcement, where.host, own) : announcement;
      if (heard !== null) listener(heard);
    });
  };

const machinesOn = ({ world, host }: Where): Set<EntityId> =>
  new Set(
    world()
      .inventory.ofKind('vm')
      .filter(({ spec }) => spec.host === host)
      .map(({ id }) => id),
  );

type Events = Extract<Announcement, { readonly kind: 'events' }>;

function part(announcement: Events, host: EntityId, own: Set<EntityId>): Announcement | null {
  const items = announcement.items.filter(({ event }) => concerns(event, host, own));
  if (items.length === announcement.items.length) return announcement;
  return items.length === 0 ? null : { ...announcement, items };
}

/** A machine that leaves is heard of once more. */
function concerns(event: WorldEvent, host: EntityId, own: Set<EntityId>): boolean {
  switch (event.type) {
    case 'entity.created':
    case 'entity.changed': {
      const { entity } = event;
      if (entity.kind === 'host') return entity.id === host;
      if (entity.kind !== 'vm') return entity.kind !== 'cluster' && entity.kind !== 'folder';
      if (entity.spec.host !== host) return own.delete(entity.id);
      own.add(entity.id);
      return true;
    }
    case 'entity.removed':
      if (event.id.startsWith('host-')) return event.id === host;
      return !event.id.startsWith('vm-') || own.delete(event.id);
    default:
      return true;
  }
}
