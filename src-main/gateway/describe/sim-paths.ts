/** The simulator's own addresses and Prometheus' page, as they stand beside `/api`. */
import { simAddresses } from '../sim/sim-routes.ts';
import { problems } from './problems.ts';
import { simSummaries } from './sim-summaries.table.ts';

const object = { 'application/json': { schema: { type: 'object' } } };

const name = { name: 'name', in: 'path', required: true, schema: { type: 'string' } };

type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly (typeof name)[];
  readonly requestBody?: { readonly required: true; readonly content: typeof object };
  readonly responses: Readonly<Record<string, object>>;
};

/** `/sim/vms/*` as OpenAPI writes it. */
const written = (pattern: string): string => pattern.replace('*', '{name}');

/** `/sim/vms/*` becomes SimVmsOne. */
const inOneWord = (pattern: string): string =>
  pattern
    .split(/[^A-Za-z*]+/)
    .map((part) => (part === '*' ? 'One' : part.slice(0, 1).toUpperCase() + part.slice(1)))
    .join('');

function operation(method: string, pattern: string): Operation {
  const summary = simSummaries[`${method} ${pattern}`] ?? '';
  const takes = method === 'POST' || method === 'PATCH';
  return {
    operationId: `${method.toLowerCase()}${inOneWord(pattern)}`,
    summary,
    tags: ['Simulator'],
    ...(pattern.includes('*') ? { parameters: [name] } : {}),
    ...(takes ? { requestBody: { required: true, content: object } } : {}),
    responses: {
      200: { description: 'Done', content: object },
      ...problems([400, 401, 403, 404, 405, 409, 421, 422, 429]),
    },
  };
}

export function simPaths(): Readonly<Record<string, Readonly<Record<string, Operation>>>> {
  const paths: Record<string, Record<string, Operation>> = {};
  for (const [pattern, handlers] of simAddresses)
    paths[written(pattern)] = Object.fromEntries(
      Object.keys(handlers).map((method) => [method.toLowerCase(), operation(method, pattern)]),
    );
  return {
    ...paths,
    '/metrics': {
      get: {
        operationId: 'prometheusPage',
        summary: 'Facility and machines for a Prometheus, in its text format',
        tags: ['Simulator'],
        responses: {
          200: { description: 'Done', content: { 'text/plain': { schema: { type: 'string' } } } },
          ...problems([401, 403, 405, 421, 429]),
        },
      },
    },
  };
}
