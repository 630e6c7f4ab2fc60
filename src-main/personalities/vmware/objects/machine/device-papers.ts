/** What of a device plan goes into the paper, when the world has said which keys its disks and adapters have. */
import type { Disk, Nic } from '../../../../../sim/contract/machine-specs.ts';
import { isData } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import type { DevicePlan } from './planning.ts';
import { readPath } from './datastore-path.ts';
import type { DiskPaper, MachinePaper, NicPaper } from './paper.ts';

type Keyed = { readonly disks: readonly Disk[]; readonly nics: readonly Nic[] };

/** `added`: the last of the machine's disks and adapters, in the order of the plan. */
export function papersAfter(plan: DevicePlan, before: MachinePaper, added: Keyed): Partial<MachinePaper> {
  const gone = new Set([...plan.gone.map(({ key }) => key), ...plan.ownGone]);
  const disks = without(before.disks, gone);
  plan.newDisks.forEach((disk, at) => {
    const key = added.disks[at]?.key;
    if (key !== undefined) disks[key] = diskPaper(disk.device, disk);
  });
  for (const { key, device } of plan.editedDisks) disks[key] = merged(disks[key], changedDisk(device));
  const nics = without(before.nics, gone);
  plan.newNics.forEach((nic, at) => {
    const key = added.nics[at]?.key;
    if (key !== undefined) nics[key] = nicPaper(nic.device);
  });
  for (const { key, device } of plan.editedNics) nics[key] = { ...nics[key], ...nicPaper(device) };
  const keys = new Set(plan.own.map(({ key }) => Number(key)));
  const devices = [
    ...(before.devices ?? []).filter(({ key }) => !gone.has(Number(key)) && !keys.has(Number(key))),
    ...plan.own,
  ];
  const { without: left = [] } = before;
  return {
    disks,
    nics,
    devices,
    without: [...new Set([...left, ...plan.ownGone])].filter((key) => !keys.has(key)),
  };
}

/** What it stands on stays when something else of its backing changes. */
const merged = (before: DiskPaper | undefined, after: DiskPaper): DiskPaper => ({
  ...before,
  ...after,
  ...(before?.backing === undefined && after.backing === undefined
    ? {}
    : { backing: { ...before?.backing, ...after.backing } }),
});

const without = <T>(
  papers: Readonly<Record<string, T>> | undefined,
  gone: ReadonlySet<number>,
): Record<string, T> =>
  Object.fromEntries(Object.entries(papers ?? {}).filter(([key]) => !gone.has(Number(key))));

type Lies = { readonly existing: string | undefined; readonly base: string | undefined };

function diskPaper(device: Data, { existing, base }: Lies): DiskPaper {
  const backing = isData(device.backing) ? device.backing : {};
  const file = readPath(existing ?? wordIn(backing.fileName) ?? '')?.path;
  return given({
    controller: numberFrom(1, device.controllerKey),
    unit: numberFrom(0, device.unitNumber),
    mode: wordIn(backing.diskMode),
    file: file?.endsWith('.vmdk') === true ? file : undefined,
    uuid: wordIn(backing.uuid),
    backing: backingOf(backing, base),
    more: moreOf(device, ['storageIOAllocation', 'shares', 'iofilter', 'vDiskId']),
  });
}

const wordIn = (value: Value): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** A client says with less that it leaves the choice to us. */
const numberFrom = (least: number, value: Value): number | undefined =>
  typeof value === 'number' && value >= least ? value : undefined;

const nothing: Lies = { existing: undefined, base: undefined };

function changedDisk(device: Data): DiskPaper {
  const { controller, unit, mode, more, backing } = diskPaper(device, nothing);
  return given({ controller, unit, mode, more, backing });
}

function nicPaper(device: Data): NicPaper {
  const backing = isData(device.backing) && isData(device.backing.port) ? device.backing.port : {};
  return given({
    type: device._type === 'VirtualEthernetCard' ? undefined : device._type,
    addressType: wordIn(device.addressType)?.toLowerCase(),
    portKey: wordIn(backing.portKey),
    more: moreOf(device, ['wakeOnLanEnabled', 'resourceAllocation', 'externalId', 'uptCompatibilityEnabled']),
  });
}

/** How it is shared and written, and what it stands on. */
function backingOf(backing: Data, base: string | undefined): Data | undefined {
  const parent =
    base === undefined
      ? undefined
      : { _type: 'VirtualDiskFlatVer2BackingInfo', fileName: base, diskMode: 'persistent' };
  const kept = {
    ...moreOf(backing, ['sharing', 'eagerlyScrub', 'writeThrough', 'split']),
    ...(parent === undefined ? {} : { parent }),
  };
  return Object.keys(kept).length === 0 ? undefined : kept;
}

function moreOf(device: Data, names: readonly string[]): Data | undefined {
  const more = names.flatMap((name) => (device[name] === undefined ? [] : [[name, device[name]] as const]));
  return more.length === 0 ? undefined : Object.fromEntries(more);
}

const given = <T extends object>(fields: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
