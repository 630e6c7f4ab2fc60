/** A host that is added to the inventory: in the lab it is made by being added. */
import type { Entity, EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { textAt } from '../../wire/ask.ts';
import type { Answer } from '../fault.ts';
import { faulted, done, invalidArgument } from '../fault.ts';
import type { Call } from '../managed.ts';
import { does } from '../machine/doing.ts';
import { escapedName } from '../managed-entity.ts';

/** As its neighbours are, where it has any: hosts of a cluster are alike. */
export async function addHost(
  call: Call,
  parent: Entity,
  isConnected: boolean,
): Promise<Answer<EntityOf<'host'>>> {
  const { vc } = call;
  const { inventory } = vc.world();
  const named = nameAsked(call);
  if (!named.ok) return named;
  const name = named.value;
  const like = [...inventory.childrenOf(parent.id)].find(
    (one): one is EntityOf<'host'> => one.kind === 'host',
  );
  const address = /^\d{1,3}(\.\d{1,3}){3}$/.test(name) ? name : undefined;
  const did = await does(call, {
    type: 'inventory.create',
    item: {
      kind: 'host',
      name,
      parent: parent.id,
      spec: {
        ...sizeOf(like),
        state: isConnected ? 'connected' : 'disconnected',
        ...(address === undefined ? {} : { address }),
      },
    },
  });
  if (!did.ok) return did;
  const id = did.value.ids[0] as EntityId;
  const wired = await wire(call, id);
  if (!wired.ok) return wired;
  const host = vc.world().inventory.get(id);
  return host?.kind === 'host'
    ? done(host)
    : faulted('ManagedObjectNotFound', `${name} was removed meanwhile.`);
}

function nameAsked({ vc, args }: Call): Answer<string> {
  const name = textAt(args, 'spec.hostName') ?? '';
  if (name === '') return faulted('NoHost', 'The specification names no host.', { name });
  if (/[\s/]/.test(name))
    return invalidArgument('spec.hostName', `${escapedName(name)} cannot be the name of a host.`);
  const isKnown = vc
    .world()
    .inventory.ofKind('host')
    .some((host) => host.name === name);
  return isKnown
    ? faulted('AlreadyConnected', `The host ${name} is in the inventory already.`, { name })
    : done(name);
}

function sizeOf(like: EntityOf<'host'> | undefined): object {
  if (like === undefined) return {};
  const {
    sockets,
    coresPerSocket,
    threadsPerCore,
    megahertz,
    memory,
    cpuOvercommit,
    memoryOvercommit,
    version,
  } = like.spec;
  return {
    sockets,
    coresPerSocket,
    threadsPerCore,
    megahertz,
    memory,
    cpuOvercommit,
    memoryOvercommit,
    version,
  };
}

/** The switch and the port group that ESXi has when it is installed. */
async function wire(call: Call, host: EntityId): Promise<Answer<unknown>> {
  const made = await does(call, {
    type: 'inventory.create',
    item: {
      kind: 'vswitch',
      name: 'vSwitch0',
      parent: host,
      spec: { type: 'standard', uplinks: ['vmnic0'] },
    },
  });
  if (!made.ok) return made;
  return does(call, {
    type: 'inventory.create',
    item: { kind: 'network', name: 'VM Network', parent: made.value.ids[0] as EntityId, spec: {} },
  });
}
