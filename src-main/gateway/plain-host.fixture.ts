/** For tests of the gateway: a host of plain objects that keeps no world, only what it was told and asked. */
import type { Actor } from '../../sim/contract/actors.ts';
import { commandSchema, type Receipt } from '../../sim/contract/commands.ts';
import { deskCommandSchema, type DeskReceipt } from '../../sim/contract/desk.ts';
import type { LoggedEvent } from '../../sim/contract/events.ts';
import { branchIdSchema, type EntityId, operationIdSchema, type Revision } from '../../sim/contract/ids.ts';
import { queries, type QueryName, type Status } from '../../sim/contract/queries.ts';
import { accepted, refusalFromIssues, refused, type Result } from '../../sim/contract/result.ts';
import type { Quality } from '../../sim/contract/telemetry.ts';
import type { Host, ReadingBoard } from '../host/host.ts';
import type { Announcement } from '../host/announcement.ts';

type Answer = (params: Readonly<Record<string, unknown>>) => Result<unknown> | Promise<Result<unknown>>;
type Executed = { readonly input: unknown; readonly actor: Actor; readonly key: string | null };

export type PlainHost = {
  readonly host: Host;
  readonly executed: readonly Executed[];
  /** Puts another answer under a query. */
  readonly answer: (name: QueryName, answer: Answer) => void;
  readonly onExecute: (run: (input: unknown) => Promise<Result<Receipt | DeskReceipt>>) => void;
  /** Logs so many events, and announces them. */
  readonly happen: (...events: readonly LoggedEvent['event'][]) => void;
  /** Logs events that are announced later, or never. */
  readonly happenQuietly: (...events: readonly LoggedEvent['event'][]) => void;
  readonly announce: (announcement: Announcement) => void;
  readonly forget: () => void;
  readonly onto: (branch: string) => void;
  readonly board: PlainBoard;
};

export type PlainBoard = ReadingBoard & {
  readonly write: (sensor: string, value: number, quality?: Quality) => void;
  readonly regroup: (sensors: readonly string[]) => void;
};

const system: Actor = { origin: 'system', name: 'test', role: 'admin' };

type Story = Pick<PlainHost, 'happen' | 'happenQuietly' | 'announce' | 'forget' | 'onto'> &
  Pick<Host, 'announcements' | 'eventsSince' | 'status'>;

/** The log, and who listens to it. */
function createStory(): Story {
  const listeners = new Set<(announcement: Announcement) => void>();
  let log: LoggedEvent[] = [];
  let branch = branchIdSchema.parse('branch-1');
  let revision = 0;
  const announce = (announcement: Announcement) => {
    for (const listener of listeners) listener(announcement);
  };
  const record = (events: readonly LoggedEvent['event'][]): readonly LoggedEvent[] => {
    const items = events.map((event): LoggedEvent => {
      revision += 1;
      return { revision: revision as Revision, tick: revision as LoggedEvent['tick'], actor: system, event };
    });
    log = [...log, ...items];
    return items;
  };
  return {
    announce,
    happen: (...events) => announce({ kind: 'events', branch, items: record(events) }),
    happenQuietly: (...events) => void record(events),
    forget: () => {
      log = [];
    },
    onto: (next) => {
      branch = branchIdSchema.parse(next);
      log = [];
    },
    announcements: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    eventsSince: (since, asked) => {
      const oldest = log[0]?.revision ?? revision + 1;
      return asked !== branch || since < oldest - 1 ? null : log.filter((item) => item.revision > since);
    },
    status: () => ({ ...plainStatus(), branch, revision: revision as Revision }),
  };
}

export function createPlainHost(): PlainHost {
  const board = createPlainBoard();
  const story = createStory();
  const answers = new Map<string, Answer>();
  const executed: Executed[] = [];
  let run = async (input: unknown): Promise<Result<Receipt | DeskReceipt>> =>
    plainExecute(input, story.status().revision);
  const host: Host = {
    execute: async (input, actor, key) => {
      executed.push({ input, actor, key });
      return run(input);
    },
    query: async (name, params) => {
      const answer = answers.get(name);
      if (answer !== undefined) return answer(params);
      const parsed = queries[name as QueryName].params.safeParse(params);
      if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
      return name === 'status' ? accepted(story.status()) : accepted({ asked: parsed.data });
    },
    status: story.status,
    labTime: () => 1_000_000,
    board,
    announcements: story.announcements,
    eventsSince: story.eventsSince,
    close: async () => {},
  };
  return {
    ...story,
    host,
    executed,
    board,
    answer: (name, answer) => void answers.set(name, answer),
    onExecute: (next) => {
      run = next;
    },
  };
}

async function plainExecute(input: unknown, revision: Revision): Promise<Result<Receipt | DeskReceipt>> {
  const isDesk = deskCommandSchema.safeParse(input).success;
  if (isDesk) return accepted({ operation: operationIdSchema.parse('operation-1') });
  const command = commandSchema.safeParse(input);
  if (!command.success) return { ok: false, refusal: refusalFromIssues(command.error.issues) };
  if (command.data.type === 'lab.found')
    return refused('wrong-state', 'The world is founded.', { hint: 'Make a lab.' });
  return accepted({ revision, tick: 0 as Receipt['tick'], ids: [], repeated: false });
}

const plainStatus = (): Status => ({
  version: '0.0.0',
  lab: { id: 'plain' as Status['lab']['id'], name: 'Plain', seed: '2a' },
  branch: branchIdSchema.parse('branch-1'),
  revision: 0 as Revision,
  clock: {
    epoch: 0 as Status['clock']['epoch'],
    tick: 0 as Status['clock']['tick'],
    running: true,
    speed: 1,
    owed: 0,
  },
  at: 0 as Status['at'],
  pace: 1,
  stretch: 1,
  racks: 0,
  sensors: 0,
  activeAlarms: 0,
  messagesPerMinute: 0,
  rejectedMessages: 0,
  faces: [],
  storage: { state: 'ok', detail: '', bytes: 0 },
});

export function createPlainBoard(): PlainBoard {
  const listeners = new Set<() => void>();
  const readings = new Map<string, { value: number; time: number; quality: Quality }>();
  let order: readonly string[] = [];
  let generation = 1;
  let time = 900_000;
  const at = (index: number) => readings.get(order[index] ?? '');
  return {
    generation: () => generation,
    indexOf: (sensor: EntityId) => (order.includes(sensor) ? order.indexOf(sensor) : undefined),
    valueAt: (index) => at(index)?.value ?? Number.NaN,
    timeAt: (index) => at(index)?.time ?? Number.NaN,
    qualityAt: (index) => at(index)?.quality ?? 'sim',
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (sensor, value, quality = 'sim') => {
      time += 1000;
      readings.set(sensor, { value, time, quality });
      for (const listener of listeners) listener();
    },
    regroup: (sensors) => {
      order = sensors;
      generation += 1;
    },
  };
}
