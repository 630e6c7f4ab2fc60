/** What a list of device changes asks for: of the world, and of the paper. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import { textAt } from '../../wire/ask.ts';
import { isData, isRef } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { storeNamed } from './datastore-path.ts';
import { standaloneDisk } from './standalone-disks.ts';

export type NewDisk = {
  readonly size: number;
  readonly isThin: boolean;
  readonly datastore: EntityId | undefined;
  readonly device: Data;
  /** It lies there already. */
  readonly existing: string | undefined;
};
export type NewNic = {
  readonly network: EntityId | null;
  readonly isConnected: boolean;
  readonly device: Data;
};

export type DevicePlan = {
  readonly newDisks: readonly NewDisk[];
  readonly newNics: readonly NewNic[];
  readonly editedDisks: readonly { readonly key: number; readonly size: number; readonly device: Data }[];
  readonly editedNics: readonly (NewNic & { readonly key: number })[];
  readonly gone: readonly { readonly key: number; readonly files: 'destroy' | 'keep' }[];
  /** Devices that only the paper knows: whole, under keys of their own. */
  readonly own: readonly Data[];
  readonly ownGone: readonly number[];
};

const emptyPlan: DevicePlan = {
  newDisks: [],
  newNics: [],
  editedDisks: [],
  editedNics: [],
  gone: [],
  own: [],
  ownGone: [],
};

const nicTypes = /^Virtual(E1000e?|Vmxnet[23]?|Vmxnet|PCNet32|SriovEthernetCard|EthernetCard|Vmxnet3Vrdma)$/;
export const isNic = ({ _type }: Data): boolean => nicTypes.test(_type ?? '');
export const isDisk = ({ _type }: Data): boolean => _type === 'VirtualDisk';

type Ground = { readonly vc: Vc; readonly existing: readonly Data[]; readonly home: EntityId | undefined };
type Step = {
  readonly op: string;
  readonly fileOp: string | undefined;
  readonly device: Data;
  readonly at: number;
};

export function planDevices(ground: Ground, changes: Value): Answer<DevicePlan> {
  let plan = emptyPlan;
  /** Keys that the client made up, as it may: negative, and told apart by what they become. */
  const given = new Map<number, number>();
  for (const [at, change] of (Array.isArray(changes) ? (changes as readonly Value[]) : []).entries()) {
    const step = stepOf(change, at);
    if (!step.ok) return step;
    const next = take({ ...ground, plan, given }, step.value);
    if (!next.ok) return next;
    plan = next.value;
  }
  return done(plan);
}

function stepOf(change: Value, at: number): Answer<Step> {
  if (!isData(change) || !isData(change.device)) return badDevice(at, 'it names no device');
  const { operation, fileOperation, device } = change;
  return done({
    op: typeof operation === 'string' ? operation : 'edit',
    fileOp: typeof fileOperation === 'string' ? fileOperation : undefined,
    device,
    at,
  });
}

const badDevice = (at: number, why: string): Answer<never> =>
  faulted('InvalidDeviceSpec', `Invalid configuration for device '${at}'.${why === '' ? '' : ` (${why})`}`, {
    deviceIndex: at,
    property: `configSpec.deviceChange[${at}]`,
  });

type Taking = Ground & { readonly plan: DevicePlan; readonly given: Map<number, number> };

function take(taking: Taking, step: Step): Answer<DevicePlan> {
  switch (step.op) {
    case 'add':
      return isDisk(step.device)
        ? addDisk(taking, step)
        : isNic(step.device)
          ? addNic(taking, step)
          : addOwn(taking, step);
    case 'edit':
      return edit(taking, step);
    case 'remove':
      return remove(taking, step);
    default:
      return badDevice(step.at, `there is no operation ${step.op}`);
  }
}

const kilobytesOf = ({ capacityInKB, capacityInBytes }: Data): number =>
  typeof capacityInBytes === 'number' && capacityInBytes > 0
    ? Math.ceil(capacityInBytes / 1024)
    : Number(capacityInKB ?? 0);

/** GiB: the smallest disk that the world knows. */
const leastSize = 0.001;

