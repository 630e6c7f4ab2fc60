import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../../host/log.ts';
import { defectMessage, rejection } from '../faults.ts';
import type { GatewayLimits } from '../limits.ts';
import { createTokenBucket, type TokenBucket } from '../token-bucket.ts';
import { bearerOf, checkHost, checkOrigin, noToken, type TokenCheck } from './guard.ts';
import { isSimPath } from '../sim/sim-path.ts';
import { type Reply, writeReply } from './reply.ts';
import type { Route, Target } from './route.ts';
import type { FindRoute } from './routes.ts';
import type { StaticFiles } from './static-files.ts';

export type HttpOptions = {
  readonly hosts: () => ReadonlySet<string>;
  readonly isToken: TokenCheck;
  readonly findRoute: FindRoute;
  readonly staticFiles: StaticFiles;
  readonly limits: GatewayLimits;
  readonly log: Log;
};

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Every request passes here: host, origin, rate, token, method, and only then its handler. */
export function createHttpHandler(options: HttpOptions): HttpHandler {
  const { log, limits } = options;
  const buckets = new WeakMap<object, TokenBucket>();
  const bucketOf = (socket: object): TokenBucket => {
    const bucket = buckets.get(socket) ?? createTokenBucket(limits.requestRate, limits.requestBurst);
    buckets.set(socket, bucket);
    return bucket;
  };
  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const refusal = checkRequest(options, request) ?? checkRate(bucketOf(request.socket));
    return refusal ?? dispatch(options, request);
  };
  return (request, response) => {
    const started = performance.now();
    answer(request)
      .catch((error: unknown) => defect(log, request, error))
      .then((reply) => writeReply(request, response, reply))
      .then(() => logged(log, { request, response, started }))
      // The client went away in the middle of the answer: nobody is left to tell.
      .catch((error: unknown) => {
        log.debug('a client went away', { error });
        response.destroy();
      });
  };
}

function checkRequest(options: HttpOptions, request: IncomingMessage): Reply | null {
  return checkHost(options.hosts(), request.headersDistinct['host']) ?? checkOrigin(request.headers);
}

function checkRate(bucket: TokenBucket): Reply | null {
  const wait = bucket.take(1);
  if (wait === 0) return null;
  return rejection('too-many-requests', 'This connection asks faster than the gateway allows.', {
    headers: { 'retry-after': String(Math.max(1, Math.ceil(wait))) },
  });
}

async function dispatch(options: HttpOptions, request: IncomingMessage): Promise<Reply> {
  const target = parseTarget(request.url ?? '');
  if (target === null) return rejection('bad-request', 'The address must be a path of this gateway.');
  // `/api` itself is a screen of the control room, and must open when it is reloaded.
  const isApi = isGuarded(target.path);
  if (isApi && !options.isToken(bearerOf(request.headers))) return noToken();
  const route = options.findRoute(target.path) ?? (isApi ? null : pageRoute(options.staticFiles));
  if (route === null) {
    return rejection('no-such-page', 'The gateway has no such address.', {
      hint: 'See /api-docs for all of them.',
    });
  }
  const { methods } = route;
  if (!(methods as readonly string[]).includes(request.method ?? '')) return wrongMethod(methods);
  return route.run(request, target);
}

const isGuarded = (path: string): boolean =>
  path.startsWith('/api/') || isSimPath(path) || path === '/metrics';

const wrongMethod = (methods: Route['methods']): Reply =>
  rejection('wrong-method', `This address takes ${methods.join(' and ')}.`, {
    headers: { allow: methods.join(', ') },
  });

/** Only a path: an absolute or `//` target would name another host behind the guard's back. */
function parseTarget(url: string): Target | null {
  if (!/^\/(?!\/)[\x21-\x7e]*$/.test(url)) return null;
  const [path = '', ...query] = url.split('?');
  return { path, params: new URLSearchParams(query.join('?')) };
}

const pageRoute = (staticFiles: StaticFiles): Route => ({
  methods: ['GET', 'HEAD'],
  run: (request, { path }) => {
    const { headers } = request;
    const { host = '' } = headers;
    const acceptEncoding = headers['accept-encoding']?.toString() ?? '';
    return staticFiles({ path, host, acceptEncoding, ifNoneMatch: headers['if-none-match'] ?? '' });
  },
});

function defect(log: Log, request: IncomingMessage, error: unknown): Reply {
  // An upload or body cut off by its client is no defect of ours.
  if (request.destroyed && !request.complete) return rejection('slow-request', 'The request was cut off.');
  log.error('a request failed', { method: request.method, path: request.url?.split('?')[0], error });
  return rejection('defect', defectMessage);
}

type Done = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly started: number;
};

/** Without the query: people search for names in it. */
function logged(log: Log, { request, response, started }: Done): void {
  const millis = Math.round((performance.now() - started) * 10) / 10;
  const { statusCode: status } = response;
  const write = status === 401 || status === 403 || status === 421 ? log.warn : log.debug;
  write('request', {
    method: request.method,
    path: request.url?.split('?')[0]?.slice(0, 200),
    status,
    millis,
  });
}
