import type { Alarm } from '../../sim/contract/alarms.ts';
import type { Metric } from '../../sim/contract/entities.ts';
import { metricTable } from '../../sim/contract/metrics.table.ts';
import {
  alarmTopic,
  clockTopic,
  deviceStateTopic,
  hostStateTopic,
  metaTopic,
} from '../../sim/contract/topics.ts';
import type { Broker } from './broker.ts';
import { nextPayload, readingLine } from './reading-line.ts';
import type { ReadingLine } from './reading-line.ts';

/** What the publisher must know of a sensor; the host builds these from the inventory. */
export type SensorCard = {
  readonly topic: string;
  readonly metric: Metric;
  /** What its values are called, where they are words: `wordsOf` in state-words.table.ts. */
  readonly words?: readonly string[] | null;
  /** Of the thing it sits on, where that has one. */
  readonly model?: string;
  readonly limits?: SensorLimits;
};
export type SensorLimits = Readonly<Partial<Record<'warning' | 'critical', number>>>;

export type PublishedClock = { readonly at: number; readonly running: boolean; readonly speed: number };

/** Whether a thing's sensors still speak. */
export type DeviceState = 'online' | 'stale' | 'lost';

export type Publisher = {
  /** The sensors by index, and their `$meta`. Of sensors that are gone, the retained messages are wiped. */
  readonly replaceSensors: (cards: readonly SensorCard[]) => void;
  /** A bot's reading, retained, QoS 0. `at` is lab time. */
  readonly reading: (index: number, value: number, at: number) => void;
  /** The topics of all things that have sensors. Of those that are gone, the state is wiped. */
  readonly replaceDevices: (devices: readonly string[]) => void;
  /** Retained with QoS 1, and only when it changed. */
  readonly deviceState: (device: string, state: DeviceState) => void;
  /** QoS 1; a standing alarm is retained, so that a late subscriber learns of it. */
  readonly alarm: (site: string, alarm: Alarm) => void;
  readonly clock: (clock: PublishedClock) => void;
  readonly hostState: (state: 'online' | 'offline') => void;
  /** A broker that came back may have forgotten: what changes seldom is said again, some at a time. */
  readonly repeat: () => void;
};

type Retain = (topic: string, payload: string, qos: 0 | 1) => void;

export function createPublisher(broker: Broker): Publisher {
  const retain: Retain = (topic, payload, qos) => broker.publish({ topic, payload, qos, retain: true });
  const metas = new Map<string, string>();
  const states = new Map<string, DeviceState>();
  return {
    ...sensorPart(retain, metas),
    ...devicePart(retain, states),
    repeat: createRepeat(function* () {
      for (const [topic, meta] of metas) yield () => retain(metaTopic(topic), meta, 1);
      for (const [device, state] of states) yield () => retain(deviceStateTopic(device), state, 1);
    }),
    alarm: (site, alarm) => {
      const topic = alarmTopic(site, alarm);
      retain(topic, JSON.stringify(alarm), 1);
      if (alarm.state === 'RESOLVED') retain(topic, '', 1);
    },
    clock: ({ at, running, speed }) => retain(clockTopic, JSON.stringify({ t: at, running, speed }), 0),
    hostState: (state) => retain(hostStateTopic, state, 1),
  };
}

const perTurn = 500;

/** Another call starts from the beginning. */
function createRepeat(all: () => Generator<() => void>): () => void {
  let rest = all();
  let next: NodeJS.Immediate | null = null;
  const work = (): void => {
    next = null;
    for (let n = 0; n < perTurn; n += 1) {
      const { value, done } = rest.next();
      if (done === true) return;
      value();
    }
    next = setImmediate(work);
  };
  return () => {
    rest = all();
    next ??= setImmediate(work);
  };
}

function sensorPart(
  retain: Retain,
  metas: Map<string, string>,
): Pick<Publisher, 'replaceSensors' | 'reading'> {
  let lines: readonly ReadingLine[] = [];
  const stamp = { at: 0, quality: 'sim' as const };
  return {
    replaceSensors: (cards) => {
      const before = new Map(lines.map((line) => [line.topic, line.sequence]));
      lines = cards.map(({ topic, metric, words }) =>
        readingLine({ topic, metric, words: words ?? null }, before.get(topic) ?? 0),
      );
      const kept = new Set(cards.map(({ topic }) => topic));
      for (const topic of metas.keys()) {
        if (kept.has(topic)) continue;
        metas.delete(topic);
        retain(topic, '', 0);
        retain(metaTopic(topic), '', 0);
      }
      for (const card of cards) {
        const meta = metaOf(card);
        if (metas.get(card.topic) === meta) continue;
        metas.set(card.topic, meta);
        retain(metaTopic(card.topic), meta, 0);
      }
    },
    reading: (index, value, at) => {
      const line = lines[index];
      if (line === undefined || !Number.isFinite(value)) return;
      stamp.at = at;
      retain(line.topic, nextPayload(line, value, stamp), 0);
    },
  };
}

function devicePart(
  retain: Retain,
  told: Map<string, DeviceState>,
): Pick<Publisher, 'replaceDevices' | 'deviceState'> {
  return {
    replaceDevices: (devices) => {
      const kept = new Set(devices);
      for (const device of told.keys()) {
        if (kept.has(device)) continue;
        told.delete(device);
        retain(deviceStateTopic(device), '', 1);
      }
    },
    deviceState: (device, state) => {
      if (told.get(device) === state) return;
      told.set(device, state);
      retain(deviceStateTopic(device), state, 1);
    },
  };
}

function metaOf(card: SensorCard): string {
  const { label, unit, decimals } = metricTable[card.metric];
  const { metric, model, limits } = card;
  const words = card.words ?? undefined;
  return JSON.stringify({ metric, label, unit, decimals, words, model, limits });
}
