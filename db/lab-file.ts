import { open, type FileHandle } from 'node:fs/promises';
import * as z from 'zod';
import { branchCardSchema } from '../sim/contract/desk.ts';
import { branchIdSchema, revisionSchema } from '../sim/contract/ids.ts';
import { accepted, refusalFromIssues, refused, type Result } from '../sim/contract/result.ts';
import { tickSchema, wallMillisSchema } from '../sim/contract/units.ts';
import { historyMigrations } from './migrations/history-migrations.ts';
import { labMigrations } from './migrations/lab-migrations.ts';
import { textOf } from './storage-error.ts';
import type { ZipMember } from './zip-format.ts';
import { readMembers, readText } from './zip-reader.ts';

/** A `.coldaisle` file: a ZIP of these, in this order. docs/lab-files.md describes it for others. */
export const memberNames = ['world.db', 'history.db', 'manifest.json'] as const;

export const formatVersion = 1;
const manifestLimit = 1024 * 1024;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const memberSchema = z.strictObject({
  name: z.enum(['world.db', 'history.db']),
  bytes: z.int().min(0),
  sha256: sha256Schema,
  /** Of the bytes as they stand in the ZIP: deflate can say the same in many ways, so a flip may leave the content. */
  packedSha256: sha256Schema,
});

export const manifestSchema = z.strictObject({
  format: z.literal('coldaisle-lab'),
  formatVersion: z.literal(formatVersion),
  /** The version of Coldaisle that wrote it. */
  product: z.string().max(40),
  /** Versions of the tables inside. */
  schema: z.strictObject({ world: z.int().min(1), history: z.int().min(1) }),
  lab: z.strictObject({ name: z.string().min(1).max(80), seed: z.string().max(40) }),
  branches: z.array(branchCardSchema).min(1),
  /** The world's hash where the current branch stands: who opens the file elsewhere must come to the same. */
  head: z.strictObject({
    branch: branchIdSchema,
    tick: tickSchema,
    revision: revisionSchema,
    hash: z.string().max(200),
  }),
  exportedAt: wallMillisSchema,
  members: z.array(memberSchema).length(2),
});
export type Manifest = z.infer<typeof manifestSchema>;

const anyVersionSchema = z.looseObject({ format: z.literal('coldaisle-lab'), formatVersion: z.int() });

export const newestSchema = {
  world: labMigrations.at(-1)?.version ?? 0,
  history: historyMigrations.at(-1)?.version ?? 0,
} as const;

export type OpenedLabFile = { readonly manifest: Manifest; readonly members: readonly ZipMember[] };

export async function readManifest(file: string): Promise<Result<Manifest>> {
  return withLabFile(file, async (_handle, { manifest }) => accepted(manifest));
}

/** Opens the file, checks all but the content of the databases, and closes it again after the work. */
export async function withLabFile<T>(
  file: string,
  work: (handle: FileHandle, opened: OpenedLabFile) => Promise<Result<T>>,
): Promise<Result<T>> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, 'r');
    const opened = await openLabFile(handle);
    return opened.ok ? await work(handle, opened.value) : opened;
  } catch (error) {
    return storageRefusal(error);
  } finally {
    await handle?.close();
  }
}

async function openLabFile(handle: FileHandle): Promise<Result<OpenedLabFile>> {
  const members = await readMembers(handle, memberNames);
  if (!members.ok) return members;
  const last = members.value.at(-1);
  const text =
    last === undefined ? refused('damaged-file', 'no manifest') : await readText(handle, last, manifestLimit);
  if (!text.ok) return text;
  const manifest = parseManifest(text.value);
  return manifest.ok ? accepted({ manifest: manifest.value, members: members.value }) : manifest;
}

function parseManifest(text: string): Result<Manifest> {
  const json = parsedJson(text);
  const any = anyVersionSchema.safeParse(json);
  if (!any.success)
    return refused('foreign-file', 'This is not a Coldaisle lab: its manifest is of another kind.');
  if (any.data.formatVersion > formatVersion) return newer(`format ${any.data.formatVersion}`);
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success)
    return refused('damaged-file', `manifest.json: ${refusalFromIssues(parsed.error.issues).message}.`);
  const { schema } = parsed.data;
  if (schema.world > newestSchema.world || schema.history > newestSchema.history) return newer('tables');
  return accepted(parsed.data);
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const newer = (what: string): Result<never> =>
  refused(
    'newer-file',
    `The lab was written by a newer version of Coldaisle: this one does not know its ${what}.`,
    {
      hint: 'Open it with that version, or a later one.',
    },
  );

export function storageRefusal(error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return refused('not-found', `There is no such file: ${textOf(error)}.`);
  if (code === 'ENOSPC')
    return refused('storage-failed', 'The disk is full.', { hint: 'Make room and try again.' });
  if (error instanceof RangeError)
    return refused('too-large', `The lab is too large for one file: ${error.message}.`);
  if (code === '') throw error;
  return refused('storage-failed', `The file could not be read or written: ${textOf(error)}.`);
}
