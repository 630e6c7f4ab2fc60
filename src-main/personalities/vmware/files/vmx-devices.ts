/** The lines of a configuration file that tell of disks, drives, cards and ports. */
import { readPath, findStore } from '../objects/machine/datastore-path.ts';
import { homeOf, directoryOf } from '../objects/machine/files.ts';
import type { Papered } from '../objects/machine/files.ts';
import { isNic } from '../objects/machine/planning.ts';
import { dataAt, flagAt, numberAt, textAt } from '../wire/ask.ts';
import type { Data } from '../wire/value.ts';
import type { Vc } from '../vc.ts';
import { addressWords, cardWords, controllerWords } from './vmx-words.table.ts';

type Line = readonly [key: string, value: string];
type Told = Papered & { readonly devices: readonly Data[] };

export function vmxDevices(vc: Vc, told: Told): readonly Line[] {
  return told.devices.flatMap((device): readonly Line[] => {
    const type = device._type ?? '';
    if (type in controllerWords) return controllerLines(told, device);
    if (type === 'VirtualDisk' || type === 'VirtualCdrom') return driveLines(vc, told, device);
    if (isNic(device)) return cardLines(device, told.devices.filter(isNic).indexOf(device));
    if (type === 'VirtualSerialPort')
      return portLines(vc, told, { device, name: `serial${nth(device, 9000)}` });
    if (type === 'VirtualParallelPort')
      return portLines(vc, told, { device, name: `parallel${nth(device, 10_000)}` });
    if (type === 'VirtualFloppy') return portLines(vc, told, { device, name: `floppy${nth(device, 8000)}` });
    return [];
  });
}

const nth = ({ key }: Data, first: number): number => Math.max(0, Number(key) - first);
const wordsOf = ({ _type }: Data): { readonly bus: string; readonly dev: string } | undefined =>
  (controllerWords as Readonly<Record<string, { readonly bus: string; readonly dev: string }>>)[_type ?? ''];
const slotOf = (device: Data): string => `${wordsOf(device)?.bus ?? ''}${Number(device.busNumber ?? 0)}`;

/** `scsi0:1`: where a drive hangs. */
export function driveSlot(devices: readonly Data[], drive: Data): string | undefined {
  const controller = devices.find(({ key }) => key === drive.controllerKey);
  if (controller === undefined || wordsOf(controller) === undefined) return undefined;
  return `${slotOf(controller)}:${Number(drive.unitNumber ?? 0)}`;
}

/** A controller of IDE is told by what hangs on it. */
function controllerLines({ devices }: Told, device: Data): readonly Line[] {
  const words = wordsOf(device);
  const isUsed = devices.some(({ controllerKey }) => controllerKey === device.key);
  if (words === undefined || words.bus === 'ide' || !isUsed) return [];
  const slot = slotOf(device);
  return [
    [`${slot}.present`, 'TRUE'],
    ...(words.dev === '' ? [] : [[`${slot}.virtualDev`, words.dev] as const]),
  ];
}

function driveLines(vc: Vc, told: Told, device: Data): readonly Line[] {
  const slot = driveSlot(told.devices, device);
  if (slot === undefined) return [];
  const file = textAt(device, 'backing.fileName');
  const isDisk = device._type === 'VirtualDisk';
  return [
    [`${slot}.present`, 'TRUE'],
    ...(isDisk
      ? diskLines(slot, textAt(device, 'backing.diskMode') ?? 'persistent')
      : cdromLines(slot, device)),
    ...(file === undefined ? [] : [[`${slot}.fileName`, nameOf(vc, told, file)] as const]),
  ];
}

const diskLines = (slot: string, mode: string): readonly Line[] => [
  [`${slot}.deviceType`, slot.startsWith('scsi') ? 'scsi-hardDisk' : 'disk'],
  ...(mode === 'persistent' ? [] : [[`${slot}.mode`, mode.replace('_', '-')] as const]),
];

