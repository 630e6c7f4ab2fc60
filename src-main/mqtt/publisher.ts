import type { Alarm } from '../../sim/contract/alarms.ts';
import type { Metric } from '../../sim/contract/entities.ts';
import { metricTable } from '../../sim/contract/metrics.table.ts';
import { alarmTopic, clockTopic, hostStateTopic, metaTopic } from '../../sim/contract/topics.ts';
import type { Broker } from './broker.ts';

/** What the publisher must know of a sensor; the host builds these from the inventory. */
export type SensorCard = {
  readonly topic: string;
  readonly metric: Metric;
  /** Of the thing it sits on, where that has one. */
  readonly model?: string;
  readonly limits?: SensorLimits;
};
export type SensorLimits = Readonly<Partial<Record<'warning' | 'critical', number>>>;

export type PublishedClock = { readonly at: number; readonly running: boolean; readonly speed: number };

export type Publisher = {
  /** The sensors by index, and their `$meta`. Of sensors that are gone, the retained messages are wiped. */
  readonly replaceSensors: (cards: readonly SensorCard[]) => void;
  /** A bot's reading, retained, QoS 0. `at` is lab time. */
  readonly reading: (index: number, value: number, at: number) => void;
  /** QoS 1; a standing alarm is retained, so that a late subscriber learns of it. */
  readonly alarm: (site: string, alarm: Alarm) => void;
  readonly clock: (clock: PublishedClock) => void;
  readonly hostState: (state: 'online' | 'offline') => void;
};

type Line = { readonly topic: string; readonly head: string; readonly scale: number; sequence: number };

export function createPublisher(broker: Broker): Publisher {
  let lines: readonly Line[] = [];
  const metas = new Map<string, string>();
  const retain = (topic: string, payload: string, qos: 0 | 1): void =>
    broker.publish({ topic, payload, qos, retain: true });
  return {
    replaceSensors: (cards) => {
      const before = new Map(lines.map((line) => [line.topic, line.sequence]));
      lines = cards.map((card) => lineOf(card, before.get(card.topic) ?? 0));
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
      const rounded = Math.round(value * line.scale) / line.scale;
      retain(line.topic, `{"v":${rounded}${line.head}${at},"q":"sim","s":${line.sequence}}`, 0);
      line.sequence += 1;
    },
    alarm: (site, alarm) => {
      const topic = alarmTopic(site, alarm);
      retain(topic, JSON.stringify(alarm), 1);
      if (alarm.state === 'RESOLVED') retain(topic, '', 1);
    },
    clock: ({ at, running, speed }) => retain(clockTopic, JSON.stringify({ t: at, running, speed }), 0),
    hostState: (state) => retain(hostStateTopic, state, 1),
  };
}

/** The part of the payload that never changes is written once. */
function lineOf({ topic, metric }: SensorCard, sequence: number): Line {
  const { unit, decimals } = metricTable[metric];
  return { topic, head: `,"u":${JSON.stringify(unit)},"t":`, scale: 10 ** decimals, sequence };
}

function metaOf(card: SensorCard): string {
  const { label, unit, decimals } = metricTable[card.metric];
  const { metric, model, limits } = card;
  return JSON.stringify({ metric, label, unit, decimals, model, limits });
}
