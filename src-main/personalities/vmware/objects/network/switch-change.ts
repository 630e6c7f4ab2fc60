/** Distributed switches: made, changed, and taken away. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Worked } from '../../tasks/tasks.ts';
import { dataAt, dataListAt, numberAt, refAt, textAt, textListAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { writePaper } from '../host/settings.ts';
import { doesNamed, nameIn } from '../inventory/naming.ts';
import { networksOn } from '../inventory/tree.ts';
import { escapedName } from '../managed-entity.ts';
import type { Call, Method } from '../managed.ts';
import { begin, does } from '../machine/doing.ts';
import type { Switch } from './network.ts';
import { extrasAfter } from './switch-extras.ts';
import { uplinkKey } from './port-setting.ts';
import { usualVersion } from './switch-info.ts';
import { membersAfter, switchKey, switchPaperOf } from './switch-members.ts';
import type { SwitchPaper } from './switch-members.ts';

const usualUplinks = ['Uplink 1', 'Uplink 2', 'Uplink 3', 'Uplink 4'];

export async function newSwitch(call: Call, parent: Entity): Promise<Answer<Worked>> {
  const name = nameIn(call, 'spec.configSpec.name');
  if (!name.ok) return name;
  const config = dataAt(call.args, 'spec.configSpec') ?? {};
  const version = textAt(call.args, 'spec.productInfo.version') ?? usualVersion;
  const item = { name: name.value, parent: parent.id, spec: specFrom(config) };
  const made = await makeSwitch(call, item, version);
  if (!made.ok) return made;
  const vswitch = made.value;
  const paper = paperAfter(call, vswitch, config);
  if (!paper.ok) return paper;
  const kept = await writePaper(call, switchKey(vswitch), paper.value);
  if (!kept.ok) return kept;
  const group = await addUplinks(call, vswitch);
  return group.ok ? done({ result: call.vc.refs.of(vswitch) }) : group;
}

type NewSwitch = {
  readonly name: string;
  readonly parent: EntityId;
  readonly spec: Partial<Switch['spec']>;
  /** Where it comes back as the one that it was. */
  readonly id?: EntityId;
  readonly aliases?: Switch['aliases'];
};

/** Nobody takes part in a new one but those that are named with it. */
export async function makeSwitch(call: Call, item: NewSwitch, version: string): Promise<Answer<Switch>> {
  const { vc } = call;
  const made = await doesNamed(call, { type: 'inventory.create', item: { kind: 'vswitch', ...item } }, item);
  if (!made.ok) return made;
  const vswitch = vc.world().inventory.get(made.value.ids[0] as EntityId);
  if (vswitch?.kind !== 'vswitch')
    return faulted('ManagedObjectNotFound', `${item.name} was removed meanwhile.`);
  const paper: SwitchPaper = { version, createdAt: vc.now(), members: {}, changes: 0 };
  const kept = await writePaper(call, switchKey(vswitch), paper);
  return kept.ok ? done(vswitch) : kept;
}

function specFrom(config: Data) {
  const mtu = numberAt(config, 'maxMtu');
  return {
    type: 'distributed' as const,
    uplinks: [...(uplinksIn(config) ?? usualUplinks)],
    notes: textAt(config, 'description') ?? '',
    ...(mtu === undefined || mtu === 0 ? {} : { mtu }),
  };
}

const uplinksIn = (config: Data): readonly string[] | undefined => {
  const names = textListAt(config, 'uplinkPortPolicy.uplinkPortName');
  return names.length === 0 ? undefined : names;
};

/** The port group of its uplinks, that every switch has. */
export async function addUplinks(call: Call, { id, name, aliases }: Switch): Promise<Answer<unknown>> {
  const number = /\d+$/.exec(aliases.moRef ?? '')?.[0] ?? '0';
  const item = { kind: 'network' as const, name: `${name}-DVUplinks-${number}`, parent: id, spec: {} };
  const made = await does(call, { type: 'inventory.create', item });
  return made.ok ? writePaper(call, uplinkKey(made.value.ids[0] ?? ''), true) : made;
}

const plainFields = [
  'linkDiscoveryProtocolConfig',
  'lacpApiVersion',
  'multicastFilteringMode',
  'ipfixConfig',
  'contact',
  'policy',
  'switchIpAddress',
  'networkResourceControlVersion',
  'extensionKey',
];

