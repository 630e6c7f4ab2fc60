/** Machines that are containers of this computer's engine: found, never waited for, and followed as the lab goes. */
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Actor } from '../../../sim/contract/actors.ts';
import type { DeskReceipt } from '../../../sim/contract/desk.ts';
import type { EngineOrder, EngineState } from '../../../sim/contract/engine.ts';
import type { WorldEvent } from '../../../sim/contract/events.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FaceState } from '../../../sim/contract/queries.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { createLan } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { MachineUser } from '../../../sim/contract/terminal.ts';
import type { Announcement, Dispose } from '../../host/announcement.ts';
import type { Log } from '../../host/log.ts';
import { boxesOf, removeBox, stateOf, stopBox, strangersOf } from './box.ts';
import type { Box } from './box.ts';
import { filterOf } from './box-plan.ts';
import type { Owner } from './box-plan.ts';
import { openEngine, trying } from './engine.ts';
import type { Engine } from './engine.ts';
import { findEngine } from './find-engine.ts';
import { copy, forget, keep, revert } from './keep-points.ts';
import { obey } from './orders.ts';
import { pursue } from './pursue.ts';
import { backedOf, cutAll } from './room.ts';
import type { Room, RoomDeps } from './room.ts';
import { boxOf, doorOf, usersOf } from './sessions.ts';
import type { BoxDoor } from './sessions.ts';
import { addressText, socketsToTry } from './sockets.ts';
import { faceOf, logText, stateNow } from './tell.ts';
import { measure, watchEnds } from './watch.ts';
import type { Watch } from './watch.ts';

type BoxesDeps = {
  readonly world: () => World;
  /** Of the lab that is open. */
  readonly lab: () => string;
  readonly dataDirectory: string;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
  readonly search: RoomDeps['search'];
  readonly wanted: RoomDeps['wanted'];
  /** Called when what is wanted may be another. */
  readonly onSettings: (listener: () => void) => Dispose;
  readonly log: Log;
};

export type Boxes = {
  readonly isBacked: (machine: EntityId) => boolean;
  readonly doorOf: (machine: EntityId) => Promise<Result<BoxDoor>>;
  readonly boxOf: (machine: EntityId) => Promise<Result<Box | null>>;
  readonly usersOf: (machine: EntityId) => Promise<Result<readonly MachineUser[]>>;
  readonly state: () => Promise<EngineState>;
  readonly face: () => FaceState;
  readonly logOf: (machine: EntityId, lines: number) => Promise<Result<{ text: string }>>;
  readonly order: (
    order: EngineOrder,
    actor: Actor,
    progress: (part: number) => void,
  ) => Promise<Result<DeskReceipt>>;
  readonly close: () => Promise<void>;
};

const measureMillis = 3000;
/** Where no machine waits for an engine, one that was started since is found half a minute later. */
const seldom = 10;

type House = {
  readonly deps: BoxesDeps;
  readonly room: Room;
  /** Whose containers are up; another lab's are another owner's. */
  owner: Owner;
  watch: Watch | null;
  isMeasuring: boolean;
  passes: number;
};

export function createBoxes(deps: BoxesDeps): Boxes {
  const home = createHash('sha256').update(deps.dataDirectory).digest('hex').slice(0, 8);
  const ownerNow = (): Owner => ({ home, lab: deps.lab() });
  const room: Room = {
    deps: { ...deps, owner: () => house.owner, lan: createLan(deps.world) },
    machines: new Map(),
    engine: null,
    state: 'off',
    detail: '',
    looking: null,
    building: null,
    isClosed: false,
  };
  const house: House = { deps, room, owner: ownerNow(), watch: null, isMeasuring: false, passes: 0 };
  const stops = [
    deps.listen((announcement) => hear(house, announcement, ownerNow)),
    deps.onSettings(() => void look(house)),
  ];
  const timer = setInterval(() => void pass(house), measureMillis);
  timer.unref();
  void look(house);
  return {
    isBacked: (machine) => backedOf(deps.world(), machine) !== null,
    doorOf: async (machine) => {
      await room.looking;
      return doorOf(room, machine);
    },
    boxOf: (machine) => boxOf(room, machine),
    usersOf: (machine) => usersOf(room, machine),
    state: () => stateNow(room),
    face: () => faceOf(room),
    logOf: (machine, lines) => logText(room, machine, lines),
    order: (order, actor, progress) => obey({ room, look: () => look(house), actor, progress }, order),
    close: async () => {
      clearInterval(timer);
      for (const stop of stops) stop();
      room.building?.abort();
      await room.looking;
      room.isClosed = true;
      await letRest(house);
      house.watch?.close();
    },
  };
}

/** One search at a time; whoever asks meanwhile gets the same answer. */
function look(house: House): Promise<void> {
  const { room } = house;
  if (room.isClosed) return Promise.resolve();
  room.looking ??= search(house)
    .catch((error: unknown) => lose(house, error instanceof Error ? error.message : String(error)))
    .finally(() => {
      room.looking = null;
    });
  return room.looking;
}

