import * as z from 'zod';

/** `rack-17`: the kind, a dash, a counter. Stable for life; names may change, ids never do. */
export const entityIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/, 'must look like rack-17')
  .max(64)
  .brand<'EntityId'>();
export type EntityId = z.infer<typeof entityIdSchema>;

const counted = (prefix: string) =>
  z.string().regex(new RegExp(`^${prefix}-\\d+$`), `must look like ${prefix}-1`);

export const alarmIdSchema = counted('alarm').brand<'AlarmId'>();
export type AlarmId = z.infer<typeof alarmIdSchema>;

export const scenarioRunIdSchema = counted('scenario').brand<'ScenarioRunId'>();
export type ScenarioRunId = z.infer<typeof scenarioRunIdSchema>;

export const drillRunIdSchema = counted('drill').brand<'DrillRunId'>();
export type DrillRunId = z.infer<typeof drillRunIdSchema>;

export const faultIdSchema = counted('fault').brand<'FaultId'>();
export type FaultId = z.infer<typeof faultIdSchema>;

export const editIdSchema = counted('edit').brand<'EditId'>();
export type EditId = z.infer<typeof editIdSchema>;

/** Operations live in the host's memory and on its screens. */
export const operationIdSchema = counted('operation').brand<'OperationId'>();
export type OperationId = z.infer<typeof operationIdSchema>;

/** A line of history inside one lab; `branch-1` is the first. */
export const branchIdSchema = counted('branch').brand<'BranchId'>();
export type BranchId = z.infer<typeof branchIdSchema>;

/** A lab's folder name under the data directory. */
export const labIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower case letters, digits and dashes')
  .brand<'LabId'>();
export type LabId = z.infer<typeof labIdSchema>;

/** Numbers every event of a branch, from 1, without gaps. Every watch resumes by it. */
export const revisionSchema = z.int().min(0).brand<'Revision'>();
export type Revision = z.infer<typeof revisionSchema>;

/** A client's own mark on a command: sent again with the same key, it is not done again. */
export const commandKeySchema = z
  .string()
  .min(8)
  .max(80)
  .regex(/^[A-Za-z0-9._:-]+$/);
