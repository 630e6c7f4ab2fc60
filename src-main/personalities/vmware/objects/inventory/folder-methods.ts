/** What a folder can be told. */
import { newSwitch } from '../network/switch-change.ts';
import { changeCluster } from '../cluster/cluster-change.ts';
import { addHost } from '../host/add-host.ts';
import { writePaper } from '../host/settings.ts';
import { createMachine, folderEntity, placeOf } from '../machine/create.ts';
import { begin, does } from '../machine/doing.ts';
import { putThere, registerNew } from '../machine/register-new.ts';
import { recall } from '../machine/registering.ts';
import { readPath, storeNamed } from '../machine/datastore-path.ts';
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { dataAt, flagAt, refAt, refListAt, textAt } from '../../wire/ask.ts';
import type { Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import type { Found } from '../refs.ts';
import { rename } from './entity-methods.ts';
import { holdsOf } from './folder.ts';
import { mayMove, parentFor } from './moving.ts';
import { doesNamed, madeRef, nameIn } from './naming.ts';
import { childrenOf, nameOf } from './tree.ts';

type Holds = ReturnType<typeof holdsOf>;

/** Asked of a folder that holds something else, it is not supported. */
const only =
  (holds: Holds, method: Method<Found>): Method<Found> =>
  (call, found) =>
    holdsOf(found) === holds
      ? method(call, found)
      : faulted('NotSupported', `This folder holds ${holdsOf(found)}s.`);

const createVm: Method<Found> = (call) => {
  const parent = folderEntity(call.vc, call.self);
  if (parent === undefined || dataAt(call.args, 'config') === undefined)
    return faulted('NotSupported', 'Machines are made in a folder of machines.');
  return createMachine(call, { parent });
};

/** The entity of the world that a folder stands for: the root folder is the site. */
function placeFor({ vc, self }: Call, found: Found): Entity | undefined {
  if (found.is !== 'root-folder') return folderEntity(vc, self);
  return vc.world().inventory.ofKind('site')[0];
}

const nowhere = (): Answer<never> => faulted('NotSupported', 'There is no site in this lab: make one first.');

type Item = { readonly kind: 'folder' | 'datacenter' | 'cluster'; readonly spec: object };

async function make(call: Call, found: Found, item: Item): Promise<Answer<Ref>> {
  const name = nameIn(call, 'name');
  if (!name.ok) return name;
  const parent = placeFor(call, found);
  if (parent === undefined) return nowhere();
  const whole = { ...item, name: name.value, parent: parent.id } as never;
  const did = await doesNamed(
    call,
    { type: 'inventory.create', item: whole },
    { name: name.value, parent: parent.id },
  );
  return did.ok ? madeRef(call, did.value) : did;
}

const createFolder: Method<Found> = (call, found) =>
  make(call, found, { kind: 'folder', spec: { holds: holdsOf(found) } });

const createPod: Method<Found> = async (call, found) => {
  const made = await createFolder(call, found);
  if (!made.ok) return made;
  const ref = made.value as Ref;
  const id = call.vc.refs.entity(ref)?.id ?? '';
  const noted = await writePaper(call, `folder/${id}/type`, 'StoragePod');
  return noted.ok ? done({ _ref: 'StoragePod', value: ref.value }) : noted;
};

const createCluster: Method<Found> = async (call, found) => {
  const made = await make(call, found, { kind: 'cluster', spec: {} });
  if (!made.ok) return made;
  const cluster = call.vc.refs.entity(made.value);
  const spec = dataAt(call.args, 'spec');
  if (cluster?.kind !== 'cluster' || spec === undefined) return made;
  const changed = await changeCluster(call, cluster, spec);
  return changed.ok ? made : changed;
};

const addStandalone: Method<Found> = (call, found) => {
  const parent = placeFor(call, found);
  if (parent === undefined) return nowhere();
  return begin(call, {
    descriptionId: 'Folder.addStandaloneHost',
    entity: parent,
    work: async () => {
      const made = await addHost(call, parent, flagAt(call.args, 'addConnected') !== false);
      return made.ok ? done({ result: call.vc.refs.computeResource(made.value) }) : made;
    },
  });
};

const createSwitch: Method<Found> = (call, found) => {
  const parent = placeFor(call, found);
  if (parent === undefined) return nowhere();
  return begin(call, {
    descriptionId: 'Folder.createDistributedVirtualSwitch',
    entity: parent,
    work: () => newSwitch(call, parent),
  });
};

const register: Method<Found> = (call, found) => {
  const { vc, args } = call;
  const parent = placeFor(call, found);
  if (parent === undefined) return nowhere();
  const text = textAt(args, 'path') ?? '';
  const path = readPath(text);
  const datastore = storeNamed(vc, text, parent.id);
  if (text === '') return invalidArgument('path', 'A specified parameter was not correct: path');
  if (path === undefined || datastore === undefined)
    return faulted('InvalidDatastorePath', `Invalid datastore path '${text}'.`, { datastorePath: text });
  const isTemplate = flagAt(args, 'asTemplate') === true;
  if (!isTemplate && refAt(args, 'pool') === undefined)
    return invalidArgument('pool', 'A specified parameter was not correct: pool');
  if (isTemplate && refAt(args, 'host') === undefined)
    return invalidArgument('host', 'A specified parameter was not correct: host');
  return begin(call, {
    descriptionId: 'Folder.registerVm',
    entity: parent,
    work: async () => {
      const name = escapedName(textAt(args, 'name') ?? '');
      const fresh = putThere(vc, vc.world().inventory.get(datastore), path.path);
      if (fresh !== undefined) return registerNew(call, parent, { ...fresh, name, isTemplate });
      const did = await doesNamed(
        call,
        {
          type: 'machine.register',
          datastore,
          path: path.path,
          parent: parent.id,
          ...(name === '' ? {} : { name }),
          ...placeOf(call, args),
        },
        { name, parent: parent.id },
      );
      if (!did.ok)
        return did.fault.type === 'NotFound' || did.fault.type === 'InvalidArgument'
          ? fileNotFound(text)
          : did;
      const id = did.value.ids[0] as EntityId;
      const recalled = await recall(call, { id, store: datastore, path: path.path });
      if (!recalled.ok) return recalled;
      if (isTemplate) {
        const marked = await does(call, { type: 'machine.template', id, to: 'template' });
        if (!marked.ok) return marked;
      }
      return done({ result: vc.refs.ofId(id) });
    },
  });
};

const fileNotFound = (file: string): Answer<never> =>
  faulted('NotFound', `The file ${file} is no machine's.`);

const moveInto: Method<Found> = (call, found) => {
  const parent = placeFor(call, found);
  if (parent === undefined) return nowhere();
  return begin(call, {
    descriptionId: 'Folder.moveIntoFolder',
    entity: parent,
    work: async () => {
      for (const ref of refListAt(call.args, 'list')) {
        const entity = parentFor(call.vc, ref);
        if (entity === undefined) return invalidArgument('list', `${ref.value} cannot be moved.`);
        const may = mayMove(call, found, entity);
        if (!may.ok) return may;
        const did = await doesNamed(
          call,
          { type: 'inventory.move', id: entity.id, parent: parent.id },
          { name: entity.name, parent: parent.id },
        );
        if (!did.ok) return did;
      }
      return done({});
    },
  });
};

const renameFolder: Method<Found> = (call, found) => {
  if (found.is !== 'entity') return faulted('NotSupported', 'This folder has the name that it has.');
  const name = nameIn(call, 'newName');
  if (!name.ok) return name;
  return begin(call, {
    descriptionId: 'Folder.rename',
    entity: found.entity,
    work: () => rename(call, found.entity, name.value),
  });
};

/** `unregister` leaves the files of its machines; `destroy` takes them along. */
const empty =
  (machines: 'destroy' | 'unregister'): Method<Found> =>
  (call, found) => {
    if (found.is !== 'entity')
      return faulted('NotSupported', `${nameOf(call.vc, call.self) ?? 'This folder'} stays.`);
    const { entity } = found;
    return begin(call, {
      descriptionId: machines === 'destroy' ? 'Folder.destroy' : 'Folder.unregisterAndDestroy',
      entity,
      work: async () => {
        const away = await emptied(call, found, machines);
        if (!away.ok) return away;
        const did = await does(call, { type: 'inventory.remove', id: entity.id, contents: 'cascade' });
        return did.ok ? done({}) : did;
      },
    });
  };

async function emptied(
  call: Call,
  found: Found,
  machines: 'destroy' | 'unregister',
): Promise<Answer<unknown>> {
  const { vc } = call;
  for (const ref of childrenOf(vc, found)) {
    const child = vc.refs.entity(ref);
    if (child?.kind === 'folder') {
      const deeper = await emptied(call, { is: 'entity', entity: child }, machines);
      if (!deeper.ok) return deeper;
    }
    if (child?.kind !== 'vm') continue;
    if (child.spec.power !== 'off')
      return faulted('InvalidPowerState', `${child.name} is on: power it off first.`, {
        requestedState: 'poweredOff',
        existingState: 'poweredOn',
      });
    const did = await does(call, {
      type: machines === 'destroy' ? 'machine.remove' : 'machine.unregister',
      id: child.id,
    });
    if (!did.ok) return did;
  }
  return done(null);
}

export const folderMethods: Readonly<Record<string, Method<Found>>> = {
  CreateVM_Task: only('vm', createVm),
  RegisterVM_Task: only('vm', register),
  CreateFolder: createFolder,
  CreateDatacenter: only('datacenter', (call, found) => make(call, found, { kind: 'datacenter', spec: {} })),
  CreateCluster: only('host', createCluster),
  CreateClusterEx: only('host', createCluster),
  AddStandaloneHost_Task: only('host', addStandalone),
  CreateStoragePod: only('datastore', createPod),
  CreateDVS_Task: only('network', createSwitch),
  MoveIntoFolder_Task: moveInto,
  Rename_Task: renameFolder,
  Destroy_Task: empty('destroy'),
  UnregisterAndDestroy_Task: only('vm', empty('unregister')),
  Reload: () => done(undefined),
};
