/** What runs on the racks' machines: hypervisors, virtual machines and where these live. */
import * as z from 'zod';
import { backingSchema } from './engine.ts';
import { entityIdSchema } from './ids.ts';
import { simMillisSchema } from './units.ts';

const notes = z.string().max(4000).default('');
/** Free words, and values by name, as people hang them on things. */
const tags = z.array(z.string().min(1).max(120)).max(200).default([]);
const custom = z.record(z.string().max(80), z.string().max(500)).default({});

export const mebibytesSchema = z.int().min(0).max(268_435_456);
export const gibibytesSchema = z.number().min(0).max(1_000_000_000);
export const macSchema = z
  .string()
  .regex(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/, 'must look like 00:50:56:aa:bb:cc');

export const datacenterSpecSchema = z.strictObject({ notes, tags, custom });

/** What a folder holds; a mixed one exists in no product that we speak for. */
export const folderSpecSchema = z.strictObject({
  holds: z.enum(['vm', 'host', 'datastore', 'network', 'datacenter']).default('vm'),
});

/** Share of a cluster that is kept free so that so many hosts may fail. */
const admissionSchema = z.strictObject({
  isOn: z.boolean().default(true),
  hostFailures: z.int().min(0).max(31).default(1),
});

export const clusterSpecSchema = z.strictObject({
  /** Restarts the machines of a host that died on another one. */
  ha: z.boolean().default(false),
  admission: admissionSchema.default({ isOn: true, hostFailures: 1 }),
  /** Evens out load: by hand tells what it would do. */
  drs: z.enum(['off', 'manual', 'partial', 'automatic']).default('off'),
  /** 1 moves only what it must, 5 all that helps a little. */
  drsThreshold: z.int().min(1).max(5).default(3),
  rules: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(80),
        kind: z.enum(['together', 'apart', 'on-hosts', 'off-hosts']),
        machines: z.array(entityIdSchema).max(1000),
        hosts: z.array(entityIdSchema).max(1000).default([]),
        isMandatory: z.boolean().default(false),
        isOn: z.boolean().default(true),
      }),
    )
    .max(500)
    .default([]),
  notes,
  tags,
  custom,
});
export type ClusterSpec = z.infer<typeof clusterSpecSchema>;

/** `connected` is what its manager sees of it; power and heat are those of the server it runs on. */
export const hostSpecSchema = z.strictObject({
  product: z.enum(['esxi', 'kvm']).default('esxi'),
  version: z.string().max(40).default('8.0.2'),
  address: z.ipv4().optional(),
  sockets: z.int().min(1).max(32).default(2),
  coresPerSocket: z.int().min(1).max(256).default(16),
  threadsPerCore: z.int().min(1).max(4).default(2),
  megahertz: z.int().min(100).max(10_000).default(2600),
  memory: mebibytesSchema.default(262_144),
  /** Of virtual to real, where its scheduler allows more than there is. */
  cpuOvercommit: z.number().min(1).max(64).default(4),
  memoryOvercommit: z.number().min(1).max(8).default(1),
  state: z.enum(['connected', 'disconnected', 'not-responding']).default('connected'),
  mode: z.enum(['normal', 'entering-maintenance', 'maintenance']).default('normal'),
  power: z.enum(['on', 'off', 'standby']).default('on'),
  notes,
  tags,
  custom,
});
export type HostSpec = z.infer<typeof hostSpecSchema>;

/** −1: without limit. MHz and MiB. */
const allocationSchema = z.strictObject({
  reservation: z.int().min(0).default(0),
  limit: z.int().min(-1).default(-1),
  shares: z.int().min(0).max(1_000_000).default(1000),
});
export type Allocation = z.infer<typeof allocationSchema>;
const freely = { reservation: 0, limit: -1, shares: 1000 };

export const poolSpecSchema = z.strictObject({
  cpu: allocationSchema.default(freely),
  memory: allocationSchema.default(freely),
  notes,
});

export const guestOsSchema = z.enum([
  'debian-12',
  'ubuntu-22.04',
  'rhel-9',
  'alpine-3.19',
  'windows-2022',
  'other',
]);
export type GuestOs = z.infer<typeof guestOsSchema>;

/** What a machine does, hour by hour. `level` scales it; `trace` names a stored CSV of shares. */
export const workloadSchema = z.strictObject({
  profile: z.enum(['idle', 'web', 'batch', 'database', 'stress', 'steady', 'trace']).default('idle'),
  level: z.number().min(0).max(1).default(1),
  /** Shares 0 … 1, one each `traceSeconds`, again and again. */
  trace: z.array(z.number().min(0).max(1)).max(20_000).optional(),
  traceSeconds: z.int().min(1).max(86_400).optional(),
});
export type Workload = z.infer<typeof workloadSchema>;

export const diskSchema = z.strictObject({
  key: z.int().min(0),
  label: z.string().max(80),
  /** GiB. */
  size: gibibytesSchema,
  /** Where it lies: a datastore; null where it is a volume or the cloud's own. */
  datastore: entityIdSchema.nullable().default(null),
  volume: entityIdSchema.nullable().default(null),
  isThin: z.boolean().default(true),
  /** GiB written; a thick disk takes its size. */
  used: gibibytesSchema.default(0),
  /** A linked copy: it holds only what differs from this disk of another machine, as a snapshot keeps it. */
  delta: z
    .strictObject({ machine: entityIdSchema, snapshot: z.int().min(1), key: z.int().min(0) })
    .optional(),
});
export type Disk = z.infer<typeof diskSchema>;

