/** A Cisco UCS domain: what it is made of, and what makes a blade the machine it is. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import {
  gibibytesSchema,
  guestOsSchema,
  macSchema,
  mebibytesSchema,
  powerStateSchema,
  workloadSchema,
} from './machine-specs.ts';
import { simMillisSchema } from './units.ts';

export const ucsSpecSchema = z.strictObject({
  firmware: z.string().max(40).default('4.2(3d)'),
  address: z.ipv4().optional(),
});

export const interconnectSpecSchema = z.strictObject({
  fabric: z.enum(['A', 'B']),
  model: z.string().max(80).default('UCS-FI-6454'),
  address: z.ipv4().optional(),
  state: z.enum(['up', 'down']).default('up'),
});

export const chassisSpecSchema = z.strictObject({
  number: z.int().min(1).max(40),
  model: z.string().max(80).default('UCSB-5108-AC2'),
  slots: z.int().min(1).max(16).default(8),
});

export const bladeSpecSchema = z.strictObject({
  slot: z.int().min(1).max(16),
  model: z.string().max(80).default('UCSB-B200-M5'),
  cpus: z.int().min(1).max(768).default(4),
  memory: mebibytesSchema.default(16_384),
  disk: gibibytesSchema.default(120),
  power: powerStateSchema.default('off'),
  /** The chassis whose power took it down; nobody has started it since. */
  fellWith: entityIdSchema.optional(),
  /** When its kernel gave up; until it is reset nothing in it answers. */
  panickedAt: simMillisSchema.optional(),
  os: guestOsSchema.default('rhel-9'),
  hostname: z.string().max(253).optional(),
  address: z.ipv4().optional(),
  sshPort: z.int().min(1).max(65_535).optional(),
  workload: workloadSchema.default({ profile: 'idle', level: 1 }),
  environment: z.enum(['dev', 'staging', 'prod']).default('dev'),
});

/** A service profile or, where `isTemplate`, what profiles are made from. */
export const profileSpecSchema = z.strictObject({
  isTemplate: z.boolean().default(false),
  template: entityIdSchema.nullable().default(null),
  blade: entityIdSchema.nullable().default(null),
  bootPolicy: z.string().max(64).default('Local-Boot'),
  vnics: z
    .array(
      z.strictObject({
        name: z.string().max(40),
        fabric: z.enum(['A', 'B']),
        mac: macSchema,
        network: entityIdSchema.nullable(),
      }),
    )
    .max(20)
    .default([]),
  uuid: z.string().max(36).optional(),
});

export const idpoolSpecSchema = z.strictObject({
  type: z.enum(['mac', 'uuid', 'wwnn', 'wwpn', 'ip']),
  from: z.string().max(64),
  to: z.string().max(64),
});

export const policySpecSchema = z.strictObject({
  type: z.enum(['boot', 'bios', 'firmware', 'maintenance', 'power', 'storage']),
  settings: z.record(z.string().max(80), z.string().max(500)).default({}),
});
