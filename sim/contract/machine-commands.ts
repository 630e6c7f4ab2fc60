/** What can be done to machines, from their making to their end. */
import * as z from 'zod';
import { nameSchema } from './entities.ts';
import { entityIdSchema } from './ids.ts';
import { diskSchema, gibibytesSchema, vmSpecSchema } from './machine-specs.ts';

const { shape } = vmSpecSchema;
const text = z.string().max(4000);

/** Where it shall run and lie; what is left out is for the scheduler. */
const wishes = {
  host: entityIdSchema.optional(),
  /** A cluster, a pool of one, or a host. */
  pool: entityIdSchema.optional(),
  datastore: entityIdSchema.optional(),
};
/** `go-on`: as its original runs at that moment, on the same host and without a boot. */
const afterwards = z.enum(['start', 'leave-off', 'go-on']).default('leave-off');

const newDiskSchema = z.strictObject({
  size: gibibytesSchema.min(0.001),
  isThin: z.boolean().default(true),
  datastore: entityIdSchema.optional(),
});

const snapshotNumber = z.int().min(1);
/**
 * Its disks hold only what differs from this snapshot of its original, or from the one that stands on; `now`: from
 * one that is taken for it. A full copy where left out.
 */
const linkedTo = z.union([snapshotNumber, z.literal('current'), z.literal('now')]).optional();

const machineCreate = z.object({
  type: z.literal('machine.create'),
  name: nameSchema,
  parent: entityIdSchema,
  id: entityIdSchema.optional(),
  ...wishes,
  /** A template, a machine, or an image that it is made from. */
  from: entityIdSchema.optional(),
  linkedTo,
  flavour: entityIdSchema.optional(),
  os: shape.os.unwrap().optional(),
  cpus: shape.cpus.unwrap().optional(),
  coresPerSocket: shape.coresPerSocket.unwrap().optional(),
  memory: shape.memory.unwrap().optional(),
  disks: z.array(newDiskSchema).max(60).optional(),
  networks: z.array(entityIdSchema).max(10).optional(),
  firewalls: shape.firewalls.unwrap().optional(),
  workload: shape.workload.unwrap().optional(),
  restart: shape.restart.unwrap().optional(),
  hostname: shape.hostname,
  sshPort: shape.sshPort,
  environment: shape.environment.unwrap().optional(),
  notes: text.optional(),
  tags: shape.tags.unwrap().optional(),
  custom: shape.custom.unwrap().optional(),
  /** What it runs instead of a simulated system. */
  backing: shape.backing,
  afterwards,
});

const machineClone = z.object({
  type: z.literal('machine.clone'),
  id: entityIdSchema,
  name: nameSchema,
  /** Beside the original where left out. */
  parent: entityIdSchema.optional(),
  linkedTo,
  ...wishes,
  afterwards,
});

/** What is left out stays. Disks are told by their key: one that is new is added, null takes one away. */
const machineConfigure = z.object({
  type: z.literal('machine.configure'),
  id: entityIdSchema,
  cpus: shape.cpus.unwrap().optional(),
  coresPerSocket: shape.coresPerSocket.unwrap().optional(),
  memory: shape.memory.unwrap().optional(),
  disks: z
    .array(
      z.strictObject({
        /** Left out: a new one. */
        key: diskSchema.shape.key.optional(),
        /** GiB; null removes it with what it holds. */
        size: gibibytesSchema.min(0.001).nullable(),
        isThin: z.boolean().default(true),
        datastore: entityIdSchema.optional(),
      }),
    )
    .max(60)
    .optional(),
  nics: z
    .array(
      z.strictObject({
        key: z.int().min(0).optional(),
        /** null takes the adapter out. */
        network: entityIdSchema.nullable(),
        isConnected: z.boolean().default(true),
      }),
    )
    .max(10)
    .optional(),
  cpu: shape.cpu.unwrap().optional(),
  reserved: shape.reserved.unwrap().optional(),
  restart: shape.restart.unwrap().optional(),
  startsWithHost: z.boolean().optional(),
  workload: shape.workload.unwrap().optional(),
});

export const powerVerbSchema = z.enum([
  'on',
  'off',
  'reset',
  'suspend',
  'resume',
  'pause',
  'unpause',
  'shutdown',
  'reboot',
]);
export type PowerVerb = z.infer<typeof powerVerbSchema>;

/** `shutdown` and `reboot` ask the guest, and need its tools; the others are the machine's own buttons. */
const machinePower = z.object({
  type: z.literal('machine.power'),
  id: entityIdSchema,
  verb: powerVerbSchema,
  /** Where it shall start; its own host, or where there is room, where left out. */
  host: entityIdSchema.optional(),
});

/** To another host, another datastore, or both. */
const machineMigrate = z.object({
  type: z.literal('machine.migrate'),
  id: entityIdSchema,
  host: entityIdSchema.optional(),
  datastore: entityIdSchema.optional(),
});