/** Clients send both sizes and change one: the one that differs is meant. */
function changedKilobytes(before: Data, after: Data): number {
  const kilobytes = Number(after.capacityInKB ?? 0);
  return kilobytes > 0 && kilobytes !== before.capacityInKB ? kilobytes : kilobytesOf(after);
}

const inGibibytes = (kilobytes: number): number => kilobytes / 1_048_576;

function storeIn({ vc, home }: Ground, backing: Data): EntityId | undefined {
  if (isRef(backing.datastore)) return vc.refs.entity(backing.datastore)?.id;
  const named = typeof backing.fileName === 'string' ? storeNamed(vc, backing.fileName, home) : undefined;
  return named ?? home;
}

function addDisk(taking: Taking, { device, fileOp, at }: Step): Answer<DevicePlan> {
  const backing = isData(device.backing) ? device.backing : {};
  const fileName = typeof backing.fileName === 'string' ? backing.fileName : '';
  const existing = fileOp === undefined && fileName.endsWith('.vmdk') ? fileName : undefined;
  const lying = existing === undefined ? undefined : standaloneDisk(taking.vc, existing);
  if (existing !== undefined && lying === undefined)
    return faulted('FileNotFound', `File ${existing} was not found`, { file: existing });
  const kilobytes = kilobytesOf(device) || (lying?.kilobytes ?? 0);
  if (kilobytes <= 0) return badDevice(at, 'a disk needs a capacity');
  const disk: NewDisk = {
    size: Math.max(leastSize, inGibibytes(kilobytes)),
    isThin: backing.thinProvisioned !== false,
    datastore: storeIn(taking, backing),
    device: withController(taking, device),
    existing,
  };
  return done({ ...taking.plan, newDisks: [...taking.plan.newDisks, disk] });
}

/** A controller that is added in the same breath has a key that the client made up. */
function withController({ given }: Taking, device: Data): Data {
  const known = given.get(Number(device.controllerKey));
  return known === undefined ? device : { ...device, controllerKey: known };
}

/** The network that a backing names; an answer without one is an adapter that hangs on nothing. */
export function networkIn(vc: Vc, device: Data): Answer<EntityId | null> {
  const backing = isData(device.backing) ? device.backing : {};
  if (isData(backing.port)) {
    const value = textAt(backing.port, 'portgroupKey') ?? '';
    const group = vc.refs.entity({ _ref: 'DistributedVirtualPortgroup', value });
    return group === undefined ? noNetwork(value) : done(group.id);
  }
  if (isRef(backing.network)) {
    const network = vc.refs.entity(backing.network);
    return network === undefined ? noNetwork(backing.network.value) : done(network.id);
  }
  const name = typeof backing.deviceName === 'string' ? backing.deviceName : '';
  if (name === '') return done(null);
  const found = vc
    .world()
    .inventory.ofKind('network')
    .find((network) => network.name === name);
  return found === undefined ? noNetwork(name) : done(found.id);
}

const noNetwork = (name: string): Answer<never> =>
  faulted('InvalidDeviceBacking', `There is no network ${name}.`, { deviceIndex: 0, property: 'backing' });

const isPlugged = ({ connectable }: Data): boolean =>
  !isData(connectable) || connectable.startConnected !== false || connectable.connected === true;

function addNic({ vc, plan }: Taking, { device }: Step): Answer<DevicePlan> {
  const network = networkIn(vc, device);
  if (!network.ok) return network;
  const nic: NewNic = { network: network.value, isConnected: isPlugged(device), device };
  return done({ ...plan, newNics: [...plan.newNics, nic] });
}

/** Where the keys of a kind of devices begin, as vSphere counts them. */
const firstKeys: readonly (readonly [RegExp, number])[] = [
  [/SCSI|LsiLogic|BusLogic/, 1000],
  [/AHCI|SATA/, 15_000],
  [/NVME/i, 31_000],
  [/USBXHCI/, 14_000],
  [/USBController/, 7000],
  [/USB/, 7001],
  [/Cdrom/, 3000],
  [/Floppy/, 8000],
  [/Serial/, 9000],
  [/Parallel/, 10_000],
  [/PCIPassthrough/, 13_000],
  [/TPM/, 11_000],
  [/Sound/, 5000],
  [/Precision|WDT/, 18_000],
];

/** Of these a machine has one. */
const single: ReadonlySet<string> = new Set([
  'VirtualUSBController',
  'VirtualUSBXHCIController',
  'VirtualTPM',
]);

