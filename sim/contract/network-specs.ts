/** Networks as machines see them, whoever's face they show. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';

const vlan = z.int().min(0).max(4095);

export const vswitchSpecSchema = z.strictObject({
  type: z.enum(['standard', 'distributed', 'open']).default('standard'),
  mtu: z.int().min(576).max(9216).default(1500),
  ports: z.int().min(1).max(60_000).default(128),
  uplinks: z.array(z.string().min(1).max(40)).max(32).default([]),
  notes: z.string().max(1000).default(''),
});

export const subnetSchema = z.strictObject({
  name: z.string().max(255).default(''),
  cidr: z.cidrv4(),
  gateway: z.ipv4().nullable().default(null),
  dns: z.array(z.ipv4()).max(10).default([]),
  dhcp: z.boolean().default(true),
  from: z.ipv4().optional(),
  to: z.ipv4().optional(),
});
export type Subnet = z.infer<typeof subnetSchema>;

/** A port group, a tenant's network, a fabric's: one wire that machines share. */
export const networkSpecSchema = z.strictObject({
  vlan: vlan.nullable().default(null),
  subnets: z.array(subnetSchema).max(20).default([]),
  isExternal: z.boolean().default(false),
  isShared: z.boolean().default(false),
  isUp: z.boolean().default(true),
  mtu: z.int().min(576).max(9216).default(1500),
  notes: z.string().max(1000).default(''),
});
export type NetworkSpec = z.infer<typeof networkSpecSchema>;

export const routerSpecSchema = z.strictObject({
  external: entityIdSchema.nullable().default(null),
  externalAddress: z.ipv4().nullable().default(null),
  networks: z.array(entityIdSchema).max(200).default([]),
  isUp: z.boolean().default(true),
});

export const addressSpecSchema = z.strictObject({
  address: z.ipv4(),
  network: entityIdSchema,
  /** The machine it leads to. */
  machine: entityIdSchema.nullable().default(null),
});

export const firewallSpecSchema = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        direction: z.enum(['in', 'out']),
        protocol: z.enum(['any', 'tcp', 'udp', 'icmp']),
        ports: z.tuple([z.int().min(0).max(65_535), z.int().min(0).max(65_535)]).nullable(),
        remote: z.cidrv4().nullable().default(null),
        remoteFirewall: entityIdSchema.nullable().default(null),
      }),
    )
    .max(1000)
    .default([]),
  notes: z.string().max(1000).default(''),
});