export const nicSchema = z.strictObject({
  key: z.int().min(0),
  label: z.string().max(80),
  network: entityIdSchema.nullable(),
  mac: macSchema,
  address: z.ipv4().nullable().default(null),
  isConnected: z.boolean().default(true),
});
export type Nic = z.infer<typeof nicSchema>;

/** A point to come back to; what it froze stands in `was`. */
export const machineSnapshotSchema = z.strictObject({
  id: z.int().min(1),
  name: z.string().min(1).max(80),
  description: z.string().max(1000).default(''),
  parent: z.int().min(1).nullable(),
  at: simMillisSchema,
  withMemory: z.boolean().default(false),
  isQuiesced: z.boolean().default(false),
  power: z.enum(['on', 'off', 'suspended']),
  /** GiB that its deltas take. */
  size: gibibytesSchema.default(0),
  was: z.strictObject({
    cpus: z.int().min(1),
    memory: mebibytesSchema,
    disks: z.array(diskSchema),
    nics: z.array(nicSchema),
  }),
});
export type MachineSnapshot = z.infer<typeof machineSnapshotSchema>;

export const powerStateSchema = z.enum(['off', 'on', 'suspended', 'paused']);
export type PowerState = z.infer<typeof powerStateSchema>;

export const vmSpecSchema = z.strictObject({
  os: guestOsSchema.default('debian-12'),
  cpus: z.int().min(1).max(768).default(1),
  coresPerSocket: z.int().min(1).max(768).default(1),
  memory: mebibytesSchema.min(4).default(1024),
  power: powerStateSchema.default('off'),
  /** When it was last started, in lab time: its system is up some seconds later. */
  startedAt: simMillisSchema.optional(),
  /** The host that took it down with it; nobody has started it since. */
  fellWith: entityIdSchema.optional(),
  /** When its kernel gave up; until it is reset nothing in it answers. */
  panickedAt: simMillisSchema.optional(),
  /** Where it runs, or ran last. */
  host: entityIdSchema.nullable().default(null),
  /** The resource pool or cluster it takes its share from. */
  pool: entityIdSchema.nullable().default(null),
  disks: z.array(diskSchema).max(60).default([]),
  nics: z.array(nicSchema).max(10).default([]),
  /** `running` once its system is up. */
  tools: z.enum(['running', 'not-running', 'not-installed']).default('not-running'),
  isTemplate: z.boolean().default(false),
  cpu: allocationSchema.default(freely),
  reserved: allocationSchema.default(freely),
  /** In what order a cluster brings it back after its host died. */
  restart: z.enum(['off', 'lowest', 'low', 'medium', 'high', 'highest']).default('medium'),
  /** Comes back when its host does. */
  startsWithHost: z.boolean().default(true),
  workload: workloadSchema.default({ profile: 'idle', level: 1 }),
  snapshots: z.array(machineSnapshotSchema).max(200).default([]),
  /** GiB of deltas that removed snapshots left behind, until they are consolidated. */
  leftovers: gibibytesSchema.optional(),
  /** The snapshot it stands on. */
  snapshot: z.int().min(1).nullable().default(null),
  flavour: entityIdSchema.nullable().default(null),
  image: entityIdSchema.nullable().default(null),
  firewalls: z.array(entityIdSchema).max(20).default([]),
  hostname: z.string().max(253).optional(),
  /** TCP port on loopback that leads to its SSH; given by the lab where left out. */
  sshPort: z.int().min(1).max(65_535).optional(),
  environment: z.enum(['dev', 'staging', 'prod']).default('dev'),
  /** A container runs for it where there is an engine. */
  backing: backingSchema.optional(),
  notes,
  tags,
  custom,
});
export type VmSpec = z.infer<typeof vmSpecSchema>;

/** What a manager would need to know a machine again. */
const strayMachineSchema = z.strictObject({
  path: z.string().min(1).max(200),
  name: z.string().min(1).max(80),
  machine: entityIdSchema,
  aliases: z.record(z.string(), z.string()),
  spec: vmSpecSchema,
});
export type StrayMachine = z.infer<typeof strayMachineSchema>;

export const datastoreSpecSchema = z.strictObject({
  type: z.enum(['vmfs', 'nfs', 'vsan', 'local', 'lvm', 'ceph']).default('vmfs'),
  /** GiB. */
  capacity: gibibytesSchema,
  /** GiB of the disk that it lies on, where that is larger: room that a hypervisor can take. */
  disk: gibibytesSchema.optional(),
  /** Taken by what is not a disk of a machine: files that people put there. */
  otherUse: gibibytesSchema.default(0),
  mode: z.enum(['normal', 'maintenance']).default('normal'),
  /** Machines whose files lie here and that no manager knows. */
  strays: z.array(strayMachineSchema).max(1000).optional(),
  notes,
  tags,
  custom,
});
