/** Keeps `useWorld` true: loads it over the socket, folds events in batches, resumes by revision after a break. */
import type { IsaState } from '../../sim/contract/alarms.ts';
import type { Kind } from '../../sim/contract/entities.ts';
import type { LoggedEvent } from '../../sim/contract/events.ts';
import type { BranchId, Revision } from '../../sim/contract/ids.ts';
import type { ServerMessage } from '../../sim/contract/live.ts';
import { parentKinds } from '../../sim/contract/parent-kinds.table.ts';
import type { Operation } from '../../sim/contract/operations.ts';
import type { QueryAnswer } from '../../sim/contract/queries.ts';
import type { Refusal, Result } from '../../sim/contract/result.ts';
import type { Client } from './requests.ts';
import type { Connection } from './connection.ts';
import type { Dispose } from './emitter.ts';
import { fillTables, foldEvents, neverHeld } from './fold-events.ts';
import type { WorldTables } from './fold-events.ts';
import type { useWorld } from './world.ts';

/** More virtual machines than these are asked for as devices are: a page at a time, by who shows them. */
const mostHeldMachines = 5000;
const pageSize = 20_000;
/** All but what is over and seen to. */
const listedStates: IsaState[] = [
  'unacknowledged',
  'acknowledged',
  'returned',
  'shelved',
  'suppressed',
  'out-of-service',
];
/** One render for a burst of events. A timer, not a frame: a hidden tab has no frames and must keep up. */
const batchMillis = 40;

type Store = Pick<typeof useWorld, 'getState' | 'setState'>;
type Asked = { readonly connection: Connection; readonly query: Client['query']; readonly store: Store };
type Loaded = { readonly tables: WorldTables; readonly revision: number };

async function notHeld(query: Client['query']): Promise<Result<ReadonlySet<Kind>>> {
  const machines = await query('machines', { kinds: ['vm'], limit: 1 });
  if (!machines.ok) return machines;
  const isMany = machines.value.total > mostHeldMachines;
  return { ok: true, value: isMany ? new Set<Kind>([...neverHeld, 'vm']) : neverHeld };
}

async function allEntities(
  query: Client['query'],
  left: ReadonlySet<Kind>,
): Promise<Result<QueryAnswer<'entities'>>> {
  const kinds = (Object.keys(parentKinds) as Kind[]).filter((kind) => !left.has(kind));
  const items: QueryAnswer<'entities'>['items'] = [];
  let revision: Revision | null = null;
  for (let after: string | null = ''; after !== null;) {
    const page: Result<QueryAnswer<'entities'>> = await query('entities', {
      kinds,
      limit: pageSize,
      ...(after === '' ? {} : { after }),
    });
    if (!page.ok) return page;
    items.push(...page.value.items);
    // The first page's: every event since then is folded again, and folding twice does no harm.
    revision ??= page.value.revision;
    after = page.value.next;
  }
  return { ok: true, value: { items, next: null, revision: revision ?? (0 as Revision) } };
}

async function load(query: Client['query']): Promise<Result<Loaded>> {
  const left = await notHeld(query);
  if (!left.ok) return left;
  const [entities, alarms, scenarios, drills, rules] = await Promise.all([
    allEntities(query, left.value),
    query('alarms', { isa: listedStates, limit: 5000 }),
    query('scenarios', {}),
    query('drills', {}),
    query('rules', {}),
  ]);
  if (!entities.ok) return entities;
  if (!alarms.ok) return alarms;
  if (!scenarios.ok) return scenarios;
  if (!drills.ok) return drills;
  if (!rules.ok) return rules;
  const tables = fillTables({
    entities: entities.value.items,
    alarms: alarms.value.items,
    runs: scenarios.value.runs,
    drills: drills.value.runs,
    outOfService: rules.value.outOfService,
    left: left.value,
  });
  return { ok: true, value: { tables, revision: Math.min(entities.value.revision, alarms.value.revision) } };
}

function withOperation(operations: readonly Operation[], next: Operation): readonly Operation[] {
  return [...operations.filter((operation) => operation.id !== next.id), next].slice(-50);
}

