/** From a descriptor to the specification of a machine, and the files that are still to come. */
import type { Vc } from '../../vc.ts';
import { dataListAt, refAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { nicDevice } from '../../rest/inventory/new-devices.ts';
import { mebibytesOf } from './descriptor.ts';
import type { Ovf, OvfDisk, OvfItem } from './descriptor.ts';

type FileItem = Data & { readonly deviceId: string; readonly path: string };
type Planned = { readonly config: Data; readonly files: readonly FileItem[] };

type Wish = { readonly vc: Vc; readonly store: string; readonly params: Data };

/** Type numbers of CIM. */
const cim = { cpu: 3, memory: 4, ide: 5, scsi: 6, nic: 10, cd: 15, dvd: 16, disk: 17, sata: 20 } as const;

export function planImport(ovf: Ovf, { vc, store, params }: Wish): Planned {
  const name = textAt(params, 'entityName') || ovf.name;
  const of = (type: number): readonly OvfItem[] => ovf.items.filter((item) => item.type === type);
  const controllers = controllersOf(ovf);
  const files: FileItem[] = [];
  const changes: Data[] = [...controllers.values()].flatMap(({ device }) =>
    device._type === undefined ? [] : [add(device)],
  );
  const slotOf: SlotOf = ({ parent, unit }) => ({
    controllerKey: controllers.get(parent)?.key,
    unitNumber: unit,
  });
  const disks = of(cim.disk).flatMap((item) => {
    const disk = ovf.disks.find(({ id }) => item.host.endsWith(`/${id}`));
    return disk === undefined ? [] : [{ item, disk }];
  });
  disks.forEach(({ item, disk }, nth) => {
    changes.push(diskChange({ disk, nth, slot: slotOf(item), params, store }));
    if (disk.file !== undefined) files.push(fileItem(`/${name}/VirtualDisk${nth}`, disk.file, cim.disk));
  });
  [...of(cim.cd), ...of(cim.dvd)].forEach((item, nth) => {
    const file = ovf.files.find(({ id }) => item.host.endsWith(`/${id}`));
    const iso = file === undefined ? undefined : `[${store}] ${name}/_deviceImage${nth}.iso`;
    changes.push(add(cdrom(nth, iso, slotOf(item))));
    if (file !== undefined) files.push(fileItem(`/${name}/VirtualCdrom${nth}`, file, item.type));
  });
  of(cim.nic).forEach((item, nth) => changes.push(...nicChange({ vc, params }, item, nth)));
  const config: Data = {
    _type: 'VirtualMachineConfigSpec',
    name,
    ...sizesOf(ovf),
    files: { _type: 'VirtualMachineFileInfo', vmPathName: `[${store}]` },
    deviceChange: changes,
    extraConfig: ovf.extra.map(([key, value]) => ({ _type: 'OptionValue', key, value })),
    vAppConfig: vAppOf(ovf, params),
  };
  return { config, files };
}

function sizesOf(ovf: Ovf): Data {
  const first = (type: number): OvfItem | undefined => ovf.items.find((item) => item.type === type);
  const memory = first(cim.memory);
  return {
    version: /^vmx-\d+$/.test(ovf.hardware) ? ovf.hardware : undefined,
    guestId: ovf.osType,
    annotation: ovf.annotation === '' ? undefined : ovf.annotation,
    numCPUs: first(cim.cpu)?.quantity || 1,
    memoryMB: memory === undefined ? 1024 : mebibytesOf(memory),
  };
}

const add = (device: Data): Data => ({ _type: 'VirtualDeviceConfigSpec', operation: 'add', device });

const fileItem = (
  deviceId: string,
  file: { readonly href: string; readonly size: number },
  type: number,
): FileItem => ({
  _type: 'OvfFileItem',
  deviceId,
  path: file.href,
  size: file.size,
  cimType: type,
  create: type !== cim.disk,
});

type SlotOf = (item: OvfItem) => Data;
type Controller = { readonly key: number; readonly device: Data };

const scsiTypes: Readonly<Record<string, string>> = {
  virtualscsi: 'ParaVirtualSCSIController',
  lsilogicsas: 'VirtualLsiLogicSASController',
  buslogic: 'VirtualBusLogicController',
};

/** IDE controllers are in every machine already. */
function controllersOf(ovf: Ovf): ReadonlyMap<string, Controller> {
  const found = new Map<string, Controller>();
  let next = -1;
  for (const { type, id, address, subType } of ovf.items) {
    if (type === cim.ide) found.set(id, { key: 200 + address, device: {} });
    if (type !== cim.scsi && type !== cim.sata) continue;
    const key = next--;
    const named = scsiTypes[subType.toLowerCase()] ?? 'VirtualLsiLogicController';
    const device: Data =
      type === cim.scsi
        ? { _type: named, key, busNumber: address, sharedBus: 'noSharing' }
        : { _type: 'VirtualAHCIController', key, busNumber: address };
    found.set(id, { key, device });
  }
  return found;
}

/** Kilobytes. */
const smallestDisk = 2048;

type DiskWish = {
  readonly disk: OvfDisk;
  readonly nth: number;
  readonly slot: Data;
  readonly params: Data;
  readonly store: string;
};

const diskChange = ({ disk, nth, slot, params, store }: DiskWish): Data => ({
  ...add({
    _type: 'VirtualDisk',
    key: -100 - nth,
    ...slot,
    capacityInKB: Math.max(smallestDisk, Math.round(disk.bytes / 1024)),
    backing: {
      _type: 'VirtualDiskFlatVer2BackingInfo',
      fileName: `[${store}]`,
      diskMode: 'persistent',
      thinProvisioned: textAt(params, 'diskProvisioning') === 'thin',
    },
  }),
  fileOperation: 'create',
});

const cdrom = (nth: number, iso: string | undefined, slot: Data): Data => ({
  _type: 'VirtualCdrom',
  key: -300 - nth,
  ...slot,
  deviceInfo:
    iso === undefined
      ? undefined
      : { _type: 'Description', label: `CD/DVD drive ${nth + 1}`, summary: `ISO ${iso}` },
  backing:
    iso === undefined
      ? { _type: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false }
      : { _type: 'VirtualCdromIsoBackingInfo', fileName: iso },
  connectable: {
    _type: 'VirtualDeviceConnectInfo',
    startConnected: iso !== undefined,
    allowGuestControl: true,
    connected: false,
  },
});

/** The network that the descriptor's is mapped to, else one of that name, else none. */
function nicChange({ vc, params }: Pick<Wish, 'vc' | 'params'>, item: OvfItem, nth: number): readonly Data[] {
  const mapped = dataListAt(params, 'networkMapping').find(
    (each) => textAt(each, 'name') === item.connection,
  );
  const ref = mapped === undefined ? undefined : refAt(mapped, 'network');
  const named = vc
    .world()
    .inventory.ofKind('network')
    .find(({ name }) => name === item.connection);
  const network = ref?.value ?? (named === undefined ? undefined : vc.refs.of(named).value);
  const types: Readonly<Record<string, string>> = {
    e1000: 'E1000',
    e1000e: 'E1000E',
    pcnet32: 'PCNET32',
    vmxnet: 'VMXNET2',
  };
  const type = types[item.subType.toLowerCase()] ?? 'VMXNET3';
  const change = nicDevice(
    vc,
    { type, start_connected: item.isPlugged, backing: { network: network ?? firstNetwork(vc) } },
    -200 - nth,
  );
  return change.ok ? [change.value] : [];
}

const firstNetwork = (vc: Vc): string | undefined => {
  const [first] = vc.world().inventory.ofKind('network');
  return first === undefined ? undefined : vc.refs.of(first).value;
};

function vAppOf(ovf: Ovf, params: Data): Data | undefined {
  if (ovf.properties.length === 0 && ovf.product.name === '') return undefined;
  const given = new Map(
    dataListAt(params, 'propertyMapping').map((each) => [
      textAt(each, 'key') ?? '',
      textAt(each, 'value') ?? '',
    ]),
  );
  return {
    _type: 'VmConfigSpec',
    product: [
      {
        _type: 'VAppProductSpec',
        operation: 'add',
        info: {
          _type: 'VAppProductInfo',
          key: 0,
          name: ovf.product.name,
          vendor: ovf.product.vendor,
          version: ovf.product.version,
          fullVersion: ovf.product.full,
        },
      },
    ],
    property: propertyInfos(ovf).map((info) => {
      const value = given.get(wholeId(info));
      return {
        _type: 'VAppPropertySpec',
        operation: 'add',
        info: { ...info, ...(value === undefined ? {} : { value }) },
      };
    }),
  };
}

/** `class.id.instance`, of which the outer two may be missing. */
const wholeId = (info: Data): string =>
  [textAt(info, 'classId'), textAt(info, 'id'), textAt(info, 'instanceId')]
    .filter((part) => (part ?? '') !== '')
    .join('.');

export const propertyInfos = (ovf: Ovf): readonly Data[] =>
  ovf.properties.map(({ id, classId, instanceId, type, value, label, description, isOpen }, key) => ({
    _type: 'VAppPropertyInfo',
    key,
    classId,
    instanceId,
    id,
    label,
    type,
    userConfigurable: isOpen,
    defaultValue: value,
    value: '',
    description,
  }));
