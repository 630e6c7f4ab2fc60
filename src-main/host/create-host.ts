import { createAlarmEngine } from '../services/alarms/alarm-engine.ts';
import { createDesk } from '../services/labs/desk.ts';
import { firstSession } from '../services/labs/first-session.ts';
import { listTemplates } from '../services/labs/templates.ts';
import type { Telemetry } from '../services/telemetry/telemetry.ts';
import { createTelemetry } from '../services/telemetry/telemetry.ts';
import { deskCommandSchema } from '../../sim/contract/desk.ts';
import { accepted } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { step } from '../../sim/index.ts';
import type { Broker } from '../mqtt/broker.ts';
import { createBoard } from './board.ts';
import type { Board } from './board.ts';
import { createBus } from './bus.ts';
import type { Bus } from './bus.ts';
import { createDoor } from './door.ts';
import type { Door } from './door.ts';
import { eventsSince } from './events-since.ts';
import type { Announcement, Host } from './host.ts';
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

/** The composition root: everything with side effects is made here, and taken down by close. */
export async function createHost(options: HostOptions): Promise<Result<Host>> {
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
  const alarms = createAlarmEngine({
    world: () => current.world,
    execute: (command, actor) => door.execute(command, actor, null),
    log: log.child('alarms'),
  });
  const telemetry = createTelemetry({ broker, session, board, alarms, now: wall.now, log });
  const pacer = createPacer({
    clock: () => current.world.clock,
    step: () => {
      step(current.world);
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
  return hostOf({ options, session, bus, board, door, telemetry, pacer, keeper, broker, put });
}

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
  readonly pacer: Pacer;
  readonly keeper: Keeper;
  readonly broker: Broker;
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
  const desk = createDesk({ ...parts, operations });
  const status = () => describeStatus(parts);
  const reader = createReader({
    session,
    board,
    status,
    operations: operations.list,
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
    eventsSince: (since, branch) => eventsSince(session(), since, branch),
    close: () => close(parts),
  };
}

async function close({ options, session, door, telemetry, pacer, keeper, broker }: Parts): Promise<void> {
  await pacer.close();
  while (!door.isQuiet()) await door.settled();
  keeper.close();
  telemetry.close();
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