function paperAfter(call: Call, vswitch: Switch, config: Data): Answer<SwitchPaper> {
  const before = switchPaperOf(call.vc, vswitch);
  const kept: Record<string, Data[string]> = { ...before.config };
  for (const field of plainFields) {
    if (config[field] !== undefined) kept[field] = config[field];
  }
  const ports = { ...dataAt(before.config, 'defaultPortConfig'), ...dataAt(config, 'defaultPortConfig') };
  if (Object.keys(ports).length > 0) kept['defaultPortConfig'] = ports;
  const extras = extrasAfter(kept, config);
  if (!extras.ok) return extras;
  const paper: SwitchPaper = {
    ...before,
    config: { ...kept, ...extras.value },
    changes: (before.changes ?? 1) + 1,
  };
  const changes = dataListAt(config, 'host');
  if (changes.length === 0) return done(paper);
  const members = membersAfter(call, vswitch, changes);
  return members.ok ? done({ ...paper, members: members.value }) : members;
}

const reconfigure: Method<Switch> = (call, vswitch) =>
  begin(call, {
    descriptionId: 'DistributedVirtualSwitch.reconfigure',
    entity: vswitch,
    work: async () => {
      const config = dataAt(call.args, 'spec') ?? {};
      const before = switchPaperOf(call.vc, vswitch);
      const version = textAt(config, 'configVersion');
      if (version !== undefined && version !== '' && version !== String(before.changes ?? 1))
        return faulted('ConcurrentAccess', `${vswitch.name} was changed by somebody else since it was read.`);
      const paper = paperAfter(call, vswitch, config);
      if (!paper.ok) return paper;
      const changed = await changeWorld(call, vswitch, config);
      if (!changed.ok) return changed;
      const kept = await writePaper(call, switchKey(vswitch), paper.value);
      return kept.ok ? done({}) : kept;
    },
  });

async function changeWorld(call: Call, vswitch: Switch, config: Data): Promise<Answer<unknown>> {
  const gone = dataListAt(config, 'host').filter((change) => textAt(change, 'operation') === 'remove');
  for (const change of gone) {
    const used = machineOf(call, vswitch, change);
    if (used !== undefined)
      return faulted('ResourceInUse', `${used.name} is on a port of ${vswitch.name}.`, {
        type: 'VirtualMachine',
        name: used.name,
      });
  }
  const name = escapedName(textAt(config, 'name') ?? vswitch.name);
  const mtu = numberAt(config, 'maxMtu');
  const notes = textAt(config, 'description');
  const uplinks = uplinksIn(config);
  const spec = {
    ...(mtu === undefined || mtu === 0 ? {} : { mtu }),
    ...(notes === undefined ? {} : { notes }),
    ...(uplinks === undefined ? {} : { uplinks: [...uplinks] }),
  };
  const command = {
    type: 'inventory.change' as const,
    id: vswitch.id,
    spec,
    ...(name === vswitch.name ? {} : { name }),
  };
  return doesNamed(call, command, { name, parent: vswitch.parent as EntityId });
}

function machineOf(call: Call, vswitch: Switch, change: Data) {
  const { vc } = call;
  const ref = refAt(change, 'host');
  const host = ref === undefined ? undefined : vc.refs.entity(ref);
  return networksOn(vc, vswitch.id)
    .flatMap(({ id }) => vc.members().ofNetwork(id))
    .find(({ spec }) => spec.host === host?.id);
}

const destroy: Method<Switch> = (call, vswitch) =>
  begin(call, {
    descriptionId: 'DistributedVirtualSwitch.destroy',
    entity: vswitch,
    work: async () => {
      const used = networksOn(call.vc, vswitch.id).find(
        ({ id }) => call.vc.members().ofNetwork(id).length > 0,
      );
      if (used !== undefined)
        return faulted('ResourceInUse', `The resource '${used.name}' is in use.`, {
          type: 'DistributedVirtualPortgroup',
          name: used.name,
        });
      const did = await does(call, { type: 'inventory.remove', id: vswitch.id, contents: 'cascade' });
      return did.ok ? done({}) : did;
    },
  });

export const switchChanges: Readonly<Record<string, Method<Switch>>> = {
  ReconfigureDvs_Task: reconfigure,
  Destroy_Task: destroy,
};
