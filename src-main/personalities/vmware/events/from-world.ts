/** The world's events in vSphere's types: what came, what went, and what became another. */
import type { Entity } from '../../../../sim/contract/entities.ts';
import type { LoggedEvent } from '../../../../sim/contract/events.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { customizedBy } from '../guest-operations/customizing.ts';
import { isManaged } from '../objects/refs.ts';
import type { Vc } from '../vc.ts';
import type { Data, Ref } from '../wire/value.ts';
import { datastoreArgument, ofEntity } from './arguments.ts';
import { came } from './came.ts';
import type { Change } from './change.ts';
import type { NewEvent } from './event.ts';
import { failedWork } from './failed-work.ts';
import { hostChanges } from './host-changes.ts';
import { machineChanges } from './machine-changes.ts';
import { begunWork } from './begun-work.ts';

type Seen = ReadonlyMap<EntityId, Entity>;

/** What all of one entity's events have. */
type Of = { readonly user: string; readonly about: readonly Ref[] };

export function eventsOf(vc: Vc, { event, actor }: LoggedEvent, seen: Seen): readonly NewEvent[] {
  const user = actor.origin === 'system' ? '' : actor.name;
  switch (event.type) {
    case 'entity.created':
      return isManaged(vc.world(), event.entity) ? came(vc, event.entity, user) : [];
    case 'entity.changed': {
      const before = seen.get(event.entity.id);
      return before === undefined ? [] : changed(vc, { before, after: event.entity, user });
    }
    case 'entity.removed': {
      const before = seen.get(event.id);
      return before === undefined ? [] : went(vc, before, user);
    }
    case 'papers.written':
      return event.face === 'vmware' ? customizedBy(vc, event.items) : [];
    case 'task.started':
      return begunWork(vc, event.task, user);
    case 'task.finished':
      return failedWork(vc, event);
    default:
      return [];
  }
}

function changed(vc: Vc, change: Change): readonly NewEvent[] {
  const { before, after, user } = change;
  const of: Of = { user, about: [vc.refs.of(after)] };
  if (before.kind === 'vm' && after.kind === 'vm') return machineChanges(vc, { before, after, user });
  if (before.kind === 'host' && after.kind === 'host') return hostChanges(vc, { before, after, user });
  if (after.kind === 'datastore' && before.name !== after.name)
    return [
      {
        ...of,
        type: 'DatastoreRenamedEvent',
        message: `Renamed datastore from ${before.name} to ${after.name}`,
        fields: { datastore: datastoreArgument(vc, after), oldName: before.name, newName: after.name },
      },
    ];
  if (after.kind === 'cluster' && JSON.stringify(before.spec) !== JSON.stringify(after.spec))
    return [
      { ...of, type: 'ClusterReconfiguredEvent', message: `Reconfigured cluster ${after.name}`, fields: {} },
    ];
  return [];
}

const goneTypes: Partial<Record<Entity['kind'], { readonly type: string; readonly words: string }>> = {
  vm: { type: 'VmRemovedEvent', words: 'Removed virtual machine' },
  host: { type: 'HostRemovedEvent', words: 'Removed host' },
  cluster: { type: 'ClusterDestroyedEvent', words: 'Removed cluster' },
  datastore: { type: 'DatastoreDestroyedEvent', words: 'Removed datastore' },
};

/** It is named as it was; where it stood is still there, or gone with it. */
function went(vc: Vc, entity: Entity, user: string): readonly NewEvent[] {
  const gone = goneTypes[entity.kind];
  if (gone === undefined) return [];
  const ref = vc.refs.of(entity);
  const parent = entity.parent === null ? undefined : vc.refs.ofId(entity.parent);
  const about = parent === undefined ? [ref] : [ref, parent];
  const fields: Record<string, Data | boolean> = { ...ofEntity(vc, entity) };
  if (entity.kind === 'vm') fields['template'] = entity.spec.isTemplate;
  if (entity.kind === 'datastore') fields['datastore'] = datastoreArgument(vc, entity);
  return [{ type: gone.type, message: `${gone.words} ${entity.name}`, user, about, fields }];
}
