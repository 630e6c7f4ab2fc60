import type { Reading } from '../../../db/history.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { World } from '../../../sim/index.ts';
import type { Board } from '../../host/board.ts';
import type { Log } from '../../host/log.ts';
import type { Session } from '../../host/session.ts';
import type { Broker } from '../../mqtt/broker.ts';
import { createIngest } from '../../mqtt/ingest.ts';
import type { ReadingMark } from '../../mqtt/ingest.ts';
import type { AlarmEngine } from '../alarms/alarm-engine.ts';
import type { Outlets } from './outlets.ts';
import { indexSensors } from './sensor-index.ts';
import type { SensorIndex } from './sensor-index.ts';

export type IntakeDeps = {
  readonly broker: Broker;
  readonly session: () => Session;
  readonly board: Board;
  readonly alarms: AlarmEngine;
  /** Readings went into the history. */
  readonly kept: (readings: readonly Reading[]) => void;
  readonly now: () => number;
  readonly log: Log;
};

const dayMillis = 86_400_000;
/** So many are handed to the history at once: what comes in one burst would be felt there as one pause. */
const portion = 500;

/** What comes in from the broker, whoever sent it: onto the board, into the history, before the alarm rules. */
export function createIntake(
  { broker, session, board, alarms, kept, now, log }: IntakeDeps,
  read: Outlets['read'],
) {
  let index: SensorIndex = indexSensors(session().world);
  let fresh: Reading[] = [];
  /** Where the waiting readings belong: another story may be on the bench by the time they are kept. */
  let home: Pick<Session, 'history' | 'branch'> = session();
  const keep = (): void => {
    if (fresh.length > 0) {
      home.history.append(home.branch, fresh);
      kept(fresh);
    }
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
    if (fresh.length >= portion) keep();
    read(at, mark.quality);
    alarms.judge(at, value, time);
  };
  const ingest = createIngest({ broker, log, now, onReading });
  return {
    keep,
    sensors: () => index.sensors,
    isSensorTopic: (topic: string) => index.byTopic.has(topic),
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
