import { alarmEngineFor } from '../services/alarms/alarm-engine.ts';
import { createDesk } from '../services/labs/desk.ts';
import { firstSession } from '../services/labs/first-session.ts';
import { listTemplates } from '../services/labs/templates.ts';
import { createTelemetry } from '../services/telemetry/telemetry.ts';
import type { Actor } from '../../sim/contract/actors.ts';
import { deskCommandSchema } from '../../sim/contract/desk.ts';
import { accepted } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { step } from '../../sim/index.ts';
import type { Broker } from '../mqtt/broker.ts';
import { createBoard } from './board.ts';
import { createBus } from './bus.ts';
import { createDoor } from './door.ts';
import { eventsSince } from './events-since.ts';
import type { Host } from './host.ts';
import { createKeeper } from './keeper.ts';
import { openBroker } from './open-broker.ts';
import { createOperations } from './operations.ts';
import type { HostOptions } from './options.ts';
import { createPacer } from './pacer.ts';
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
  const operations = createOperations({
    now: wall.now,
    announce: (operation) => bus.announce({ kind: 'operation', operation }),
    log: log.child('operations'),
  });
  const door = createDoor({
    bench: session,
    announce: (branch, items) => {
      if (items.length === 0) return;
      telemetry.heard(items);
      bus.announce({ kind: 'events', branch, items });
      if (items.some(({ event }) => event.type === 'clock.changed')) pacer.nudge();
    },
    rebuild: () => {
      current.world = worldAt(current.store, current.branch, current.store.currentBranch().headTick);
      bus.announce({ kind: 'reset', reason: 'branch', branch: current.branch, revision: current.world.revision });
    },
    wall,
    log: log.child('door'),
  });
  const execute = (command: unknown, actor: Actor, key: string | null) => door.execute(command, actor, key);
  const alarms = alarmEngineFor({ world: () => current.world, execute: (command, actor) => execute(command, actor, null), log: log.child('alarms') });
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
  const desk = createDesk({
    ...{ options, session, door, pacer, keeper, operations },
    put: async (next, reason) => {
      current = next;
      await telemetry.restart();
      bus.announce({ kind: 'reset', reason, branch: next.branch, revision: next.world.revision });
    },
  });
  const status = () => describeStatus({ options, session, door, pacer, telemetry, broker });
  const reader = createReader({
    ...{ session, board, status, operations: operations.list, labs: desk.labs },
    templates: () => listTemplates(options.resources),
  });
  await telemetry.restart();

  return {
    execute: (input, actor, key) => (isDeskCommand(input) ? desk.execute(input, actor) : execute(input, actor, key)),
    query: async (name, params) => reader(name, params),
    status,
    labTime: () => current.world.now(),
    board,
    announcements: bus.listen,
    eventsSince: (since, branch) => eventsSince(current, since, branch),
    close: async () => {
      await pacer.close();
      while (!door.isQuiet()) await door.settled();
      keeper.close();
      telemetry.close();
      keeper.keepNow();
      await broker.close();
      current.close();
      log.info('closed');
    },
  };
}

const isDeskCommand = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'type' in input && deskTypes.has(String(input.type));

const deskTypes: ReadonlySet<string> = new Set(deskCommandSchema.options.map((option) => option.shape.type.value));
