/** Machines as they lie in memory: there may be a hundred thousand of them, most of them much alike. */
import type { Entity, EntityOf } from '../contract/entities.ts';

type Vm = EntityOf<'vm'>;

/** Parts that many machines have alike are kept once. */
export type Compactor = { readonly laid: (entity: Entity) => Entity };

/** What is longer is a machine's own: a trace, a long list of tags. */
const longest = 160;
/** Beyond so many kinds of parts nothing is alike any more. */
const mostParts = 20_000;

export function createCompactor(): Compactor {
  const parts = new Map<string, unknown>();
  const shared = <T>(part: T): T => {
    if (part === null) return part;
    // A word cannot be taken for what is written with brackets.
    const text = typeof part === 'string' ? `'${part}` : JSON.stringify(part);
    if (text.length > longest) return part;
    const known = parts.get(text);
    // What is written alike is alike: such parts are plain data.
    if (known !== undefined) return known as T;
    if (parts.size >= mostParts) parts.clear();
    parts.set(text, part);
    return part;
  };
  return { laid: (entity) => (entity.kind === 'vm' ? laidVm(entity, shared) : entity) };
}

type Shared = <T>(part: T) => T;

/** Read anew from its text: strings that were put together of many pieces are whole, objects have no room to spare. */
function laidVm(vm: Vm, shared: Shared): Vm {
  const own = JSON.parse(JSON.stringify(vm)) as { -readonly [Field in keyof Vm]: Vm[Field] };
  const spec = own.spec;
  own.links = shared(own.links);
  own.parent = own.parent === null ? null : shared(own.parent);
  spec.cpu = shared(spec.cpu);
  spec.reserved = shared(spec.reserved);
  spec.workload = shared(spec.workload);
  spec.tags = shared(spec.tags);
  spec.custom = shared(spec.custom);
  spec.firewalls = shared(spec.firewalls);
  spec.snapshots = shared(spec.snapshots);
  spec.host = shared(spec.host);
  spec.os = shared(spec.os);
  for (const disk of spec.disks as { label: string; datastore: Vm['parent'] }[]) {
    disk.label = shared(disk.label);
    disk.datastore = shared(disk.datastore);
  }
  // Machines that were made of one plan have alike disks.
  spec.disks = shared(spec.disks);
  for (const nic of spec.nics as { label: string; network: Vm['parent'] }[]) {
    nic.label = shared(nic.label);
    nic.network = shared(nic.network);
  }
  return own;
}
