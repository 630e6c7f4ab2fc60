/** SearchIndex: machines and hosts by what somebody knows of them. */
import type { Entity, EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { flagAt, refAt, textAt } from '../../wire/ask.ts';
import type { Ref } from '../../wire/value.ts';
import { noSuchObject } from '../../collector/filter-spec.ts';
import { actualRef } from '../actual-ref.ts';
import { done, faulted } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { datacenterOf, nameOf } from '../inventory/tree.ts';
import { treeChildren } from '../inventory/tree-children.ts';
import { vmxOf } from '../machine/files.ts';
import { instanceUuidOf, paperOf, uuidOf } from '../machine/paper.ts';
import { addressOf, hostNameOf } from '../machine/state.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import { isManaged, rootFolder } from '../refs.ts';

type Vm = EntityOf<'vm'>;
type Host = EntityOf<'host'>;
type Fits = { readonly vm: (vm: Vm) => boolean; readonly host: (host: Host) => boolean };

export const searchIndexType = (): AnyManaged =>
  service('SearchIndex', {
    methods: {
      FindByUuid: (call) => first(call, byUuid(call)),
      FindAllByUuid: (call) => all(call, byUuid(call)),
      FindByDnsName: (call) => first(call, byDnsName(call)),
      FindAllByDnsName: (call) => all(call, byDnsName(call)),
      FindByIp: (call) => first(call, byIp(call)),
      FindAllByIp: (call) => all(call, byIp(call)),
      FindByDatastorePath: (call) => byDatastorePath(call),
      FindByInventoryPath: (call) => done(atPath(call.vc, textAt(call.args, 'inventoryPath') ?? '')),
      FindChild: (call) => findChild(call),
    },
  });

function byUuid({ vc, args }: Call): Fits {
  const wanted = (textAt(args, 'uuid') ?? '').toLowerCase();
  const isInstance = flagAt(args, 'instanceUuid') ?? false;
  const of = isInstance ? instanceUuidOf : uuidOf;
  return {
    vm: (vm) => of(vm, paperOf(vc, vm.id)).toLowerCase() === wanted,
    host: ({ aliases }) => aliases['uuid'] === wanted,
  };
}

function byDnsName({ vc, args }: Call): Fits {
  const wanted = (textAt(args, 'dnsName') ?? '').toLowerCase();
  return {
    vm: (vm) => hostNameOf(vc, vm).toLowerCase() === wanted,
    host: ({ name }) => name.toLowerCase() === wanted,
  };
}

function byIp({ vc, args }: Call): Fits {
  const wanted = textAt(args, 'ip') ?? '';
  return {
    vm: (vm) => addressOf(vc, vm) === wanted || vm.spec.nics.some(({ address }) => address === wanted),
    host: ({ name, spec }) => spec.address === wanted || name === wanted,
  };
}

function* matches({ vc, args }: Call, fits: Fits): Generator<Ref> {
  const asked = refAt(args, 'datacenter');
  const within = asked === undefined ? undefined : vc.refs.entity(asked)?.id;
  const isWithin = (entity: Entity): boolean =>
    within === undefined ? isManaged(vc.world(), entity) : datacenterOf(vc, entity)?.id === within;
  const { inventory } = vc.world();
  if (flagAt(args, 'vmSearch') === true) {
    for (const vm of inventory.ofKind('vm')) if (fits.vm(vm) && isWithin(vm)) yield vc.refs.of(vm);
    return;
  }
  for (const host of inventory.ofKind('host')) if (fits.host(host) && isWithin(host)) yield vc.refs.of(host);
}

const noDatacenter = ({ vc, args }: Call): Ref | undefined => {
  const asked = refAt(args, 'datacenter');
  return asked !== undefined && vc.refs.entity(asked)?.kind !== 'datacenter' ? asked : undefined;
};

function first(call: Call, fits: Fits): Answer {
  const missing = noDatacenter(call);
  if (missing !== undefined) return noSuchObject(missing);
  for (const ref of matches(call, fits)) return done(ref);
  return done(undefined);
}

function all(call: Call, fits: Fits): Answer {
  const missing = noDatacenter(call);
  return missing === undefined ? done([...matches(call, fits)]) : noSuchObject(missing);
}

function byDatastorePath(call: Call): Answer {
  const { vc, args } = call;
  const missing = noDatacenter(call);
  if (missing !== undefined) return noSuchObject(missing);
  const path = (textAt(args, 'path') ?? '').trim();
  if (!/^\[[^\]]+\] ?./.test(path))
    return faulted(
      'InvalidDatastorePath',
      `${path} is no path on a datastore: [datastore1] web/web.vmx is one.`,
      {
        datastorePath: path,
      },
    );
  const asked = refAt(args, 'datacenter');
  const within = asked === undefined ? undefined : vc.refs.entity(asked)?.id;
  const wanted = path.replace(/^\[([^\]]+)\] */, '[$1] ');
  const found = vc
    .world()
    .inventory.ofKind('vm')
    .find((vm) => vmxOf(vc, vm, paperOf(vc, vm.id)) === wanted && datacenterOf(vc, vm)?.id === within);
  return done(found === undefined ? undefined : vc.refs.of(found));
}

/** `/DC0/vm/web/web-01`; the root folder's own name is not part of it. */
export function atPath(vc: Vc, path: string): Ref | undefined {
  let at: Ref | undefined = rootFolder;
  for (const name of path.split('/')) {
    if (name === '') continue;
    at = childNamed(vc, at, escapedName(name));
    if (at === undefined) return undefined;
  }
  return at;
}

function childNamed(vc: Vc, parent: Ref, name: string): Ref | undefined {
  const children = treeChildren(vc, parent);
  return (
    children.find((child) => nameOf(vc, child) === name) ??
    children.find((child) => nameOf(vc, child)?.toLowerCase() === name.toLowerCase())
  );
}

function findChild({ vc, args }: Call): Answer {
  const asked = refAt(args, 'entity');
  const parent = asked === undefined ? undefined : actualRef(vc, asked);
  if (parent === undefined || nameOf(vc, parent) === undefined)
    return noSuchObject(asked ?? { _ref: 'ManagedEntity', value: '' });
  return done(childNamed(vc, parent, escapedName(textAt(args, 'name') ?? '')));
}
