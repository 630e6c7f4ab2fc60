import type { EntityId } from '../../sim/contract/ids.ts';
import { plainName, type LoadBook } from './load-book.ts';
import type { ItemOf } from './model-book.ts';
import { childOf, childrenOf, at, numberAt, textAt, type SavedObject } from './saved.ts';
import type { XmlElement } from '../personalities/vmware/wire/xml.ts';

type VmSpec = ItemOf<'vm'>['spec'];
const kibiInGibi = 1_048_576;

export function planSavedMachines(book: LoadBook, now: number): void {
  for (const object of book.objects) if (object.type === 'VirtualMachine') planMachine(book, object, now);
}

function planMachine(book: LoadBook, object: SavedObject, now: number): void {
  const parent = book.placeOf(textAt(object, 'parent')) ?? folderOfApp(book, object);
  if (parent === undefined) return;
  const uuids = { uuid: textAt(object, 'config.uuid'), instanceUuid: textAt(object, 'config.instanceUuid') };
  const name = plainName(textAt(object, 'name'));
  const aliases = Object.values(uuids).every((uuid) => /^[\da-f-]{36}$/i.test(uuid)) ? uuids : {};
  const id = book.add(
    { kind: 'vm', name, parent, spec: { ...specOf(book, object), ...powerOf(object, now) }, aliases },
    object.name,
  );
  const guestId = textAt(object, 'config.guestId');
  const version = textAt(object, 'config.version');
  const paper = {
    ...(guestId === '' ? {} : { guestId }),
    ...(version === '' ? {} : { version }),
    ...extraOf(object),
  };
  if (Object.keys(paper).length > 0) book.write({ key: `vm/${id}`, value: paper });
}

/** A machine of a vApp has no folder of its own: it stands where the vApp does. */
function folderOfApp(book: LoadBook, object: SavedObject): EntityId | undefined {
  const app = book.object(textAt(object, 'parentVApp'));
  return app === undefined ? undefined : book.placeOf(textAt(app, 'parentFolder'));
}

function specOf(book: LoadBook, object: SavedObject): VmSpec {
  const cpus = Math.max(1, numberAt(object, 'config.hardware.numCPU', 1));
  const cores = Math.max(1, numberAt(object, 'config.hardware.numCoresPerSocket', 1));
  const devices = childrenOf(at(object, 'config.hardware'), 'device');
  return {
    os: osOf(textAt(object, 'config.guestId')),
    cpus,
    coresPerSocket: cpus % cores === 0 ? cores : 1,
    memory: Math.max(4, numberAt(object, 'config.hardware.memoryMB', 32)),
    tools: textAt(object, 'guest.toolsRunningStatus') === 'guestToolsRunning' ? 'running' : 'not-installed',
    host: book.placeOf(textAt(object, 'runtime.host')) ?? null,
    pool: book.placeOf(textAt(object, 'resourcePool')) ?? null,
    notes: textAt(object, 'config.annotation').slice(0, 4000),
    disks: disksOf(book, devices),
    nics: nicsOf(book, devices),
  };
}

function powerOf(object: SavedObject, now: number): Pick<VmSpec, 'isTemplate' | 'power' | 'startedAt'> {
  if (textAt(object, 'config.template') === 'true') return { isTemplate: true, power: 'off' };
  switch (textAt(object, 'runtime.powerState')) {
    case 'poweredOn':
      return { power: 'on', startedAt: now };
    case 'suspended':
      return { power: 'suspended' };
    default:
      return { power: 'off' };
  }
}

const systems = [
  [/^debian/i, 'debian-12'],
  [/^ubuntu/i, 'ubuntu-22.04'],
  [/^(rhel|centos|rockylinux|almalinux|oracleLinux)/i, 'rhel-9'],
  [/^windows/i, 'windows-2022'],
] as const;

const osOf = (guestId: string): VmSpec['os'] =>
  systems.find(([pattern]) => pattern.test(guestId))?.[1] ?? 'other';

function disksOf(book: LoadBook, devices: readonly XmlElement[]): VmSpec['disks'] {
  const disks = devices.filter(({ type }) => type?.name === 'VirtualDisk');
  return disks.slice(0, 60).map((disk, nth) => {
    const backing = childOf(disk, 'backing');
    return {
      key: 2000 + nth,
      label: `Hard disk ${nth + 1}`,
      size: Math.max(1, Number(childOf(disk, 'capacityInKB')?.text ?? 0)) / kibiInGibi,
      datastore: book.placeOf(childOf(backing, 'datastore')?.text ?? '') ?? null,
      isThin: childOf(backing, 'thinProvisioned')?.text === 'true',
    };
  });
}

function nicsOf(book: LoadBook, devices: readonly XmlElement[]): VmSpec['nics'] {
  const cards = devices.filter((device) => childOf(device, 'macAddress') !== undefined);
  return cards.slice(0, 10).map((card, nth) => {
    const backing = childOf(card, 'backing');
    const group = childOf(childOf(backing, 'port'), 'portgroupKey') ?? childOf(backing, 'network');
    return {
      key: 4000 + nth,
      label: `Network adapter ${nth + 1}`,
      network: book.placeOf(group?.text ?? '') ?? null,
      mac: (childOf(card, 'macAddress')?.text ?? '').toLowerCase(),
      isConnected: childOf(childOf(card, 'connectable'), 'startConnected')?.text !== 'false',
    };
  });
}

/** What scripts have written into the machine's file. */
function extraOf(object: SavedObject): { readonly extra?: Readonly<Record<string, string>> } {
  const pairs = childrenOf(at(object, 'config'), 'extraConfig').map(
    (option) => [childOf(option, 'key')?.text ?? '', childOf(option, 'value')?.text ?? ''] as const,
  );
  const said = pairs.filter(([key]) => key !== '');
  return said.length === 0 ? {} : { extra: Object.fromEntries(said) };
}