function addOwn(taking: Taking, { device, at }: Step): Answer<DevicePlan> {
  const { plan, existing, given } = taking;
  const used = new Set([...existing, ...plan.own].map(({ key }) => Number(key)));
  const wish = Number(device.key ?? -1);
  const first = firstKeys.find(([pattern]) => pattern.test(device._type ?? ''))?.[1] ?? 20_000;
  const bus = typeof device.busNumber === 'number' ? device.busNumber : 0;
  // A client's own number is kept only where it is one that vSphere would give.
  const isUsual = wish >= first && wish < first + 1000 && !used.has(wish);
  let key = isUsual ? wish : first + bus;
  while (used.has(key)) key += 1;
  if (device._type === undefined) return badDevice(at, 'it has no type');
  const isSecond =
    single.has(device._type) && [...existing, ...plan.own].some(({ _type }) => _type === device._type);
  if (isSecond)
    return faulted('TooManyDevices', 'There is one of its kind already.', { deviceIndex: at, property: '' });
  given.set(wish, key);
  const whole = { ...withController(taking, device), key, deviceInfo: labelOf(device, key - first) };
  return done({ ...plan, own: [...plan.own, unplugged(whole)] });
}

function labelOf(device: Data, nth: number): Data {
  const known = isData(device.deviceInfo) ? device.deviceInfo : undefined;
  if (known !== undefined && typeof known.label === 'string') return { ...known, _type: 'Description' };
  const words = labels.find(([pattern]) => pattern.test(device._type ?? ''))?.[1] ?? 'Device';
  const number = words.endsWith(' controller') ? nth : nth + 1;
  return { _type: 'Description', label: `${words} ${number}`, summary: `${words} ${number}` };
}

const labels: readonly (readonly [RegExp, string])[] = [
  [/SCSI|LsiLogic|BusLogic/, 'SCSI controller'],
  [/AHCI|SATA/, 'SATA controller'],
  [/NVME/i, 'NVME controller'],
  [/USBXHCI/, 'USB xHCI controller'],
  [/USBController/, 'USB controller'],
  [/Cdrom/, 'CD/DVD drive'],
  [/Floppy/, 'Floppy drive'],
  [/Serial/, 'Serial port'],
  [/Parallel/, 'Parallel port'],
  [/PCIPassthrough/, 'PCI device'],
];

/** What a client says of the state now is ours to say. */
const unplugged = (device: Data): Data => ({ ...device, device: undefined });

const keyOf = ({ key }: Data): number => Number(key ?? Number.NaN);

function edit(taking: Taking, step: Step): Answer<DevicePlan> {
  const { plan, existing, vc } = taking;
  const before = existing.find((device) => keyOf(device) === keyOf(step.device));
  if (before === undefined) return badDevice(step.at, `there is no device ${keyOf(step.device)}`);
  if (isDisk(before)) {
    const size = inGibibytes(changedKilobytes(before, step.device));
    return done({
      ...plan,
      editedDisks: [...plan.editedDisks, { key: keyOf(before), size, device: step.device }],
    });
  }
  if (isNic(before)) {
    const network = networkIn(vc, step.device.backing === undefined ? before : step.device);
    if (!network.ok) return network;
    const nic = {
      key: keyOf(before),
      network: network.value,
      isConnected: isPlugged(step.device),
      device: step.device,
    };
    return done({ ...plan, editedNics: [...plan.editedNics, nic] });
  }
  const whole = unplugged({ ...before, ...step.device });
  return done({ ...plan, own: [...plan.own.filter((each) => keyOf(each) !== keyOf(before)), whole] });
}

function remove({ plan, existing }: Taking, { device, fileOp, at }: Step): Answer<DevicePlan> {
  const before = existing.find((each) => keyOf(each) === keyOf(device));
  if (before === undefined) return badDevice(at, `there is no device ${keyOf(device)}`);
  if (!isDisk(before) && !isNic(before)) return done({ ...plan, ownGone: [...plan.ownGone, keyOf(before)] });
  const files = fileOp === 'destroy' ? 'destroy' : 'keep';
  return done({ ...plan, gone: [...plan.gone, { key: keyOf(before), files }] });
}
