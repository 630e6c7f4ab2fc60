/**
 * Desk commands put another world under the door: open a lab, go back in time, carry a lab away.
 * What happens inside a world is a command of commands.ts. See decisions/0006.
 */
import * as z from 'zod';
import { csvMappingSchema, csvPlanSchema } from './assets.ts';
import { branchIdSchema, labIdSchema, operationIdSchema, revisionSchema } from './ids.ts';
import { typeImportSchema } from './device-types.ts';
import { channelSchema } from './notifications.ts';
import { engineOrderSchema } from './engine.ts';
import { reportOrderSchema } from './reports.ts';
import { hardwareSourceSchema, hardwareStateSchema, settingsSchema } from './settings.ts';
import { terminalOrderSchema, terminalShareMadeSchema } from './terminal.ts';
import { vsphereOrderSchema } from './vsphere.ts';
import { simMillisSchema, tickSchema, wallMillisSchema } from './units.ts';

const labName = z.string().min(1).max(80);
/** A path on this machine, absolute; the gateway confines it to what the user chose or to the exports folder. */
const filePath = z.string().min(1).max(4096);

export const deskCommandSchema = z.discriminatedUnion('type', [
  /** A new lab from a template in resources/labs, or from a *.lab.yaml file. */
  z.object({
    type: z.literal('desk.new'),
    name: labName,
    template: z.string().max(80).default('starter'),
    file: filePath.optional(),
    seed: z
      .string()
      .regex(/^[0-9a-f]{1,8}$/)
      .optional(),
  }),
  z.object({ type: z.literal('desk.open'), lab: labIdSchema }),
  z.object({ type: z.literal('desk.save-as'), name: labName }),
  z.object({ type: z.literal('desk.delete'), lab: labIdSchema }),
  /** Makes a lab again of what can be read of a damaged one; the damaged files are kept aside. */
  z.object({ type: z.literal('desk.repair'), lab: labIdSchema }),
  /** To one file. Without a path, into the data directory's exports folder. */
  z.object({ type: z.literal('desk.export'), file: filePath.optional() }),
  z.object({ type: z.literal('desk.import'), file: filePath, name: labName.optional() }),
  /** Back to a moment of the current branch, going on from there as a new branch. */
  z.object({ type: z.literal('desk.rewind'), tick: tickSchema }),
  /** Sections and fields that are named are changed, the rest stays: what this machine does beside the lab. */
  z.object({ type: z.literal('desk.configure'), patch: z.record(z.string(), z.unknown()) }),
  /** Reads once from a source of hardware readings, without keeping it. */
  z.object({ type: z.literal('desk.preview-hardware'), source: hardwareSourceSchema }),
  /** Sends a message that tells of nothing, to see whether it arrives. */
  z.object({ type: z.literal('desk.test-notification'), channel: channelSchema }),
  /** Makes the report of a schedule now, deletes a kept one, or stops one that is being made. */
  z.object({ type: z.literal('desk.report'), order: reportOrderSchema }),
  /** Lets somebody look on at a terminal, takes that back, or deletes a recording. */
  z.object({ type: z.literal('desk.terminal'), order: terminalOrderSchema }),
  /** Makes a machine a container or simulated again; loads, builds and removes images. */
  z.object({ type: z.literal('desk.engine'), order: engineOrderSchema }),
  /** Ends a session of the simulated vCenter, or empties the list of its calls. */
  z.object({ type: z.literal('desk.vsphere'), order: vsphereOrderSchema }),
  /** What importing a CSV file of devices would do, line by line. Nothing is done. */
  z.object({ type: z.literal('desk.check-assets'), file: filePath, mapping: csvMappingSchema.optional() }),
  /** Does it: all lines or, where some are wrong, the good ones. */
  z.object({
    type: z.literal('desk.import-assets'),
    file: filePath,
    mapping: csvMappingSchema.optional(),
    lines: z.enum(['all', 'good']).default('all'),
  }),
  /** Of a library's folder, a ZIP of it, or one file: kept on this machine, for all labs. */
  z.object({
    type: z.literal('desk.import-device-types'),
    file: filePath,
    /** `check` tells what would be taken, and takes nothing. */
    mode: z.enum(['import', 'check']).default('import'),
  }),
  /** Those that were imported, of one maker or all. */
  z.object({ type: z.literal('desk.remove-device-types'), manufacturer: z.string().max(120).optional() }),
  /** Onto another branch, at its end. */
  z.object({ type: z.literal('desk.branch'), branch: branchIdSchema }),
]);
export type DeskCommand = z.infer<typeof deskCommandSchema>;
export type DeskCommandInput = z.input<typeof deskCommandSchema>;

export const deskReceiptSchema = z.object({
  /** What takes no time has none. */
  operation: operationIdSchema.optional(),
  lab: labIdSchema.optional(),
  branch: branchIdSchema.optional(),
  tick: tickSchema.optional(),
  file: z.string().optional(),
  settings: settingsSchema.optional(),
  hardware: hardwareStateSchema.optional(),
  csv: csvPlanSchema.optional(),
  deviceTypes: typeImportSchema.optional(),
  share: terminalShareMadeSchema.optional(),
  /** Of an image that was loaded or built. */
  image: z.string().optional(),
});
export type DeskReceipt = z.infer<typeof deskReceiptSchema>;

export const labCardSchema = z.object({
  id: labIdSchema,
  name: z.string(),
  open: z.boolean(),
  seed: z.string(),
  racks: z.int(),
  tick: tickSchema,
  at: simMillisSchema,
  changedAt: wallMillisSchema,
  bytes: z.int(),
  /** Said where the store could not be read: what is wrong and what can be done. */
  damage: z.string().nullable(),
});
export type LabCard = z.infer<typeof labCardSchema>;

export const branchCardSchema = z.object({
  id: branchIdSchema,
  parent: branchIdSchema.nullable(),
  /** Where it left its parent. */
  forkTick: tickSchema,
  forkRevision: revisionSchema,
  headTick: tickSchema,
  headRevision: revisionSchema,
  current: z.boolean(),
  madeAt: wallMillisSchema,
});
export type BranchCard = z.infer<typeof branchCardSchema>;
