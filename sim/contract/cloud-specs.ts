import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { gibibytesSchema, guestOsSchema, mebibytesSchema } from './machine-specs.ts';

/** A region of an OpenStack cloud. */
export const cloudSpecSchema = z.strictObject({
  region: z.string().min(1).max(64).default('RegionOne'),
  release: z.string().max(40).default('2024.1'),
});

/** −1: without limit. */
const quota = z.int().min(-1);
export const projectSpecSchema = z.strictObject({
  description: z.string().max(1000).default(''),
  isEnabled: z.boolean().default(true),
  quota: z
    .strictObject({
      instances: quota.default(10),
      cores: quota.default(20),
      memory: quota.default(51_200),
      volumes: quota.default(10),
      gigabytes: quota.default(1000),
    })
    .default({ instances: 10, cores: 20, memory: 51_200, volumes: 10, gigabytes: 1000 }),
  keypairs: z
    .array(z.strictObject({ name: z.string().min(1).max(255), publicKey: z.string().max(16_384) }))
    .max(200)
    .default([]),
});

export const flavourSpecSchema = z.strictObject({
  cpus: z.int().min(1).max(768),
  memory: mebibytesSchema,
  disk: gibibytesSchema.default(0),
  ephemeral: gibibytesSchema.default(0),
  isPublic: z.boolean().default(true),
});

export const imageSpecSchema = z.strictObject({
  os: guestOsSchema,
  format: z.enum(['qcow2', 'raw', 'vmdk', 'ova', 'iso']).default('qcow2'),
  /** GiB. */
  size: gibibytesSchema.default(1),
  minDisk: gibibytesSchema.default(0),
  minMemory: mebibytesSchema.default(0),
  state: z.enum(['active', 'queued', 'deactivated']).default('active'),
  visibility: z.enum(['public', 'private', 'shared', 'community']).default('public'),
});

export const volumeSpecSchema = z.strictObject({
  size: gibibytesSchema,
  type: z.string().max(80).default('standard'),
  state: z.enum(['available', 'in-use', 'error']).default('available'),
  isBootable: z.boolean().default(false),
  machine: entityIdSchema.nullable().default(null),
  mountPoint: z.string().max(80).nullable().default(null),
  image: entityIdSchema.nullable().default(null),
});
