/** Distributed switches and port groups go out as backups, and come back: as they were, as others, or onto what is there. */
import { dataListAt, textAt, textListAt } from '../../wire/ask.ts';
import type { Data, Value } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, localized } from '../fault.ts';
import type { Fault } from '../fault.ts';
import { networksOn } from '../inventory/tree.ts';
import { begin } from '../machine/doing.ts';
import type { Call, Method } from '../managed.ts';
import type { Network, Switch } from './network.ts';
import { backupOfGroup, backupOfSwitch, unpacked } from './switch-backup.ts';
import { applyGroup, applySwitch, brought } from './switch-import.ts';
import type { Arrived, Way } from './switch-import.ts';
import { noSwitch, switchBy } from './switch-lookup.ts';

const work = (call: Call, descriptionId: string, doing: () => Promise<Answer<{ readonly result?: Value }>>) =>
  call.vc.tasks.run(call, {
    name: call.method,
    descriptionId: `DistributedVirtualSwitchManager.${descriptionId}`,
    entity: null,
    entityName: '',
    work: doing,
  });

/** A selection names a switch, or port groups of one. */
function selected({ vc }: Call, selection: Data): Answer<readonly Data[]> {
  const uuid = textAt(selection, 'dvsUuid') ?? '';
  const vswitch = switchBy(vc, uuid);
  if (vswitch === undefined) return noSwitch(uuid);
  if (selection._type !== 'DVPortgroupSelection') return done([backupOfSwitch(vc, vswitch)]);
  const groups = networksOn(vc, vswitch.id);
  const backups: Data[] = [];
  for (const key of textListAt(selection, 'portgroupKey')) {
    const group = groups.find((each) => vc.refs.of(each).value === key);
    if (group === undefined) return faulted('NotFound', `${vswitch.name} has no port group ${key}.`);
    backups.push(backupOfGroup(vc, group));
  }
  return done(backups);
}

const exportAll: Method<null> = (call) =>
  work(call, 'exportEntity', async () => {
    const items: Data[] = [];
    for (const selection of dataListAt(call.args, 'selectionSet')) {
      const backups = selected(call, selection);
      if (!backups.ok) return backups;
      items.push(...backups.value);
    }
    return done({ result: { _type: 'ArrayOfEntityBackupConfig', items } });
  });

const unreadable = (item: Data): Fault => {
  const entityName = textAt(item, 'name') ?? '';
  const entityType = textAt(item, 'entityType') ?? '';
  const message = `The backup of ${entityName} cannot be read.`;
  const reason = { type: 'InvalidArgument', message, fields: { invalidProperty: 'configBlob' } };
  return {
    type: 'BackupBlobReadFailure',
    message,
    fields: { entityName, entityType, fault: localized(reason) },
  };
};

const ways: Readonly<Record<string, Way>> = {
  createEntityWithNewIdentifier: 'as-new',
  createEntityWithOriginalIdentifier: 'as-it-was',
  applyToEntitySpecified: 'onto',
};

/** Switches before their groups. */
const switchesFirst = (items: readonly Data[]): readonly Data[] => {
  const isSwitch = (item: Data): boolean => item.entityType === 'distributedVirtualSwitch';
  return [...items.filter(isSwitch), ...items.filter((item) => !isSwitch(item))];
};

const importAll: Method<null> = (call) =>
  work(call, 'importEntity', async () => {
    const way = ways[textAt(call.args, 'importType') ?? ''];
    if (way === undefined) return faulted('InvalidArgument', 'There is no such way of importing.');
    const arrived: Arrived = { switches: new Map(), groups: [] };
    const faults: Data[] = [];
    const items = switchesFirst(dataListAt(call.args, 'entityBackup'));
    const backups = items.map((item) => ({ item, backup: unpacked(textAt(item, 'configBlob') ?? '') }));
    const withUplinks = new Set(
      backups.flatMap(({ backup }) =>
        backup?.of === 'distributedVirtualPortgroup' && backup.isUplink ? [backup.within] : [],
      ),
    );
    for (const { item, backup } of backups) {
      const came =
        backup === undefined
          ? { ok: false as const, fault: unreadable(item) }
          : await brought(call, { item, backup, way, arrived, withUplinks });
      if (!came.ok) faults.push(faultOn(item, came.fault));
    }
    return arrived.switches.size + arrived.groups.length === 0 && faults.length > 0
      ? faulted('ImportOperationBulkFault', 'Nothing of it could be imported.', { importFaults: faults })
      : done({ result: told(call, arrived, faults) });
  });

const faultOn = ({ entityType, key }: Data, fault: Fault): Data => ({
  _type: 'ImportOperationBulkFaultFaultOnImport',
  entityType,
  key,
  fault: localized(fault),
});

const told = ({ vc }: Call, { switches, groups }: Arrived, faults: readonly Data[]): Data => ({
  _type: 'DistributedVirtualSwitchManagerImportResult',
  distributedVirtualSwitch: [...switches.values()].map(vc.refs.of),
  distributedVirtualPortgroup: [...groups],
  importFault: faults,
});

export const switchBackups: Readonly<Record<string, Method<null>>> = {
  DVSManagerExportEntity_Task: exportAll,
  DVSManagerImportEntity_Task: importAll,
};

/** How it was before its last change nobody keeps: the client brings it. */
const cannotRollBack = (entityName: string, entityType: string): Answer<never> =>
  faulted('RollbackFailure', `No former configuration of ${entityName} is kept: bring a backup.`, {
    entityName,
    entityType,
  });

const switchBack: Method<Switch> = (call, vswitch) =>
  begin(call, {
    descriptionId: 'DistributedVirtualSwitch.rollback',
    entity: vswitch,
    work: async () => {
      const backup = unpacked(textAt(call.args, 'entityBackup.configBlob') ?? '');
      if (backup?.of !== 'distributedVirtualSwitch')
        return cannotRollBack(vswitch.name, 'distributedVirtualSwitch');
      const applied = await applySwitch(call, vswitch, backup);
      return applied.ok ? done({}) : applied;
    },
  });

const groupBack: Method<Network> = (call, group) =>
  begin(call, {
    descriptionId: 'DistributedVirtualPortgroup.rollback',
    entity: group,
    work: async () => {
      const backup = unpacked(textAt(call.args, 'entityBackup.configBlob') ?? '');
      if (backup?.of !== 'distributedVirtualPortgroup')
        return cannotRollBack(group.name, 'distributedVirtualPortgroup');
      const applied = await applyGroup(call, group, backup);
      return applied.ok ? done({}) : applied;
    },
  });

export const switchRollback: Readonly<Record<string, Method<Switch>>> = { DVSRollback_Task: switchBack };
export const groupRollback: Readonly<Record<string, Method<Network>>> = {
  DVPortgroupRollback_Task: groupBack,
};
