/** A new machine as its maker describes it, with what its source and its flavour give. */
import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import { vmSpecSchema } from '../contract/machine-specs.ts';
import type { Disk, Nic, VmSpec } from '../contract/machine-specs.ts';
import { accepted, refusalFromIssues, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { newNic } from './addresses.ts';
import { isTenants } from './allotments.ts';
import type { Vm } from './allotments.ts';
import { firstDiskKey } from '../inventory/device-keys.ts';
import { asCopied } from './linked.ts';

export type Create = ComputeCommandOf<'machine.create'>;
export type Source = Vm | EntityOf<'image'>;
export type Makings = {
  readonly source: Source | undefined;
  readonly flavour: EntityOf<'flavour'> | undefined;
};

export const diskLabel = (key: number): string => `Hard disk ${key - firstDiskKey + 1}`;

export function makingsOf(world: World, command: Create): Result<Makings> {
  const found = sourceOf(world, command);
  if (!found.ok) return found;
  const source = asCopied(world, found.value, command);
  if (!source.ok) return source;
  const flavour = flavourOf(world, command);
  if (!flavour.ok) return flavour;
  const fits = source.value?.kind === 'image' ? imageFits(source.value, flavour.value) : accepted(null);
  return fits.ok ? accepted({ source: source.value, flavour: flavour.value }) : fits;
}

function sourceOf(world: World, { from }: Create): Result<Source | undefined> {
  if (from === undefined) return accepted(undefined);
  const source = world.inventory.get(from);
  if (source?.kind === 'vm' || source?.kind === 'image') return accepted(source);
  return refused('unknown-entity', `There is no machine, template or image ${from}`, { where: 'from' });
}

function flavourOf(world: World, { flavour }: Create): Result<Makings['flavour']> {
  if (flavour === undefined) return accepted(undefined);
  const size = world.inventory.get(flavour);
  if (size?.kind === 'flavour') return accepted(size);
  return refused('unknown-entity', `There is no flavour ${flavour}`, { where: 'flavour' });
}

function imageFits(image: EntityOf<'image'>, flavour: EntityOf<'flavour'> | undefined): Result<null> {
  if (image.spec.state !== 'active') {
    return refused('wrong-state', `Image ${image.name} is ${image.spec.state}`, { where: 'from' });
  }
  if (flavour === undefined) return accepted(null);
  const { disk, memory } = flavour.spec;
  // A flavour without a disk takes the image's own size.
  if (disk > 0 && disk < Math.max(image.spec.minDisk, image.spec.size)) {
    return refused(
      'over-capacity',
      `Image ${image.name} needs a disk of ${Math.max(image.spec.minDisk, image.spec.size)} GiB; flavour ${flavour.name} has ${disk}`,
      { where: 'flavour', hint: 'Choose a larger flavour.' },
    );
  }
  if (memory >= image.spec.minMemory) return accepted(null);
  return refused(
    'over-capacity',
    `Image ${image.name} needs ${image.spec.minMemory} MiB; flavour ${flavour.name} has ${memory}`,
    { where: 'flavour', hint: 'Choose a larger flavour.' },
  );
}

type Draft = { readonly command: Create; readonly id: EntityId; readonly makings: Makings };

/** What a copy has as its original has it; a later layer wins over an earlier one. */
const ofOriginal = [
  'os',
  'cpus',
  'coresPerSocket',
  'memory',
  'pool',
  'cpu',
  'reserved',
  'restart',
  'startsWithHost',
  'workload',
  'image',
  'firewalls',
  'environment',
  'notes',
  'tags',
  'custom',
  'backing',
] as const;
const ofCommand = [
  'os',
  'cpus',
  'coresPerSocket',
  'memory',
  'pool',
  'restart',
  'workload',
  'firewalls',
  'hostname',
  'sshPort',
  'environment',
  'notes',
  'tags',
  'custom',
  'backing',
] as const;

/** Off, and nowhere yet. */
export function draft(world: World, { command, id, makings }: Draft): Result<VmSpec> {
  const { source } = makings;
  const like = source?.kind === 'vm' ? source.spec : undefined;
  const style = isTenants(world.inventory, { parent: command.parent }) ? 'openstack' : 'vmware';
  const parsed = vmSpecSchema.safeParse({
    ...coresFitting({ ...layersOf(makings), ...picked(command, ofCommand) }, command),
    ...(like?.tools === 'not-installed' ? { tools: like.tools } : {}),
    disks: disksOf(command, makings),
    nics: nicsOf(world, { id, style, networks: command.networks ?? networksOf(like) }),
  });
  return parsed.success
    ? accepted(parsed.data)
    : { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
}

type Fields = Readonly<Record<string, unknown>>;

const picked = (from: Fields, fields: readonly string[]): Fields =>
  Object.fromEntries(fields.flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]]])));

function layersOf({ source, flavour }: Makings): Fields {
  const image = source?.kind === 'image' ? { os: source.spec.os, image: source.id } : {};
  const like = source?.kind === 'vm' ? picked(source.spec, ofOriginal) : image;
  if (flavour === undefined) return like;
  return { ...like, flavour: flavour.id, cpus: flavour.spec.cpus, memory: flavour.spec.memory };
}

/** The original's sockets stay where they part the new number of CPUs. */
function coresFitting(fields: Fields, { coresPerSocket }: Create): Fields {
  const { cpus = 1, coresPerSocket: cores = 1 } = fields;
  const isOdd = coresPerSocket === undefined && Number(cpus) % Number(cores) !== 0;
  return isOdd ? { ...fields, coresPerSocket: 1 } : fields;
}

const networksOf = (like: VmSpec | undefined): readonly EntityId[] =>
  (like?.nics ?? []).flatMap(({ network }) => (network === null ? [] : [network]));

function disksOf({ disks, datastore }: Create, { source, flavour }: Makings): readonly Disk[] {
  const copied = source === undefined ? [] : copiesOf(source, flavour);
  const blank = (disks ?? []).map((disk): Omit<Disk, 'key' | 'label'> => ({
    size: disk.size,
    isThin: disk.isThin,
    datastore: disk.datastore ?? datastore ?? null,
    volume: null,
    used: 0,
  }));
  return [...copied.map((disk) => ({ ...disk, datastore: datastore ?? disk.datastore })), ...blank].map(
    (disk, at) => ({ ...disk, key: firstDiskKey + at, label: diskLabel(firstDiskKey + at) }),
  );
}

/** A copy lies where its original does until somebody says otherwise; a volume is not copied. */
function copiesOf(
  source: Source,
  flavour: EntityOf<'flavour'> | undefined,
): readonly Omit<Disk, 'key' | 'label'>[] {
  if (source.kind === 'vm') return source.spec.disks.filter(({ volume }) => volume === null);
  const { size, minDisk } = source.spec;
  const whole = Math.max(size, minDisk, flavour?.spec.disk ?? 0);
  return [{ size: whole, isThin: true, datastore: null, volume: null, used: size }];
}

type Wires = {
  readonly id: EntityId;
  readonly style: 'vmware' | 'openstack';
  readonly networks: readonly EntityId[];
};

function nicsOf(world: World, { id, style, networks }: Wires): readonly Nic[] {
  const nics: Nic[] = [];
  for (const network of networks) nics.push(newNic(world, { machine: id, network, style, beside: nics }));
  return nics;
}