function cdromLines(slot: string, device: Data): readonly Line[] {
  const plug: Line = [
    `${slot}.startConnected`,
    flagAt(device, 'connectable.startConnected') === false ? 'FALSE' : 'TRUE',
  ];
  const backing = dataAt(device, 'backing');
  switch (backing?._type) {
    case 'VirtualCdromIsoBackingInfo':
      return [[`${slot}.deviceType`, 'cdrom-image'], plug];
    case 'VirtualCdromAtapiBackingInfo':
      return [
        [`${slot}.deviceType`, 'atapi-cdrom'],
        [`${slot}.fileName`, textAt(backing, 'deviceName') || 'auto detect'],
        plug,
      ];
    default:
      return [
        [`${slot}.deviceType`, 'cdrom-raw'],
        [`${slot}.clientDevice`, 'TRUE'],
        [`${slot}.fileName`, 'emptyBackingString'],
        [`${slot}.startConnected`, 'FALSE'],
      ];
  }
}

function cardLines(device: Data, at: number): readonly Line[] {
  const card = `ethernet${at}`;
  const dev = cardWords[device._type ?? ''];
  const kind = addressWords[textAt(device, 'addressType')?.toLowerCase() ?? ''] ?? 'vpx';
  const mac = textAt(device, 'macAddress') ?? '';
  return [
    [`${card}.present`, 'TRUE'],
    ...(dev === undefined ? [] : [[`${card}.virtualDev`, dev] as const]),
    ...(flagAt(device, 'connectable.startConnected') === false
      ? [[`${card}.startConnected`, 'FALSE'] as const]
      : []),
    ...wireLines(card, device),
    [`${card}.addressType`, kind],
    [kind === 'static' ? `${card}.address` : `${card}.generatedAddress`, mac],
  ];
}

function wireLines(card: string, device: Data): readonly Line[] {
  const port = dataAt(device, 'backing.port');
  if (port === undefined) return [[`${card}.networkName`, textAt(device, 'backing.deviceName') ?? '']];
  return [
    [`${card}.dvs.switchId`, spaced(textAt(port, 'switchUuid') ?? '')],
    [`${card}.dvs.portId`, textAt(port, 'portKey') ?? ''],
    [`${card}.dvs.portgroupId`, textAt(port, 'portgroupKey') ?? ''],
    [`${card}.dvs.connectionId`, String(numberAt(port, 'connectionCookie') ?? 0)],
  ];
}

/** `56 4d … -… `: as a vmx writes a number, however it came. */
export function spaced(uuid: string): string {
  const bytes = uuid.replaceAll(/[\s-]/g, '').match(/../g) ?? [];
  return `${bytes.slice(0, 8).join(' ')}-${bytes.slice(8).join(' ')}`;
}

type Port = { readonly device: Data; readonly name: string };

function portLines(vc: Vc, told: Told, { device, name }: Port): readonly Line[] {
  const backing = dataAt(device, 'backing');
  const type = backing?._type ?? '';
  const file = textAt(backing, 'fileName');
  const about: readonly Line[] = type.endsWith('URIBackingInfo')
    ? [
        [`${name}.fileType`, 'network'],
        [`${name}.fileName`, textAt(backing, 'serviceURI') ?? ''],
        [`${name}.network.endPoint`, textAt(backing, 'direction') ?? 'server'],
      ]
    : type.endsWith('PipeBackingInfo')
      ? [
          [`${name}.fileType`, 'pipe'],
          [`${name}.fileName`, textAt(backing, 'pipeName') ?? ''],
          [`${name}.pipe.endPoint`, textAt(backing, 'endpoint') ?? 'client'],
        ]
      : [
          [`${name}.fileType`, file === undefined ? 'device' : 'file'],
          [
            `${name}.fileName`,
            file === undefined ? (textAt(backing, 'deviceName') ?? '') : nameOf(vc, told, file),
          ],
        ];
  return [[`${name}.present`, 'TRUE'], ...about];
}

/** Beside the configuration by its name alone, elsewhere by where the host has it. */
function nameOf(vc: Vc, { vm, paper }: Papered, text: string): string {
  const read = readPath(text);
  if (read === undefined) return text;
  const home = homeOf(vc, vm, paper);
  const directory = `${directoryOf(vm, paper)}/`;
  if (read.store === home?.name && read.path.startsWith(directory)) {
    const rest = read.path.slice(directory.length);
    if (!rest.includes('/')) return rest;
  }
  const uuid = findStore(vc, read.store, vm.id)?.aliases.uuid;
  return uuid === undefined ? text : `/vmfs/volumes/${uuid}/${read.path}`;
}
