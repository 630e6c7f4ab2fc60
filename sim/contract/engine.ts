/** Machines that are containers: the engine of this computer, its images, and what can be asked of both. */
import * as z from 'zod';
import { entityIdSchema } from './ids.ts';
import { count, query } from './query.ts';

/** As an engine writes it: `localhost/coldaisle/debian:12`. */
const imageNameSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._/:@-]{0,254}$/,
    'must be the name of an image, as localhost/coldaisle/debian:12',
  );
const filePath = z.string().min(1).max(4096);

/** What can be built on this computer from its distribution's packages. */
const buildableImages = ['busybox', 'debian'] as const;

export const engineOrderSchema = z.discriminatedUnion('do', [
  /** Look for an engine again. */
  z.strictObject({ do: z.literal('look') }),
  /** The machine, which must be off, is a container of this image from its next start on. */
  z.strictObject({
    do: z.literal('back'),
    machine: entityIdSchema,
    image: imageNameSchema,
    /** Whether the files that differ from its simulated system go along. */
    files: z.enum(['take', 'leave']).default('take'),
  }),
  /** The machine, which must be off, is simulated again; its container goes, with what is in it. */
  z.strictObject({ do: z.literal('release'), machine: entityIdSchema }),
  /** From a file that `docker save` wrote, or a tar of a root file system, which needs a name. */
  z.strictObject({ do: z.literal('load-image'), file: filePath, name: imageNameSchema.optional() }),
  z.strictObject({ do: z.literal('build-image'), what: z.enum(buildableImages) }),
  /** Stops the build that runs: what it fetched goes. */
  z.strictObject({ do: z.literal('cancel-build') }),
  z.strictObject({ do: z.literal('remove-image'), image: imageNameSchema }),
]);
export type EngineOrder = z.output<typeof engineOrderSchema>;

/** Kept in a machine's spec: what it runs instead of a simulated system. */
export const backingSchema = z.strictObject({
  image: imageNameSchema,
  files: z.enum(['take', 'leave']).default('take'),
});

const engineImageSchema = z.object({
  name: z.string(),
  bytes: z.number(),
  /** `systemd`: it boots its own services; `supervised`: its one program, or a small first process, runs. */
  init: z.enum(['systemd', 'supervised']),
});
export type EngineImage = z.output<typeof engineImageSchema>;

const engineMachineSchema = z.object({
  machine: entityIdSchema,
  name: z.string(),
  image: z.string(),
  state: z.enum(['stopped', 'starting', 'running', 'paused', 'failing']),
  /** Why it does not run, and what to do. */
  problem: z.string().nullable(),
});

const engineStateSchema = z.object({
  /** `off`: switched off in the settings, or not allowed where this host was started. */
  state: z.enum(['off', 'looking', 'absent', 'found']),
  kind: z.enum(['docker', 'podman']).nullable(),
  version: z.string(),
  address: z.string(),
  /** Why there is none and how to get one; what this one cannot do. */
  detail: z.string(),
  /** Containers that may run at once on this computer. */
  most: z.int(),
  images: z.array(engineImageSchema),
  machines: z.array(engineMachineSchema),
});
export type EngineState = z.output<typeof engineStateSchema>;

export const engineQueries = {
  engine: query(
    'The container engine of this computer, its images and the machines on it',
    z.object({}),
    engineStateSchema,
  ),
  'machine-log': query(
    'What the container of a machine wrote, its last lines',
    z.object({ id: entityIdSchema, lines: count(5000, 200) }),
    z.object({ text: z.string() }),
  ),
} as const;
