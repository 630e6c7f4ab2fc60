import type { Actor } from '../../sim/contract/actors.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { HypervisorView } from '../../sim/guests/kernel/machine-view.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { computerOf } from '../../sim/index.ts';
import type { Computer, World } from '../../sim/index.ts';
import type { Announcement, Dispose } from '../host/announcement.ts';
import type { Log } from '../host/log.ts';
import { bootSpan, wasReset } from './boot-span.ts';
import { createConsole } from './console.ts';
import type { Console } from './console.ts';
import { differences, inCommands } from './differences.ts';
import { createDoze } from './doze.ts';
import type { Doze } from './doze.ts';
import { findMachine, isContainer, powerOf } from './find-machine.ts';
import { goDown } from './go-down.ts';
import type { GuestMaker } from './guest-maker.ts';
import { createLiveGuest } from './live-guest.ts';
import type { GuestLook, SessionEnd, LiveGuest } from './live-guest.ts';
import { createLoad } from './load.ts';
import type { Load } from './load.ts';
import { panicText } from './panic-text.ts';
import { createToolsWatch } from './tools-watch.ts';
import type { ToolsWatch } from './tools-watch.ts';
import { numberOf } from './number-of.ts';
import { createSlices } from './slices.ts';
import type { Slices } from './slices.ts';
import { diskBytesOf, viewFor } from './view-of.ts';
import { createWires } from './wires.ts';
import type { Wires } from './wires.ts';

export type RuntimeDeps = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
  readonly steady: () => number;
  readonly make: GuestMaker;
  /** A guest turned its machine off from inside. */
  readonly switchOff: (machine: EntityId) => Promise<Result<unknown>>;
  /** Who runs a machine, where its system can ask; left out: nobody can be asked. */
  readonly hypervisor?: (machine: EntityId) => HypervisorView | null;
  readonly log: Log;
  /** Guests without a session that may stay in memory. */
  readonly mostIdle: number;
  /** Guests at rest that are not put away, so that who works in one of them waits for nothing. */
  readonly mostAwake: number;
};

export type GuestRuntime = {
  /** The machine of that id or name. */
  readonly find: (text: string) => Result<Computer>;
  /** Its guest, started where it does not run yet. */
  readonly open: (machine: EntityId) => Promise<Result<LiveGuest>>;
  /** Its serial console, whether it runs or not. */
  readonly console: (machine: EntityId) => Console;
  readonly afterStep: () => void;
  readonly live: () => number;
  /** What is seen of a guest that runs; null: it is not looked into. */
  readonly look: (machine: EntityId) => GuestLook | null;
  readonly close: () => Promise<void>;
};

export const guestActor: Actor = { origin: 'system', name: 'guest', role: 'admin' };

type Running = { readonly guest: LiveGuest; readonly load: Load };
type Inn = {
  readonly deps: RuntimeDeps;
  readonly slices: Slices;
  readonly doze: Doze;
  /** In the order in which they were last asked for. */
  readonly running: Map<EntityId, Running>;
  readonly starting: Map<EntityId, Promise<Result<LiveGuest>>>;
  readonly consoles: Map<EntityId, Console>;
  /** Those that start anew by their own word. */
  readonly again: Set<EntityId>;
  /** The lab has asked them to go down, and sees to their power itself. */
  readonly goingDown: Set<EntityId>;
  readonly tools: ToolsWatch;
  readonly wires: Wires;
  isClosed: boolean;
};

