/** A lab without a disk: one world, the one door to it, time that goes on. Gone when the process is. */
import type { Actor } from '../../sim/contract/actors.ts';
import type { CommandInput, Receipt } from '../../sim/contract/commands.ts';
import type { BranchId } from '../../sim/contract/ids.ts';
import { accepted, type Result } from '../../sim/contract/result.ts';
import { createWorld, step, type World } from '../../sim/index.ts';
import type { Announcement, Dispose } from '../host/announcement.ts';
import { createBus } from '../host/bus.ts';
import type { WallClock } from '../host/clock-face.ts';
import { createDoor, type Bench } from '../host/door.ts';
import type { Log } from '../host/log.ts';
import { createPacer } from '../host/pacer.ts';
import { createBalancer } from '../services/machines/balancer.ts';
import { createPowerWatch } from '../services/machines/power-watch.ts';
import { createTaskEnder } from '../services/machines/tasks.ts';

export type LightHost = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<Receipt>>;
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
  readonly close: () => Promise<void>;
};

export type LightHostDeps = { readonly wall: WallClock; readonly log: Log };

/** The same lab has the same UUIDs each time it is started. */
const seed = '5eed';
const founder: Actor = { origin: 'system', name: 'vcsim', role: 'admin' };

/** Work takes no time in it, and its clock shows the time of the wall. */
export async function openLightHost({ wall, log }: LightHostDeps): Promise<Result<LightHost>> {
  const world = createWorld();
  const bus = createBus(log);
  // Nothing is kept: a command that is sent again with its key is done again.
  const store: Bench['store'] = { append: () => {}, findKey: () => null };
  const bench: Bench = { store, branch: 'branch-1' as BranchId, world };
  const door = createDoor({
    bench: () => bench,
    announce: (branch, items) => bus.announce({ kind: 'events', branch, items }),
    rebuild: () => {},
    wall,
    log,
  });
  const execute: LightHost['execute'] = (command, actor) => door.execute(command, actor, null);
  const told = await tellAll(execute, [
    { type: 'lab.found', name: 'vcsim', seed, epoch: wholeSecond(wall.now()) },
    { type: 'lab.work', takes: 'no-time' },
    { type: 'clock.resume' },
  ]);
  if (!told.ok) return told;
  const deps = { world: () => world, execute, log };
  const ender = createTaskEnder(deps);
  const hands = [ender, createPowerWatch(deps), createBalancer(deps)];
  // What was begun is due at once; the next step may be most of a second away.
  const deaf = bus.listen((announcement) => {
    if (announcement.kind !== 'events') return;
    if (announcement.items.some(({ event }) => event.type === 'task.started')) ender.afterStep();
  });
  const pacer = createPacer({
    clock: () => world.clock,
    step: () => {
      step(world);
      for (const hand of hands) hand.afterStep();
    },
    wall,
    log,
  });
  return accepted({
    world: () => world,
    execute,
    listen: bus.listen,
    close: async () => {
      deaf();
      await pacer.close();
      await door.settled();
    },
  });
}

const wholeSecond = (millis: number): number => Math.floor(millis / 1000) * 1000;

/** One after another, by the lab itself; the first refusal ends it. */
export async function tellAll(
  execute: LightHost['execute'],
  commands: readonly CommandInput[],
): Promise<Result<null>> {
  for (const command of commands) {
    const done = await execute(command, founder);
    if (!done.ok) return done;
  }
  return accepted(null);
}
