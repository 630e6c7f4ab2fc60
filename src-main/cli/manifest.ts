/** Entities as a person writes them in a file: the same frame as a lab file, one document each. */
import { LineCounter, parseAllDocuments } from 'yaml';
import * as z from 'zod';
import { kindSchema, nameSchema, type Kind } from '../../sim/contract/entities.ts';
import type { Outcome } from './outcome.ts';
import { brokenIn, faultIn, wrong } from './place-in-yaml.ts';

const kindWord = z.preprocess(
  (value) => (typeof value === 'string' ? value.toLowerCase() : value),
  kindSchema,
);

const manifestSchema = z.strictObject({
  apiVersion: z.literal('coldaisle/v1'),
  kind: kindWord,
  metadata: z.strictObject({
    name: nameSchema,
    /** What it stands in, by name or path. */
    in: z.string().min(1).optional(),
  }),
  spec: z.record(z.string(), z.unknown()).default({}),
});

export type Manifest = {
  readonly kind: Kind;
  readonly name: string;
  readonly in: string | undefined;
  readonly spec: Readonly<Record<string, unknown>>;
};

/** Every document of a file, or the first fault with its line and column. */
export function readManifests(file: string, source: string): Outcome<readonly Manifest[]> {
  const lines = new LineCounter();
  const documents = parseAllDocuments(source, { lineCounter: lines });
  if (!Array.isArray(documents) || documents.length === 0) return wrong(`${file} is empty`);
  const manifests: Manifest[] = [];
  for (const document of documents) {
    const written = { file, document, lines };
    const broken = brokenIn(written);
    if (broken !== undefined) return broken;
    const read = manifestSchema.safeParse(document.toJS());
    if (!read.success) return faultIn(written, read.error);
    const { kind, metadata, spec } = read.data;
    manifests.push({ kind, name: metadata.name, in: metadata.in, spec });
  }
  return { ok: true, value: manifests };
}
