/** Disks and adapters that REST asks for, as changes of devices. */
import { switchOf } from '../../objects/inventory/tree.ts';
import { switchUuid } from '../../objects/network/network.ts';
import type { Data } from '../../wire/value.ts';
import type { Vc } from '../../vc.ts';
import { noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, flagIn, isFields, numberIn, textIn } from '../rest-call.ts';
import type { Fields } from '../rest-call.ts';
import { entityAt } from './estate.ts';

const gibibyte = 1_073_741_824;

type Slot = {
  readonly key: number;
  readonly controller: number | undefined;
  readonly unit: number | undefined;
};

export function diskDevice(spec: Fields, { key, controller, unit }: Slot): Data {
  const fresh = spec.new_vmdk;
  const backing = fieldsIn(spec, 'backing');
  const capacity = isFields(fresh) ? (numberIn(fresh, 'capacity') ?? 16 * gibibyte) : 16 * gibibyte;
  const isNew = !('vmdk_file' in backing);
  return {
    _type: 'VirtualDeviceConfigSpec',
    operation: 'add',
    ...(isNew ? { fileOperation: 'create' } : {}),
    device: {
      _type: 'VirtualDisk',
      key,
      controllerKey: controller,
      unitNumber: unit,
      capacityInKB: isNew ? Math.round(capacity / 1024) : 0,
      backing: {
        _type: 'VirtualDiskFlatVer2BackingInfo',
        fileName: textIn(backing, 'vmdk_file') ?? '',
        diskMode: 'persistent',
        thinProvisioned: true,
      },
    },
  };
}

const cards: Readonly<Record<string, string>> = {
  E1000: 'VirtualE1000',
  E1000E: 'VirtualE1000e',
  PCNET32: 'VirtualPCNet32',
  VMXNET2: 'VirtualVmxnet2',
  VMXNET3: 'VirtualVmxnet3',
};

export function nicDevice(vc: Vc, spec: Fields, key: number): Reply<Data> {
  const type = textIn(spec, 'type') ?? 'VMXNET3';
  const card = cards[type];
  if (card === undefined)
    return refuse('invalid_argument', `There is no network adapter of the type '${type}'.`);
  const backing = nicBacking(vc, fieldsIn(spec, 'backing'));
  if (!backing.ok) return backing;
  const mac = textIn(spec, 'mac_address');
  return told({
    _type: 'VirtualDeviceConfigSpec',
    operation: 'add',
    device: {
      _type: card,
      key,
      backing: backing.value,
      connectable: {
        _type: 'VirtualDeviceConnectInfo',
        startConnected: flagIn(spec, 'start_connected') ?? true,
        allowGuestControl: flagIn(spec, 'allow_guest_control') ?? true,
        connected: true,
      },
      addressType: (textIn(spec, 'mac_type') ?? (mac === undefined ? 'ASSIGNED' : 'MANUAL')).toLowerCase(),
      macAddress: mac,
    },
  });
}

export function nicBacking(vc: Vc, backing: Fields): Reply<Data> {
  const id = textIn(backing, 'network');
  const network = id === undefined ? undefined : entityAt(vc, 'network', id);
  if (network === undefined) return noSuch('network', id ?? '');
  const vswitch = switchOf(vc, network);
  if (vc.refs.typeOf(network) !== 'DistributedVirtualPortgroup')
    return told({
      _type: 'VirtualEthernetCardNetworkBackingInfo',
      deviceName: network.name,
      network: vc.refs.of(network),
    });
  return told({
    _type: 'VirtualEthernetCardDistributedVirtualPortBackingInfo',
    port: {
      _type: 'DistributedVirtualSwitchPortConnection',
      switchUuid: switchUuid(vswitch?.aliases.uuid ?? ''),
      portgroupKey: network.aliases.moRef ?? network.id,
    },
  });
}
