import type { EntityId } from '../../sim/contract/ids.ts';
import { stableUuid } from './stable-uuid.ts';
import { productVersionOf } from './product-version.ts';
import { range, type Grounds, type ModelBook } from './model-book.ts';

/** What machines of a datacenter are plugged into: its first port group; null: each its own host's. */
export type Wires = { readonly first: EntityId | null };

/** The distributed switch with its port groups, and what NSX would bring. */
export function planNetworks(book: ModelBook, grounds: Grounds): Wires {
  const { flags } = book;
  const { name, network } = grounds;
  const wires = flags.pg > 0 || flags['pg-nsx'] > 0 ? planSwitch(book, grounds) : { first: null };
  for (const at of range(flags.nsx)) {
    const id = book.add({ kind: 'network', name: `${name}_NSX${at}`, parent: network, spec: {} });
    book.write({ key: `network/${id}/type`, value: 'OpaqueNetwork' });
  }
  return wires;
}

function planSwitch(book: ModelBook, { name, network }: Grounds): Wires {
  const { flags } = book;
  const parent = book.add({
    kind: 'vswitch',
    name: 'DVS0',
    parent: network,
    aliases: { uuid: stableUuid(name === 'DC0' ? 'DVS0' : `${name}/DVS0`) },
    spec: { type: 'distributed', uplinks: ['uplink1', 'uplink2', 'uplink3', 'uplink4'] },
  });
  const version = productVersionOf(flags['api-version']);
  if (/^\d/.test(version)) book.write({ key: `vswitch/${parent}/switch`, value: { version } });
  const number = /\d+$/.exec(parent)?.[0] ?? '';
  const uplinks = book.add({ kind: 'network', name: `DVS0-DVUplinks-${number}`, parent, spec: {} });
  book.write({ key: `network/${uplinks}/uplink`, value: true });
  const groups = range(flags.pg).map((at) =>
    book.add({ kind: 'network', name: `${name}_DVPG${at}`, parent, spec: {} }),
  );
  for (const at of range(flags['pg-nsx'])) {
    const id = book.add({ kind: 'network', name: `${name}_NSXPG${at}`, parent, spec: {} });
    book.write({ key: `network/${id}/backing`, value: 'nsx' });
  }
  return { first: groups[0] ?? null };
}
