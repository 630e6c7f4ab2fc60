import * as z from 'zod';
import { queries, type QueryName } from '../../../sim/contract/queries.ts';
import { answeredSchemas, writtenSchemas } from './schemas.table.ts';

export type JsonSchema = { readonly [key: string]: unknown };

const written: Readonly<Record<string, z.ZodType>> = writtenSchemas;
const answered: Readonly<Record<string, z.ZodType>> = answeredSchemas;

export const queryNames = Object.keys(queries) as QueryName[];
export const schemaNames: readonly string[] = [...Object.keys(written), ...Object.keys(answered)];

/** One schema that stands by itself, for editors and validators. */
export function schemaDocument(name: string): JsonSchema {
  const input = written[name];
  const schema = input ?? answered[name];
  if (schema === undefined) throw new Error(`there is no schema ${name}`);
  const { $schema, ...rest } = input === undefined ? answerSchema(schema) : writtenSchema(schema);
  return { $schema, $id: `/schemas/${name}.json`, title: name, ...rest };
}

export const writtenSchema = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input' });

const answerSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'output', override: leaveRoom });

/** What one query gives back: a schema with a name of its own, or `<query>-answer`. */
export function answerName(query: QueryName): string {
  const known = Object.entries(answered).find(([, schema]) => schema === queries[query].answer);
  return known?.[0] ?? `${query}-answer`;
}

/** All answers as components of one document, naming each other instead of repeating themselves. */
export function answerComponents(): Readonly<Record<string, JsonSchema>> {
  const registry = z.registry<{ id: string }>();
  for (const name of queryNames) registry.add(queries[name].answer, { id: answerName(name) });
  for (const [name, schema] of Object.entries(answered)) registry.add(schema, { id: name });
  const uri = (id: string): string => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { io: 'output', uri, override: leaveRoom });
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutIdentity(schema)]));
}

/** The schema of each parameter as the host understands it, and whether it must be there. */
export function parameterSchemas(
  query: QueryName,
): { name: string; required: boolean; schema: JsonSchema }[] {
  const { params } = queries[query];
  const { properties = {} } = z.toJSONSchema(params, { io: 'output' });
  return Object.entries(params.shape).map(([name, schema]: [string, z.ZodType]) => {
    const property = properties[name];
    return {
      name,
      required: !schema.safeParse(undefined).success,
      schema: typeof property === 'object' ? { ...property } : {},
    };
  });
}

export function withoutIdentity(schema: JsonSchema): JsonSchema {
  const { $schema: _dialect, $id: _id, ...rest } = schema;
  return rest;
}

type Visit = { readonly zodSchema: z.core.$ZodTypes; readonly jsonSchema: z.core.JSONSchema.BaseSchema };

/** Answers may grow: a client that validates them must not break over a new field. */
function leaveRoom({ zodSchema, jsonSchema }: Visit): void {
  const { def } = zodSchema._zod;
  if (def.type === 'object' && def.catchall === undefined) delete jsonSchema.additionalProperties;
}
