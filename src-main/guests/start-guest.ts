import type { EntityId } from '../../sim/contract/ids.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { Computer } from '../../sim/index.ts';
import { bootSpan } from './boot-span.ts';
import { differences, inCommands } from './differences.ts';
import { powerOf } from './find-machine.ts';
import { guestActor } from './guest-actor.ts';
import { consoleOf, endGuest } from './inn.ts';
import type { Inn } from './inn.ts';
import { createLiveGuest } from './live-guest.ts';
import type { LiveGuest } from './live-guest.ts';
import { createLoad } from './load.ts';
import { numberOf } from './number-of.ts';
import { diskBytesOf, viewFor } from './view-of.ts';

/** The guest of a machine, started where it does not run yet. */
export function openGuest(inn: Inn, machine: EntityId): Promise<Result<LiveGuest>> {
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
      endGuest(inn, id, 'lost');
    },
  });
  ({ wake } = guest);
  inn.running.set(id, { guest, load });
  guest.wake();
  return accepted(guest);
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
  endGuest(inn, id, 'machine-off');
  const stopped = await deps.execute({ type: 'guest.stop', machine: id }, guestActor);
  const result = !stopped.ok || how === 'reboot' ? stopped : await deps.switchOff(id);
  if (!result.ok) deps.log.warn('a guest could not be stopped', { machine: id, refusal: result.refusal });
  else if (how === 'reboot') {
    inn.again.add(id);
    await openGuest(inn, id);
  }
}
