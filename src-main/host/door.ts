import type { LabStore, LogEntry } from '../../db/lab-store.ts';
import type { Actor } from '../../sim/contract/actors.ts';
import type { ControlFault } from '../../sim/contract/chaos.ts';
import { commandSchema } from '../../sim/contract/commands.ts';
import type { Command, Receipt } from '../../sim/contract/commands.ts';
import type { LoggedEvent } from '../../sim/contract/events.ts';
import type { BranchId, Revision } from '../../sim/contract/ids.ts';
import { accepted, refusalFromIssues, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { WallMillis } from '../../sim/contract/units.ts';
import { applyEvents, decide, strike } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import { mayExecute, neededFor } from './access.ts';
import type { WallClock } from './clock-face.ts';
import type { Log } from './log.ts';

/** What the door opens on. The desk may put another under it; never while something is on its way through. */
export type Bench = {
  readonly store: Pick<LabStore, 'append' | 'findKey'>;
  readonly branch: BranchId;
  readonly world: World;
};

export type DoorDeps = {
  readonly bench: () => Bench;
  readonly announce: (branch: BranchId, events: readonly LoggedEvent[]) => void;
  /** The store failed: the world in memory is ahead of the disk and must be made anew from it. */
  readonly rebuild: () => void;
  readonly wall: WallClock;
  readonly log: Log;
};

export type Door = {
  readonly execute: (input: unknown, actor: Actor, key: string | null) => Promise<Result<Receipt>>;
  /** Resolves when everything accepted so far is durable and announced. */
  readonly settled: () => Promise<void>;
  readonly isQuiet: () => boolean;
  readonly failure: () => string | null;
};

type Waiting = {
  readonly entry: LogEntry;
  readonly receipt: Receipt;
  readonly answer: (result: Result<Receipt>) => void;
};

/** Every change to the world passes here, whoever asks. */
export function createDoor(deps: DoorDeps): Door {
  const commits = createCommits(deps);
  const underWay = new Map<string, Promise<Result<Receipt>>>();
  let attempts = 0;

  const pass = async (input: unknown, actor: Actor, key: string | null): Promise<Result<Receipt>> => {
    const parsed = commandSchema.safeParse(input);
    if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
    const command = parsed.data;
    const allowed = mayExecute(actor, neededFor(deps.bench().world, command, actor));
    if (!allowed.ok) return allowed;
    attempts += 1;
    const fault = strike(deps.bench().world, command.type, attempts);
    if (fault?.effect.kind === 'refuse') return struck(fault, command);
    if (fault?.effect.kind === 'delay') await deps.wall.sleep(fault.effect.millis);
    const bench = deps.bench();
    const before = key === null ? null : bench.store.findKey(key);
    if (before !== null) return accepted(receiptOf(before, 'again'));
    const entry = take(deps, bench, { command, actor, key });
    deps.log.debug(command.type, { actor: actor.name, tick: bench.world.clock.tick, ...outcomeOf(entry) });
    return entry.ok ? commits.add(entry.value) : entry;
  };

  return {
    execute: (input, actor, key) => {
      if (key === null) return pass(input, actor, null);
      const same = underWay.get(key);
      if (same !== undefined) return same.then(asRepeated);
      const going = pass(input, actor, key).finally(() => underWay.delete(key));
      underWay.set(key, going);
      return going;
    },
    settled: commits.settled,
    isQuiet: commits.isQuiet,
    failure: commits.failure,
  };
}

const outcomeOf = (entry: Result<LogEntry>): Record<string, unknown> =>
  entry.ok
    ? { revision: entry.value.firstRevision, events: entry.value.events.length }
    : { refused: entry.refusal.code };

const struck = (fault: ControlFault, { type }: Command): Result<never> =>
  refused('fault-injected', `${fault.id} refuses ${type}`, {
    hint: `Chaos at work: clear ${fault.id} to stop it.`,
  });

type Commits = Pick<Door, 'settled' | 'isQuiet' | 'failure'> & {
  readonly add: (entry: LogEntry) => Promise<Result<Receipt>>;
};

/** Group commit: all that came in during one turn of the event loop shares one transaction and one fsync. */
function createCommits(deps: DoorDeps): Commits {
  let queue: Waiting[] = [];
  let flushing: Promise<void> | null = null;
  let failure: string | null = null;
  const flushSoon = (): void => {
    flushing ??= new Promise((done) => {
      setImmediate(() => {
        flushing = null;
        const batch = queue;
        queue = [];
        failure = commit(deps, batch);
        done();
      });
    });
  };
  return {
    add: (entry) =>
      new Promise((answer) => {
        queue.push({ entry, receipt: receiptOf(entry, 'first'), answer });
        flushSoon();
      }),
    settled: async () => {
      while (flushing !== null) await flushing;
    },
    isQuiet: () => queue.length === 0 && flushing === null,
    failure: () => failure,
  };
}

type Request = { readonly command: Command; readonly actor: Actor; readonly key: string | null };

/** Decide and apply, in one turn: the next command is judged against what this one did. */
function take(deps: DoorDeps, { world }: Bench, { command, actor, key }: Request): Result<LogEntry> {
  const decision = decide(world, command, actor);
  if (!decision.ok) return decision;
  const { events, ids } = decision.value;
  const entry: LogEntry = {
    key,
    tick: world.clock.tick,
    firstRevision: (world.revision + 1) as Revision,
    actor,
    command,
    events,
    ids,
    at: deps.wall.now() as WallMillis,
  };
  applyEvents(world, events);
  return accepted(entry);
}

/** Writes a batch and tells everyone. Says what failed, or null. */
function commit(deps: DoorDeps, batch: readonly Waiting[]): string | null {
  const { store, branch } = deps.bench();
  try {
    store.append(batch.map((waiting) => waiting.entry).filter(isWorthKeeping));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    deps.log.error('the lab could not be written', { error, commands: batch.length });
    deps.rebuild();
    const refusal = refused('storage-failed', `The lab could not be written: ${message}`, {
      hint: 'Free disk space or check its permissions, then try again. Nothing was done.',
    });
    batch.forEach(({ answer }) => answer(refusal));
    return message;
  }
  deps.announce(
    branch,
    batch.flatMap(({ entry }) => loggedEvents(entry)),
  );
  batch.forEach(({ answer, receipt }) => answer(accepted(receipt)));
  return null;
}

/** What changed nothing and may be asked again without harm leaves no trace. */
const isWorthKeeping = (entry: LogEntry): boolean => entry.events.length > 0 || entry.key !== null;

export function loggedEvents(entry: LogEntry): LoggedEvent[] {
  return entry.events.map((event, at) => ({
    revision: (entry.firstRevision + at) as Revision,
    tick: entry.tick,
    actor: entry.actor,
    event,
  }));
}

const receiptOf = (entry: LogEntry, time: 'first' | 'again'): Receipt => ({
  revision: (entry.firstRevision + entry.events.length - 1) as Revision,
  tick: entry.tick,
  ids: [...entry.ids],
  repeated: time === 'again',
});

const asRepeated = (result: Result<Receipt>): Result<Receipt> =>
  result.ok ? accepted({ ...result.value, repeated: true }) : result;
