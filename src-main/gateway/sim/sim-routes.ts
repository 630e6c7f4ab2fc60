/** The simulator's own REST, as the projects that this one grew from had it: everything goes through the door. */
import type { IncomingMessage } from 'node:http';
import type { Host } from '../../host/host.ts';
import { actorOf } from '../actor.ts';
import { rejection, replyOfRefusal } from '../faults.ts';
import { readJsonBody } from '../http/read-body.ts';
import type { Reply } from '../http/reply.ts';
import type { Route, Target } from '../http/route.ts';
import type { Knock } from '../knock.ts';
import { replyOfSim } from './sim-call.ts';
import type { SimHandler } from './sim-call.ts';
import { endFailure, failAny, failHost, fillDisk, listFailures, partNetwork } from './sim-failures.ts';
import {
  changeVm,
  createVm,
  listKind,
  listMachines,
  powerHost,
  powerVm,
  removeVm,
  showKind,
  showMachine,
} from './sim-machines.ts';
import { reset, showDifference, showState } from './sim-state.ts';

type Method = Route['methods'][number];
type Handlers = Partial<Record<Method, SimHandler>>;

/** `*` is a name or an id. What is more exact stands above. */
export const simAddresses: readonly (readonly [pattern: string, handlers: Handlers])[] = [
  ['/sim/vms', { GET: listMachines('vm'), POST: createVm }],
  ['/sim/vms/*', { GET: showMachine('vm'), PATCH: changeVm, DELETE: removeVm }],
  ['/sim/vms/*/power', { POST: powerVm }],
  ['/sim/hosts', { GET: listMachines('host') }],
  ['/sim/hosts/*', { GET: showMachine('host') }],
  ['/sim/hosts/*/power', { POST: powerHost }],
  ['/sim/clusters', { GET: listKind('cluster') }],
  ['/sim/clusters/*', { GET: showKind('cluster') }],
  ['/sim/datastores', { GET: listKind('datastore') }],
  ['/sim/datastores/*', { GET: showKind('datastore') }],
  ['/sim/networks', { GET: listKind('network') }],
  ['/sim/networks/*', { GET: showKind('network') }],
  ['/sim/state', { GET: showState }],
  ['/sim/state/diff', { GET: showDifference }],
  ['/sim/reset', { POST: reset }],
  ['/sim/inject', { GET: listFailures }],
  ['/sim/inject/host-failure', { POST: failHost }],
  ['/sim/inject/network-partition', { POST: partNetwork }],
  ['/sim/inject/disk-full', { POST: fillDisk }],
  ['/sim/inject/*', { POST: failAny, DELETE: endFailure }],
];

export type SimOptions = { readonly host: Host; readonly knock: Knock; readonly bodyBytes: number };

export function findSimRoute(options: SimOptions, path: string): Route {
  for (const [pattern, handlers] of simAddresses) {
    const name = nameIn(pattern, path);
    if (name === null) continue;
    const methods = Object.keys(handlers) as Method[];
    return {
      methods: handlers.GET === undefined ? methods : [...methods, 'HEAD'],
      run: (request, target) => run({ ...options, handlers, name }, request, target),
    };
  }
  return { methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'], run: nowhere };
}

const nowhere = (): Reply =>
  rejection('no-such-page', 'There is no such address under /sim.', {
    hint: `There are ${simAddresses.map(([pattern]) => pattern).join(', ')}.`,
  });

/** What stands where the pattern has its star, and an empty text where it has none; null: it does not fit. */
function nameIn(pattern: string, path: string): string | null {
  const parts = path.split('/');
  const wanted = pattern.split('/');
  if (parts.length !== wanted.length) return null;
  let name = '';
  for (const [at, part] of wanted.entries()) {
    const given = parts[at] ?? '';
    if (part !== '*' && part !== given) return null;
    if (part === '*') name = decoded(given);
    if (part === '*' && name === '') return null;
  }
  return name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

type Run = SimOptions & { readonly handlers: Handlers; readonly name: string };

async function run(
  { host, knock, bodyBytes, handlers, name }: Run,
  request: IncomingMessage,
  { params }: Target,
): Promise<Reply> {
  const method = request.method === 'HEAD' ? 'GET' : (request.method as Method);
  const handler = handlers[method];
  if (handler === undefined) return nowhere();
  const actor = actorOf(request.headers, 'api');
  if (!actor.ok) return replyOfRefusal(actor.refusal);
  const sends = (method === 'POST' || method === 'PATCH') && !isEmpty(request);
  const body = sends ? await readJsonBody(request, bodyBytes) : { ok: true as const, value: {} };
  if (!body.ok) return body.reply;
  return replyOfSim(
    await handler({ host, knock, request, actor: actor.value, params, name, body: body.value }),
  );
}

/** A POST without a body needs no type of one. */
const isEmpty = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
