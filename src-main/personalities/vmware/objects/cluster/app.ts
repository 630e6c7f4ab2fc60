/** vApps: pools that start and stop together. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { PowerVerb } from '../../../../../sim/contract/machine-commands.ts';
import type { Vc } from '../../vc.ts';
import { dataAt, refAt } from '../../wire/ask.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import type { Method } from '../managed.ts';
import { begin, does } from '../machine/doing.ts';
import { derivedUuid } from '../machine/uuid.ts';
import { settingOf, writePaper } from '../host/settings.ts';
import { nameIn } from '../inventory/naming.ts';
import { poolIn, folderEntity } from '../machine/create.ts';
import { poolMethods } from './pool-methods.ts';
import { machinesUnder, summaryOf } from './pool-summary.ts';
import type { Pool } from './resource-pool.ts';

const keyOf = (id: EntityId): string => `pool/${id}/app`;

export function appConfigOf(vc: Vc, { pool }: Pool): Data | undefined {
  if (pool === null) return undefined;
  const { _type, product: _p, property: _r, ...kept } = settingOf<Data>(vc, keyOf(pool.id), {});
  return {
    _type: 'VAppConfigInfo',
    product: [],
    property: [],
    ipAssignment: {
      supportedAllocationScheme: ['dhcp'],
      ipAllocationPolicy: 'fixedPolicy',
      supportedIpProtocol: ['IPv4'],
      ipProtocol: 'IPv4',
    },
    installBootRequired: false,
    installBootStopDelay: 0,
    annotation: '',
    instanceUuid: derivedUuid(`${pool.aliases.uuid ?? pool.id}/app`),
    entityConfig: machinesUnder(vc, pool.id).map((vm, at) => ({
      key: vc.refs.of(vm),
      tag: vm.name,
      startOrder: at + 1,
      startDelay: 120,
      waitingForGuest: false,
      startAction: 'powerOn',
      stopDelay: 120,
      stopAction: 'powerOff',
      destroyWithParent: false,
    })),
    ...kept,
  };
}

export function appSummaryOf(vc: Vc, thing: Pool, ref: Ref): Data {
  const machines = thing.pool === null ? [] : machinesUnder(vc, thing.pool.id);
  const isOn = machines.some(({ spec }) => spec.power === 'on');
  return {
    ...summaryOf(vc, thing, ref),
    _type: 'VirtualAppSummary',
    product: { key: 0 },
    vAppState: isOn ? 'started' : 'stopped',
    suspended: !isOn && machines.some(({ spec }) => spec.power === 'suspended'),
    installBootRequired: false,
    instanceUuid: thing.pool === null ? undefined : derivedUuid(`${thing.pool.aliases.uuid ?? ''}/app`),
  };
}

/** Those that are so already are left. */
const powerAll =
  (verb: PowerVerb, after: 'on' | 'off' | 'suspended', descriptionId: string): Method<Pool> =>
  (call, { pool }) => {
    if (pool === null) return faulted('NotSupported', 'A root pool is no vApp.');
    const machines = machinesUnder(call.vc, pool.id).filter(({ spec }) => spec.power !== after);
    const may = verb === 'suspend' ? machines.filter(({ spec }) => spec.power === 'on') : machines;
    return begin(call, {
      descriptionId,
      entity: pool,
      work: async () => {
        const follows: string[] = [];
        for (const { id } of may) {
          const did = await does(call, { type: 'machine.power', id, verb });
          if (!did.ok) return did;
          follows.push(...did.value.follows);
        }
        return done({ follows });
      },
    });
  };

const clone: Method<Pool> = (call, { pool }) => {
  const name = nameIn(call, 'name');
  if (!name.ok) return name;
  const target = refAt(call.args, 'target');
  const parent = target === undefined ? undefined : poolIn(call.vc, target);
  if (pool === null || parent === undefined) return faulted('NotSupported', 'A vApp is cloned into a pool.');
  return begin(call, {
    descriptionId: 'VirtualApp.clone',
    entity: pool,
    work: async () => {
      const item = { kind: 'pool' as const, name: name.value, parent, spec: { ...pool.spec } };
      const made = await does(call, { type: 'inventory.create', item });
      if (!made.ok) return made;
      const id = made.value.ids[0] as EntityId;
      const typed = await writePaper(call, `pool/${id}/type`, 'VirtualApp');
      if (!typed.ok) return typed;
      const folder = refAt(call.args, 'spec.vmFolder');
      const home = folder === undefined ? undefined : folderEntity(call.vc, folder);
      const store = refAt(call.args, 'spec.location');
      const datastore = store === undefined ? undefined : call.vc.refs.entity(store)?.id;
      const follows: string[] = [];
      for (const vm of machinesUnder(call.vc, pool.id)) {
        const copied = await does(call, {
          type: 'machine.clone',
          id: vm.id,
          name: `${name.value}-${vm.name}`.slice(0, 80),
          pool: id,
          ...(home === undefined ? {} : { parent: home.id }),
          ...(datastore === undefined ? {} : { datastore }),
        });
        if (!copied.ok) return copied;
        follows.push(...copied.value.follows);
      }
      const told = async (): Promise<Answer> => done(call.vc.refs.ofId(id));
      return done({ follows, after: told });
    },
  });
};

/** Its machines go with it, or are only forgotten. */
const end =
  (how: 'machine.remove' | 'machine.unregister'): Method<Pool> =>
  (call, { pool }) => {
    if (pool === null) return faulted('NotSupported', 'A root pool is no vApp.');
    return begin(call, {
      descriptionId: how === 'machine.remove' ? 'VirtualApp.destroy' : 'VirtualApp.unregister',
      entity: pool,
      work: async () => {
        const machines = machinesUnder(call.vc, pool.id);
        const running = machines.find(({ spec }) => spec.power !== 'off');
        if (running !== undefined)
          return faulted('InvalidPowerState', `${running.name} of ${pool.name} is on: power it off first.`, {
            requestedState: 'poweredOff',
            existingState: 'poweredOn',
          });
        for (const { id } of machines) {
          const did = await does(call, { type: how, id });
          if (!did.ok) return did;
        }
        const did = await does(call, { type: 'inventory.remove', id: pool.id, contents: 'cascade' });
        return did.ok ? done({}) : did;
      },
    });
  };

const updateApp: Method<Pool> = (call, { pool }) => {
  if (pool === null) return faulted('NotSupported', 'A root pool is no vApp.');
  const { _type, ...given } = dataAt(call.args, 'spec') ?? {};
  return writePaper(call, keyOf(pool.id), { ...settingOf<Data>(call.vc, keyOf(pool.id), {}), ...given });
};

export const appMethods: Readonly<Record<string, Method<Pool>>> = {
  ...poolMethods,
  PowerOnVApp_Task: powerAll('on', 'on', 'VirtualApp.powerOn'),
  PowerOffVApp_Task: powerAll('off', 'off', 'VirtualApp.powerOff'),
  SuspendVApp_Task: powerAll('suspend', 'suspended', 'VirtualApp.suspend'),
  CloneVApp_Task: clone,
  Destroy_Task: end('machine.remove'),
  unregisterVApp_Task: end('machine.unregister'),
  UpdateVAppConfig: updateApp,
};
