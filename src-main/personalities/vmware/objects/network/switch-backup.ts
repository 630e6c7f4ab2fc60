/** What a distributed switch or port group is set to, packed into a text that clients keep and bring back. */
import { createHash } from 'node:crypto';
import { entityIdSchema } from '../../../../../sim/contract/ids.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { networkSpecSchema, vswitchSpecSchema } from '../../../../../sim/contract/network-specs.ts';
import type { Vc } from '../../vc.ts';
import { dataAt, flagAt, textAt } from '../../wire/ask.ts';
import { isData } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import { switchOf } from '../inventory/tree.ts';
import { groupPaperOf } from './network-info.ts';
import { switchUuid } from './network.ts';
import type { Network, Switch } from './network.ts';
import { isUplink } from './port-setting.ts';
import { usualVersion } from './switch-info.ts';
import { switchPaperOf } from './switch-members.ts';

type Common = {
  readonly name: string;
  readonly id: EntityId;
  readonly aliases: { readonly uuid: string; readonly moRef: string };
  /** Of the paper that stands beside the world's. */
  readonly paper: Data;
};

export type SwitchBackup = Common & {
  readonly of: 'distributedVirtualSwitch';
  readonly version: string;
  readonly spec: Switch['spec'];
};

export type GroupBackup = Common & {
  readonly of: 'distributedVirtualPortgroup';
  /** UUID of its switch. */
  readonly within: string;
  readonly isUplink: boolean;
  readonly spec: Pick<Network['spec'], 'vlan' | 'mtu' | 'notes'>;
};

export type Backup = SwitchBackup | GroupBackup;

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function packed(backup: Backup): string {
  const body = JSON.stringify(backup);
  return Buffer.from(JSON.stringify({ sum: sumOf(body), body })).toString('base64');
}

function parsed(text: string): Data {
  try {
    const value = JSON.parse(text) as Value;
    return isData(value) ? value : {};
  } catch {
    return {};
  }
}

/** undefined: it is none of ours, or was damaged on its way. */
export function unpacked(blob: string): Backup | undefined {
  const outer = parsed(Buffer.from(blob, 'base64').toString());
  const body = textAt(outer, 'body') ?? '';
  if (textAt(outer, 'sum') !== sumOf(body)) return undefined;
  const data = parsed(body);
  const id = entityIdSchema.safeParse(data.id);
  const [name, uuid, moRef] = ['name', 'aliases.uuid', 'aliases.moRef'].map((path) => textAt(data, path));
  if (!id.success || name === undefined || uuid === undefined || moRef === undefined) return undefined;
  const common = { name, id: id.data, aliases: { uuid, moRef }, paper: dataAt(data, 'paper') ?? {} };
  return textAt(data, 'of') === 'distributedVirtualSwitch' ? switchIn(data, common) : groupIn(data, common);
}

function switchIn(data: Data, common: Common): SwitchBackup | undefined {
  const spec = vswitchSpecSchema.safeParse(data.spec);
  const version = textAt(data, 'version') ?? usualVersion;
  return spec.success ? { ...common, of: 'distributedVirtualSwitch', version, spec: spec.data } : undefined;
}

const groupSpecSchema = networkSpecSchema.pick({ vlan: true, mtu: true, notes: true });

function groupIn(data: Data, common: Common): GroupBackup | undefined {
  const spec = groupSpecSchema.safeParse(data.spec);
  if (!spec.success) return undefined;
  return {
    ...common,
    of: 'distributedVirtualPortgroup',
    within: textAt(data, 'within') ?? '',
    isUplink: flagAt(data, 'isUplink') ?? false,
    spec: spec.data,
  };
}

const aliasesOf = ({ aliases }: Switch | Network) => ({
  uuid: aliases.uuid ?? '',
  moRef: aliases.moRef ?? '',
});

/** Hosts and machines are no part of it. */
export function backupOfSwitch(vc: Vc, vswitch: Switch): Data {
  const { id, name, spec } = vswitch;
  const { config = {}, version = usualVersion, changes = 1 } = switchPaperOf(vc, vswitch);
  const aliases = aliasesOf(vswitch);
  const backup: Backup = {
    of: 'distributedVirtualSwitch',
    name,
    id,
    aliases,
    spec,
    version,
    paper: config,
  };
  return wrapped(backup, { key: switchUuid(aliases.uuid), configVersion: String(changes) });
}

export function backupOfGroup(vc: Vc, group: Network): Data {
  const { id, name, spec } = group;
  const { version = 0, ...paper } = groupPaperOf(vc, group);
  const backup: Backup = {
    of: 'distributedVirtualPortgroup',
    name,
    id,
    aliases: aliasesOf(group),
    paper,
    within: switchOf(vc, group)?.aliases.uuid ?? '',
    isUplink: isUplink(vc, group),
    spec: { vlan: spec.vlan, mtu: spec.mtu, notes: spec.notes },
  };
  return wrapped(backup, { key: vc.refs.of(group).value, configVersion: String(version) });
}

const wrapped = (backup: Backup, more: Data): Data => ({
  _type: 'EntityBackupConfig',
  entityType: backup.of,
  configBlob: packed(backup),
  name: backup.name,
  ...more,
});
