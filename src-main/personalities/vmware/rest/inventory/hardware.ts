/** Devices in REST's words. */
import { devicesOf } from '../../objects/machine/devices.ts';
import { isDisk, isNic } from '../../objects/machine/planning.ts';
import { paperOf } from '../../objects/machine/paper.ts';
import type { Vm } from '../../objects/machine/paper.ts';
import { dataAt, flagAt, numberAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import type { Vc } from '../../vc.ts';
import { mapIn } from '../reply.ts';
import type { Dialect } from '../reply.ts';

export type Device = { readonly key: string; readonly device: Data };

const of = (vc: Vc, vm: Vm, is: (device: Data) => boolean): readonly Device[] =>
  devicesOf(vc, vm, paperOf(vc, vm.id))
    .filter(is)
    .map((device) => ({ key: String(Number(device.key)), device }));

const typed =
  (pattern: RegExp) =>
  (device: Data): boolean =>
    pattern.test(device._type ?? '');

export const disksIn = (vc: Vc, vm: Vm): readonly Device[] => of(vc, vm, isDisk);
export const nicsIn = (vc: Vc, vm: Vm): readonly Device[] => of(vc, vm, isNic);
export const cdromsIn = (vc: Vc, vm: Vm): readonly Device[] => of(vc, vm, typed(/^VirtualCdrom$/));

const scsi: Readonly<Record<string, string>> = {
  ParaVirtualSCSIController: 'PVSCSI',
  VirtualLsiLogicController: 'LSILOGIC',
  VirtualLsiLogicSASController: 'LSILOGICSAS',
  VirtualBusLogicController: 'BUSLOGIC',
};

export const adapters = {
  scsi: {
    of: (vc: Vc, vm: Vm) => of(vc, vm, ({ _type }) => scsi[_type ?? ''] !== undefined),
    shown: scsiShown,
  },
  sata: { of: (vc: Vc, vm: Vm) => of(vc, vm, typed(/AHCI|SATA/)), shown: plainAdapter('AHCI') },
  nvme: { of: (vc: Vc, vm: Vm) => of(vc, vm, typed(/NVME/i)), shown: plainAdapter(null) },
} as const;

const label = (device: Data): string => textAt(device, 'deviceInfo.label') ?? '';
const bus = (device: Data): number => numberAt(device, 'busNumber') ?? 0;

function scsiShown({ device }: Device): object {
  return {
    label: label(device),
    type: scsi[device._type ?? ''],
    scsi: { bus: bus(device), unit: 7 },
    sharing: 'NONE',
  };
}

function plainAdapter(type: string | null) {
  return ({ device }: Device): object => ({
    label: label(device),
    bus: bus(device),
    ...(type === null ? {} : { type }),
  });
}

/** On which controller it hangs, in the words of that controller's kind. */
function slotOf(vc: Vc, vm: Vm, device: Data): object {
  const key = String(Number(device.controllerKey));
  const unit = Number(device.unitNumber ?? 0);
  for (const [type, adapter] of Object.entries(adapters)) {
    const found = adapter.of(vc, vm).find((each) => each.key === key);
    if (found !== undefined) return { type: type.toUpperCase(), [type]: { bus: bus(found.device), unit } };
  }
  return { type: 'IDE', ide: { primary: key === '200', master: unit === 0 } };
}

export const diskShown = (vc: Vc, vm: Vm, { device }: Device): object => ({
  label: label(device),
  ...slotOf(vc, vm, device),
  backing: { type: 'VMDK_FILE', vmdk_file: textAt(device, 'backing.fileName') ?? '' },
  capacity: Number(device.capacityInBytes ?? 0),
});

const cardTypes: Readonly<Record<string, string>> = {
  VirtualE1000: 'E1000',
  VirtualE1000e: 'E1000E',
  VirtualPCNet32: 'PCNET32',
  VirtualVmxnet2: 'VMXNET2',
  VirtualVmxnet3: 'VMXNET3',
};

function nicBackingShown(vc: Vc, device: Data): object {
  const port = dataAt(device, 'backing.port');
  if (port !== undefined)
    return {
      type: 'DISTRIBUTED_PORTGROUP',
      network: textAt(port, 'portgroupKey'),
      distributed_switch_uuid: textAt(port, 'switchUuid'),
      distributed_port: textAt(port, 'portKey'),
    };
  const network = vc
    .world()
    .inventory.ofKind('network')
    .find(({ name }) => name === textAt(device, 'backing.deviceName'));
  return {
    type: 'STANDARD_PORTGROUP',
    network_name: textAt(device, 'backing.deviceName') ?? '',
    ...(network === undefined
      ? {}
      : { network: vc.refs.of(vc.members().alikeNetworks(network)[0] ?? network).value }),
  };
}

export const nicShown = (vc: Vc, { device }: Device): object => ({
  label: label(device),
  type: cardTypes[device._type ?? ''] ?? 'VMXNET3',
  mac_type: (textAt(device, 'addressType') ?? 'assigned').toUpperCase(),
  mac_address: textAt(device, 'macAddress') ?? '',
  pci_slot_number: 160 + 32 * (Number(device.unitNumber ?? 7) - 7),
  wake_on_lan_enabled: flagAt(device, 'wakeOnLanEnabled') ?? false,
  upt_compatibility_enabled: flagAt(device, 'uptCompatibilityEnabled') ?? false,
  backing: nicBackingShown(vc, device),
  ...connection(device),
});

const connection = (device: Data): object => ({
  state: flagAt(device, 'connectable.connected') === true ? 'CONNECTED' : 'NOT_CONNECTED',
  start_connected: flagAt(device, 'connectable.startConnected') ?? false,
  allow_guest_control: flagAt(device, 'connectable.allowGuestControl') ?? false,
});

export function cdromShown(vc: Vc, vm: Vm, { device }: Device): object {
  const file = textAt(device, 'backing.fileName') ?? '';
  const isIso = dataAt(device, 'backing')?._type === 'VirtualCdromIsoBackingInfo';
  return {
    label: label(device),
    ...slotOf(vc, vm, device),
    backing: isIso
      ? { type: 'ISO_FILE', iso_file: file }
      : { type: 'CLIENT_DEVICE', device_access_type: 'PASSTHRU' },
    ...connection(device),
  };
}

export const hardwareMaps = (vc: Vc, vm: Vm, dialect: Dialect): object => {
  const map = (devices: readonly Device[], shown: (device: Device) => object): unknown =>
    mapIn(
      dialect,
      devices.map((device) => [device.key, shown(device)] as const),
    );
  return {
    disks: map(disksIn(vc, vm), (device) => diskShown(vc, vm, device)),
    nics: map(nicsIn(vc, vm), (device) => nicShown(vc, device)),
    cdroms: map(cdromsIn(vc, vm), (device) => cdromShown(vc, vm, device)),
    scsi_adapters: map(adapters.scsi.of(vc, vm), adapters.scsi.shown),
    sata_adapters: map(adapters.sata.of(vc, vm), adapters.sata.shown),
    nvme_adapters: map(adapters.nvme.of(vc, vm), adapters.nvme.shown),
  };
};