const machineSnapshot = z.object({
  type: z.literal('machine.snapshot'),
  id: entityIdSchema,
  name: z.string().min(1).max(80),
  description: z.string().max(1000).default(''),
  memory: z.enum(['with', 'without']).default('without'),
  quiesce: z.enum(['yes', 'no']).default('no'),
});
/** Without a number: to the one it stands on. */
const machineRevert = z.object({
  type: z.literal('machine.revert'),
  id: entityIdSchema,
  snapshot: snapshotNumber.optional(),
});
/** Removes a snapshot, or with its children; what it held is merged into what follows. */
const machineForget = z.object({
  type: z.literal('machine.forget'),
  id: entityIdSchema,
  snapshot: z.union([snapshotNumber, z.literal('all')]),
  children: z.enum(['keep', 'with']).default('keep'),
  /** `leave`: its deltas stay on the store until the machine is consolidated. */
  disks: z.enum(['merge', 'leave']).default('merge'),
});

/** Merges what removed snapshots left behind. */
const machineConsolidate = z.object({ type: z.literal('machine.consolidate'), id: entityIdSchema });

/** A linked copy becomes a full one: what it shares with its original's snapshot is copied to its own disks. */
const machinePromote = z.object({ type: z.literal('machine.promote'), id: entityIdSchema });

const machineTemplate = z.object({
  type: z.literal('machine.template'),
  id: entityIdSchema,
  to: z.enum(['template', 'machine']),
});

/** With its disks and snapshots. */
const machineRemove = z.object({ type: z.literal('machine.remove'), id: entityIdSchema });

/** No manager knows it any more; its files stay on their datastore. */
const machineUnregister = z.object({
  type: z.literal('machine.unregister'),
  id: entityIdSchema,
  /** Where its few files lie, for one without a disk to lie beside. */
  datastore: entityIdSchema.optional(),
  /** As `name/name.vmx`; by its name where left out. */
  path: z.string().min(1).max(200).optional(),
});
/** A machine whose files lie on a datastore is known again, as it was. */
const machineRegister = z.object({
  type: z.literal('machine.register'),
  datastore: entityIdSchema,
  /** As `name/name.vmx`. */
  path: z.string().min(1).max(200),
  parent: entityIdSchema,
  name: nameSchema.optional(),
  host: entityIdSchema.optional(),
  pool: entityIdSchema.optional(),
});

/** The lab itself tells what became of a machine's system. */
const machineReport = z.object({
  type: z.literal('machine.report'),
  id: entityIdSchema,
  system: z.enum(['panicked']),
});

const machineCommands = [
  machineCreate,
  machineClone,
  machineConfigure,
  machinePower,
  machineMigrate,
  machineSnapshot,
  machineRevert,
  machineForget,
  machineTemplate,
  machineRemove,
  machineConsolidate,
  machinePromote,
  machineUnregister,
  machineRegister,
  machineReport,
] as const;

/** What can be asked about before it is done. */
export const plannedCommandSchema = z.discriminatedUnion('type', [
  machineCreate,
  machineClone,
  machineMigrate,
]);
export type PlannedCommand = z.output<typeof plannedCommandSchema>;
export type PlannedInput = z.input<typeof plannedCommandSchema>;

/** A machine that takes in no more, so that it can be worked on; its machines go elsewhere first. */
const hostMode = z.object({
  type: z.literal('host.mode'),
  id: entityIdSchema,
  mode: z.enum(['maintenance', 'normal']),
});
const hostPower = z.object({
  type: z.literal('host.power'),
  id: entityIdSchema,
  verb: z.enum(['on', 'off', 'reboot']),
  /** `force` takes down what runs on it. */
  machines: z.enum(['refuse', 'force']).default('refuse'),
});
/** The lab itself tells that the power of a host, or of a chassis with its blades, went or came. */
const hostReport = z.object({
  type: z.literal('host.report'),
  id: entityIdSchema,
  power: z.enum(['lost', 'back']),
});
/** Does what would even out the load of a cluster's hosts: all of it, or one machine's move alone. */
const clusterBalance = z.object({
  type: z.literal('cluster.balance'),
  id: entityIdSchema,
  machine: entityIdSchema.optional(),
});

const hostCommands = [hostMode, hostPower, hostReport, clusterBalance] as const;

const volumeAttach = z.object({
  type: z.literal('volume.attach'),
  id: entityIdSchema,
  machine: entityIdSchema,
});
const volumeDetach = z.object({ type: z.literal('volume.detach'), id: entityIdSchema });
/** Leads a floating address to a machine; null takes it from it. */
const addressAssociate = z.object({
  type: z.literal('address.associate'),
  id: entityIdSchema,
  machine: entityIdSchema.nullable(),
});
const tenantCommands = [volumeAttach, volumeDetach, addressAssociate] as const;

export const computeCommands = [...machineCommands, ...hostCommands, ...tenantCommands] as const;
export type ComputeCommand = z.output<(typeof computeCommands)[number]>;
export type ComputeCommandOf<T extends ComputeCommand['type']> = Extract<ComputeCommand, { type: T }>;
