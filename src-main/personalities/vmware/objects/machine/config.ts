/** `config`: how a machine is set up. */
import type { Allocation } from '../../../../../sim/contract/machine-specs.ts';
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { guests } from '../cluster/environment.table.ts';
import { plainName } from '../managed-entity.ts';
import { devicesOf } from './devices.ts';
import { homeOf, vmxOf } from './files.ts';
import type { Papered } from './files.ts';
import { guestNames } from './guest-ids.table.ts';
import { instanceUuidOf, paperOf, uuidOf } from './paper.ts';
import type { MachinePaper, Vm } from './paper.ts';

export const usualHardware = 'vmx-19';
/** Of open-vm-tools 12.3.0, as their build packs it. */
export const toolsVersion = 12_352;

export function guestNameOf(vm: Vm, paper: MachinePaper): { readonly id: string; readonly fullName: string } {
  const usual = guestNames[vm.spec.os];
  const id = paper.guestId ?? usual.id;
  const known = id === usual.id ? usual.fullName : guests.find(([guest]) => guest === id)?.[1];
  return { id, fullName: paper.alternateName ?? known ?? id };
}

export const configOf = (vc: Vc, vm: Vm): Data => configWith(vc, { vm, paper: paperOf(vc, vm.id) });

/** Also of one that nobody knows any more, by the paper that it left. */
export function configWith(vc: Vc, { vm, paper }: Papered): Data {
  const { spec } = vm;
  const guest = guestNameOf(vm, paper);
  const vmx = vmxOf(vc, vm, paper);
  const folder = vmx.slice(0, vmx.lastIndexOf('/') + 1);
  const { created = 0, modified = created, config = {} } = paper;
  return {
    _type: 'VirtualMachineConfigInfo',
    changeVersion: isoOf(modified),
    modified: isoOf(modified),
    name: plainName(vm.name),
    guestFullName: guest.fullName,
    version: paper.version ?? usualHardware,
    uuid: uuidOf(vm, paper),
    createDate: isoOf(created),
    instanceUuid: instanceUuidOf(vm, paper),
    locationId: `564d${(vm.aliases.uuid ?? '').replaceAll('-', '').slice(4)}`,
    template: spec.isTemplate,
    guestId: guest.id,
    alternateGuestName: paper.alternateName ?? '',
    annotation: spec.notes,
    files: { vmPathName: vmx, snapshotDirectory: folder, suspendDirectory: folder, logDirectory: folder },
    tools: toolsOf(vm, paper),
    flags: { ...usualFlags, ...config.flags },
    consolePreferences: config.consolePreferences,
    defaultPowerOps: { ...usualPowerOps, ...config.powerOpInfo },
    hardware: hardwareOf(vc, vm, paper),
    cpuAllocation: allocationOf(spec.cpu, 'cpu', vm),
    memoryAllocation: allocationOf(spec.reserved, 'memory', vm),
    latencySensitivity: config.latencySensitivity ?? { level: 'normal' },
    ...usually,
    ...config.plain,
    extraConfig: extraOf(paper),
    datastoreUrl: storeUrls(vc, vm, paper),
    bootOptions: { ...usualBoot, ...config.bootOptions },
    vAppConfig: config.vAppConfig,
    firmware: paper.firmware ?? 'bios',
    managedBy: config.managedBy,
    initialOverhead: {
      initialMemoryReservation: 0,
      initialSwapReservation: spec.memory * 1_048_576,
    },
  };
}

/** What is so unless somebody said otherwise. */
const usually: Data = {
  npivTemporaryDisabled: true,
  rebootPowerOff: false,
  cpuHotRemoveEnabled: false,
  memoryHotAddEnabled: false,
  cpuHotAddEnabled: false,
  swapPlacement: 'inherit',
  vAssertsEnabled: false,
  changeTrackingEnabled: false,
  maxMksConnections: -1,
  guestAutoLockEnabled: false,
  memoryReservationLockedToMax: false,
  nestedHVEnabled: false,
  vPMCEnabled: false,
  scheduledHardwareUpgradeInfo: { upgradePolicy: 'never', scheduledHardwareUpgradeStatus: 'none' },
  messageBusTunnelEnabled: false,
  sgxInfo: { epcSize: 0 },
  vmxStatsCollectionEnabled: true,
  vmOpNotificationToAppEnabled: false,
  pmemFailoverEnabled: false,
  sevEnabled: false,
};

