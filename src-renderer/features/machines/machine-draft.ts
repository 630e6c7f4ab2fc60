/** What somebody has filled in of a new machine, and the command that it amounts to. Pure. */
import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { GuestOs, VmSpec, Workload } from '../../../sim/contract/machine-specs.ts';

export type Realm = 'vmware' | 'openstack';
export type SourceKind = 'template' | 'image' | 'vm';
export type Profile = Exclude<Workload['profile'], 'trace'>;

type DiskDraft = {
  readonly key: number;
  /** GiB, as typed. */
  readonly size: string;
  readonly isThin: boolean;
  /** '': where the others lie. */
  readonly datastore: EntityId | '';
};

export const newDisk = (key: number): DiskDraft => ({ key, size: '20', isThin: true, datastore: '' });

/** Numbers as they were typed; '' where nothing was chosen. */
export type MachineDraft = {
  readonly realm: Realm;
  readonly name: string;
  readonly count: string;
  readonly parent: EntityId | '';
  readonly from: EntityId | '';
  /** What `from` is: copies have the size and the networks of their original unless told otherwise. */
  readonly fromKind: SourceKind | null;
  /** Of an original, snapshots that a linked copy can hang on; the number of one, or '' for a full copy. */
  readonly linkable: readonly { readonly number: string; readonly name: string }[];
  readonly linkedTo: string;
  readonly flavour: EntityId | '';
  readonly cpus: string;
  /** GiB. */
  readonly memory: string;
  readonly disks: readonly DiskDraft[];
  readonly datastore: EntityId | '';
  readonly pool: EntityId | '';
  readonly host: EntityId | '';
  readonly networks: readonly EntityId[];
  readonly os: GuestOs;
  readonly hostname: string;
  readonly profile: Profile;
  /** Percent. */
  readonly level: string;
  readonly environment: VmSpec['environment'];
  readonly power: 'start' | 'leave-off';
  /** Of the container engine; '': it is simulated. */
  readonly backing: string;
};

export type DraftField =
  | 'name'
  | 'count'
  | 'parent'
  | 'from'
  | 'linkedTo'
  | 'flavour'
  | 'cpus'
  | 'memory'
  | 'disks'
  | 'datastore'
  | 'pool'
  | 'host'
  | 'networks'
  | 'os'
  | 'hostname'
  | 'level';

export const steps = ['what', 'size', 'place', 'guest', 'summary'] as const;
export type Step = (typeof steps)[number];

export const stepOf = {
  name: 'what',
  count: 'what',
  parent: 'what',
  from: 'what',
  linkedTo: 'what',
  flavour: 'size',
  cpus: 'size',
  memory: 'size',
  disks: 'size',
  datastore: 'place',
  pool: 'place',
  host: 'place',
  networks: 'guest',
  os: 'guest',
  hostname: 'guest',
  level: 'guest',
} as const satisfies Record<DraftField, Step>;

export const newDraft = (realm: Realm, parent: EntityId | ''): MachineDraft => ({
  realm,
  name: realm === 'vmware' ? 'vm-new' : 'instance-new',
  count: '1',
  parent,
  from: '',
  fromKind: null,
  linkable: [],
  linkedTo: '',
  flavour: '',
  cpus: '2',
  memory: '4',
  disks: [newDisk(1)],
  datastore: '',
  pool: '',
  host: '',
  networks: [],
  os: 'debian-12',
  hostname: '',
  profile: 'idle',
  level: '100',
  environment: 'dev',
  power: 'start',
  backing: '',
});

export const isCopy = ({ fromKind }: Pick<MachineDraft, 'fromKind'>): boolean =>
  fromKind === 'vm' || fromKind === 'template';

/** As the original: what is left empty is taken from it. */
export const copyDraft = (draft: MachineDraft, from: EntityId, kind: 'template' | 'vm'): MachineDraft => ({
  ...draft,
  from,
  fromKind: kind,
  flavour: '',
  cpus: '',
  memory: '',
  disks: [],
  networks: [],
});

/** The same marks as a name's own in the contract. */
const nameLook = /^(?=.{1,64}$)[A-Za-z0-9](?:[A-Za-z0-9 ._()-]|%(?:2f|5c|25))*$/;

