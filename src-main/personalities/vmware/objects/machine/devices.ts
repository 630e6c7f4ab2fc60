/** A machine's devices, as vSphere lists them: made of the world's disks and adapters, and of the paper. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Disk, Nic } from '../../../../../sim/contract/machine-specs.ts';
import type { Vc } from '../../vc.ts';
import type { Data, Value } from '../../wire/value.ts';
import { dataAt, textAt } from '../../wire/ask.ts';
import { storeNamed } from './datastore-path.ts';
import { described, usualSummaries, worded } from './device-words.ts';
import { diskPathOf } from './files.ts';
import { plainName } from '../managed-entity.ts';
import { nicPortOf } from './nic-port.ts';
import type { DiskPaper, MachinePaper, Vm } from './paper.ts';
import { derivedUuid } from './uuid.ts';

type Plain = { readonly key: number; readonly type: string; readonly label: string; readonly more?: Data };

/** What every machine has, as a real one is born with. */
const inborn: readonly Plain[] = [
  { key: 200, type: 'VirtualIDEController', label: 'IDE 0', more: { busNumber: 0 } },
  { key: 201, type: 'VirtualIDEController', label: 'IDE 1', more: { busNumber: 1 } },
  { key: 300, type: 'VirtualPS2Controller', label: 'PS2 controller 0', more: { busNumber: 0 } },
  { key: 100, type: 'VirtualPCIController', label: 'PCI controller 0', more: { busNumber: 0 } },
  { key: 400, type: 'VirtualSIOController', label: 'SIO controller 0', more: { busNumber: 0 } },
  { key: 600, type: 'VirtualKeyboard', label: 'Keyboard', more: { controllerKey: 300, unitNumber: 0 } },
  {
    key: 700,
    type: 'VirtualPointingDevice',
    label: 'Pointing device',
    more: {
      controllerKey: 300,
      unitNumber: 1,
      backing: {
        _type: 'VirtualPointingDeviceDeviceBackingInfo',
        deviceName: '',
        useAutoDetect: false,
        hostPointingDevice: 'autodetect',
      },
    },
  },
  {
    key: 500,
    type: 'VirtualMachineVideoCard',
    label: 'Video card ',
    more: {
      controllerKey: 100,
      unitNumber: 0,
      videoRamSizeInKB: 4096,
      numDisplays: 1,
      useAutoDetect: false,
      enable3DSupport: false,
      use3dRenderer: 'automatic',
      graphicsMemorySizeInKB: 262_144,
    },
  },
  {
    key: 12_000,
    type: 'VirtualMachineVMCIDevice',
    label: 'VMCI device',
    more: {
      controllerKey: 100,
      unitNumber: 17,
      id: -1,
      allowUnrestrictedCommunication: false,
      filterEnable: true,
    },
  },
];

export const firstScsi = 1000;

export function devicesOf(vc: Vc, vm: Vm, paper: MachinePaper): readonly Data[] {
  const own = (paper.devices ?? []).map(worded);
  const taken = new Set([...own.map(({ key }) => Number(key)), ...(paper.without ?? [])]);
  const plain = inborn.filter(({ key }) => !taken.has(key)).map(plainDevice);
  const before = [...plain, ...scsiFor(vm, paper, taken), ...own];
  const disks = vm.spec.disks.map((disk) => diskDevice(vc, vm, { disk, paper }));
  const nics = vm.spec.nics.map((nic) => nicDevice(vc, vm, { nic, paper }));
  return withChildren([...before, ...disks, ...nics]);
}

const plainDevice = ({ key, type, label, more }: Plain): Data => ({
  _type: type,
  key,
  deviceInfo: described(label, usualSummaries[type] ?? label),
  ...more,
});