export function createGuestRuntime(deps: RuntimeDeps): GuestRuntime {
  const inn: Inn = {
    deps,
    slices: createSlices({ steady: deps.steady }),
    doze: createDoze({ steady: deps.steady, mostAwake: deps.mostAwake }),
    running: new Map(),
    starting: new Map(),
    consoles: new Map(),
    again: new Set(),
    goingDown: new Set(),
    tools: createToolsWatch(deps, guestActor),
    wires: createWires({ world: deps.world, open: (machine) => open(inn, machine) }),
    isClosed: false,
  };
  const stopListening = deps.listen((announcement) => hear(inn, announcement));
  return {
    find: (text) => findMachine(deps.world(), text),
    open: (machine) => open(inn, machine),
    console: (machine) => consoleOf(inn, machine),
    afterStep: () => {
      for (const screen of inn.consoles.values()) screen.pass();
      const now = deps.world().now();
      for (const { guest, load } of inn.running.values()) {
        load.pass(now, guest.machine);
        guest.passTime(now);
      }
      inn.wires.afterStep();
      evict(inn);
    },
    live: () => inn.running.size,
    look: (machine) => inn.running.get(machine)?.guest.look() ?? null,
    close: async () => {
      inn.isClosed = true;
      stopListening();
      await Promise.all([...inn.running.values()].map(({ guest }) => guest.settled()));
      endAll(inn, 'host-closes');
      inn.slices.close();
    },
  };
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

async function start(inn: Inn, machine: EntityId): Promise<Result<LiveGuest>> {
  const { deps } = inn;
  const powered = powerOf(deps.world(), machine);
  if (!powered.ok) return powered;
  const boot = (deps.world().guests.get(machine)?.bootedAt ?? null) === null ? 'power' : 'resume';
  if (boot === 'power') {
    const from = inn.again.delete(machine) ? { from: 'itself' } : {};
    const booted = await deps.execute({ type: 'guest.boot', machine, ...from }, guestActor);
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
  const screen = consoleOf(inn, id);
  const shown = screen.shown();
  // After a restart of the host nobody knows what stood there: it is what this machine says when it boots.
  const tells = boot === 'power' || shown === '';
  if (tells) screen.boot(bootSpan({ computer, now: world.now(), work: world.work, shown }));
  const body = deps.make({
    os: state.base,
    boot: tells ? 'power' : boot,
    delta: state.files,
    diskBytes: diskBytesOf(computer),
    view: viewFor(deps, computer, { bootedAt: state.bootedAt, load: load.now, actor: guestActor }),
    wire: inn.wires.of(id),
    seed: world.seed ^ numberOf(id),
    clock: () => deps.world().now(),
    listeners: {
      ready: () => wake(),
      fault: (report) => deps.log.error('a program of a guest failed', { machine: id, ...report }),
      logged: () => undefined,
    },
    console: (bytes) => inn.goingDown.has(id) || screen.put(bytes),
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
    doze: inn.doze,
    tell: (told) => deps.execute({ type: 'guest.apply', machine: id, ...told }, guestActor),
    differences: (changes) =>
      inCommands(differences(changes, { files: filesNow(), isInBase: body.isInBase })),
    rested: inn.tools,
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

function consoleOf({ consoles, deps }: Inn, id: EntityId): Console {
  const known = consoles.get(id) ?? createConsole(() => deps.world().now());
  consoles.set(id, known);
  return known;
}

/** The guest's own `poweroff` or `reboot` went through. */
async function leave(inn: Inn, id: EntityId, how: 'off' | 'reboot'): Promise<void> {
  const { deps, running } = inn;
  const known = running.get(id);
  // Its processes also end when the host lets go of it: that is no word of its own.
  if (known === undefined || inn.goingDown.has(id)) return;
  // The slice that it ended in is not over yet: what was said in it is to be heard.
  await Promise.resolve();
  await known.guest.settled();
  end(inn, id, 'machine-off');
  const stopped = await deps.execute({ type: 'guest.stop', machine: id }, guestActor);
  const result = !stopped.ok || how === 'reboot' ? stopped : await deps.switchOff(id);
  if (!result.ok) deps.log.warn('a guest could not be stopped', { machine: id, refusal: result.refusal });
  else if (how === 'reboot') {
    inn.again.add(id);
    await open(inn, id);
  }
}

function hear(inn: Inn, announcement: Announcement): void {
  if (announcement.kind === 'reset') {
    endAll(inn, announcement.reason === 'lab' ? 'lab-changed' : 'rewound');
    inn.consoles.clear();
    return;
  }
  if (announcement.kind !== 'events') return;
  for (const { event } of announcement.items) {
    if (event.type === 'entity.changed') follow(inn, event.entity.id);
    if (event.type === 'entity.removed') end(inn, event.id, 'machine-removed');
    if (event.type === 'task.started') goDown(inn, event.task);
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
      if (computer.spec.panickedAt !== undefined) return panic(inn, computer);
      if (wasReset(computer, bootedAt)) return powerOff(inn, id);
      if (isContainer(computer)) return end(inn, id, 'machine-off');
      findDisks(inn, id);
      return running.get(id)?.guest.thaw();
    case 'suspended':
    case 'paused':
      return running.get(id)?.guest.freeze();
    case 'off':
      return powerOff(inn, id);
    default:
      computer.spec.power satisfies never;
  }
}

/** It may have been given disks, or have lost some. */
function findDisks({ running }: Inn, id: EntityId): void {
  const guest = running.get(id)?.guest;
  guest?.machine.findDisks();
  guest?.wake();
}

/** Its processes are gone with it; what it says is the last that is heard of it. */
function panic(inn: Inn, computer: Computer): void {
  if (!inn.running.has(computer.id)) return;
  end(inn, computer.id, 'machine-off');
  consoleOf(inn, computer.id).put(panicText(computer, inn.deps.world().now()));
}

function powerOff(inn: Inn, id: EntityId): void {
  const { deps } = inn;
  end(inn, id, 'machine-off');
  void deps.execute({ type: 'guest.stop', machine: id }, guestActor).then((stopped) => {
    if (!stopped.ok) deps.log.warn('a guest could not be stopped', { machine: id, refusal: stopped.refusal });
  });
}

function end({ running, consoles, goingDown }: Inn, id: EntityId, reason: SessionEnd): void {
  goingDown.delete(id);
  const known = running.get(id);
  running.delete(id);
  if (reason === 'machine-off' || reason === 'machine-removed') consoles.get(id)?.cut();
  if (reason === 'machine-removed') consoles.delete(id);
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
