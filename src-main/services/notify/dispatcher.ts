import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { AlarmId } from '../../../sim/contract/ids.ts';
import type { Channel, Notice, Notification } from '../../../sim/contract/notifications.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { isaStateIn } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { WallClock } from '../../host/clock-face.ts';
import type { Announcement } from '../../host/announcement.ts';
import type { Log } from '../../host/log.ts';
import { testBulletin, writeBulletin } from './bulletin.ts';
import { deliver } from './deliver.ts';
import type { Letter } from './deliver.ts';
import type { Delivery } from './delivery.ts';
import { destinationsOf, isDueFor } from './destinations.ts';
import type { Destination, NotifySettings } from './destinations.ts';
import { createRecords } from './records.ts';
import type { Records } from './records.ts';
import { createWatchList, isAtLeast } from './watch-list.ts';
import type { WatchList } from './watch-list.ts';

export type DispatcherDeps = {
  readonly settings: () => NotifySettings;
  readonly world: () => World;
  readonly wall: Pick<WallClock, 'now' | 'steady'>;
  readonly desktop: (notice: Notice) => void;
  readonly log: Log;
};

export type Dispatcher = {
  readonly hear: (announcement: Announcement) => void;
  /** Looks who is to be told of what, and starts telling; resolves when those attempts are over. */
  readonly beat: () => Promise<void>;
  readonly sent: (limit: number) => Notification[];
  /** Tells now that it works, or why it does not. */
  readonly test: (channel: Channel) => Promise<Result<null>>;
};

/** However much rings and however fast the lab runs: one message in so many wall milliseconds, of everything so far. */
const restMillis = 10_000;
/** Wall milliseconds until a failed message is tried again; after the last it is given up. */
const backOff = [5000, 30_000, 120_000, 600_000] as const;

/** What one destination waits to hear, and the message to it that is not delivered yet. */
type Pocket = {
  readonly destination: Destination;
  readonly waiting: Set<AlarmId>;
  passed: number;
  servedAt: number;
  letter: (Letter & { attempts: number; nextAt: number }) | null;
};
type Lane = { freeAt: number; busy: boolean };

type State = {
  readonly deps: DispatcherDeps;
  readonly watch: WatchList;
  readonly records: Records;
  readonly pockets: Map<string, Pocket>;
  readonly lanes: Map<string, Lane>;
};

export function createDispatcher(deps: DispatcherDeps): Dispatcher {
  const state: State = {
    deps,
    watch: createWatchList(),
    records: createRecords(),
    pockets: new Map(),
    lanes: new Map(),
  };
  const adopt = (): void => {
    const world = deps.world();
    const destinations = destinationsOf(deps.settings());
    const toldBefore = (alarm: Alarm): string[] =>
      destinations.filter((one) => isDueFor(one, alarm, world.now())).map(({ key }) => key);
    state.watch.adopt(world, toldBefore);
    for (const pocket of state.pockets.values()) {
      pocket.waiting.clear();
      pocket.passed = 0;
    }
  };
  adopt();
  return {
    hear: (announcement) => {
      if (announcement.kind === 'reset') adopt();
      if (announcement.kind === 'events') state.watch.hear(announcement.items.map(({ event }) => event));
    },
    beat: async () => {
      fillPockets(state);
      // Who waited longest goes first: a flood must not keep the later rungs of the ladder out of their lane.
      const queue = [...state.pockets.values()].toSorted((a, b) => a.servedAt - b.servedAt);
      await Promise.all(queue.map((pocket) => post(state, pocket)));
    },
    sent: state.records.list,
    test: (channel) => testChannel(state, channel),
  };
}

function fillPockets({ deps, watch, pockets }: State): void {
  const world = deps.world();
  const now = world.now();
  const destinations = destinationsOf(deps.settings());
  const passed = watch.passed(world);
  const ready = watch.ready(world, deps.wall.steady());
  const keys = new Set(destinations.map(({ key }) => key));
  for (const [key, { letter }] of pockets) if (!keys.has(key) && letter === null) pockets.delete(key);
  for (const destination of destinations) {
    const { key, least, afterMinutes } = destination;
    const pocket = pockets.get(key) ?? emptyPocket(destination);
    pockets.set(key, pocket);
    if (afterMinutes === 0) pocket.passed += passed.filter((severity) => isAtLeast(severity, least)).length;
    for (const alarm of ready) {
      if (isDueFor(destination, alarm, now) && watch.tell(alarm.id, key)) pocket.waiting.add(alarm.id);
    }
  }
}

