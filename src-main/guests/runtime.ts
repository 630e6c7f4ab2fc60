import type { Actor } from '../../sim/contract/actors.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { computerOf } from '../../sim/index.ts';
import type { Computer, World } from '../../sim/index.ts';
import type { Announcement, Dispose } from '../host/announcement.ts';
import type { Log } from '../host/log.ts';
import { createConsole } from './console.ts';
import type { Console } from './console.ts';
import { differences, inCommands } from './differences.ts';
import type { GuestMaker } from './guest-maker.ts';
import { createLiveGuest } from './live-guest.ts';
import type { SessionEnd, LiveGuest } from './live-guest.ts';
import { createLoad } from './load.ts';
import type { Load } from './load.ts';
import { createSlices } from './slices.ts';
import type { Slices } from './slices.ts';
import { diskBytesOf, viewOf } from './view-of.ts';

export type RuntimeDeps = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
  readonly steady: () => number;
  readonly make: GuestMaker;
  /** A guest turned its machine off from inside. */
  readonly switchOff: (machine: EntityId) => Promise<Result<unknown>>;
  readonly log: Log;
  /** Guests without a session that may stay in memory. */
  readonly mostIdle: number;
};

export type GuestRuntime = {
  /** The machine of that id or name. */
  readonly find: (text: string) => Result<Computer>;
  /** Its guest, started where it does not run yet. */
  readonly open: (machine: EntityId) => Promise<Result<LiveGuest>>;
  readonly afterStep: () => void;
  readonly live: () => number;
  readonly close: () => Promise<void>;
};

export const guestActor: Actor = { origin: 'system', name: 'guest', role: 'admin' };

type Running = { readonly guest: LiveGuest; readonly load: Load };
type Inn = {
  readonly deps: RuntimeDeps;
  readonly slices: Slices;
  /** In the order in which they were last asked for. */
  readonly running: Map<EntityId, Running>;
  readonly starting: Map<EntityId, Promise<Result<LiveGuest>>>;
  readonly consoles: Map<EntityId, Console>;
  isClosed: boolean;
};

export function createGuestRuntime(deps: RuntimeDeps): GuestRuntime {
  const inn: Inn = {
    deps,
    slices: createSlices({ steady: deps.steady }),
    running: new Map(),
    starting: new Map(),
    consoles: new Map(),
    isClosed: false,
  };
  const stopListening = deps.listen((announcement) => hear(inn, announcement));
  return {
    find: (text) => find(deps.world(), text),
    open: (machine) => open(inn, machine),
    afterStep: () => {
      const now = deps.world().now();
      for (const { guest, load } of inn.running.values()) {
        load.pass(now, guest.machine);
        guest.passTime(now);
      }
      evict(inn);
    },
    live: () => inn.running.size,
    close: async () => {
      inn.isClosed = true;
      stopListening();
      await Promise.all([...inn.running.values()].map(({ guest }) => guest.settled()));
      endAll(inn, 'host-closes');
      inn.slices.close();
    },
  };
}

function find(world: World, text: string): Result<Computer> {
  const byId = computerOf(world, text as EntityId);
  if (byId !== null) return accepted(byId);
  const wanted = text.toLowerCase();
  const found = (['vm', 'blade'] as const)
    .flatMap((kind): Computer[] => world.inventory.ofKind(kind))
    .filter((one) => one.name.toLowerCase() === wanted || one.spec.hostname?.toLowerCase() === wanted);
  const [first, ...others] = found;
  if (first === undefined)
    return refused('not-found', `There is no machine ${text}`, { hint: 'dvm vm list names them.' });
  if (others.length > 0) {
    const ids = found.map(({ id }) => id).join(', ');
    return refused('not-found', `${found.length} machines are called ${text}`, {
      hint: `Say which: ${ids}.`,
    });
  }
  return accepted(first);
}

function open(inn: Inn, machine: EntityId): Promise<Result<LiveGuest>> {
  const known = inn.running.get(machine);
  if (known !== undefined) {
    inn.running.delete(machine);
    inn.running.set(machine, known);
    const power = powerOf(inn.deps.world(), machine);
    return Promise.resolve(power.ok ? accepted(known.guest) : power);
  }
  const same = inn.starting.get(machine);
  if (same !== undefined) return same;
  const going = start(inn, machine).finally(() => inn.starting.delete(machine));
  inn.starting.set(machine, going);
  return going;
}

function powerOf(world: World, machine: EntityId): Result<Computer> {
  const computer = computerOf(world, machine);
  if (computer === null)
    return refused('unknown-entity', `There is no machine ${machine}`, { where: 'machine' });
  if (computer.spec.power === 'on') return accepted(computer);
  return refused('wrong-state', `${computer.name} is ${computer.spec.power}`, {
    hint: `Start it: dvm vm power ${computer.name} on.`,
  });
}

async function start(inn: Inn, machine: EntityId): Promise<Result<LiveGuest>> {
  const { deps } = inn;
  const powered = powerOf(deps.world(), machine);
  if (!powered.ok) return powered;
  const boot = (deps.world().guests.get(machine)?.bootedAt ?? null) === null ? 'power' : 'resume';
  if (boot === 'power') {
    const booted = await deps.execute({ type: 'guest.boot', machine }, guestActor);
    if (!booted.ok) return booted;
  }
  // The world may be another by now.
  const still = powerOf(deps.world(), machine);
  if (!still.ok) return still;
  if (inn.isClosed) return refused('wrong-state', 'The host is about to end');
  return bear(inn, still.value, boot);
}

