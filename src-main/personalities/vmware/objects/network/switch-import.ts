/** A backup becomes a switch or port group again. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { refAt, textAt } from '../../wire/ask.ts';
import type { Data, Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { writePaper } from '../host/settings.ts';
import { doesNamed } from '../inventory/naming.ts';
import { datacenterOf, networksOn } from '../inventory/tree.ts';
import { escapedName } from '../managed-entity.ts';
import type { Call } from '../managed.ts';
import { makeGroup } from './groups.ts';
import { groupKey, groupPaperOf } from './network-info.ts';
import type { Network, Switch } from './network.ts';
import { isUplink, uplinkKey } from './port-setting.ts';
import type { Backup, GroupBackup, SwitchBackup } from './switch-backup.ts';
import { addUplinks, makeSwitch } from './switch-change.ts';
import { noSwitch, switchBy } from './switch-lookup.ts';
import { switchKey, switchPaperOf } from './switch-members.ts';

export type Way = 'as-new' | 'as-it-was' | 'onto';

/** What came of one call: switches by the UUID that they had when they were saved. */
export type Arrived = { readonly switches: Map<string, Switch>; readonly groups: Ref[] };

type Coming<B extends Backup = Backup> = {
  readonly item: Data;
  readonly backup: B;
  readonly way: Way;
  readonly arrived: Arrived;
  /** UUIDs of the switches whose uplinks come as a group of their own. */
  readonly withUplinks: ReadonlySet<string>;
};

export async function brought(call: Call, coming: Coming): Promise<Answer<unknown>> {
  const { backup, arrived } = coming;
  if (backup.of === 'distributedVirtualSwitch') {
    const came = await switchComes(call, { ...coming, backup });
    return came.ok ? done(arrived.switches.set(backup.aliases.uuid, came.value)) : came;
  }
  const came = await groupComes(call, { ...coming, backup });
  return came.ok ? done(arrived.groups.push(came.value)) : came;
}

const nameOf = ({ item, backup }: Coming): string => {
  const given = textAt(item, 'name') ?? '';
  return given === '' ? backup.name : escapedName(given);
};

const identityOf = ({ way, backup: { id, aliases } }: Coming) => (way === 'as-it-was' ? { id, aliases } : {});

const thereAlready = ({ name }: Switch | Network): Answer<never> =>
  faulted('AlreadyExists', `${name} is there: a backup is applied to it, or becomes another.`, { name });

/** The folder of networks that it shall stand in. */
function folderIn({ vc }: Call, item: Data): EntityId | undefined {
  const ref = refAt(item, 'container');
  const found = ref === undefined ? undefined : vc.refs.find(ref);
  if (found?.is === 'datacenter-folder') return found.holds === 'network' ? found.entity.id : undefined;
  if (found?.is !== 'entity' || found.entity.kind !== 'folder') return undefined;
  return found.entity.spec.holds === 'network' ? found.entity.id : undefined;
}

async function switchComes(call: Call, coming: Coming<SwitchBackup>): Promise<Answer<Switch>> {
  const { item, backup, way, withUplinks } = coming;
  const { uuid } = backup.aliases;
  const key = textAt(item, 'key') ?? '';
  if (way === 'onto') {
    const there = switchBy(call.vc, key === '' ? uuid : key);
    return there === undefined
      ? noSwitch(key)
      : applySwitch(call, there, { ...backup, name: nameOf(coming) });
  }
  const there = switchBy(call.vc, uuid);
  if (way === 'as-it-was' && there !== undefined) return thereAlready(there);
  const parent = folderIn(call, item);
  if (parent === undefined)
    return invalidArgument('entityBackup.container', 'A switch comes into a folder of networks.');
  const { spec, version, paper } = backup;
  const made = await makeSwitch(call, { name: nameOf(coming), parent, spec, ...identityOf(coming) }, version);
  if (!made.ok) return made;
  const kept = await keepConfig(call, made.value, paper);
  if (!kept.ok) return kept;
  const uplinks = withUplinks.has(uuid) ? done(null) : await addUplinks(call, made.value);
  return uplinks.ok ? made : uplinks;
}

async function keepConfig(call: Call, vswitch: Switch, config: Data): Promise<Answer<unknown>> {
  const before = switchPaperOf(call.vc, vswitch);
  return writePaper(call, switchKey(vswitch), { ...before, config, changes: (before.changes ?? 1) + 1 });
}

