/** Virtual machines and hosts under /sim: lists, making, changing, buttons, removal. */
import * as z from 'zod';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { guestOsSchema } from '../../../sim/contract/machine-specs.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Reply } from '../http/reply.ts';
import { answer, asked, done, one, read, told } from './sim-call.ts';
import type { SimCall, SimHandler } from './sim-call.ts';

const name = z.string().min(1).max(80);
const shape = {
  vcpu: z.int().min(1).max(768),
  memory_mb: z.int().min(4),
  disk_gb: z.number().min(0.001),
  tags: z.array(z.string().min(1).max(120)).max(200),
  notes: z.string().max(4000),
};

const newVmSchema = z.strictObject({
  name,
  /** A datacenter, folder or project; the first datacenter where left out. */
  parent: name.optional(),
  cluster: name.optional(),
  host: name.optional(),
  datastore: name.optional(),
  network: name.optional(),
  template: name.optional(),
  image: name.optional(),
  flavor: name.optional(),
  guest_os: guestOsSchema.optional(),
  environment: z.enum(['dev', 'staging', 'prod']).optional(),
  power: z.enum(['on', 'off']).default('off'),
  vcpu: shape.vcpu.optional(),
  memory_mb: shape.memory_mb.optional(),
  disk_gb: shape.disk_gb.optional(),
  tags: shape.tags.optional(),
  notes: shape.notes.optional(),
});
type NewVm = z.output<typeof newVmSchema>;

/** The fields that name something else, the kinds it may be, and where it goes in the command. */
const namedFields = [
  ['cluster', ['cluster'], 'pool'],
  ['host', ['host'], 'host'],
  ['datastore', ['datastore'], 'datastore'],
  ['template', ['vm'], 'from'],
  ['image', ['image'], 'from'],
  ['flavor', ['flavour'], 'flavour'],
  ['parent', ['datacenter', 'folder', 'project'], 'parent'],
] as const satisfies readonly (readonly [keyof NewVm, readonly Kind[], string])[];

async function anyOf(
  call: SimCall,
  kinds: readonly Kind[],
  { wanted, where }: { readonly wanted: string; readonly where: string },
): Promise<Result<EntityId>> {
  let last: Result<EntityId> = refused('unknown-entity', `There is no ${wanted}`, { where });
  for (const kind of kinds) {
    const found = await one(call, { kind, name: wanted, where });
    if (found.ok) return accepted(found.value.id);
    last = found;
  }
  return last;
}

export const createVm: SimHandler = async (call) => {
  const body = read(newVmSchema, call.body);
  if (!body.ok) return body;
  const command = await commandOf(call, body.value);
  if (!command.ok) return command;
  const receipt = await told(call, command.value);
  if (!receipt.ok) return receipt;
  const id = 'ids' in receipt.value ? receipt.value.ids[0] : undefined;
  const made = await asked(call, 'machine', { id });
  return made.ok ? answer({ ...receipt.value, vm: made.value.row }, 201) : made;
};

async function commandOf(call: SimCall, wanted: NewVm): Promise<Result<object>> {
  const named: Record<string, unknown> = {};
  for (const [field, kinds, into] of namedFields) {
    const text = wanted[field];
    if (text === undefined) continue;
    const found = await anyOf(call, kinds, { wanted: text, where: field });
    if (!found.ok) return found;
    named[into] = found.value;
  }
  if (wanted.network !== undefined) {
    const network = await one(call, { kind: 'network', name: wanted.network, where: 'network' });
    if (!network.ok) return network;
    named['networks'] = [network.value.id];
  }
  const parent = named['parent'] === undefined ? await firstDatacenter(call) : accepted(named['parent']);
  if (!parent.ok) return parent;
  const { vcpu, memory_mb: memory, disk_gb: size, guest_os: os, power } = wanted;
  return accepted({
    type: 'machine.create',
    name: wanted.name,
    ...named,
    parent: parent.value,
    ...present({ cpus: vcpu, memory, os, tags: wanted.tags, notes: wanted.notes }),
    ...present({ environment: wanted.environment, disks: size === undefined ? undefined : [{ size }] }),
    afterwards: power === 'on' ? 'start' : 'leave-off',
  });
}