/** A machine that was not made by a vSphere client has its disks on a controller all the same, edited or not. */
function scsiFor(vm: Vm, paper: MachinePaper, taken: ReadonlySet<number>): readonly Data[] {
  const buses = new Set(
    vm.spec.disks.map((disk, at) => {
      const known = paper.disks?.[disk.key]?.controller;
      return known === undefined ? busOf(at) : known - firstScsi;
    }),
  );
  return [...buses]
    .filter((bus) => bus >= 0 && bus < mostBuses && !taken.has(firstScsi + bus))
    .map((bus) => ({
      _type: 'ParaVirtualSCSIController',
      key: firstScsi + bus,
      deviceInfo: described(`SCSI controller ${bus}`, 'VMware paravirtual SCSI'),
      controllerKey: 100,
      unitNumber: 3 + bus,
      busNumber: bus,
      hotAddRemove: true,
      sharedBus: 'noSharing',
      scsiCtlrUnitNumber: 7,
    }));
}

const mostBuses = 4;
const onBus = 15;
const busOf = (nth: number): number => Math.floor(nth / onBus);
/** The controller itself is unit 7. */
const unitOf = (nth: number): number => (nth % onBus) + (nth % onBus >= 7 ? 1 : 0);

type DiskIn = { readonly disk: Disk; readonly paper: MachinePaper };

function diskDevice(vc: Vc, vm: Vm, { disk, paper }: DiskIn): Data {
  const known: DiskPaper = paper.disks?.[disk.key] ?? {};
  const nth = vm.spec.disks.indexOf(disk);
  const kilobytes = Math.round(disk.size * 1_048_576);
  return {
    _type: 'VirtualDisk',
    key: disk.key,
    deviceInfo: described(disk.label, `${kilobytes.toLocaleString('en-US')} KB`),
    backing: {
      _type: 'VirtualDiskFlatVer2BackingInfo',
      fileName: diskPathOf(vc, { vm, paper }, disk),
      datastore: vc.refs.ofId(disk.datastore),
      diskMode: known.mode ?? 'persistent',
      split: false,
      writeThrough: false,
      thinProvisioned: disk.isThin,
      eagerlyScrub: false,
      uuid: known.uuid ?? derivedUuid(`${vm.aliases.uuid ?? vm.id}/disk/${disk.key}`),
      contentId: 'fffffffe',
      digestEnabled: false,
      sharing: 'sharingNone',
      ...known.backing,
      parent: parentBacking(vc, vm, { disk, paper }),
    },
    controllerKey: known.controller ?? firstScsi + busOf(nth),
    unitNumber: known.unit ?? unitOf(nth),
    capacityInKB: kilobytes,
    capacityInBytes: kilobytes * 1024,
    shares: { shares: 1000, level: 'normal' },
    storageIOAllocation: { limit: -1, shares: { shares: 1000, level: 'normal' }, reservation: 0 },
    diskObjectId: `1-${disk.key}`,
    nativeUnmanagedLinkedClone: false,
    ...leveled(known.more),
  };
}

const diskShares: Readonly<Record<string, number>> = { low: 500, normal: 1000, high: 2000 };

/** A level says how many shares there are, whatever number a client sends with it. */
function leveled(more: Data | undefined): Data {
  const allocation = dataAt(more, 'storageIOAllocation');
  const shares = diskShares[textAt(allocation, 'shares.level') ?? ''];
  if (allocation === undefined || shares === undefined) return { ...more };
  const level = textAt(allocation, 'shares.level') ?? '';
  return { ...more, storageIOAllocation: { ...allocation, shares: { shares, level } } };
}

/** With snapshots, what is written now stands on what was written before. */
function parentBacking(vc: Vc, vm: Vm, { disk, paper }: DiskIn): Value {
  const base = baseOf(vc, paper.disks?.[disk.key]);
  if (vm.spec.snapshots.length === 0) return base;
  const path = diskPathOf(vc, { vm, paper }, disk);
  return {
    _type: 'VirtualDiskFlatVer2BackingInfo',
    fileName: path.replace(/\.vmdk$/, '-base.vmdk'),
    datastore: vc.refs.ofId(disk.datastore),
    diskMode: 'persistent',
    thinProvisioned: disk.isThin,
    parent: base,
  };
}

