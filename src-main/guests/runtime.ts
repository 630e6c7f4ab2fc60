import type { EntityId } from '../../sim/contract/ids.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { Computer } from '../../sim/index.ts';
import type { Console } from './console.ts';
import { createDoze } from './doze.ts';
import { findMachine } from './find-machine.ts';
import { hear } from './follow-machines.ts';
import { guestActor } from './guest-actor.ts';
import { consoleOf, endGuest, endGuests } from './inn.ts';
import type { Inn, RuntimeDeps } from './inn.ts';
import type { GuestLook, LiveGuest } from './live-guest.ts';
import { createSlices } from './slices.ts';
import { openGuest } from './start-guest.ts';
import { createToolsWatch } from './tools-watch.ts';
import { createWires } from './wires.ts';

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
    wires: createWires({ world: deps.world, open: (machine) => openGuest(inn, machine) }),
    isClosed: false,
  };
  const stopListening = deps.listen((announcement) => hear(inn, announcement));
  return {
    find: (text) => findMachine(deps.world(), text),
    open: (machine) => openGuest(inn, machine),
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
      endGuests(inn, 'host-closes');
      inn.slices.close();
    },
  };
}

/** What a guest is lies in the lab; one that nobody has asked for longest, and that does nothing, may leave memory. */
function evict(inn: Inn): void {
  if (inn.running.size <= inn.deps.mostIdle) return;
  for (const [id, { guest }] of inn.running) {
    if (inn.running.size <= inn.deps.mostIdle) return;
    if (guest.sessions() === 0 && !guest.isBusy() && guest.machine.demand().cores === 0)
      endGuest(inn, id, 'host-closes');
  }
}