const emptyPocket = (destination: Destination): Pocket => ({
  destination,
  waiting: new Set(),
  passed: 0,
  servedAt: Number.NEGATIVE_INFINITY,
  letter: null,
});

/** Writes what a destination waits for, if its lane is free, and tries to deliver it. */
async function post(state: State, pocket: Pocket): Promise<void> {
  const { wall } = state.deps;
  const lane = laneOf(state, pocket.destination);
  const now = wall.steady();
  if (lane.busy || now < lane.freeAt || (pocket.letter !== null && now < pocket.letter.nextAt)) return;
  pocket.letter ??= write(state, pocket);
  const { letter } = pocket;
  if (letter === null) return;
  lane.busy = true;
  pocket.servedAt = now;
  const how = await attempt(state, letter);
  lane.busy = false;
  lane.freeAt = wall.steady() + restMillis;
  letter.attempts += 1;
  const wait = how.state === 'failed' && how.again === 'later' ? backOff[letter.attempts - 1] : undefined;
  state.records.tried(letter.id, how, { at: wall.now(), final: wait === undefined });
  if (wait !== undefined) {
    letter.nextAt = wall.steady() + wait;
    return;
  }
  pocket.letter = null;
  if (how.state === 'failed')
    state.deps.log.warn('a notification could not be delivered', {
      channel: pocket.destination.channel,
      detail: how.detail,
      attempts: letter.attempts,
    });
}

function laneOf({ lanes }: State, { lane }: Destination): Lane {
  const known = lanes.get(lane);
  if (known !== undefined) return known;
  const fresh: Lane = { freeAt: Number.NEGATIVE_INFINITY, busy: false };
  lanes.set(lane, fresh);
  return fresh;
}

/** Of those that waited, what still rings and nobody has seen meanwhile. */
function write({ deps, records }: State, pocket: Pocket): Pocket['letter'] {
  const world = deps.world();
  const alarms = [...pocket.waiting].flatMap((id) => world.alarms.get(id) ?? []);
  const unseen = alarms.filter((alarm) => isaStateIn(world, alarm) === 'unacknowledged');
  const over = alarms.filter((alarm) => alarm.state === 'RESOLVED' && alarm.acknowledgedAt === null);
  const { destination } = pocket;
  const isLate = destination.afterMinutes > 0;
  const passed = isLate ? 0 : pocket.passed + over.length;
  pocket.waiting.clear();
  pocket.passed = 0;
  if (unseen.length + passed === 0) return null;
  const escalated = new Set(isLate ? unseen.map(({ id }) => id) : []);
  const bulletin = writeBulletin(world, { alarms: unseen, escalated, passed });
  const id = records.write(destination, bulletin);
  return { id, destination, bulletin, attempts: 0, nextAt: Number.NEGATIVE_INFINITY };
}

/** A channel that throws is a bug of ours; the others must not suffer. */
async function attempt({ deps }: State, letter: Letter): Promise<Delivery> {
  try {
    return await deliver(deps, letter);
  } catch (error) {
    deps.log.error('a notification channel failed', { channel: letter.destination.channel, error });
    return {
      state: 'failed',
      again: 'never',
      detail: error instanceof Error ? error.message : String(error),
    };
  }
}

async function testChannel(state: State, channel: Channel): Promise<Result<null>> {
  const { deps, records } = state;
  const found = destinationsOf(deps.settings()).filter((one) => one.channel === channel);
  // Of a ladder the first rung only: whoever tests should not wake everybody.
  const destinations = channel === 'mail' ? found.slice(0, 1) : found;
  if (destinations.length === 0)
    return refused('wrong-state', `Nobody is told by ${channel}`, {
      where: `notify.${channel === 'mail' ? 'smtp' : channel}`,
      hint: 'Switch it on and say where to first.',
    });
  for (const destination of destinations) {
    const bulletin = testBulletin(deps.world());
    const id = records.write(destination, bulletin);
    const how = await attempt(state, { id, destination, bulletin });
    records.tried(id, how, { at: deps.wall.now(), final: true });
    if (how.state === 'failed')
      return refused('wrong-state', `The ${channel} was not taken: ${how.detail}`, { where: 'notify' });
  }
  return accepted(null);
}
