/** The devices that a configuration file names, as vSphere's types. */
import type { Data } from '../wire/value.ts';
import { addressWords, cardWords, controllerWords } from './vmx-words.table.ts';

export type Vmx = {
  /** By its key in small letters. */
  readonly get: (key: string) => string | undefined;
  readonly all: ReadonlyMap<string, { readonly key: string; readonly value: string }>;
};

export type PathOf = (name: string) => string;

export function devicesInVmx(vmx: Vmx, pathOf: PathOf): readonly Data[] {
  const present = [...vmx.all.keys()].flatMap((key) =>
    key.endsWith('.present') && isTrue(vmx.get(key)) ? [key.slice(0, -'.present'.length)] : [],
  );
  const drives = present.filter((name) => /^(scsi|ide|sata|nvme)\d+:\d+$/.test(name)).toSorted(byNumber);
  const buses = [
    ...new Set([
      ...present.filter((name) => /^(scsi|sata|nvme)\d+$/.test(name)),
      ...drives.map((name) => name.split(':')[0] ?? ''),
    ]),
  ].toSorted(byNumber);
  return [
    ...buses.map((bus, at) => controllerIn(vmx, bus, at)),
    ...drives.map((name) => driveIn(vmx, { name, bus: buses.indexOf(name.split(':')[0] ?? '') }, pathOf)),
    ...present
      .filter((name) => /^ethernet\d+$/.test(name))
      .toSorted(byNumber)
      .map((name) => cardIn(vmx, name)),
    ...present
      .filter((name) => /^serial\d+$/.test(name))
      .toSorted(byNumber)
      .map((name) => serialIn(vmx, name, pathOf)),
  ];
}

const isTrue = (value: string | undefined): boolean => value?.toLowerCase() === 'true';
const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** Keys that no real device has: who hangs on a controller names it by its own. */
const controllerKey = (at: number): number => -(100 + at);

function controllerIn(vmx: Vmx, bus: string, at: number): Data {
  const kind = bus.replace(/\d+$/, '');
  const dev = vmx.get(`${bus}.virtualdev`)?.toLowerCase() ?? (kind === 'scsi' ? 'lsilogic' : '');
  const type =
    Object.entries(controllerWords).find(([, words]) => words.bus === kind && words.dev === dev)?.[0] ??
    'VirtualLsiLogicController';
  const busNumber = Number(/\d+$/.exec(bus)?.[0] ?? 0);
  return {
    _type: type,
    key: controllerKey(at),
    busNumber,
    ...(kind === 'scsi' ? { sharedBus: 'noSharing' } : {}),
  };
}

type Drive = { readonly name: string; readonly bus: number };

function driveIn(vmx: Vmx, { name, bus }: Drive, pathOf: PathOf): Data {
  const place = { controllerKey: controllerKey(bus), unitNumber: Number(name.split(':')[1] ?? 0), key: -1 };
  const kind = vmx.get(`${name}.devicetype`)?.toLowerCase() ?? '';
  const file = vmx.get(`${name}.filename`) ?? '';
  if (!kind.includes('cdrom'))
    return {
      ...place,
      _type: 'VirtualDisk',
      backing: {
        _type: 'VirtualDiskFlatVer2BackingInfo',
        fileName: pathOf(file),
        diskMode: vmx.get(`${name}.mode`)?.replace('-', '_') ?? 'persistent',
      },
    };
  const backing: Data =
    kind === 'cdrom-image'
      ? { _type: 'VirtualCdromIsoBackingInfo', fileName: pathOf(file) }
      : isTrue(vmx.get(`${name}.clientdevice`)) || file === 'emptyBackingString'
        ? { _type: 'VirtualCdromRemotePassthroughBackingInfo', deviceName: '', exclusive: false }
        : { _type: 'VirtualCdromAtapiBackingInfo', deviceName: file };
  return { ...place, _type: 'VirtualCdrom', backing };
}

const keyFor = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.entries(words).find(([, each]) => each === word)?.[0];

function cardIn(vmx: Vmx, name: string): Data {
  const told = (word: string): string => vmx.get(`${name}.${word}`) ?? '';
  const mac = told('address') || told('generatedaddress');
  return {
    _type: keyFor(cardWords, told('virtualdev').toLowerCase()) ?? 'VirtualPCNet32',
    key: -1,
    addressType: keyFor(addressWords, told('addresstype').toLowerCase()) ?? 'generated',
    ...(mac === '' ? {} : { macAddress: mac.toLowerCase() }),
    connectable: {
      startConnected: told('startconnected').toLowerCase() !== 'false',
      allowGuestControl: true,
      connected: false,
    },
    backing: wireIn(told),
  };
}

function wireIn(told: (word: string) => string): Data {
  const group = told('dvs.portgroupid');
  return group === ''
    ? { _type: 'VirtualEthernetCardNetworkBackingInfo', deviceName: told('networkname') }
    : {
        _type: 'VirtualEthernetCardDistributedVirtualPortBackingInfo',
        port: { switchUuid: told('dvs.switchid'), portgroupKey: group },
      };
}

function serialIn(vmx: Vmx, name: string, pathOf: PathOf): Data {
  const file = vmx.get(`${name}.filename`) ?? '';
  return { _type: 'VirtualSerialPort', key: -1, yieldOnPoll: true, backing: backingIn() };
  function backingIn(): Data {
    switch (vmx.get(`${name}.filetype`)?.toLowerCase()) {
      case 'file':
        return { _type: 'VirtualSerialPortFileBackingInfo', fileName: pathOf(file) };
      case 'pipe':
        return {
          _type: 'VirtualSerialPortPipeBackingInfo',
          pipeName: file,
          endpoint: vmx.get(`${name}.pipe.endpoint`) ?? 'client',
          noRxLoss: false,
        };
      case 'network':
        return {
          _type: 'VirtualSerialPortURIBackingInfo',
          serviceURI: file,
          direction: vmx.get(`${name}.network.endpoint`) ?? 'server',
        };
      default:
        return { _type: 'VirtualSerialPortDeviceBackingInfo', deviceName: file, useAutoDetect: file === '' };
    }
  }
}
