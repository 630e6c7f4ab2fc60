/** What every address under /sim has at hand: the lab's queries and its door, by the lab's own names. */
import type { IncomingMessage } from 'node:http';
import type * as z from 'zod';
import type { Actor } from '../../../sim/contract/actors.ts';
import type { Receipt } from '../../../sim/contract/commands.ts';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { QueryAnswer, QueryName } from '../../../sim/contract/queries.ts';
import { accepted, refusalFromIssues, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Host } from '../../host/host.ts';
import { replyOfRefusal } from '../faults.ts';
import { jsonReply } from '../http/reply.ts';
import type { Reply } from '../http/reply.ts';
import type { Knock } from '../knock.ts';

export type SimCall = {
  readonly host: Host;
  readonly knock: Knock;
  readonly request: IncomingMessage;
  readonly actor: Actor;
  readonly params: URLSearchParams;
  /** What stands in the address where its pattern has a name. */
  readonly name: string;
  /** Undefined where nothing was sent. */
  readonly body: unknown;
};

export type SimHandler = (call: SimCall) => Promise<Result<Reply>>;

export const answer = (value: unknown, status = 200): Result<Reply> =>
  accepted({ ...jsonReply(value), status });

export const replyOfSim = (result: Result<Reply>): Reply =>
  result.ok ? result.value : replyOfRefusal(result.refusal);

export async function asked<Name extends QueryName>(
  { host }: SimCall,
  name: Name,
  params: Readonly<Record<string, unknown>>,
): Promise<Result<QueryAnswer<Name>>> {
  return (await host.query(name, params)) as Result<QueryAnswer<Name>>;
}

export function told(call: SimCall, command: object): Promise<Result<Receipt | DeskReceipt>> {
  const { knock, actor, request } = call;
  return knock({ command, key: null, actor, fromPage: request.headers.origin !== undefined });
}

/** Does it, and answers with its receipt. */
export async function done(call: SimCall, command: object, status = 200): Promise<Result<Reply>> {
  const receipt = await told(call, command);
  return receipt.ok ? answer(receipt.value, status) : receipt;
}

export function read<Schema extends z.ZodType>(schema: Schema, value: unknown): Result<z.output<Schema>> {
  const parsed = schema.safeParse(value);
  return parsed.success
    ? accepted(parsed.data)
    : { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
}

/** One of a kind by its id or its name, large and small letters alike. */
export async function one<K extends Kind>(
  call: SimCall,
  { kind, name, where }: { readonly kind: K; readonly name: string; readonly where?: string },
): Promise<Result<EntityOf<K>>> {
  const found = await asked(call, 'entities', { kinds: [kind], text: name.slice(0, 80), limit: 20_000 });
  if (!found.ok) return found;
  const wanted = name.toLowerCase();
  const fits = (entity: Entity): boolean => entity.id === name || entity.name.toLowerCase() === wanted;
  const named = found.value.items.filter(fits) as EntityOf<K>[];
  const exact = named.find(({ id }) => id === name);
  const [only, another] = exact === undefined ? named : [exact];
  const place = where === undefined ? {} : { where };
  if (only === undefined) {
    return refused('unknown-entity', `There is no ${kind} with the id or the name ${name}`, {
      ...place,
      hint: `GET /sim/${collectionOf[kind] ?? 'state'} lists what there is.`,
    });
  }
  if (another === undefined) return accepted(only);
  return refused('invalid-input', `${named.length} of kind ${kind} are named ${name}`, {
    ...place,
    hint: `Use an id: ${named
      .slice(0, 5)
      .map(({ id }) => id)
      .join(', ')}.`,
  });
}

const collectionOf: Partial<Record<Kind, string>> = {
  vm: 'vms',
  host: 'hosts',
  cluster: 'clusters',
  datastore: 'datastores',
  network: 'networks',
};
