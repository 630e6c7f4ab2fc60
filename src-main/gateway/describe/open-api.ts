/** The OpenAPI document, made from the contract: nothing in it is written twice. */
import type * as z from 'zod';
import { commandSchema } from '../../../sim/contract/commands.ts';
import { deskCommandSchema } from '../../../sim/contract/desk.ts';
import { commandKeySchema } from '../../../sim/contract/ids.ts';
import { queries, type QueryName } from '../../../sim/contract/queries.ts';
import { commandExamples, deskExamples } from './examples.table.ts';
import {
  answerComponents,
  answerName,
  type JsonSchema,
  parameterSchemas,
  queryNames,
  withoutIdentity,
  writtenSchema,
} from './json-schemas.ts';
import { simPaths } from './sim-paths.ts';
import { everywhere, problemResponse, problems, problemStatuses } from './problems.ts';

export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<Record<string, object>>;
};
export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
};
type Example = { readonly summary: string; readonly value: unknown };
type MediaType = { readonly schema: JsonSchema; readonly examples?: Readonly<Record<string, Example>> };

export type OpenApi = {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, object>>>>;
} & Readonly<Record<string, unknown>>;

type Examples = Readonly<
  Record<string, { readonly summary: string; readonly example: Readonly<Record<string, unknown>> }>
>;

export function createOpenApi(version: string): OpenApi {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Coldaisle',
      version,
      description:
        'The gateway of one simulated datacenter. Every change is a command; nothing here is real hardware.',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    tags: [
      { name: 'Commands', description: 'Change the world, or put another world under the door.' },
      { name: 'Queries', description: 'Ask; nothing changes.' },
      { name: 'Files', description: 'Carry labs in and out.' },
      { name: 'Simulator', description: 'Machines and failures by name, and figures for a Prometheus.' },
      { name: 'Open', description: 'Answered without a token.' },
    ],
    paths: { ...commandPaths(), ...queryPaths(), ...filePaths(), ...simPaths(), ...openPaths() },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'The start token of the host.' },
      },
      schemas: schemas(),
      responses: Object.fromEntries(
        problemStatuses().map((status) => [`problem-${status}`, problemResponse(status)]),
      ),
    },
  };
}

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonSchema): object => ({ 'application/json': { schema } });
const ok = (schema: JsonSchema): object => ({ description: 'Done', content: json(schema) });

function schemas(): Readonly<Record<string, JsonSchema>> {
  return {
    ...answerComponents(),
    ...variants('command', commandSchema, commandExamples),
    ...variants('desk-command', deskCommandSchema, deskExamples),
    problem: {
      type: 'object',
      description: 'Problem details (RFC 9457) with the whole refusal in them.',
      allOf: [ref('refusal')],
      properties: {
        type: { type: 'string', format: 'uri-reference' },
        title: { type: 'string' },
        status: { type: 'integer' },
        detail: { type: 'string' },
      },
      required: ['type', 'title', 'status', 'detail'],
    },
  };
}

/** One component for each type of command, with its example, and one that is any of them. */
function variants(
  name: string,
  union: z.ZodDiscriminatedUnion,
  examples: Examples,
): Readonly<Record<string, JsonSchema>> {
  const each = union.options.map((option) => {
    const schema = withoutIdentity(writtenSchema(option as z.ZodType));
    const { properties } = schema as { properties: { type: { const: string } } };
    const type = properties.type.const;
    const { summary = '', example = {} } = examples[type] ?? {};
    return {
      type,
      schema: { title: type, description: summary, ...schema, examples: [{ type, ...example }] },
    };
  });
  const mapping = Object.fromEntries(each.map(({ type }) => [type, `#/components/schemas/${type}`]));
  return {
    [name]: { oneOf: each.map(({ type }) => ref(type)), discriminator: { propertyName: 'type', mapping } },
    ...Object.fromEntries(each.map(({ type, schema }) => [type, schema])),
  };
}