const present = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

async function firstDatacenter(call: SimCall): Promise<Result<EntityId>> {
  const found = await asked(call, 'entities', { kinds: ['datacenter'], limit: 1 });
  if (!found.ok) return found;
  const [first] = found.value.items;
  if (first !== undefined) return accepted(first.id);
  return refused('unknown-parent', 'The lab has no datacenter that a machine could be made in', {
    where: 'parent',
    hint: 'Name a project as its parent, or add a datacenter.',
  });
}

const paging = (call: SimCall): Readonly<Record<string, string>> => Object.fromEntries(call.params);

export const listMachines =
  (kind: 'vm' | 'host'): SimHandler =>
  async (call) => {
    const found = await asked(call, 'machines', { ...paging(call), kinds: [kind] });
    return found.ok ? answer(found.value) : found;
  };

export const showMachine =
  (kind: 'vm' | 'host'): SimHandler =>
  async (call) => {
    const found = await one(call, { kind, name: call.name });
    if (!found.ok) return found;
    const page = await asked(call, 'machine', { id: found.value.id });
    return page.ok ? answer(page.value) : page;
  };

const changeSchema = z
  .strictObject({
    vcpu: shape.vcpu.optional(),
    memory_mb: shape.memory_mb.optional(),
    disk_gb: shape.disk_gb.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'say what shall change: vcpu, memory_mb or disk_gb');

export const changeVm: SimHandler = async (call) => {
  const body = read(changeSchema, call.body);
  if (!body.ok) return body;
  const vm = await one(call, { kind: 'vm', name: call.name });
  if (!vm.ok) return vm;
  const { vcpu, memory_mb: memory, disk_gb: size } = body.value;
  const [disk] = vm.value.spec.disks;
  const disks = size === undefined ? undefined : [{ ...(disk && { key: disk.key }), size }];
  return done(call, {
    type: 'machine.configure',
    id: vm.value.id,
    ...present({ cpus: vcpu, memory, disks }),
  });
};

export const removeVm: SimHandler = async (call) => {
  const vm = await one(call, { kind: 'vm', name: call.name });
  return vm.ok ? done(call, { type: 'machine.remove', id: vm.value.id }) : vm;
};

/** States that are wanted, and the buttons that bring them about. */
const buttons = {
  on: 'on',
  off: 'off',
  suspended: 'suspend',
  paused: 'pause',
  suspend: 'suspend',
  resume: 'resume',
  pause: 'pause',
  unpause: 'unpause',
  reset: 'reset',
  shutdown: 'shutdown',
  reboot: 'reboot',
} as const;
const powerSchema = z.strictObject({
  state: z.enum(Object.keys(buttons) as [keyof typeof buttons]),
});

export const powerVm: SimHandler = async (call) => {
  const body = read(powerSchema, call.body);
  if (!body.ok) return body;
  const vm = await one(call, { kind: 'vm', name: call.name });
  if (!vm.ok) return vm;
  return done(call, { type: 'machine.power', id: vm.value.id, verb: buttons[body.value.state] });
};

const hostPowerSchema = z.strictObject({
  state: z.enum(['on', 'off', 'reboot']),
  force: z.boolean().default(false),
});

export const powerHost: SimHandler = async (call) => {
  const body = read(hostPowerSchema, call.body);
  if (!body.ok) return body;
  const host = await one(call, { kind: 'host', name: call.name });
  if (!host.ok) return host;
  const machines = body.value.force ? 'force' : 'refuse';
  return done(call, { type: 'host.power', id: host.value.id, verb: body.value.state, machines });
};

export const listKind =
  (kind: Kind): SimHandler =>
  async (call): Promise<Result<Reply>> => {
    const found = await asked(call, 'entities', { ...paging(call), kinds: [kind] });
    return found.ok ? answer(found.value) : found;
  };

export const showKind =
  (kind: Kind): SimHandler =>
  async (call) => {
    const found = await one(call, { kind, name: call.name });
    return found.ok ? answer(found.value) : found;
  };