async function search(house: House): Promise<void> {
  const { room, deps } = house;
  const why = deps.search === null ? 'This host was started without leave for containers' : null;
  if (deps.search === null || deps.wanted() === 'off') {
    room.state = 'off';
    room.detail = why ?? 'Containers are switched off in the settings';
    return drop(house);
  }
  if (room.engine !== null) return;
  if (room.state !== 'absent') room.state = 'looking';
  const addresses = socketsToTry(deps.search);
  const found = await findEngine(addresses);
  if (found === null) {
    const tried = addresses.map(addressText).join(', ');
    return lose(
      house,
      tried === '' ? 'DOCKER_HOST names none that can be used here' : `nothing answers at ${tried}`,
    );
  }
  room.engine = await openEngine(found);
  room.state = 'found';
  room.detail = '';
  house.watch = await watchEnds(room, room.engine, () => lose(house, 'it stopped answering'));
  await sweep(house, room.engine);
  followAll(house);
}

/** Where there was one, its machines are told why they stand still. */
function lose(house: House, detail: string): void {
  const { room } = house;
  // As it was: nothing is to be told anew.
  if (room.state === 'absent' && room.engine === null && room.detail === detail) return;
  room.state = 'absent';
  room.detail = detail;
  drop(house);
}

function drop(house: House): void {
  const { room } = house;
  house.watch?.close();
  house.watch = null;
  room.engine = null;
  for (const kept of room.machines.values()) {
    kept.box = null;
    kept.plan = null;
    kept.startedAt = null;
    cutAll(kept, 'machine-off');
  }
  followAll(house);
}

function followAll({ deps, room }: House): void {
  for (const { id } of deps.world().inventory.ofKind('vm'))
    if (room.machines.has(id) || backedOf(deps.world(), id) !== null) void pursue(room, id);
}

/** What an earlier run of this host left behind: containers of machines that are none any more, and other labs' that still run. */
async function sweep({ deps, owner }: House, engine: Engine): Promise<void> {
  const ours = await boxesOf(engine, owner);
  const orphans = ours.filter(([machine]) => backedOf(deps.world(), machine as EntityId) === null);
  for (const [machine, box] of orphans) {
    deps.log.info('an orphaned container is removed', { machine });
    await removeBox(box);
  }
  for (const [, box] of await strangersOf(engine, owner))
    if ((await stateOf(box)) !== 'stopped') await trying('A container of another lab', () => stopBox(box));
  // Of containers that rest the engine knows no networks: these stay as long as one is there.
  if (orphans.length === ours.length)
    await trying('Networks without a machine', () =>
      engine.docker.pruneNetworks({ filters: filterOf(owner) }),
    );
}

function hear(house: House, announcement: Announcement, ownerNow: () => Owner): void {
  const { room } = house;
  if (announcement.kind === 'reset') {
    if (announcement.reason === 'lab') return moveTo(house, ownerNow());
    // Real time cannot go back: what runs goes on, and is made to stand as the lab stands now.
    return followAll(house);
  }
  if (announcement.kind !== 'events') return;
  for (const { event } of announcement.items) heed(room, event);
}

function heed(room: Room, event: WorldEvent): void {
  switch (event.type) {
    case 'entity.created':
    case 'entity.changed':
      if (
        event.entity.kind === 'vm' &&
        (event.entity.spec.backing !== undefined || room.machines.has(event.entity.id))
      )
        void pursue(room, event.entity.id);
      return;
    case 'entity.removed':
      if (room.machines.has(event.id)) void pursue(room, event.id);
      return;
    case 'guest.stopped':
      if (room.machines.has(event.machine)) void pursue(room, event.machine);
      return;
    case 'guest.kept':
      return keep(room, event.machine, event.snapshot);
    case 'guest.forgot':
      return forget(room, event.machine, event.snapshot);
    case 'guest.reverted':
      return revert(room, event.machine, event.snapshot);
    case 'guest.copied':
      return copy(room, event);
    default:
  }
}

/** The other lab's containers rest; they are as they were when it is opened again. */
function moveTo(house: House, owner: Owner): void {
  const { room } = house;
  const resting = rest(house, 'lab-changed');
  room.machines.clear();
  house.owner = owner;
  void resting.then(async () => {
    if (room.engine !== null && !room.isClosed) await sweep(house, room.engine);
    followAll(house);
  });
}

async function rest({ room, deps }: House, why: 'lab-changed' | 'host-closes'): Promise<void> {
  const kept = [...room.machines.values()];
  await Promise.all(
    kept.map(async (one) => {
      await one.line;
      cutAll(one, why);
      const { box } = one;
      if (box === null) return;
      const stopped = await trying('The container', () => stopBox(box));
      if (!stopped.ok)
        deps.log.warn('a container was not stopped', { machine: one.id, refusal: stopped.refusal });
    }),
  );
}

const letRest = (house: House): Promise<void> => rest(house, 'host-closes');

/** Now and then: what they use, and whether an engine is there again. */
async function pass(house: House): Promise<void> {
  const { room } = house;
  if (house.isMeasuring || room.isClosed) return;
  house.isMeasuring = true;
  try {
    const isTime = room.machines.size > 0 || house.passes % seldom === 0;
    house.passes += 1;
    if (room.engine === null && room.state === 'absent' && isTime) await look(house);
    await measure(room, () => performance.now());
  } finally {
    house.isMeasuring = false;
  }
}
