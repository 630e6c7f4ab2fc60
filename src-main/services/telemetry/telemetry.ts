import type { Reading } from '../../../db/history.ts';
import type { Effect } from '../../../sim/index.ts';
import { alarmRules, createBotCaller, ruleWatches } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { Board } from '../../host/board.ts';
import type { Log } from '../../host/log.ts';
import type { Session } from '../../host/session.ts';
import type { Broker } from '../../mqtt/broker.ts';
import { createIngest } from '../../mqtt/ingest.ts';
import type { ReadingMark } from '../../mqtt/ingest.ts';
import { createPublisher } from '../../mqtt/publisher.ts';
import type { SensorCard, SensorLimits } from '../../mqtt/publisher.ts';
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
  readonly topicOf: (sensor: string) => string | undefined;
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
  let index: SensorIndex = indexSensors(session().world);
  let fresh: Reading[] = [];
  let timer: NodeJS.Timeout | null = null;
  /** Before its first second a lab has no loads yet; its sensors come up after it. */
  let silent = false;

  const keep = (): void => {
    if (fresh.length === 0) return;
    session().history.append(session().branch, fresh);
    fresh = [];
  };
  const take = (at: number, value: number, mark: ReadingMark): void => {
    const sensor = index.sensors[at];
    if (sensor === undefined) return;
    const time = timeOf(session().world, mark.at);
    board.write(at, { value, at: time, quality: mark.quality });
    if (fresh.length === 0) setImmediate(keep);
    fresh.push({ sensor, at: time, value });
    deps.alarms.judge(sensor, value);
  };
  const ingest = createIngest({ broker, log: deps.log, now: deps.now, onReading: take });

  const arrange = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    index = indexSensors(session().world);
    board.arrange(index.sensors);
    publisher.replaceSensors(cardsOf(session().world, index));
    ingest.replaceIndex({ topics: index.byTopic, units: unitsOf(session().world, index) });
    deps.alarms.arrange();
  };
  const say = async (effects: readonly Effect[]): Promise<void> => {
    if (effects.length === 0) return;
    if (timer !== null) arrange();
    for (const effect of effects) {
      for (const { sensor, value } of effect.items) publisher.reading(index.byId.get(sensor) ?? -1, value, effect.at);
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
      if (!silent) return say(bots.due(session().world, stretch()));
      silent = false;
      return say(bots.rollCall(session().world));
    },
    restart: async () => {
      keep();
      board.wipe();
      arrange();
      silent = session().world.clock.tick === 0;
      if (!silent) await say(bots.rollCall(session().world));
    },
    heard: (events) => {
      const { world } = session();
      for (const { event } of events) {
        if (event.type.startsWith('entity.')) timer ??= setTimeout(arrange, arrangeMillis);
        if (event.type.startsWith('alarm.')) publishAlarm(world, publisher, event);
        if (event.type === 'clock.changed') publisher.clock({ at: world.now(), running: event.running, speed: event.speed });
      }
    },
    topicOf: (sensor) => index.topics[index.byId.get(sensor as never) ?? -1],
    stretch,
    rejected: () => ingest.counts().rejected,
    close: () => {
      if (timer !== null) clearTimeout(timer);
      ingest.close();
      publisher.hostState('offline');
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

function publishAlarm(world: World, publisher: ReturnType<typeof createPublisher>, event: LoggedEvent['event']): void {
  const id = event.type === 'alarm.raised' ? event.alarm.id : 'id' in event ? event.id : null;
  const alarm = world.alarms.get(id as never);
  if (alarm === undefined) return;
  const site = above(world.inventory, alarm.source, 'site');
  publisher.alarm(site?.name ?? 'lab', alarm);
}
