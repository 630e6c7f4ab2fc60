/** Entities as a person writes them in a file: the same frame as a lab file, one document each. */
import { LineCounter, parseAllDocuments, type Document } from 'yaml';
import * as z from 'zod';
import { kindSchema, nameSchema, type Kind } from '../../sim/contract/entities.ts';
import { pathText } from '../../sim/contract/result.ts';
import { failed, type Outcome } from './outcome.ts';

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
    const [fault] = document.errors;
    if (fault !== undefined)
      return wrong(`${file}:${placeOf(lines, fault.pos[0])}: ${fault.message.split(' at line ')[0] ?? ''}`);
    const read = manifestSchema.safeParse(document.toJS());
    if (!read.success) {
      const [issue] = read.error.issues;
      const path = issue?.path ?? [];
      return wrong(
        `${file}:${placeOf(lines, offsetOf(document, path))}: ${pathText(path) || 'the document'}: ${issue?.message ?? ''}`,
      );
    }
    const { kind, metadata, spec } = read.data;
    manifests.push({ kind, name: metadata.name, in: metadata.in, spec });
  }
  return { ok: true, value: manifests };
}

/** The nearest thing to the path that the file really holds. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return document.range?.[0] ?? 0;
}

function placeOf(lines: LineCounter, offset: number): string {
  const { line, col } = lines.linePos(offset);
  return `${line}:${col}`;
}

const wrong = (message: string): Outcome<never> =>
  failed({ kind: 'refused', refusal: { code: 'invalid-input', message } });