function commandPaths(): OpenApi['paths'] {
  const post = (name: 'command' | 'desk-command', summary: string, examples: Examples): Operation => ({
    operationId: name === 'command' ? 'execute' : 'executeDesk',
    summary,
    tags: ['Commands'],
    parameters: [
      {
        name: 'X-Coldaisle-Client',
        in: 'header',
        required: false,
        schema: { enum: ['ui', 'cli', 'api'], default: 'api' },
      },
      {
        name: 'X-Coldaisle-Name',
        in: 'header',
        required: false,
        schema: { type: 'string', maxLength: 80, default: 'local' },
      },
    ],
    requestBody: { required: true, content: { 'application/json': envelope(name, examples) } },
    responses: {
      200: ok(ref(name === 'command' ? 'receipt' : 'desk-receipt')),
      ...problems(problemStatuses()),
    },
  });
  return {
    '/api/v1/commands': {
      post: post('command', 'Do something in the lab; answered once it is durable', commandExamples),
    },
    '/api/v1/desk': { post: post('desk-command', 'Open, save, carry or rewind a lab', deskExamples) },
  };
}

function envelope(name: string, examples: Examples): MediaType {
  const key = withoutIdentity(writtenSchema(commandKeySchema));
  return {
    schema: {
      type: 'object',
      required: ['command'],
      properties: {
        command: ref(name),
        key: { ...key, description: 'Your own mark: sent again with the same key, it is not done again.' },
      },
    },
    examples: Object.fromEntries(
      Object.entries(examples).map(([type, { summary, example }]) => [
        type,
        { summary, value: { command: { type, ...example } } },
      ]),
    ),
  };
}

function queryPaths(): OpenApi['paths'] {
  return Object.fromEntries(queryNames.map((name) => [`/api/v1/${name}`, { get: queryOperation(name) }]));
}

const queryOperation = (name: QueryName): Operation => ({
  operationId: name.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase()),
  summary: queries[name].summary,
  tags: ['Queries'],
  parameters: parameterSchemas(name).map((parameter) => ({
    ...parameter,
    in: 'query',
    ...(parameter.schema['type'] === 'array' ? { style: 'form', explode: false } : {}),
  })),
  responses: { 200: ok(ref(answerName(name))), ...problems([...everywhere, 404]) },
});

function filePaths(): OpenApi['paths'] {
  const bytes: JsonSchema = {};
  const file = {
    type: 'object',
    properties: { file: { type: 'string' }, bytes: { type: 'integer' } },
    required: ['file', 'bytes'],
  };
  const name = (place: string, required: boolean): Parameter => ({
    name: 'name',
    in: place,
    required,
    schema: { type: 'string', maxLength: 200 },
  });
  return {
    '/api/v1/upload': {
      post: {
        operationId: 'upload',
        summary: 'Send a file; the answered path goes into desk.import or desk.new',
        tags: ['Files'],
        parameters: [name('query', false)],
        requestBody: { required: true, content: { 'application/octet-stream': { schema: bytes } } },
        responses: { 200: ok(file), ...problems([...everywhere, 408, 413, 415, 507]) },
      },
    },
    '/api/v1/exports/{name}': {
      get: {
        operationId: 'download',
        summary: 'Fetch a file of the exports folder',
        tags: ['Files'],
        parameters: [name('path', true)],
        responses: {
          200: { description: 'The file', content: { 'application/octet-stream': { schema: bytes } } },
          ...problems([...everywhere, 404]),
        },
      },
    },
  };
}

function openPaths(): OpenApi['paths'] {
  const health = {
    type: 'object',
    properties: {
      status: { enum: ['ok', 'failed'] },
      version: { type: 'string' },
      uptime: { type: 'integer', description: 'Seconds' },
    },
    required: ['status', 'version', 'uptime'],
  };
  const open = (operationId: string, summary: string, responses: Operation['responses']): Operation => {
    return {
      operationId,
      summary,
      tags: ['Open'],
      security: [],
      responses: { ...responses, ...problems([403, 405, 421, 429]) },
    };
  };
  const schema = { name: 'name', in: 'path', required: true, schema: { type: 'string' } };
  const document = { 200: ok({ type: 'object' }) };
  return {
    '/healthz': {
      get: open('health', 'Whether the host is well', {
        200: ok(health),
        503: { description: 'Storage failed', content: json(health) },
      }),
    },
    '/openapi.json': { get: open('openApi', 'This document', document) },
    '/schemas/{name}.json': {
      get: { ...open('schema', 'One JSON schema of the contract', document), parameters: [schema] },
    },
  };
}
