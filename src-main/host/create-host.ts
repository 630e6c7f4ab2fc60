import { createAlarmEngine } from '../services/alarms/alarm-engine.ts';
import { openAttendants } from './attendants.ts';
import type { Attendants } from './attendants.ts';
import { openSettings } from './settings.ts';
import type { SettingsStore } from './settings.ts';
import { openDeviceTypes } from '../services/assets/device-type-library.ts';
import { createDesk } from '../services/labs/desk.ts';
import { firstSession } from '../services/labs/first-session.ts';
import { listTemplates } from '../services/labs/templates.ts';
import type { Telemetry } from '../services/telemetry/telemetry.ts';
import { createTelemetry } from '../services/telemetry/telemetry.ts';
import type { Actor } from '../../sim/contract/actors.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { deskCommandSchema } from '../../sim/contract/desk.ts';
import { accepted } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { step } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import type { Broker } from '../mqtt/broker.ts';
import { createCommands } from '../mqtt/commands/commands.ts';
import type { Commands } from '../mqtt/commands/commands.ts';
import { createBoard } from './board.ts';
import type { Board } from './board.ts';
import { createBus } from './bus.ts';
import type { Bus } from './bus.ts';
import { createDoor } from './door.ts';
import type { Door } from './door.ts';
import { eventsSince } from './events-since.ts';
import type { Host } from './host.ts';
import type { Announcement } from './announcement.ts';
import { createKeeper } from './keeper.ts';
import type { Keeper } from './keeper.ts';
import type { Log } from './log.ts';
import { openBroker } from './open-broker.ts';
import { createOperations } from './operations.ts';
import type { HostOptions } from './options.ts';
import { createPacer } from './pacer.ts';
import type { Pacer } from './pacer.ts';
import { createReader } from './reader/reader.ts';
import { worldAt } from './session.ts';
import type { Session } from './session.ts';
import { describeStatus } from './status.ts';
import { sweepContents } from './unnamed-contents.ts';

/** The composition root: everything with side effects is made here, and taken down by close. */
export async function createHost(options: HostOptions): Promise<Result<Host>> {
  sweepContents(options.dataDirectory, options.log.child('contents'));
  const first = await firstSession(options);
  if (!first.ok) return first;
  const broker = await openBroker(options);
  if (!broker.ok) {
    first.value.close();
    return broker;
  }
  return accepted(await compose(options, first.value, broker.value));
}

async function compose(options: HostOptions, first: Session, broker: Broker): Promise<Host> {
  const { wall, log } = options;
  let current = first;
  const session = (): Session => current;
  const bus = createBus(log.child('bus'));
  const board = createBoard();
  const door = createDoor({
    bench: session,
    announce: (branch, items) => {
      if (items.length === 0) return;
      telemetry.heard(items);
      bus.announce({ kind: 'events', branch, items });
      if (items.some(({ event }) => event.type === 'clock.changed')) pacer.nudge();
    },
    rebuild: () => {
      rebuild(current, log);
      bus.announce(resetOf(current, 'branch'));
    },
    wall,
    log: log.child('door'),
  });
  const settings = openSettings({ directory: options.dataDirectory, log: log.child('settings') });
  const attendants = openAttendants({ options, settings, session, broker, bus, board, door });
  const world = (): World => current.world;
  const execute = (command: unknown, actor: Actor) => door.execute(command, actor, null);
  const latest = (sensor: EntityId): number => board.valueAt(board.indexOf(sensor) ?? -1);
  const alarms = createAlarmEngine({ world, execute, latest, log: log.child('alarms') });
  const way = { broker, session, board, alarms, settings, log, kept: attendants.kept };
  const telemetry = createTelemetry({
    ...way,
    brokerUrl: () => options.brokerUrl ?? broker.state().address,
    now: wall.now,
    steady: wall.steady,
  });
  const { isSensorTopic } = telemetry;
  const commands = createCommands({ broker, world, isSensorTopic, execute, actorOf: mqttActor, log });
  const pacer = createPacer({
    clock: () => current.world.clock,
    step: () => {
      step(current.world);
      attendants.afterStep();
      return telemetry.afterStep();
    },
    wall,
    log: log.child('pacer'),
  });
  const keeper = createKeeper({ session, isQuiet: door.isQuiet, wall, log: log.child('keeper') });
  const put = async (next: Session, reason: 'lab' | 'branch'): Promise<void> => {
    current = next;
    await telemetry.restart();
    bus.announce(resetOf(next, reason));
  };
  await telemetry.restart();
  const parts = { options, session, bus, board, door, telemetry, commands, pacer, keeper, broker, put };
  return hostOf({ ...parts, settings, attendants });
}

