/** What a device says of itself: its label stays, its summary follows what is in it. */
import { textAt } from '../../wire/ask.ts';
import { isData } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';

export const described = (label: string, summary: string): Data => ({
  _type: 'Description',
  label,
  summary,
});

export const usualSummaries: Readonly<Record<string, string>> = {
  VirtualMachineVideoCard: 'Video card',
  VirtualPointingDevice: 'Pointing device; Device',
  VirtualMachineVMCIDevice:
    'Device on the virtual machine PCI bus that provides support for the virtual machine communication interface',
};

/** By the type of the backing: the word before, and the field that names what is there. */
const backings: Readonly<Record<string, readonly [word: string, field: string]>> = {
  VirtualCdromIsoBackingInfo: ['ISO', 'fileName'],
  VirtualCdromAtapiBackingInfo: ['ATAPI', 'deviceName'],
  VirtualCdromPassthroughBackingInfo: ['Passthrough', 'deviceName'],
  VirtualFloppyImageBackingInfo: ['Image', 'fileName'],
  VirtualFloppyDeviceBackingInfo: ['Device', 'deviceName'],
  VirtualSerialPortFileBackingInfo: ['File', 'fileName'],
  VirtualSerialPortURIBackingInfo: ['Remote', 'serviceURI'],
  VirtualSerialPortPipeBackingInfo: ['Pipe', 'pipeName'],
  VirtualSerialPortDeviceBackingInfo: ['Device', 'deviceName'],
  VirtualParallelPortFileBackingInfo: ['File', 'fileName'],
  VirtualParallelPortDeviceBackingInfo: ['Device', 'deviceName'],
};

export function worded(device: Data): Data {
  const { backing, deviceInfo } = device;
  if (!isData(backing) || !isData(deviceInfo)) return device;
  const [word, field] = backings[backing._type ?? ''] ?? [];
  const name = field === undefined ? undefined : textAt(backing, field);
  if (word === undefined || name === undefined || name === '') return device;
  return { ...device, deviceInfo: { ...deviceInfo, summary: `${word} ${name}` } };
}
