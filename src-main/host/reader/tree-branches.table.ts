import type { Kind } from '../../../sim/contract/entities.ts';
import type { TreeWay } from '../../../sim/contract/machine-tree.ts';

/** `inline`: directly below; `group`: behind a node of their own that says what they are. */
export type Branch = { readonly kind: Kind; readonly as: 'inline' | 'group' };

const inline = (...kinds: readonly Kind[]): readonly Branch[] =>
  kinds.map((kind) => ({ kind, as: 'inline' }));
const group = (...kinds: readonly Kind[]): readonly Branch[] => kinds.map((kind) => ({ kind, as: 'group' }));

type Branches = Readonly<Partial<Record<Kind, readonly Branch[]>>>;

/** What stands below each kind, in this order. */
export const branches: Readonly<Record<TreeWay, Branches>> = {
  vendor: {
    datacenter: [...inline('folder', 'cluster', 'host'), ...group('vm', 'datastore', 'vswitch', 'network')],
    folder: inline('datacenter', 'folder', 'cluster', 'host', 'vm', 'datastore', 'vswitch', 'network'),
    cluster: [...inline('host'), ...group('pool')],
    pool: inline('pool'),
    host: [...inline('vm'), ...group('vswitch', 'pool')],
    vswitch: inline('network'),
    cloud: [
      ...inline('project', 'host'),
      ...group('flavour', 'image', 'network', 'vswitch', 'datastore'),
    ],
    project: group('vm', 'network', 'router', 'address', 'firewall', 'volume', 'image'),
    ucs: [...inline('interconnect', 'chassis'), ...group('profile', 'network', 'idpool', 'policy')],
    chassis: inline('blade'),
  },
  place: {
    site: inline('room'),
    room: inline('row'),
    row: inline('rack'),
    rack: inline('device'),
    device: inline('host', 'chassis'),
    host: inline('vm'),
    chassis: inline('blade'),
  },
};

/** What the tree begins with, where it stands directly in a site. */
export const roots: Readonly<Record<TreeWay, readonly Kind[]>> = {
  vendor: ['folder', 'datacenter', 'cloud', 'ucs'],
  place: ['site'],
};