const usualFlags: Data = {
  disableAcceleration: false,
  enableLogging: true,
  useToe: false,
  runWithDebugInfo: false,
  monitorType: 'release',
  htSharing: 'any',
  snapshotDisabled: false,
  snapshotLocked: false,
  diskUuidEnabled: false,
  virtualMmuUsage: 'automatic',
  virtualExecUsage: 'hvAuto',
  snapshotPowerOffBehavior: 'powerOff',
  recordReplayEnabled: false,
  faultToleranceType: 'unset',
};

const usualPowerOps: Data = {
  powerOffType: 'soft',
  suspendType: 'hard',
  resetType: 'soft',
  defaultPowerOffType: 'soft',
  defaultSuspendType: 'hard',
  defaultResetType: 'soft',
  standbyAction: 'checkpoint',
};

const usualBoot: Data = {
  bootDelay: 0,
  enterBIOSSetup: false,
  efiSecureBootEnabled: false,
  bootRetryEnabled: false,
  bootRetryDelay: 10_000,
  networkBootProtocol: 'ipv4',
};

const toolsOf = (vm: Vm, paper: MachinePaper): Data => ({
  toolsVersion: vm.spec.tools === 'not-installed' ? 0 : toolsVersion,
  toolsInstallType: vm.spec.tools === 'not-installed' ? 'guestToolsTypeUnknown' : 'guestToolsTypeOpenVMTools',
  afterPowerOn: true,
  afterResume: true,
  beforeGuestStandby: true,
  beforeGuestShutdown: true,
  beforeGuestReboot: true,
  toolsUpgradePolicy: 'manual',
  syncTimeWithHostAllowed: true,
  syncTimeWithHost: false,
  lastInstallInfo: { counter: 0 },
  ...paper.config?.tools,
});

export function hardwareOf(vc: Vc, vm: Vm, paper: MachinePaper): Data {
  return {
    _type: 'VirtualHardware',
    numCPU: vm.spec.cpus,
    numCoresPerSocket: vm.spec.coresPerSocket,
    autoCoresPerSocket: false,
    memoryMB: vm.spec.memory,
    virtualICH7MPresent: false,
    virtualSMCPresent: false,
    device: devicesOf(vc, vm, paper),
    motherboardLayout: 'i440bxHostBridge',
    simultaneousThreads: 1,
  };
}

/** Shares are counted by what a machine has, where they are the usual. */
export function allocationOf(given: Allocation, of: 'cpu' | 'memory', { spec }: Vm): Data {
  const usual = of === 'cpu' ? spec.cpus * 1000 : spec.memory * 10;
  const isUsual = given.shares === 1000 || given.shares === usual;
  return {
    reservation: given.reservation,
    expandableReservation: false,
    limit: given.limit,
    shares: { shares: isUsual ? usual : given.shares, level: isUsual ? 'normal' : 'custom' },
  };
}

export const extraOf = ({ extra }: MachinePaper): readonly Data[] =>
  Object.entries(extra ?? {}).map(([key, value]) => ({ _type: 'OptionValue', key, value }));

function storeUrls(vc: Vc, vm: Vm, paper: MachinePaper): readonly Data[] {
  const { inventory } = vc.world();
  const ids = new Set(vm.spec.disks.flatMap(({ datastore }) => (datastore === null ? [] : [datastore])));
  const home = homeOf(vc, vm, paper);
  if (home !== undefined) ids.add(home.id);
  return [...ids].flatMap((id) => {
    const store = inventory.get(id);
    return store === undefined ? [] : [{ name: store.name, url: storeUrl(vc, store) }];
  });
}

export const storeUrl = (
  { storeFolders }: Pick<Vc, 'storeFolders'>,
  store: Parameters<NonNullable<Vc['storeFolders']>['directoryOf']>[0] & Pick<Vm, 'aliases'>,
): string => storeFolders?.directoryOf(store) ?? `ds:///vmfs/volumes/${store.aliases.uuid ?? ''}/`;