function bear(inn: Inn, computer: Computer, boot: 'power' | 'resume'): Result<LiveGuest> {
  const { deps } = inn;
  const { id } = computer;
  const world = deps.world();
  const state = world.guests.get(id);
  if (state === undefined || state.bootedAt === null)
    return refused('wrong-state', `${computer.name} did not start`);
  const load = createLoad(world.now());
  let wake = (): void => undefined;
  const screen = consoleOf(inn, id, boot);
  const current = (): Computer => computerOf(deps.world(), id) ?? computer;
  const body = deps.make({
    os: state.base,
    boot,
    delta: state.files,
    diskBytes: diskBytesOf(computer),
    view: viewOf({ world: deps.world, computer: current, bootedAt: state.bootedAt, load: load.now }),
    seed: world.seed ^ numberOf(id),
    clock: () => deps.world().now(),
    listeners: {
      ready: () => wake(),
      fault: (report) => deps.log.error('a program of a guest failed', { machine: id, ...report }),
      logged: () => undefined,
    },
    console: screen.put,
    ended: (how) => void leave(inn, id, how),
  });
  if (body === null)
    return refused('unsupported', `${computer.name} runs ${state.base}: one cannot log in to it here`);
  const filesNow = () => deps.world().guests.get(id)?.files ?? new Map<string, null>();
  const guest = createLiveGuest({
    id,
    body,
    console: screen,
    slices: inn.slices,
    tell: (told) => deps.execute({ type: 'guest.apply', machine: id, ...told }, guestActor),
    differences: (changes) =>
      inCommands(differences(changes, { files: filesNow(), isInBase: body.isInBase })),
    torn: () => {
      deps.log.warn('what a guest did could not be kept; it starts anew from the lab', { machine: id });
      end(inn, id, 'lost');
    },
  });
  ({ wake } = guest);
  inn.running.set(id, { guest, load });
  guest.wake();
  return accepted(guest);
}

/** One that comes back to life goes on where its screen was. */
function consoleOf({ consoles }: Inn, id: EntityId, boot: 'power' | 'resume'): Console {
  const known = boot === 'resume' ? consoles.get(id) : undefined;
  const screen = known ?? createConsole();
  consoles.set(id, screen);
  return screen;
}

/** The guest's own `poweroff` or `reboot` went through. */
async function leave(inn: Inn, id: EntityId, how: 'off' | 'reboot'): Promise<void> {
  const { deps, running } = inn;
  const known = running.get(id);
  // Its processes also end when the host lets go of it: that is no word of its own.
  if (known === undefined) return;
  await known.guest.settled();
  end(inn, id, 'machine-off');
  const stopped = await deps.execute({ type: 'guest.stop', machine: id }, guestActor);
  const result = !stopped.ok || how === 'reboot' ? stopped : await deps.switchOff(id);
  if (!result.ok) deps.log.warn('a guest could not be stopped', { machine: id, refusal: result.refusal });
  else if (how === 'reboot') await open(inn, id);
}

/** A seed of its own, the same each time. */
const numberOf = (id: EntityId): number => {
  let number = 0;
  for (const letter of id) number = (Math.imul(number, 31) + letter.charCodeAt(0)) | 0;
  return number;
};

function hear(inn: Inn, announcement: Announcement): void {
  if (announcement.kind === 'reset') {
    endAll(inn, announcement.reason === 'lab' ? 'lab-changed' : 'rewound');
    return;
  }
  if (announcement.kind !== 'events') return;
  for (const { event } of announcement.items) {
    if (event.type === 'entity.changed') follow(inn, event.entity.id);
    if (event.type === 'entity.removed') end(inn, event.id, 'machine-removed');
    if (event.type === 'guest.reverted' || event.type === 'guest.dropped')
      end(inn, event.machine, 'machine-off');
  }
}

/** Its power may be another. */
function follow(inn: Inn, id: EntityId): void {
  const { deps, running } = inn;
  const computer = computerOf(deps.world(), id);
  const bootedAt = deps.world().guests.get(id)?.bootedAt ?? null;
  if (computer === null || (bootedAt === null && !running.has(id))) return;
  switch (computer.spec.power) {
    case 'on':
      return running.get(id)?.guest.thaw();
    case 'suspended':
    case 'paused':
      return running.get(id)?.guest.freeze();
    case 'off':
      end(inn, id, 'machine-off');
      void deps.execute({ type: 'guest.stop', machine: id }, guestActor).then((stopped) => {
        if (!stopped.ok)
          deps.log.warn('a guest could not be stopped', { machine: id, refusal: stopped.refusal });
      });
      return;
    default:
      computer.spec.power satisfies never;
  }
}

function end({ running }: Inn, id: EntityId, reason: SessionEnd): void {
  const known = running.get(id);
  running.delete(id);
  known?.guest.end(reason);
}

function endAll(inn: Inn, reason: SessionEnd): void {
  for (const id of inn.running.keys()) end(inn, id, reason);
}

/** What a guest is lies in the lab; one that nobody has asked for longest, and that does nothing, may leave memory. */
function evict(inn: Inn): void {
  if (inn.running.size <= inn.deps.mostIdle) return;
  for (const [id, { guest }] of inn.running) {
    if (inn.running.size <= inn.deps.mostIdle) return;
    if (guest.sessions() === 0 && !guest.isBusy() && guest.machine.demand().cores === 0)
      end(inn, id, 'host-closes');
  }
}