/** What the feed holds between two messages. */
type Feed = {
  tables: WorldTables | null;
  branch: BranchId | null;
  buffer: LoggedEvent[];
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Which load is the current one: a slow answer of an earlier one is dropped. */
  turn: number;
};

const fail = ({ store }: Asked, refusal: Refusal) => store.setState({ phase: 'refused', refusal });

function restart({ connection, store }: Asked, feed: Feed): void {
  feed.tables = null;
  feed.buffer = [];
  feed.turn += 1;
  connection.send({ op: 'watch', since: null, branch: null });
  store.setState({ phase: 'loading', refusal: null });
}

function flush(asked: Asked, feed: Feed): void {
  feed.timer = undefined;
  const { tables, buffer } = feed;
  if (tables === null || buffer.length === 0) return;
  feed.buffer = [];
  const before = asked.store.getState();
  const outcome = foldEvents(tables, before.revision, buffer);
  if (outcome.gap) return restart(asked, feed);
  asked.store.setState({
    revision: outcome.revision,
    ...(outcome.entities ? { layout: before.layout + 1 } : {}),
    ...(outcome.edits ? { edits: before.edits + 1 } : {}),
    ...(outcome.alarms ? { alarms: new Map(tables.alarms) } : {}),
    ...(outcome.runs ? { runs: new Map(tables.runs) } : {}),
    ...(outcome.drills ? { drills: new Map(tables.drills) } : {}),
    ...(outcome.rules ? { rules: before.rules + 1, outOfService: new Map(tables.outOfService) } : {}),
  });
}

async function fill(asked: Asked, feed: Feed): Promise<void> {
  const mine = feed.turn;
  const loaded = await load(asked.query);
  if (mine !== feed.turn) return;
  if (!loaded.ok) return fail(asked, loaded.refusal);
  const { tables, revision } = loaded.value;
  feed.tables = tables;
  asked.store.setState((last) => ({
    phase: 'ready',
    entities: tables.entities,
    children: tables.children,
    alarms: new Map(tables.alarms),
    runs: new Map(tables.runs),
    drills: new Map(tables.drills),
    outOfService: new Map(tables.outOfService),
    rules: last.rules + 1,
    edits: last.edits + 1,
    revision,
    layout: last.layout + 1,
    story: last.story + 1,
  }));
  flush(asked, feed);
}

function onHello(asked: Asked, feed: Feed): void {
  if (feed.tables === null) return restart(asked, feed);
  asked.connection.send({
    op: 'watch',
    since: asked.store.getState().revision as Revision,
    branch: feed.branch,
  });
}

function onWatching(asked: Asked, feed: Feed, branch: BranchId): void {
  feed.branch = branch;
  if (feed.tables === null) void fill(asked, feed);
  else asked.store.setState({ phase: 'ready' });
}

function onMessage(asked: Asked, feed: Feed, message: ServerMessage): void {
  const { store } = asked;
  switch (message.op) {
    case 'hello':
      store.setState({ status: message.status, statusAt: performance.now() });
      return onHello(asked, feed);
    case 'status':
      return store.setState({ status: message.status, statusAt: performance.now() });
    case 'watching':
      return onWatching(asked, feed, message.branch);
    case 'reset':
      return restart(asked, feed);
    case 'operation':
      return store.setState((last) => ({ operations: withOperation(last.operations, message.operation) }));
    case 'notice':
      return store.setState({ notice: message.notice });
    case 'events':
      feed.buffer.push(...message.items);
      feed.timer ??= setTimeout(() => flush(asked, feed), batchMillis);
      return undefined;
    case 'result':
    case 'refused':
    case 'fault':
      return undefined;
    default:
      // A newer host may say more; what this page does not know does not concern it.
      message satisfies never;
      return undefined;
  }
}

export function startWorldFeed(asked: Asked): Dispose {
  const feed: Feed = { tables: null, branch: null, buffer: [], timer: undefined, turn: 0 };
  const disposals = [
    asked.connection.onMessage((message) => onMessage(asked, feed, message)),
    asked.connection.onState((state) => {
      if (state.phase === 'lost') asked.store.setState({ phase: 'lost' });
      if (state.phase === 'refused') fail(asked, state.refusal);
    }),
    () => clearTimeout(feed.timer),
  ];
  return () => disposals.forEach((dispose) => dispose());
}
