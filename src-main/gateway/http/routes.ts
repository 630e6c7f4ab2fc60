import type { IncomingMessage } from 'node:http';
import { commandEnvelopeSchema } from '../../../sim/contract/commands.ts';
import { queries } from '../../../sim/contract/queries.ts';
import { refusalFromIssues, type Result } from '../../../sim/contract/result.ts';
import type { Host } from '../../host/host.ts';
import type { Press } from '../../services/reports/print/press.ts';
import { actorOf } from '../actor.ts';
import type { ApiDocuments } from '../describe/api-documents.ts';
import { gatewayFaults, rejection, replyOfRefusal } from '../faults.ts';
import type { Knock } from '../knock.ts';
import { exportReply } from './exports.ts';
import { keptReportReply, reportFormats, reportReply } from './report-files.ts';
import { readJsonBody } from './read-body.ts';
import { metricsReply } from './metrics.ts';
import { jsonReply, type Reply } from './reply.ts';
import { isSimPath } from '../sim/sim-path.ts';
import { findSimRoute } from '../sim/sim-routes.ts';
import type { Route } from './route.ts';
import type { Uploads } from './uploads.ts';

export type RoutesOptions = {
  readonly host: Host;
  readonly knock: Knock;
  readonly uploads: Uploads;
  readonly documents: ApiDocuments;
  readonly exportsDirectory: string;
  readonly bodyBytes: number;
  readonly version: string;
  readonly press?: Press;
};

export type FindRoute = (path: string) => Route | null;

const read = ['GET', 'HEAD'] as const;
const exportsPrefix = '/api/v1/exports/';
const reportsPrefix = '/api/v1/report-files/';

/** Every address but the control room's files, by its exact path. */
export function createRoutes(options: RoutesOptions): FindRoute {
  const command: Route = { methods: ['POST'], run: (request) => execute(options, request) };
  const routes = new Map<string, Route>([
    ['/healthz', { methods: read, run: () => health(options) }],
    ...documentRoutes(options.documents),
    ['/api/v1/commands', command],
    ['/api/v1/desk', command],
    ['/api/v1/upload', uploadRoute(options.uploads)],
    [
      '/metrics',
      { methods: read, run: (_request, { params }) => metricsReply(options.host, paramsOf(params)) },
    ],
    ['/api/v1/live', { methods: read, run: upgradeRequired }],
    ...Object.keys(queries).map((name) => [`/api/v1/${name}`, queryRoute(options.host, name)] as const),
  ]);
  for (const format of reportFormats)
    routes.set(`/api/v1/report.${format}`, {
      methods: read,
      run: (_request, { params }) => reportReply(options, format, paramsOf(params)),
    });
  const keptReport: Route = {
    methods: read,
    run: (_request, { path }) => keptReportReply(options.host, path.slice(reportsPrefix.length)),
  };
  const exported: Route = {
    methods: read,
    run: (_request, { path }) => exportReply(options.exportsDirectory, path.slice(exportsPrefix.length)),
  };
  return (path) => {
    if (isSimPath(path)) return findSimRoute(options, path);
    if (path.startsWith(reportsPrefix)) return keptReport;
    return path.startsWith(exportsPrefix) ? exported : (routes.get(path) ?? null);
  };
}

function documentRoutes(documents: ApiDocuments): [string, Route][] {
  const json = (text: () => string): Route => ({
    methods: read,
    run: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: text() }),
  });
  return [
    ['/openapi.json', json(documents.openApi)],
    ['/api-docs', { methods: read, run: (request) => documents.page(request.headers.host ?? '') }],
    ...documents.schemaNames.map((name): [string, Route] => [
      `/schemas/${name}.json`,
      json(() => documents.schema(name)),
    ]),
  ];
}

const queryRoute = (host: Host, name: string): Route => ({
  methods: read,
  run: async (_request, { params }) => replyOf(await host.query(name, paramsOf(params))),
});

const uploadRoute = (uploads: Uploads): Route => ({
  methods: ['POST'],
  run: (request, { params }) => uploads.receive(request, params.get('name')),
});

/** A parameter said twice is a list, as one with commas is. */
function paramsOf(params: URLSearchParams): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

async function execute(options: RoutesOptions, request: IncomingMessage): Promise<Reply> {
  const actor = actorOf(request.headers, 'api');
  if (!actor.ok) return replyOfRefusal(actor.refusal);
  const body = await readJsonBody(request, options.bodyBytes);
  if (!body.ok) return body.reply;
  const envelope = commandEnvelopeSchema.safeParse(body.value);
  if (!envelope.success) return replyOfRefusal(refusalFromIssues(envelope.error.issues));
  const { command, key } = envelope.data;
  const fromPage = request.headers.origin !== undefined;
  return replyOf(await options.knock({ command, key: key ?? null, actor: actor.value, fromPage }));
}

const replyOf = (result: Result<unknown>): Reply =>
  result.ok ? jsonReply(result.value) : replyOfRefusal(result.refusal);

/** Open to whoever asks from this machine, so it says nothing that only the token's holder may know. */
function health({ host, version }: RoutesOptions): Reply {
  const works = host.status().storage.state === 'ok';
  const reply = jsonReply({ status: works ? 'ok' : 'failed', version, uptime: Math.round(process.uptime()) });
  return { ...reply, status: works ? 200 : 503 };
}

const upgradeRequired = (): Reply =>
  rejection('upgrade-required', `${gatewayFaults['upgrade-required'].title}.`, {
    hint: 'Open ws://HOST/api/v1/live with the subprotocols coldaisle.v1 and tok.TOKEN.',
    headers: { upgrade: 'websocket', connection: 'upgrade' },
  });
