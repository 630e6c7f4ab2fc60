import type { Actor } from '../../sim/contract/actors.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { isMachineKind } from '../../sim/contract/kinds.table.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { Consoles } from '../../sim/contract/terminal.ts';
import type { WorldEvent } from '../../sim/contract/events.ts';
import type { World } from '../../sim/index.ts';
import type { Announcement, Dispose } from '../host/announcement.ts';
import type { Log } from '../host/log.ts';
import type { Session } from '../host/session.ts';
import type { SettingsStore } from '../host/settings.ts';
import type { GuestMaker } from './guest-maker.ts';
import { createPorts } from './ports.ts';
import { createGuestRuntime, guestActor } from './runtime.ts';
import type { GuestRuntime } from './runtime.ts';
import { createSshGateway } from './ssh/gateway.ts';
import { keysOf } from './ssh/keys.ts';
import type { LabKeys } from './ssh/keys.ts';
import { createTerminals } from './terminals.ts';
import type { Terminals } from './terminals.ts';

export type GuestServiceDeps = {
  readonly session: () => Session;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
  readonly settings: SettingsStore;
  readonly steady: () => number;
  readonly make: GuestMaker;
  readonly exportsDirectory: string;
  readonly log: Log;
};

/** Machines one can log in to: what runs in them, and the ways there. */
export type GuestService = {
  readonly runtime: Pick<GuestRuntime, 'find' | 'live'>;
  readonly terminals: Terminals;
  readonly consoles: () => Consoles;
  readonly afterStep: () => void;
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const mostIdle = 1500;

export function createGuestService(deps: GuestServiceDeps): GuestService {
  const { session, settings, log } = deps;
  const world = (): World => session().world;
  const runtime = createGuestRuntime({
    world,
    execute: deps.execute,
    listen: deps.listen,
    steady: deps.steady,
    make: deps.make,
    switchOff: (id: EntityId) => deps.execute({ type: 'machine.power', id, verb: 'off' }, guestActor),
    log: log.child('guests'),
    mostIdle,
  });
  const keys = createKeyring(session);
  const gateway = createSshGateway({ runtime, keys, log: log.child('ssh') });
  const wanted = () => settings.get().guests;
  const ports = createPorts({ world, gateway, wanted, log: log.child('ssh') });
  const terminals = createTerminals({
    runtime,
    labTime: () => world().now(),
    exportsDirectory: deps.exportsDirectory,
  });
  const stops = [
    deps.listen((announcement) => {
      if (announcement.kind === 'reset' && announcement.reason === 'lab') gateway.renew();
      if (isOfPorts(announcement)) ports.refresh();
    }),
    settings.listen(ports.refresh),
  ];
  ports.refresh();
  return {
    runtime,
    terminals,
    consoles: () => {
      const { identityFile, knownHostsFile, alias } = keys();
      const { ssh: state, port } = wanted();
      const problems = [...ports.problems()].map(([taken, refusal]) => ({ port: taken, refusal }));
      return {
        ssh: { state, port, identityFile, knownHostsFile, alias, problems },
        terminals: terminals.sessions(),
      };
    },
    afterStep: runtime.afterStep,
    settled: ports.settled,
    close: async () => {
      for (const stop of stops) stop();
      await ports.close();
      await runtime.close();
      terminals.close();
      await gateway.close();
    },
  };
}

/** The keys of the lab that is open, made when they are first needed. */
function createKeyring(session: () => Session): () => LabKeys {
  let known: { readonly directory: string; readonly keys: LabKeys } | null = null;
  return () => {
    const { id, directory } = session();
    if (known?.directory !== directory) known = { directory, keys: keysOf({ id, directory }) };
    return known.keys;
  };
}

const isOfPorts = (announcement: Announcement): boolean =>
  announcement.kind === 'reset' ||
  (announcement.kind === 'events' && announcement.items.some(({ event }) => isOfMachine(event)));

const isOfMachine = (event: WorldEvent): boolean => {
  if (event.type === 'entity.removed') return isMachineKind(event.id.slice(0, event.id.lastIndexOf('-')));
  if (event.type !== 'entity.created' && event.type !== 'entity.changed') return false;
  return event.entity.kind === 'vm' || event.entity.kind === 'blade';
};
