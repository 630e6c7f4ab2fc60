/** Devices that only the paper knows: controllers, drives, ports, cards. */
import { isData } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { badDevice, withController } from './planning.ts';
import type { DevicePlan, Step, Taking } from './planning.ts';

/** Where the keys of a kind of devices begin, as vSphere counts them. */
const firstKeys: readonly (readonly [RegExp, number])[] = [
  [/IDEController/, 200],
  [/PCIController/, 100],
  [/PS2Controller/, 300],
  [/SIOController/, 400],
  [/VideoCard/, 500],
  [/Keyboard/, 600],
  [/PointingDevice/, 700],
  [/VMCIDevice/, 12_000],
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

/** Of these a machine has so many. */
const most: Readonly<Record<string, number>> = {
  VirtualIDEController: 2,
  VirtualPCIController: 1,
  VirtualPS2Controller: 1,
  VirtualSIOController: 1,
  VirtualKeyboard: 1,
  VirtualPointingDevice: 1,
  VirtualMachineVideoCard: 1,
  VirtualMachineVMCIDevice: 1,
  VirtualUSBController: 1,
  VirtualUSBXHCIController: 1,
  VirtualTPM: 1,
};

export function addOwn(taking: Taking, { device, at }: Step): Answer<DevicePlan> {
  const { plan, given } = taking;
  if (device._type === undefined) return badDevice(at, 'it has no type');
  const limit = most[device._type];
  const alike = [...taking.existing, ...plan.own].filter(({ _type }) => _type === device._type).length;
  if (limit !== undefined && alike >= limit) return tooMany(at, limit);
  const { key, first } = keyFor(taking, device);
  given.set(Number(device.key ?? -1), key);
  const placed = pluggable(onUnit(taking, withController(taking, device)));
  const whole = { ...placed, key, deviceInfo: labelOf(device, key - first) };
  return done({ ...plan, own: [...plan.own, unplugged(whole)] });
}

const tooMany = (at: number, limit: number): Answer<never> =>
  faulted('TooManyDevices', `There ${limit === 1 ? 'is one' : `are ${limit}`} of its kind already.`, {
    deviceIndex: at,
    property: '',
  });

/** A client's own number is kept only where it is one that vSphere would give. */
function keyFor({ existing, plan }: Taking, device: Data): { readonly key: number; readonly first: number } {
  const used = new Set([...existing, ...plan.own].map(({ key }) => Number(key)));
  const wish = Number(device.key ?? -1);
  const first = firstKeys.find(([pattern]) => pattern.test(device._type ?? ''))?.[1] ?? 20_000;
  const bus = typeof device.busNumber === 'number' ? device.busNumber : 0;
  const isUsual = wish >= first && wish < first + 1000 && !used.has(wish);
  let key = isUsual ? wish : first + bus;
  while (used.has(key)) key += 1;
  return { key, first };
}

/** Drives and ports can be plugged in and out, whether their maker says so or not. */
const pluggable = (device: Data): Data =>
  device.connectable !== undefined || !/Cdrom|Floppy|SerialPort|ParallelPort/.test(device._type ?? '')
    ? device
    : { ...device, connectable: { startConnected: true, allowGuestControl: true, connected: false } };

/** Who leaves the unit open gets the first that is free on its controller. */
function onUnit({ existing, plan }: Taking, device: Data): Data {
  const { controllerKey, unitNumber } = device;
  if (controllerKey === undefined || Number(unitNumber ?? -1) >= 0) return device;
  const others = [...existing, ...plan.own, ...plan.newDisks.map((disk) => disk.device)];
  const taken = new Set(
    others.filter((each) => each.controllerKey === controllerKey).map((each) => each.unitNumber),
  );
  let unit = 0;
  while (taken.has(unit)) unit += 1;
  return { ...device, unitNumber: unit };
}

function labelOf(device: Data, nth: number): Data {
  const known = isData(device.deviceInfo) ? device.deviceInfo : undefined;
  if (known !== undefined && typeof known.label === 'string') return { ...known, _type: 'Description' };
  const words = labels.find(([pattern]) => pattern.test(device._type ?? ''))?.[1] ?? 'Device';
  const number = words.endsWith(' controller') || words === 'IDE' ? nth : nth + 1;
  return { _type: 'Description', label: `${words} ${number}`, summary: `${words} ${number}` };
}

const labels: readonly (readonly [RegExp, string])[] = [
  [/IDEController/, 'IDE'],
  [/PCIController/, 'PCI controller'],
  [/PS2Controller/, 'PS2 controller'],
  [/SIOController/, 'SIO controller'],
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
export const unplugged = (device: Data): Data => ({ ...device, device: undefined });