type Settled = { readonly name: string; readonly spec: Record<string, unknown> };

const changed = (call: Call, { id, name: before, parent }: Switch | Network, { name, spec }: Settled) =>
  doesNamed(
    call,
    { type: 'inventory.change', id, spec, ...(name === before ? {} : { name }) },
    { name, parent: parent as EntityId },
  );

/** Its hosts stay as they are. */
export async function applySwitch(
  call: Call,
  vswitch: Switch,
  { name, spec, paper }: SwitchBackup,
): Promise<Answer<Switch>> {
  const { mtu, notes, uplinks } = spec;
  const did = await changed(call, vswitch, { name, spec: { mtu, notes, uplinks: [...uplinks] } });
  if (!did.ok) return did;
  const kept = await keepConfig(call, vswitch, paper);
  return kept.ok ? done(vswitch) : kept;
}

/** The switch that is named, the one that came with it, or the one that it was of. */
function switchFor({ vc }: Call, { item, backup, arrived }: Coming<GroupBackup>): Switch | undefined {
  const ref = refAt(item, 'container');
  const named = ref === undefined ? undefined : vc.refs.entity(ref);
  if (named?.kind === 'vswitch') return named;
  return arrived.switches.get(backup.within) ?? switchBy(vc, backup.within);
}

async function groupComes(call: Call, coming: Coming<GroupBackup>): Promise<Answer<Ref>> {
  const { item, backup, way } = coming;
  const { vc } = call;
  const vswitch = switchFor(call, coming);
  if (vswitch === undefined) return noSwitch(backup.within);
  const groups = networksOn(vc, vswitch.id);
  const key = textAt(item, 'key') ?? '';
  const there = groups.find((group) =>
    way === 'onto' && key !== '' ? vc.refs.of(group).value === key : group.id === backup.id,
  );
  if (way === 'onto') {
    if (there === undefined) return faulted('NotFound', `${vswitch.name} has no port group ${key}.`);
    const applied = await applyGroup(call, there, { ...backup, name: nameOf(coming) });
    return applied.ok ? done(vc.refs.of(there)) : applied;
  }
  if (way === 'as-it-was' && there !== undefined) return thereAlready(there);
  const uplinks = backup.isUplink ? groups.find((group) => isUplink(vc, group)) : undefined;
  if (uplinks !== undefined) return thereAlready(uplinks);
  return groupMade(call, vswitch, coming);
}

/** Another one of a name that is taken is told apart by a number, as vSphere does. */
function groupName({ vc }: Call, vswitch: Switch, coming: Coming<GroupBackup>): string {
  const wanted = nameOf(coming);
  if (coming.way !== 'as-new' || wanted !== coming.backup.name) return wanted;
  const datacenter = datacenterOf(vc, vswitch)?.id;
  const near = vc
    .world()
    .inventory.ofKind('network')
    .filter((each) => datacenterOf(vc, each)?.id === datacenter);
  const taken = new Set(near.map(({ name }) => name.toLowerCase()));
  let name = wanted;
  for (let number = 1; taken.has(name.toLowerCase()); number += 1) name = `${wanted} (${number})`;
  return name;
}

async function groupMade(call: Call, vswitch: Switch, coming: Coming<GroupBackup>): Promise<Answer<Ref>> {
  const { spec, paper } = coming.backup;
  const name = groupName(call, vswitch, coming);
  const item = { name, parent: vswitch.id, spec, ...identityOf(coming) };
  const made = await makeGroup(call, item, paper);
  if (!made.ok || !coming.backup.isUplink) return made;
  const id = call.vc.refs.entity(made.value)?.id ?? '';
  const kept = await writePaper(call, uplinkKey(id), true);
  return kept.ok ? made : kept;
}

/** Its machines stay on it. */
export async function applyGroup(
  call: Call,
  group: Network,
  { name, spec, paper }: GroupBackup,
): Promise<Answer<unknown>> {
  const did = await changed(call, group, { name, spec: { vlan: spec.vlan, notes: spec.notes } });
  if (!did.ok) return did;
  const { version = 0 } = groupPaperOf(call.vc, group);
  return writePaper(call, groupKey(group), { ...paper, version: version + 1 });
}
