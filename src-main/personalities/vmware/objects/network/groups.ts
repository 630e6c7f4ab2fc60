/** Port groups of distributed switches: made, changed, looked into. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import {
  dataAt,
  dataListAt,
  flagAt,
  numberAt,
  refAt,
  refListAt,
  textAt,
  textListAt,
} from '../../wire/ask.ts';
import type { Data, Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { writePaper } from '../host/settings.ts';
import { rename, renamed } from '../inventory/entity-methods.ts';
import { doesNamed } from '../inventory/naming.ts';
import { networksOn } from '../inventory/tree.ts';
import { escapedName } from '../managed-entity.ts';
import type { Call, Method } from '../managed.ts';
import { begin, does } from '../machine/doing.ts';
import { groupKey, groupPaperOf } from './network-info.ts';
import type { GroupPaper } from './network-info.ts';
import type { Network, Switch } from './network.ts';
import { isUplink } from './port-setting.ts';
import { portsIn } from './ports.ts';

const plainFields = [
  'portNameFormat',
  'vendorSpecificConfig',
  'transportZoneUuid',
  'logicalSwitchUuid',
  'segmentId',
];

/** Their VLAN is the world's; the rest of a specification is kept as it came. */
function paperFrom(spec: Data, before: GroupPaper): GroupPaper {
  const more: Record<string, Data[string]> = { ...before.more };
  for (const field of plainFields) if (spec[field] !== undefined) more[field] = spec[field];
  const type = textAt(spec, 'type') ?? before.type;
  const numPorts = numberAt(spec, 'numPorts') ?? before.numPorts;
  const autoExpand = flagAt(spec, 'autoExpand') ?? before.autoExpand;
  return {
    ...(type === undefined || type === '' ? {} : { type }),
    ...(numPorts === undefined ? {} : { numPorts }),
    ...(autoExpand === undefined ? {} : { autoExpand }),
    version: (before.version ?? 0) + 1,
    setting: { ...before.setting, ...dataAt(spec, 'defaultPortConfig') },
    policy: { ...before.policy, ...dataAt(spec, 'policy') },
    more,
  };
}

const vlanIn = (spec: Data): number | null | undefined => {
  const vlan = dataAt(spec, 'defaultPortConfig.vlan');
  const id = vlan === undefined ? undefined : numberAt(vlan, 'vlanId');
  return id === 0 ? null : id;
};

async function create(call: Call, vswitch: Switch, spec: Data): Promise<Answer<Ref>> {
  const name = escapedName(textAt(spec, 'name') ?? '');
  if (name === '') return invalidArgument('spec.name', 'A port group needs a name.');
  const vlan = vlanIn(spec);
  if (vlan !== undefined && vlan !== null && (vlan < 0 || vlan > 4094))
    return invalidArgument('spec.defaultPortConfig.vlan', `There is no VLAN ${vlan}.`);
  const item = {
    name,
    parent: vswitch.id,
    spec: { vlan: vlan ?? null, mtu: vswitch.spec.mtu, notes: textAt(spec, 'description') ?? '' },
  };
  return makeGroup(call, item, paperFrom(spec, {}));
}

type NewGroup = {
  readonly name: string;
  readonly parent: EntityId;
  readonly spec: Partial<Network['spec']>;
  /** Where it comes back as the one that it was. */
  readonly id?: EntityId;
  readonly aliases?: Network['aliases'];
};

export async function makeGroup(call: Call, item: NewGroup, paper: object): Promise<Answer<Ref>> {
  const made = await doesNamed(call, { type: 'inventory.create', item: { kind: 'network', ...item } }, item);
  if (!made.ok) return made;
  const id = made.value.ids[0] as EntityId;
  const kept = await writePaper(call, groupKey({ id }), paper);
  const ref = call.vc.refs.ofId(id);
  if (!kept.ok) return kept;
  return ref === undefined
    ? faulted('ManagedObjectNotFound', `${item.name} was removed meanwhile.`)
    : done(ref);
}

const add =
  (specs: (call: Call) => readonly Data[]): Method<Switch> =>
  (call, vswitch) =>
    begin(call, {
      descriptionId: 'DistributedVirtualSwitch.addPortgroups',
      entity: vswitch,
      work: async () => {
        let last: Ref | undefined;
        for (const spec of specs(call)) {
          const made = await create(call, vswitch, spec);
          if (!made.ok) return made;
          last = made.value;
        }
        return done(call.method === 'CreateDVPortgroup_Task' ? { result: last } : {});
      },
    });

/** Those that a criterion means; `inside` false means the others. */
function groupsMeant(call: Call, vswitch: Switch): readonly Network[] {
  const { vc, args } = call;
  const keys = textListAt(args, 'criteria.portgroupKey');
  const isInside = flagAt(args, 'criteria.inside') ?? true;
  const isUp = flagAt(args, 'criteria.uplinkPort');
  return networksOn(vc, vswitch.id).filter((group) => {
    if (isUp !== undefined && isUplink(vc, group) !== isUp) return false;
    return keys.length === 0 || keys.includes(vc.refs.of(group).value) === isInside;
  });
}

