/** What a datastore can be told. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { nameIn } from '../inventory/naming.ts';
import { rename, renamed } from '../inventory/entity-methods.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import { begin, does, worksAs } from '../machine/doing.ts';
import type { Datastore } from './datastore.ts';

async function destroyed(call: Call, store: Datastore): Promise<Answer> {
  const { vc } = call;
  if (vc.members().ofDatastore(store.id).length > 0)
    return faulted('ResourceInUse', `The resource '${store.name}' is in use.`, {
      type: 'Datastore',
      name: store.name,
    });
  for (const host of vc.members().hostsOfDatastore(store.id)) {
    const mounts = (host.links.mounts ?? []).filter((id: EntityId) => id !== store.id);
    const did = await does(call, { type: 'inventory.change', id: host.id, links: { ...host.links, mounts } });
    if (!did.ok) return did;
  }
  const did = await does(call, { type: 'inventory.remove', id: store.id });
  return did.ok ? done(undefined) : did;
}

const enter: Method<Datastore> = (call, store) => {
  if (store.spec.mode === 'maintenance')
    return faulted('InvalidState', `${store.name} is in maintenance mode already.`);
  const running = call.vc
    .members()
    .ofDatastore(store.id)
    .find(({ spec }) => spec.power === 'on');
  if (running !== undefined)
    return faulted('ResourceInUse', `${running.name} runs from ${store.name}: move it first.`, {
      type: 'Datastore',
      name: store.name,
    });
  const begun = begin(call, {
    descriptionId: 'Datastore.enterMaintenanceMode',
    entity: store,
    work: () => worksAs(call, { type: 'inventory.change', id: store.id, spec: { mode: 'maintenance' } }),
  });
  return begun.ok ? done({ _type: 'StoragePlacementResult', recommendations: [], task: begun.value }) : begun;
};

const leave: Method<Datastore> = (call, store) =>
  begin(call, {
    descriptionId: 'Datastore.exitMaintenanceMode',
    entity: store,
    work: async () =>
      store.spec.mode === 'normal'
        ? faulted('InvalidState', `${store.name} is not in maintenance mode.`)
        : worksAs(call, { type: 'inventory.change', id: store.id, spec: { mode: 'normal' } }),
  });

export const datastoreMethods: Readonly<Record<string, Method<Datastore>>> = {
  DestroyDatastore: destroyed,
  Destroy_Task: (call, store) =>
    begin(call, {
      descriptionId: 'Datastore.destroy',
      entity: store,
      work: async () => {
        const gone = await destroyed(call, store);
        return gone.ok ? done({}) : gone;
      },
    }),
  Rename_Task: renamed('Datastore'),
  RenameDatastore: async (call, store) => {
    const name = nameIn(call, 'newName');
    if (!name.ok) return name;
    const did = await rename(call, store, name.value);
    return did.ok ? done(undefined) : did;
  },
  DatastoreEnterMaintenanceMode: enter,
  DatastoreExitMaintenanceMode_Task: leave,
  // Counted anew with each question.
  RefreshDatastore: () => done(undefined),
  RefreshDatastoreStorageInfo: () => done(undefined),
  Reload: () => done(undefined),
};