/** The disk that a linked one was made upon. */
function baseOf(vc: Vc, known: DiskPaper | undefined): Data | undefined {
  const parent = dataAt(known?.backing, 'parent');
  const file = textAt(parent, 'fileName');
  return parent === undefined || file === undefined
    ? undefined
    : { ...parent, datastore: vc.refs.ofId(storeNamed(vc, file, undefined)) };
}

type NicIn = { readonly nic: Nic; readonly paper: MachinePaper };

function nicDevice(vc: Vc, vm: Vm, { nic, paper }: NicIn): Data {
  const known = paper.nics?.[nic.key];
  const wire = wireOf(vc, nic);
  return {
    _type: known?.type ?? 'VirtualVmxnet3',
    key: nic.key,
    deviceInfo: described(nic.label, wireText(vc, wire)),
    backing: backingOf(vc, { wire, portKey: nicPortOf({ vm, paper }, nic) }),
    connectable: plugOf(nic, vm.spec.power === 'on'),
    controllerKey: 100,
    unitNumber: 7 + vm.spec.nics.indexOf(nic),
    addressType: known?.addressType ?? 'assigned',
    macAddress: nic.mac,
    wakeOnLanEnabled: true,
    resourceAllocation: { reservation: 0, share: { shares: 50, level: 'normal' }, limit: -1 },
    uptCompatibilityEnabled: false,
    ...known?.more,
  };
}

const plugOf = (nic: Nic, isOn: boolean): Data => ({
  migrateConnect: 'unset',
  startConnected: nic.isConnected,
  allowGuestControl: true,
  connected: nic.isConnected && isOn,
  status: isOn ? 'ok' : 'untried',
});

type Wire = EntityOf<'network'>;

function wireOf(vc: Vc, { network }: Nic): Wire | undefined {
  const found = network === null ? undefined : vc.world().inventory.get(network);
  return found?.kind === 'network' ? found : undefined;
}

/** The distributed switch that it is a port group of. */
function switchOf(vc: Vc, wire: Wire | undefined): EntityOf<'vswitch'> | undefined {
  const above =
    wire?.parent === undefined || wire.parent === null ? undefined : vc.world().inventory.get(wire.parent);
  return above?.kind === 'vswitch' && above.spec.type === 'distributed' ? above : undefined;
}

function wireText(vc: Vc, wire: Wire | undefined): string {
  const above = switchOf(vc, wire);
  return above === undefined ? plainName(wire?.name ?? 'none') : `DVSwitch: ${above.aliases.uuid ?? ''}`;
}

type Plug = { readonly wire: Wire | undefined; readonly portKey: string };

function backingOf(vc: Vc, { wire, portKey }: Plug): Data {
  const above = switchOf(vc, wire);
  if (above !== undefined)
    return {
      _type: 'VirtualEthernetCardDistributedVirtualPortBackingInfo',
      port: {
        switchUuid: above.aliases.uuid ?? '',
        portgroupKey: wire === undefined ? '' : vc.refs.of(wire).value,
        portKey,
        connectionCookie: 1,
      },
    };
  return {
    _type: 'VirtualEthernetCardNetworkBackingInfo',
    deviceName: plainName(wire?.name ?? ''),
    useAutoDetect: false,
    network: wire === undefined ? undefined : vc.refs.of(wire),
    inPassthroughMode: false,
  };
}

/** Controllers name what hangs on them. */
function withChildren(devices: readonly Data[]): readonly Data[] {
  const children = new Map<number, number[]>();
  for (const { key, controllerKey } of devices) {
    if (controllerKey === undefined) continue;
    const list = children.get(Number(controllerKey)) ?? [];
    list.push(Number(key));
    children.set(Number(controllerKey), list);
  }
  return devices.map((device) => {
    const below = children.get(Number(device.key));
    return below === undefined ? device : { ...device, device: below };
  });
}
