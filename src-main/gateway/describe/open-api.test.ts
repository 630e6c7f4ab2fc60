import { expect, test } from 'vitest';
import { commandSchema } from '../../../sim/contract/commands.ts';
import { deskCommandSchema } from '../../../sim/contract/desk.ts';
import { queries } from '../../../sim/contract/queries.ts';
import { refusalCodeSchema } from '../../../sim/contract/refusal.ts';
import { gatewayFaults } from '../faults.ts';
import { createPlainHost } from '../plain-host.fixture.ts';
import { simAddresses } from '../sim/sim-routes.ts';
import { openTestGateway } from '../test-gateway.fixture.ts';
import { commandExamples, deskExamples } from './examples.table.ts';
import { schemaNames } from './json-schemas.ts';
import { createOpenApi } from './open-api.ts';

const document = createOpenApi('1.2.3');
const { schemas = {} } = document.components;

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
}

const found = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document);

test('FR-200-040 every reference of the document leads somewhere', () => {
  const refs = new Set(refsIn(document));
  expect(refs.size).toBeGreaterThan(30);
  for (const ref of refs) {
    expect(ref).toMatch(/^#\//);
    expect([ref, found(ref)]).not.toContain(undefined);
  }
});

test('FR-200-041 FR-001-006 every command is a variant with an example that the host would take', () => {
  const check = (
    name: string,
    union: typeof commandSchema | typeof deskCommandSchema,
    examples: typeof deskExamples | typeof commandExamples,
  ) => {
    const types = union.options.map((option) => option.shape.type.value);
    expect(Object.keys(examples).toSorted()).toEqual(types.toSorted());
    const { oneOf } = schemas[name] as { oneOf: { $ref: string }[] };
    expect(oneOf.map(({ $ref }) => $ref)).toEqual(types.map((type) => `#/components/schemas/${type}`));
    for (const type of types) {
      const [example] = (schemas[type] as { examples: unknown[] }).examples;
      expect([type, union.safeParse(example).error?.issues]).toEqual([type, undefined]);
    }
  };
  check('command', commandSchema, commandExamples);
  check('desk-command', deskCommandSchema, deskExamples);
});

test('FR-200-042 every query has its parameters and its answer', () => {
  for (const [name, { params, summary }] of Object.entries(queries)) {
    const operation = document.paths[`/api/v1/${name}`]?.['get'];
    expect(operation?.summary).toBe(summary);
    expect(operation?.parameters?.map((parameter) => parameter.name)).toEqual(Object.keys(params.shape));
  }
  const required = document.paths['/api/v1/history']?.['get']?.parameters?.filter(
    (parameter) => parameter.required,
  );
  expect(required?.map(({ name }) => name)).toEqual(['sensors']);
});

test('FR-200-043 every refusal and every fault of the gateway is documented with its status', () => {
  const text = JSON.stringify(document.components['responses']);
  for (const code of refusalCodeSchema.options) expect(text).toContain(`"/api-docs#refusal-${code}"`);
  for (const fault of Object.keys(gatewayFaults)) expect(text).toContain(`"/api-docs#fault-${fault}"`);
});

test('FR-200-044 operation ids are unique', () => {
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
});

test('FR-010-198 every address under /sim stands in the document and says what it does, and so does /metrics', () => {
  for (const [pattern, handlers] of simAddresses) {
    for (const method of Object.keys(handlers)) {
      const operation = document.paths[pattern.replace('*', '{name}')]?.[method.toLowerCase()];
      expect([method, pattern, operation?.summary]).toEqual([
        method,
        pattern,
        expect.stringMatching(/^[A-Z]/),
      ]);
      expect(operation?.parameters?.length ?? 0).toBe(pattern.includes('*') ? 1 : 0);
    }
  }
  expect(document.paths['/metrics']?.['get']?.summary).toMatch(/Prometheus/);
});

test('FR-200-045 the document, each schema and the page are served without a token', async () => {
  const one = await openTestGateway({ host: createPlainHost().host });
  const served = await one.ask({ path: '/openapi.json' });
  expect(served.json()).toEqual(JSON.parse(JSON.stringify(document)));
  for (const name of schemaNames) {
    const schema = await one.ask({ path: `/schemas/${name}.json` });
    expect(schema.json()).toMatchObject({
      $id: `/schemas/${name}.json`,
      $schema: expect.stringContaining('2020-12'),
    });
  }
  const page = await one.ask({ path: '/api-docs' });
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).not.toContain('script-src');
  expect(page.text).not.toMatch(/<script|\son\w+=|style="/);
  for (const path of Object.keys(document.paths)) expect(page.text).toContain(path);
  for (const code of refusalCodeSchema.options) expect(page.text).toContain(`id="refusal-${code}"`);
  await one.close();
});