/** A client that names itself is known by it; who may do more comes in at the gateway. */
const mqttActor = (client: string | null): Actor => ({
  origin: 'mqtt',
  name: client?.slice(0, 80) || 'mqtt',
  role: 'operator',
});

/** The disk is the truth: what memory had beyond it is gone. */
function rebuild(session: Session, log: Log): void {
  try {
    session.world = worldAt(session.store, session.branch, session.store.currentBranch().headTick);
  } catch (error) {
    // A disk that cannot even be read: the store refuses every further command until the lab is opened anew.
    log.error('the world could not be read back', { error });
  }
}

const resetOf = ({ branch, world }: Session, reason: 'lab' | 'branch'): Announcement => ({
  kind: 'reset',
  reason,
  branch,
  revision: world.revision,
});

type Parts = {
  readonly options: HostOptions;
  readonly session: () => Session;
  readonly bus: Bus;
  readonly board: Board;
  readonly door: Door;
  readonly telemetry: Telemetry;
  readonly commands: Commands;
  readonly pacer: Pacer;
  readonly keeper: Keeper;
  readonly broker: Broker;
  readonly settings: SettingsStore;
  readonly attendants: Attendants;
  readonly put: (session: Session, reason: 'lab' | 'branch') => Promise<void>;
};

/** What the faces see. */
function hostOf(parts: Parts): Host {
  const { options, session, bus, board, door } = parts;
  const operations = createOperations({
    now: options.wall.now,
    announce: (operation) => bus.announce({ kind: 'operation', operation }),
    log: options.log.child('operations'),
  });
  const { hardware, notifier, addressesOf, recall, reports, guests, vsphere } = parts.attendants;
  const testNotification = notifier.test;
  const deviceTypes = openDeviceTypes({
    directory: options.dataDirectory,
    log: options.log.child('device-types'),
  });
  const desk = createDesk({
    ...parts,
    operations,
    previewHardware: hardware.preview,
    testNotification,
    reports,
    terminals: guests,
    engine: guests.boxes,
    vsphere,
    deviceTypes,
  });
  const status = () => describeStatus(parts);
  const reader = createReader({
    session,
    board,
    status,
    operations: operations.list,
    settings: parts.settings.get,
    deviceTypes,
    hardware: () => ({ items: hardware.states() }),
    addressesOf,
    notifications: notifier.sent,
    recall,
    consoles: guests.consoles,
    machineUsers: guests.users,
    recordings: () => [...guests.recordings()],
    insides: guests.insides,
    engine: guests.boxes,
    vsphere,
    reports,
    labs: desk.labs,
    templates: () => listTemplates(options.resources),
  });
  return {
    execute: (input, actor, key) =>
      isDeskCommand(input) ? desk.execute(input, actor) : door.execute(input, actor, key),
    query: async (name, params) => reader(name, params),
    status,
    labTime: () => session().world.now(),
    board,
    announcements: bus.listen,
    terminals: guests.terminals,
    eventsSince: (since, branch) => eventsSince(session(), since, branch),
    close: () => close(parts),
  };
}

async function close(parts: Parts): Promise<void> {
  const { options, session, door, telemetry, pacer, keeper, broker } = parts;
  parts.commands.close();
  await parts.attendants.close();
  await pacer.close();
  while (!door.isQuiet()) await door.settled();
  keeper.close();
  await telemetry.close();
  keeper.keepNow();
  await broker.close();
  session().close();
  options.log.info('closed');
}

const isDeskCommand = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'type' in input && deskTypes.has(String(input.type));

const deskTypes: ReadonlySet<string> = new Set(
  deskCommandSchema.options.map((option) => option.shape.type.value),
);
