import type { EntityId } from '../../sim/contract/ids.ts';
import type { XmlElement } from '../personalities/vmware/wire/xml.ts';
import { plainName, type LoadBook } from './load-book.ts';
import { at, childOf, childrenOf, numberAt, refsAt, textAt, type SavedObject } from './saved.ts';

const mebibyte = 1_048_576;

/** Hosts with the port groups of their own switches. */
export function planSavedHosts(book: LoadBook): void {
  for (const object of book.objects) if (object.type === 'HostSystem') planHost(book, object);
}

function planHost(book: LoadBook, object: SavedObject): void {
  const compute = textAt(object, 'parent');
  const parent = book.placeOf(compute);
  if (parent === undefined) return;
  const uuid = textAt(object, 'summary.hardware.uuid');
  const mounts = refsAt(object, 'datastore').flatMap((store) => book.placeOf(store) ?? []);
  const id = book.add(
    {
      kind: 'host',
      name: plainName(textAt(object, 'name')),
      parent,
      spec: hostSpec(object),
      links: { mounts },
      aliases: /^[\da-f-]{36}$/i.test(uuid) ? { uuid: uuid.toLowerCase() } : {},
    },
    object.name,
  );
  planSwitches(book, object, id);
}

function hostSpec(object: SavedObject) {
  const hardware = (name: string, otherwise: number): number =>
    numberAt(object, `summary.hardware.${name}`, otherwise);
  const sockets = Math.max(1, hardware('numCpuPkgs', 1));
  const cores = Math.max(sockets, hardware('numCpuCores', 2));
  const isResting = textAt(object, 'runtime.inMaintenanceMode') === 'true';
  const version = textAt(object, 'config.product.version');
  return {
    sockets,
    coresPerSocket: Math.floor(cores / sockets),
    threadsPerCore: Math.max(1, Math.min(4, Math.floor(hardware('numCpuThreads', cores) / cores))),
    megahertz: Math.min(10_000, Math.max(100, hardware('cpuMhz', 2294))),
    memory: Math.floor(hardware('memorySize', 4095 * mebibyte) / mebibyte),
    // A saved host said of itself what it carries: here it is not asked again.
    cpuOvercommit: 64,
    memoryOvercommit: 8,
    mode: isResting ? ('maintenance' as const) : ('normal' as const),
    ...(version === '' ? {} : { version }),
  };
}

type Group = { readonly title: string; readonly vswitch: string; readonly vlan: number };

/** Only port groups that machines may use: those that vCenter shows as networks of the host. */
function planSwitches(book: LoadBook, object: SavedObject, host: EntityId): void {
  const shown = new Map(
    refsAt(object, 'network').flatMap((name) => {
      const network = book.object(name);
      return network?.type === 'Network' ? [[textAt(network, 'name'), name] as const] : [];
    }),
  );
  const network = at(object, 'config.network');
  const groups = childrenOf(network, 'portgroup').map(groupOf);
  for (const saved of childrenOf(network, 'vswitch')) {
    const name = textIn(saved, 'name');
    const item = { kind: 'vswitch', name: plainName(name), parent: host } as const;
    const vswitch = book.add({ ...item, spec: { type: 'standard' } }, `${object.name} ${name} switch`);
    for (const group of groups) {
      const shownAs = shown.get(group.title);
      if (group.vswitch !== name || shownAs === undefined) continue;
      const isFirst = book.placeOf(shownAs) === undefined;
      planGroup(book, { group, vswitch, name: isFirst ? shownAs : `${object.name} ${group.title} group` });
    }
  }
}

const textIn = (element: XmlElement | undefined, name: string): string => childOf(element, name)?.text ?? '';

function groupOf(saved: XmlElement): Group {
  const spec = childOf(saved, 'spec');
  return {
    title: textIn(spec, 'name'),
    vswitch: textIn(spec, 'vswitchName'),
    vlan: Number(textIn(spec, 'vlanId')),
  };
}

type GroupOrder = { readonly group: Group; readonly vswitch: EntityId; readonly name: string };

function planGroup(book: LoadBook, { group, vswitch, name }: GroupOrder): void {
  const { title, vlan } = group;
  const spec = vlan > 0 && vlan < 4095 ? { vlan } : {};
  book.add({ kind: 'network', name: plainName(title), parent: vswitch, spec }, name);
}