function portsMeant(call: Call, vswitch: Switch): readonly Data[] {
  const keys = textListAt(call.args, 'criteria.portKey');
  const isConnected = flagAt(call.args, 'criteria.connected');
  const isActive = flagAt(call.args, 'criteria.active');
  const hosts = refListAt(call.args, 'criteria.host').map(({ value }) => value);
  return groupsMeant(call, vswitch)
    .flatMap((group) => portsIn(call.vc, vswitch, group))
    .filter((port) => keys.length === 0 || keys.includes(textAt(port, 'key') ?? ''))
    .filter((port) => hosts.length === 0 || hosts.includes(refAt(port, 'proxyHost')?.value ?? ''))
    .filter(({ connectee }) => isConnected === undefined || (connectee !== undefined) === isConnected)
    .filter(
      (port) => isActive === undefined || (flagAt(port, 'state.runtimeInfo.linkUp') ?? false) === isActive,
    );
}

export const groupsOfSwitch: Readonly<Record<string, Method<Switch>>> = {
  AddDVPortgroup_Task: add(({ args }) => dataListAt(args, 'spec')),
  CreateDVPortgroup_Task: add(({ args }) => {
    const spec = dataAt(args, 'spec');
    return spec === undefined ? [] : [spec];
  }),
  FetchDVPorts: (call, vswitch) => done(portsMeant(call, vswitch)),
  FetchDVPortKeys: (call, vswitch) =>
    done(portsMeant(call, vswitch).flatMap((port) => textAt(port, 'key') ?? [])),
  LookupDvPortGroup: (call, vswitch) => {
    const key = textAt(call.args, 'portgroupKey') ?? '';
    const group = networksOn(call.vc, vswitch.id).find((each) => call.vc.refs.of(each).value === key);
    return group === undefined
      ? faulted('NotFound', `${vswitch.name} has no port group ${key}.`)
      : done(call.vc.refs.of(group));
  },
  QueryUsedVlanIdInDvs: (call, vswitch) =>
    done(
      [...new Set(networksOn(call.vc, vswitch.id).flatMap(({ spec }) => spec.vlan ?? []))].toSorted(
        (a, b) => a - b,
      ),
    ),
  Rename_Task: renamed('DistributedVirtualSwitch'),
};

const reconfigure: Method<Network> = (call, network) =>
  begin(call, {
    descriptionId: 'DistributedVirtualPortgroup.reconfigure',
    entity: network,
    work: async () => {
      const spec = dataAt(call.args, 'spec') ?? {};
      const before = groupPaperOf(call.vc, network);
      const version = textAt(spec, 'configVersion');
      if (version !== undefined && version !== '' && version !== String(before.version ?? 0))
        return faulted('ConcurrentAccess', `${network.name} was changed by somebody else since it was read.`);
      const vlan = vlanIn(spec);
      const notes = textAt(spec, 'description');
      const words = { ...(vlan === undefined ? {} : { vlan }), ...(notes === undefined ? {} : { notes }) };
      const did = await does(call, { type: 'inventory.change', id: network.id, spec: words });
      if (!did.ok) return did;
      const name = escapedName(textAt(spec, 'name') ?? network.name);
      const named = await rename(call, network, name);
      if (!named.ok) return named;
      const kept = await writePaper(call, groupKey(network), paperFrom(spec, before));
      return kept.ok ? done({}) : kept;
    },
  });

const inUse = ({ name }: Network): Answer<never> =>
  faulted('ResourceInUse', `The resource '${name}' is in use.`, { type: 'Network', name });

const destroy: Method<Network> = (call, network) =>
  begin(call, {
    descriptionId: 'DistributedVirtualPortgroup.destroy',
    entity: network,
    work: async () => {
      if (call.vc.members().ofNetwork(network.id).length > 0) return inUse(network);
      const did = await does(call, { type: 'inventory.remove', id: network.id });
      return did.ok ? done({}) : did;
    },
  });

const destroyPlainly: Method<Network> = async (call, network) => {
  if (call.vc.members().ofNetwork(network.id).length > 0) return inUse(network);
  const did = await does(call, { type: 'inventory.remove', id: network.id });
  return did.ok ? done(undefined) : did;
};

export const networkMethods: Readonly<Record<string, Method<Network>>> = {
  Rename_Task: renamed('Network'),
  Destroy_Task: destroy,
  DestroyNetwork: destroyPlainly,
  Reload: () => done(undefined),
};

export const groupMethods: Readonly<Record<string, Method<Network>>> = {
  ...networkMethods,
  ReconfigureDVPortgroup_Task: reconfigure,
};
