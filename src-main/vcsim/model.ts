/** The inventory that vcsim's flags ask for, under vcsim's names. */
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Paper } from '../../sim/contract/papers.ts';
import { edgeClustersKey } from '../personalities/vmware/namespaces/edges.ts';
import { customizations } from './customizations.table.ts';
import type { Flags } from './flags.table.ts';
import { range, storePrefix, type Grounds, type Item, type Model, type ModelBook } from './model-book.ts';
import { planHosts, planHostWithMachines } from './model-hosts.ts';
import { planNetworks } from './model-networks.ts';

/** Machines that are on were started just now. */
export function planModel(flags: Flags, now: number): Model {
  const items: Item[] = [];
  const papers: Paper[] = [];
  // vSphere counts all its objects in one row; the root folder is the first.
  let number = 1;
  const book: ModelBook = {
    flags,
    now,
    add: (item) => {
      number += 1;
      const id = `${item.kind}-${number}` as EntityId;
      items.push({ ...item, id } as Item);
      return id;
    },
    count: () => items.length,
    write: (paper) => void papers.push(paper),
  };
  const site = book.add({ kind: 'site', name: 'vcsim', spec: { timezone: 'UTC' } });
  if (flags.esx) planEsx(book, site);
  else for (let at = 0; at < flags.dc; at += 1) planDatacenter(book, { site, at });
  if (!flags.esx && flags.dc > 0) book.write({ key: edgeClustersKey, value: edgeClusters });
  if (!flags.esx) book.write({ key: 'customization', value: customizations });
  return { items, papers };
}

/** NSX would bring them; tests of namespaces ask for the first by its name. */
const edgeClusters = [1, 2].map((at) => ({ id: `edge-cluster-${at}`, name: `Edge-Cluster-${at}` }));

const gibibytes = 1024;

function planDatacenter(
  book: ModelBook,
  { site, at }: { readonly site: EntityId; readonly at: number },
): void {
  const { flags } = book;
  // Fewer folders than datacenters: the last ones get them.
  const bare = Math.max(0, flags.dc - flags.folder);
  const folder = at >= bare ? `F${at - bare}` : null;
  const grounds = groundsOf(book, { site, name: `DC${at}`, folder });
  for (let pod = 0; pod < flags.pod; pod += 1) {
    const spec = { holds: 'datastore' } as const;
    const id = book.add({ kind: 'folder', name: `DC${at}_POD${pod}`, parent: grounds.datacenter, spec });
    book.write({ key: `folder/${id}/type`, value: 'StoragePod' });
  }
  const stores = planStores(book, grounds);
  const wires = planNetworks(book, grounds);
  planHosts(book, grounds, { stores, wires });
}

/** One host that is its own manager: a datacenter that nobody made, and none of what only a vCenter has. */
function planEsx(book: ModelBook, site: EntityId): void {
  const grounds = groundsOf(book, { site, name: 'ha-datacenter', folder: null });
  const supplies = { stores: planStores(book, grounds), wires: { first: null } };
  planHostWithMachines(book, grounds, { name: 'localhost.localdomain', prefix: 'ha-host', supplies });
}

function planStores({ flags, add }: ModelBook, { datastore }: Grounds): readonly EntityId[] {
  return range(flags.ds).map((at) =>
    add({
      kind: 'datastore',
      name: `${storePrefix}${at}`,
      parent: datastore,
      spec: { type: 'local', capacity: gibibytes },
    }),
  );
}

type Founding = { readonly site: EntityId; readonly name: string; readonly folder: string | null };

function groundsOf(book: ModelBook, { site, name, folder }: Founding): Grounds {
  const home =
    folder === null
      ? site
      : book.add({ kind: 'folder', name: folder, parent: site, spec: { holds: 'datacenter' } });
  const datacenter = book.add({ kind: 'datacenter', name, parent: home, spec: {} });
  const within = (holds: 'vm' | 'host' | 'datastore' | 'network'): EntityId =>
    folder === null
      ? datacenter
      : book.add({ kind: 'folder', name: folder, parent: datacenter, spec: { holds } });
  return {
    name,
    datacenter,
    vm: within('vm'),
    host: within('host'),
    datastore: within('datastore'),
    network: within('network'),
  };
}
