import type { Reading } from '../../../db/history.ts';
import type { Effect } from '../../../sim/index.ts';
import { alarmRules, createBotCaller, ruleWatches } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { LoggedEvent, WorldEvent } from '../../../sim/contract/events.ts';
import type { AlarmId, EntityId } from '../../../sim/contract/ids.ts';
import type { Board } from '../../host/board.ts';
import type { Log } from '../../host/log.ts';
import type { Session } from '../../host/session.ts';
import type { Broker } from '../../mqtt/broker.ts';
import { createIngest } from '../../mqtt/ingest.ts';
import type { ReadingMark } from '../../mqtt/ingest.ts';
import { createPublisher } from '../../mqtt/publisher.ts';
import type { Publisher, SensorCard, SensorLimits } from '../../mqtt/publisher.ts';
import type { AlarmEngine } from '../alarms/alarm-engine.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { above } from '../../../sim/index.ts';
import { indexSensors } from './sensor-index.ts';
import type { SensorIndex } from './sensor-index.ts';

export type TelemetryDeps = {
  readonly broker: Broker;
  readonly session: () => Session;
  readonly board: Board;
  readonly alarms: AlarmEngine;
  readonly now: () => number;
  readonly log: Log;
};

export type Telemetry = {
  /** Bots speak after a step, and everything they cause is done when it resolves. */
  readonly afterStep: () => Promise<void>;
  /** Another story begins: forget what was read and let every bot speak. */
  readonly restart: () => Promise<void>;
  readonly heard: (events: readonly LoggedEvent[]) => void;
  readonly stretch: () => number;
  readonly rejected: () => number;
  readonly close: () => void;
};

/** What the broker and the disk are asked to carry at most, in readings a wall second, however fast the lab runs. */
const budget = 2000;
/** A lab being built changes its sensors thousands of times a second; the index follows this often. */
const arrangeMillis = 200;
const dayMillis = 86_400_000;

/** The way of a reading: bots → broker → ingest → board, historian and alarm rules. Hardware joins at the broker. */
export function createTelemetry(deps: TelemetryDeps): Telemetry {
  const { broker, session, board } = deps;
  const publisher = createPublisher(broker);
  const bots = createBotCaller();
  const intake = createIntake(deps);
  let timer: NodeJS.Timeout | null = null;
  /** Before its first second a lab has no loads yet; its sensors come up after it. */
  let silent = false;

  const arrange = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const { world } = session();
    publisher.replaceSensors(cardsOf(world, intake.arrange(world)));
    deps.alarms.arrange();
  };
  const say = async (effects: readonly Effect[]): Promise<void> => {
    if (effects.length === 0) return;
    if (timer !== null) arrange();
    for (const { at, items } of effects) {
      for (const { sensor, value } of items) publisher.reading(intake.indexOf(sensor), value, at);
    }
    await broker.drained();
  };
  const stretch = (): number => {
    const { world } = session();
    return Math.max(1, Math.ceil((bots.perSecond(world) * world.clock.speed) / budget));
  };
  arrange();
  publisher.hostState('online');

  return {
    afterStep: () => {
      const { world } = session();
      if (!silent) return say(bots.due(world, stretch()));
      silent = false;
      return say(bots.rollCall(world));
    },
    restart: async () => {
      intake.keep();
      board.wipe();
      arrange();
      const { world } = session();
      silent = world.clock.tick === 0;
      if (!silent) await say(bots.rollCall(world));
    },
    heard: (events) => {
      if (events.some(({ event }) => event.type.startsWith('entity.')))
        timer ??= setTimeout(arrange, arrangeMillis);
      for (const { event } of events) publishEvent(session().world, publisher, event);
    },
    stretch,
    rejected: intake.rejected,
    close: () => {
      if (timer !== null) clearTimeout(timer);
      publisher.hostState('offline');
      intake.close();
    },
  };
}

/** What comes in from the broker, whoever sent it: onto the board, into the history, before the alarm rules. */
function createIntake({ broker, session, board, alarms, now, log }: TelemetryDeps) {
  let index: SensorIndex = indexSensors(session().world);
  let fresh: Reading[] = [];
  /** Where the waiting readings belong: another story may be on the bench by the time they are kept. */
  let home: Pick<Session, 'history' | 'branch'> = session();
  const keep = (): void => {
    if (fresh.length > 0) home.history.append(home.branch, fresh);
    fresh = [];
  };
  const onReading = (at: number, value: number, mark: ReadingMark): void => {
    const sensor = index.sensors[at];
    if (sensor === undefined) return;
    const time = timeOf(session().world, mark.at);
    board.write(at, { value, at: time, quality: mark.quality });
    if (fresh.length === 0) {
      home = { history: session().history, branch: session().branch };
      setImmediate(keep);
    }
    fresh.push({ sensor, at: time, value });
    alarms.judge(sensor, value);
  };
  const ingest = createIngest({ broker, log, now, onReading });
  return {
    keep,
    indexOf: (sensor: EntityId): number => index.byId.get(sensor) ?? -1,
    rejected: () => ingest.counts().rejected,
    arrange: (world: World): SensorIndex => {
      index = indexSensors(world);
      board.arrange(index.sensors);
      ingest.replaceIndex({ topics: index.byTopic, units: unitsOf(world, index) });
      return index;
    },
    close: () => {
      ingest.close();
      keep();
    },
  };
}

/** A sender with another idea of time than the lab is taken at its word for the value only. */
function timeOf(world: World, said: number | null): number {
  const now = world.now();
  return said !== null && Math.abs(said - now) < dayMillis ? Math.min(said, now) : now;
}

const unitsOf = (world: World, index: SensorIndex): string[] =>
  index.sensors.map((id) => {
    const sensor = world.inventory.get(id);
    return sensor?.kind === 'sensor' ? metricTable[sensor.spec.metric].unit : '';
  });

function cardsOf(world: World, index: SensorIndex): SensorCard[] {
  return index.sensors.flatMap((id, at) => {
    const sensor = world.inventory.get(id);
    if (sensor?.kind !== 'sensor') return [];
    const parent = sensor.parent === null ? undefined : world.inventory.get(sensor.parent);
    const rules = alarmRules.filter((rule) => ruleWatches(rule, sensor));
    const limits: SensorLimits = Object.fromEntries(rules.map((rule) => [rule.level, rule.limit]));
    const model = parent !== undefined && 'model' in parent.spec ? { model: parent.spec.model } : {};
    return [{ topic: index.topics[at] ?? '', metric: sensor.spec.metric, limits, ...model }];
  });
}

function publishEvent(world: World, publisher: Publisher, event: WorldEvent): void {
  if (event.type === 'clock.changed') {
    publisher.clock({ at: world.now(), running: event.running, speed: event.speed });
    return;
  }
  const id = alarmIn(event);
  const alarm = id === null ? undefined : world.alarms.get(id);
  if (alarm === undefined) return;
  const site = above(world.inventory, alarm.source, 'site');
  publisher.alarm(site?.name ?? 'lab', alarm);
}

function alarmIn(event: WorldEvent): AlarmId | null {
  if (event.type === 'alarm.raised') return event.alarm.id;
  return event.type === 'alarm.acknowledged' || event.type === 'alarm.resolved' ? event.id : null;
}
