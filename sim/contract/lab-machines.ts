/** What a lab file says of machines: datacenters, clouds and UCS domains of a site, by name where the world has ids. */
import * as z from 'zod';
import {
  cloudSpecSchema,
  flavourSpecSchema,
  imageSpecSchema,
  projectSpecSchema,
  volumeSpecSchema,
} from './cloud-specs.ts';
import { nameSchema } from './entities.ts';
import {
  clusterSpecSchema,
  datacenterSpecSchema,
  datastoreSpecSchema,
  diskSchema,
  folderSpecSchema,
  gibibytesSchema,
  hostSpecSchema,
  poolSpecSchema,
  vmSpecSchema,
  workloadSchema,
} from './machine-specs.ts';
import { firewallSpecSchema, networkSpecSchema, vswitchSpecSchema } from './network-specs.ts';
import {
  bladeSpecSchema,
  chassisSpecSchema,
  idpoolSpecSchema,
  interconnectSpecSchema,
  policySpecSchema,
  profileSpecSchema,
  ucsSpecSchema,
} from './ucs-specs.ts';

const names = z.array(nameSchema).max(1000).default([]);
/** `{n}` becomes the number. */
const pattern = z.string().min(1).max(60);
const count = z.int().min(1).max(100_000).default(1);
/** A device's name, or with a `*` the next of those that nothing runs on yet. */
const device = z.string().min(1).max(64);

const network = z.strictObject({ name: nameSchema, ...networkSpecSchema.shape });
const datastore = z.strictObject({
  name: pattern,
  count,
  ...datastoreSpecSchema.omit({ strays: true }).shape,
});
const vswitch = z.strictObject({
  name: nameSchema,
  ...vswitchSpecSchema.shape,
  networks: z.array(network).max(1000).default([]),
});
const pool = z.strictObject({ name: nameSchema, ...poolSpecSchema.shape });

const host = z.strictObject({
  name: pattern,
  count,
  runsOn: device.optional(),
  /** Those it mounts; all of its datacenter or cloud where left out. */
  datastores: z.array(nameSchema).max(1000).optional(),
  switches: z.array(vswitch).max(50).default([]),
  ...hostSpecSchema.shape,
});
export type HostPlan = z.infer<typeof host>;

/** Names of machines and hosts; `web-*` means all that begin so. */
const named = z.string().min(1).max(64);
const rule = clusterSpecSchema.shape.rules.unwrap().element.extend({
  machines: z.array(named).max(1000),
  hosts: z.array(named).max(1000).default([]),
});

const volume = z.strictObject({
  name: nameSchema,
  size: gibibytesSchema.min(0.001),
  type: volumeSpecSchema.shape.type,
  isBootable: volumeSpecSchema.shape.isBootable,
  image: nameSchema.optional(),
  /** The machine it hangs on. */
  machine: nameSchema.optional(),
});

/** A floating address of an external network. */
const floating = z.strictObject({
  address: z.ipv4(),
  network: nameSchema,
  machine: nameSchema.optional(),
});

const { shape: vm } = vmSpecSchema;
/** A trace may be written as CSV: a share a line, or seconds and a share. */
const workload = workloadSchema
  .extend({ csv: z.string().max(400_000).optional() })
  .default({ profile: 'idle', level: 1 });
const machine = z.strictObject({
  name: pattern,
  count,
  /** Where it runs; spread over the hosts of its cluster, or over all, where left out. */
  host: nameSchema.optional(),
  cluster: nameSchema.optional(),
  pool: nameSchema.optional(),
  folder: nameSchema.optional(),
  flavour: nameSchema.optional(),
  image: nameSchema.optional(),
  firewalls: names,
  disks: z
    .array(
      z.strictObject({
        size: gibibytesSchema.min(0.001),
        datastore: nameSchema.optional(),
        isThin: diskSchema.shape.isThin,
        used: gibibytesSchema.optional(),
      }),
    )
    .max(60)
    .optional(),
  nics: z
    .array(z.strictObject({ network: nameSchema, address: z.ipv4().optional() }))
    .max(10)
    .default([]),
  os: vm.os.unwrap().optional(),
  cpus: vm.cpus.unwrap().optional(),
  coresPerSocket: vm.coresPerSocket,
  memory: vm.memory.unwrap().optional(),
  power: vm.power.unwrap().optional(),
  isTemplate: vm.isTemplate,
  cpu: vm.cpu,
  reserved: vm.reserved,
  restart: vm.restart,
  startsWithHost: vm.startsWithHost,
  workload,
  hostname: vm.hostname,
  sshPort: vm.sshPort,
  environment: vm.environment,
  notes: vm.notes,
  tags: vm.tags,
  custom: vm.custom,
});
export type MachinePlan = z.infer<typeof machine>;