/** German keyboards type a comma. */
function numberIn(typed: string): number | null {
  const text = typed.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function isWithin(typed: string, least: number, most: number): boolean {
  const value = numberIn(typed);
  return value !== null && value >= least && value <= most;
}

const isWhole = (typed: string): boolean => Number.isInteger(numberIn(typed));

export const bounds = { cpus: [1, 768], memory: [0.01, 262_144], disk: [0.001, 65_536] } as const;

/** Fields that cannot be read; what the lab says to the others is the plan's to tell. */
export function wrongFields(draft: MachineDraft): ReadonlySet<DraftField> {
  const wrong = new Set<DraftField>();
  const mayBeEmpty = isCopy(draft) || draft.flavour !== '';
  const check = (field: DraftField, isRight: boolean): void => {
    if (!isRight) wrong.add(field);
  };
  const isLeft = (typed: string): boolean => mayBeEmpty && typed.trim() === '';
  check('name', nameLook.test(draft.name.trim()));
  check('count', isWithin(draft.count, 1, 200) && isWhole(draft.count));
  check('parent', draft.parent !== '');
  check('cpus', isLeft(draft.cpus) || (isWithin(draft.cpus, ...bounds.cpus) && isWhole(draft.cpus)));
  check('memory', isLeft(draft.memory) || isWithin(draft.memory, ...bounds.memory));
  check(
    'disks',
    draft.disks.every(({ size }) => isWithin(size, ...bounds.disk)),
  );
  check('level', isWithin(draft.level, 0, 100));
  return wrong;
}

export type CreateInput = Extract<CommandInput, { type: 'machine.create' }>;

export const countOf = ({ count }: Pick<MachineDraft, 'count'>): number => numberIn(count) ?? 1;

const mebibytes = (gibibytes: number): number => Math.round(gibibytes * 1024);

/** Null while something cannot be read. */
export function commandOf(draft: MachineDraft): CreateInput | null {
  const { parent } = draft;
  if (parent === '' || wrongFields(draft).size > 0) return null;
  const { from, pool, host, datastore } = draft;
  return {
    type: 'machine.create',
    name: draft.name.trim(),
    parent,
    afterwards: draft.power,
    environment: draft.environment,
    ...(from === '' ? {} : { from }),
    ...(draft.linkedTo === '' ? {} : { linkedTo: Number(draft.linkedTo) }),
    ...(pool === '' ? {} : { pool }),
    ...(host === '' ? {} : { host }),
    ...(datastore === '' ? {} : { datastore }),
    ...sizeOf(draft),
    ...guestOf(draft),
  };
}

function sizeOf({ flavour, cpus, memory, disks }: MachineDraft): Partial<CreateInput> {
  const [own, size] = [numberIn(cpus), numberIn(memory)];
  return {
    ...(flavour === '' ? {} : { flavour }),
    ...(own === null || flavour !== '' ? {} : { cpus: own }),
    ...(size === null || flavour !== '' ? {} : { memory: mebibytes(size) }),
    ...(disks.length === 0 ? {} : { disks: disks.map(diskOf) }),
  };
}

const diskOf = ({ size, isThin, datastore }: DiskDraft) => ({
  size: numberIn(size) ?? 1,
  isThin,
  ...(datastore === '' ? {} : { datastore }),
});

/** A copy keeps its original's system, and its workload unless another was chosen. */
function guestOf(draft: MachineDraft): Partial<CreateInput> {
  const { profile, hostname, networks, os, fromKind, backing } = draft;
  const level = (numberIn(draft.level) ?? 100) / 100;
  const isAsOriginal = isCopy(draft) && profile === 'idle';
  return {
    ...(networks.length === 0 ? {} : { networks: [...networks] }),
    ...(fromKind === null ? { os } : {}),
    ...(backing === '' ? {} : { backing: { image: backing } }),
    ...(hostname.trim() === '' ? {} : { hostname: hostname.trim() }),
    ...(isAsOriginal ? {} : { workload: { profile, level } }),
  };
}

const fieldNames: Readonly<Record<string, DraftField>> = {
  name: 'name',
  parent: 'parent',
  from: 'from',
  linkedTo: 'linkedTo',
  id: 'from',
  flavour: 'flavour',
  cpus: 'cpus',
  coresPerSocket: 'cpus',
  memory: 'memory',
  disks: 'disks',
  datastore: 'datastore',
  pool: 'pool',
  host: 'host',
  networks: 'networks',
  nics: 'networks',
  os: 'os',
  hostname: 'hostname',
  workload: 'level',
};

/** The field that a refusal means: `spec.disks[0].size` is the disks'. */
export function fieldAt(where: string | undefined): DraftField | null {
  const name = /^(?:spec\.)?([A-Za-z]+)/.exec(where ?? '')?.[1];
  return name === undefined ? null : (fieldNames[name] ?? null);
}
