import type { Actor } from '../../sim/contract/actors.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Settings } from '../../sim/contract/settings.ts';
import { isMachineKind } from '../../sim/contract/kinds.table.ts';
import type { Result } from '../../sim/contract/result.ts';
import { accepted } from '../../sim/contract/result.ts';
import type { Consoles, MachineUser, RecordingCard, TerminalOrder } from '../../sim/contract/terminal.ts';
import type { DeskReceipt } from '../../sim/contract/desk.ts';
import type { WorldEvent } from '../../sim/contract/events.ts';
import type { Computer, World } from '../../sim/index.ts';
import type { Announcement, Dispose } from '../host/announcement.ts';
import type { Log } from '../host/log.ts';
import type { Session } from '../host/session.ts';
import type { SettingsStore } from '../host/settings.ts';
import type { LocalShell } from '../local-shell/local-shell.ts';
import { createBoxes } from './container/boxes.ts';
import type { Boxes } from './container/boxes.ts';
import { createLookIn } from './container/look-in.ts';
import type { EngineSearch } from './container/sockets.ts';
import { guestActor } from './guest-actor.ts';
import type { GuestMaker } from './guest-maker.ts';
import type { RuntimeDeps } from './inn.ts';
import { machineUsers, readerOf } from './machine-users.ts';
import { createInsides } from './insides.ts';
import type { Insides } from './insides.ts';
import { createPorts } from './ports.ts';
import { deleteRecording, listRecordings } from './recordings.ts';
import { createGuestRuntime } from './runtime.ts';
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
  /** Of the wall. */
  readonly now: () => number;
  readonly localShell: LocalShell;
  readonly make: GuestMaker;
  readonly hypervisor: NonNullable<RuntimeDeps['hypervisor']>;
  readonly dataDirectory: string;
  readonly exportsDirectory: string;
  /** null: no container engine is looked for. */
  readonly engine: EngineSearch | null;
  readonly log: Log;
};

/** Machines one can log in to: what runs in them, and the ways there. */
export type GuestService = {
  readonly runtime: Pick<GuestRuntime, 'find' | 'open' | 'live' | 'look'>;
  readonly terminals: Terminals;
  readonly consoles: () => Consoles;
  readonly users: (machine: string) => Promise<Result<{ users: MachineUser[] }>>;
  readonly boxes: Pick<Boxes, 'state' | 'face' | 'logOf' | 'order' | 'isBacked' | 'boxOf'>;
  readonly recordings: () => readonly RecordingCard[];
  readonly order: (order: TerminalOrder) => Result<DeskReceipt>;
  readonly insides: Insides;
  readonly afterStep: () => void;
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const kept = { mostIdle: 1500, mostAwake: 8 } as const;

export function createGuestService(deps: GuestServiceDeps): GuestService {
  const { session, settings, log } = deps;
  const world = (): World => session().world;
  const runtime = createGuestRuntime({
    ...deps,
    world,
    switchOff: (id: EntityId) => deps.execute({ type: 'machine.power', id, verb: 'off' }, guestActor),
    log: log.child('guests'),
    ...kept,
  });
  const keys = createKeyring(session);
  const wanted = () => settings.get().guests;
  const boxes = createBoxes({
    world,
    lab: () => session().id,
    dataDirectory: deps.dataDirectory,
    execute: deps.execute,
    listen: deps.listen,
    search: deps.engine,
    wanted: () => wanted().engine,
    onSettings: settings.listen,
    log: log.child('containers'),
  });
  const gateway = createSshGateway({ runtime, boxes, keys, log: log.child('ssh') });
  const ports = createPorts({ world, gateway, wanted, log: log.child('ssh') });
  const terminals = createTerminals({ ...deps, runtime, boxes, world });
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
    boxes,
    insides: createLookIn({ ...boxes, world, simulated: createInsides({ world, runtime }) }),
    consoles: () => ({
      ssh: accessOf(keys(), wanted(), ports),
      terminals: terminals.sessions(),
      shares: terminals.shares(),
      local: deps.localShell.state(),
    }),
    users: async (machine) => usersOf(world(), boxes, runtime.find(machine)),
    recordings: () => listRecordings(deps.exportsDirectory),
    order: (order) => obey(deps, terminals, order),
    afterStep: runtime.afterStep,
    settled: ports.settled,
    close: async () => {
      for (const stop of stops) stop();
      await ports.close();
      await runtime.close();
      terminals.close();
      await gateway.close();
      await boxes.close();
    },
  };
}

function accessOf(
  { identityFile, knownHostsFile, alias }: LabKeys,
  { ssh: state, port }: Settings['guests'],
  { problems }: Pick<ReturnType<typeof createPorts>, 'problems'>,
): Consoles['ssh'] {
  const taken = [...problems()].map(([one, refusal]) => ({ port: one, refusal }));
  return { state, port, identityFile, knownHostsFile, alias, problems: taken };
}

async function usersOf(
  world: World,
  boxes: Boxes,
  found: Result<Computer>,
): Promise<Result<{ users: MachineUser[] }>> {
  if (!found.ok) return found;
  if (!boxes.isBacked(found.value.id))
    return accepted({ users: [...machineUsers(readerOf(world, found.value))] });
  const users = await boxes.usersOf(found.value.id);
  return users.ok ? accepted({ users: [...users.value] }) : users;
}

function obey(deps: GuestServiceDeps, terminals: Terminals, order: TerminalOrder): Result<DeskReceipt> {
  switch (order.do) {
    case 'share': {
      const made = terminals.share(order);
      return made.ok ? accepted({ share: made.value }) : made;
    }
    case 'unshare':
      return emptied(terminals.unshare(order.share));
    case 'delete-recording':
      return emptied(deleteRecording(deps.exportsDirectory, order.file));
    default:
      return order satisfies never;
  }
}

const emptied = (result: Result<null>): Result<DeskReceipt> => (result.ok ? accepted({}) : result);

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