const machines = z.array(machine).max(20_000).default([]);
const hosts = z.array(host).max(5000).default([]);
const datastores = z.array(datastore).max(1000).default([]);
const switches = z.array(vswitch).max(1000).default([]);
const networks = z.array(network).max(2000).default([]);

const datacenter = z.strictObject({
  name: nameSchema,
  /** Who manages it: kept among its custom values. */
  vcenter: nameSchema.optional(),
  ...datacenterSpecSchema.shape,
  folders: z
    .array(z.strictObject({ name: nameSchema, ...folderSpecSchema.shape }))
    .max(1000)
    .default([]),
  datastores,
  switches,
  networks,
  clusters: z
    .array(
      z.strictObject({
        name: pattern,
        count,
        ...clusterSpecSchema.omit({ rules: true }).shape,
        rules: z.array(rule).max(500).default([]),
        hosts,
        pools: z.array(pool).max(500).default([]),
      }),
    )
    .max(1000)
    .default([]),
  hosts,
  machines,
});
export type DatacenterPlan = z.infer<typeof datacenter>;

const project = z.strictObject({
  name: nameSchema,
  ...projectSpecSchema.shape,
  networks,
  routers: z
    .array(z.strictObject({ name: nameSchema, external: nameSchema.optional(), networks: names }))
    .max(200)
    .default([]),
  firewalls: z
    .array(
      z.strictObject({
        name: nameSchema,
        notes: firewallSpecSchema.shape.notes,
        rules: z
          .array(firewallSpecSchema.shape.rules.unwrap().element.omit({ remoteFirewall: true }))
          .max(1000)
          .default([]),
      }),
    )
    .max(200)
    .default([]),
  machines,
  volumes: z.array(volume).max(5000).default([]),
  addresses: z.array(floating).max(5000).default([]),
});

const cloud = z.strictObject({
  name: nameSchema,
  ...cloudSpecSchema.shape,
  datastores,
  switches,
  networks,
  hosts,
  flavours: z
    .array(z.strictObject({ name: nameSchema, ...flavourSpecSchema.shape }))
    .max(1000)
    .default([]),
  images: z
    .array(z.strictObject({ name: nameSchema, ...imageSpecSchema.shape }))
    .max(1000)
    .default([]),
  projects: z.array(project).max(1000).default([]),
});
export type CloudPlan = z.infer<typeof cloud>;

const ucs = z.strictObject({
  name: nameSchema,
  ...ucsSpecSchema.shape,
  interconnects: z
    .array(z.strictObject({ name: nameSchema, runsOn: device.optional(), ...interconnectSpecSchema.shape }))
    .max(2)
    .default([]),
  networks,
  chassis: z
    .array(
      z.strictObject({
        name: nameSchema,
        runsOn: device.optional(),
        ...chassisSpecSchema.shape,
        blades: z
          .array(
            z.strictObject({
              name: nameSchema,
              ...bladeSpecSchema.omit({ fellWith: true, panickedAt: true }).shape,
            }),
          )
          .max(16)
          .default([]),
      }),
    )
    .max(40)
    .default([]),
  policies: z
    .array(z.strictObject({ name: nameSchema, ...policySpecSchema.shape }))
    .max(500)
    .default([]),
  idpools: z
    .array(z.strictObject({ name: nameSchema, ...idpoolSpecSchema.shape }))
    .max(100)
    .default([]),
  profiles: z
    .array(
      z.strictObject({
        name: nameSchema,
        isTemplate: profileSpecSchema.shape.isTemplate,
        template: nameSchema.optional(),
        blade: nameSchema.optional(),
        bootPolicy: profileSpecSchema.shape.bootPolicy,
        uuid: profileSpecSchema.shape.uuid,
        vnics: z
          .array(profileSpecSchema.shape.vnics.unwrap().element.extend({ network: nameSchema.optional() }))
          .max(20)
          .default([]),
      }),
    )
    .max(1000)
    .default([]),
});
export type UcsPlan = z.infer<typeof ucs>;

/** What a site has beside rooms: lab files from before leave it out. */
export const siteMachines = {
  datacenters: z.array(datacenter).max(100).default([]),
  clouds: z.array(cloud).max(20).default([]),
  ucsDomains: z.array(ucs).max(50).default([]),
};
