/** What runs in the machines: made when somebody first asks, for most who start an endpoint never do. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { refused } from '../../sim/contract/result.ts';
import { guestActor } from '../guests/guest-actor.ts';
import type { GuestRuntime } from '../guests/runtime.ts';
import type { Terminals } from '../guests/terminals.ts';
import type { WallClock } from '../host/clock-face.ts';
import type { Log } from '../host/log.ts';
import type { Guests } from '../personalities/vmware/guest-operations/guests.ts';
import type { LightHost } from './light-host.ts';
import type { Runs } from './runs.ts';

type LightGuests = Guests & { readonly close: () => Promise<void> };

type Deps = {
  readonly host: LightHost;
  /** Those that are containers. */
  readonly runs: Pick<Runs, 'isBacked' | 'boxOf' | 'look' | 'ready'>;
  readonly wall: WallClock;
  readonly log: Log;
};

const stepMillis = 1000;

export function createLightGuests(deps: Deps): LightGuests {
  const { runs } = deps;
  let opening: Promise<GuestRuntime> | null = null;
  let runtime: GuestRuntime | null = null;
  let timer: NodeJS.Timeout | undefined;
  let hall: Promise<Terminals> | null = null;
  const open = async (): Promise<GuestRuntime> => {
    const made = await openRuntime(deps);
    timer = setInterval(made.afterStep, stepMillis).unref();
    runtime = made;
    return made;
  };
  const terminals = (): Promise<Terminals> => {
    opening ??= open();
    hall ??= opening.then((runtime) => openTerminals(deps, runtime));
    return hall;
  };
  return {
    open: async (machine: EntityId) => {
      opening ??= open();
      return (await opening).open(machine);
    },
    look: (machine) => runs.look(machine) ?? runtime?.look(machine) ?? null,
    house: {
      open: async (request, viewer) =>
        request.machine !== undefined && runs.isBacked(request.machine as EntityId)
          ? refused('unsupported', 'It is a container of this computer, which has no console', {
              hint: 'Open a shell in it: docker exec -it.',
            })
          : (await terminals()).open(request, viewer),
    },
    isBacked: runs.isBacked,
    boxOf: runs.boxOf,
    ready: runs.ready,
    admits: 'anyone',
    close: async () => {
      clearInterval(timer);
      (await hall)?.close();
      const open = await opening;
      await open?.close();
    },
  };
}

/** Only for consoles: nothing is recorded, and there is no shell of this computer. */
async function openTerminals({ host, wall }: Deps, runtime: GuestRuntime): Promise<Terminals> {
  const { createTerminals } = await import('../guests/terminals.ts');
  const reason = 'vcsim opens no shell of this computer';
  return createTerminals({
    runtime,
    world: host.world,
    listen: host.listen,
    now: wall.now,
    exportsDirectory: '',
    localShell: {
      name: () => 'vcsim',
      state: () => ({ state: 'off', reason }),
      open: () => Promise.resolve(refused('not-allowed', reason)),
    },
  });
}

async function openRuntime({ host, wall, log }: Deps): Promise<GuestRuntime> {
  const [{ createGuestRuntime }, { createGuestMaker }, { createHypervisors }] = await Promise.all([
    import('../guests/runtime.ts'),
    import('../guests/make-guest.ts'),
    import('../personalities/vmware/guest-operations/hypervisors.ts'),
  ]);
  const make = createGuestMaker();
  const { world, execute, listen } = host;
  return createGuestRuntime({
    world,
    execute,
    listen,
    steady: wall.steady,
    // Machines of vcsim are of no certain make: a Debian is what runs in them.
    make: (plan) => make({ ...plan, os: plan.os === 'other' ? 'debian-12' : plan.os }),
    switchOff: (id) => execute({ type: 'machine.power', id, verb: 'off' }, guestActor),
    hypervisor: createHypervisors({ world, execute }),
    log: log.child('guests'),
    mostIdle: 500,
    mostAwake: 8,
  });
}
