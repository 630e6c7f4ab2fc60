import { isReadingTopic, topicRoot } from '../../sim/contract/topics.ts';
import type { Quality } from '../../sim/contract/telemetry.ts';
import type { Log } from '../host/log.ts';
import type { Broker } from './broker.ts';
import { createSeldom } from './rate.ts';
import { createReadingParser } from './reading-parser.ts';

/** Where each topic's sensor sits on the board. Built anew whenever the inventory changes. */
export type TopicIndex = {
  readonly topics: ReadonlyMap<string, number>;
  /** UCUM code by index; a reading that says another unit is refused, not converted. */
  readonly units: readonly string[];
};

export type RejectedMessage = {
  readonly topic: string;
  readonly reason: string;
  readonly payload: string;
  readonly at: number;
};

/** Someone publishes readings that no sensor of this lab stands for: hardware to be taken on. */
export type UnmappedTopic = {
  readonly topic: string;
  readonly value: number;
  readonly unit: string;
  readonly messages: number;
  readonly lastAt: number;
};

export type Ingest = {
  readonly replaceIndex: (index: TopicIndex) => void;
  readonly counts: () => { readonly readings: number; readonly rejected: number; readonly unmapped: number };
  /** Newest first. */
  readonly rejected: () => readonly RejectedMessage[];
  /** Most recently heard first. */
  readonly unmapped: () => readonly UnmappedTopic[];
  readonly close: () => void;
};

export type IngestOptions = {
  readonly broker: Broker;
  readonly log: Log;
  /** Wall milliseconds, for the lists people read. */
  readonly now: () => number;
  /** `at` is lab time as the sender gave it; null: now. */
  readonly onReading: (index: number, value: number, mark: ReadingMark) => void;
};
/** Reused from call to call: take what you need, keep no reference. */
export type ReadingMark = { readonly at: number | null; readonly quality: Quality };

const maxRejected = 100;
const maxUnmapped = 200;
const excerptLength = 80;
const logEveryMillis = 60_000;

export function createIngest(options: IngestOptions): Ingest {
  const { now, onReading } = options;
  const log = options.log.child('ingest');
  const { parse, reading } = createReadingParser();
  const rejected = createRejectedList(now, log);
  const unmapped = createUnmappedList(now);
  let index: TopicIndex = { topics: new Map(), units: [] };
  let readings = 0;

  const take = (topic: string, payload: Uint8Array): void => {
    const sensor = index.topics.get(topic);
    if (sensor === undefined && !isReadingTopic(topic)) return;
    // An empty retained message wipes the last value; it is not a reading.
    if (payload.length === 0) return;
    const fault = parse(payload);
    if (fault !== null) return rejected.add(topic, payload, fault);
    if (sensor === undefined) return unmapped.add(topic, reading);
    const unit = index.units[sensor] ?? '';
    if (reading.unit !== '' && reading.unit !== unit) {
      return rejected.add(topic, payload, `the unit is ${reading.unit}, this sensor measures in ${unit}`);
    }
    readings += 1;
    onReading(sensor, reading.value, reading);
  };

  return {
    replaceIndex: (next) => {
      index = next;
      unmapped.forget((topic) => next.topics.has(topic));
    },
    counts: () => ({ readings, rejected: rejected.count(), unmapped: unmapped.count() }),
    rejected: rejected.list,
    unmapped: unmapped.list,
    close: options.broker.subscribe(`${topicRoot}/#`, take),
  };
}

function createRejectedList(now: () => number, log: Log) {
  const isNews = createSeldom(logEveryMillis, now);
  const ring: RejectedMessage[] = [];
  let count = 0;
  return {
    add: (topic: string, payload: Uint8Array, reason: string): void => {
      const text = new TextDecoder().decode(payload.subarray(0, excerptLength));
      ring[count % maxRejected] = { topic, reason, payload: text, at: now() };
      count += 1;
      if (isNews(topic)) log.warn('a message is not a reading', { topic, reason, payload: text });
    },
    count: () => count,
    list: (): RejectedMessage[] => {
      const oldest = count % maxRejected;
      return [...ring.slice(oldest), ...ring.slice(0, oldest)].toReversed();
    },
  };
}

type Heard = { value: number; unit: string; messages: number; lastAt: number };

function createUnmappedList(now: () => number) {
  // In the order last heard, because a topic heard again is put at the end.
  const byTopic = new Map<string, Heard>();
  let count = 0;
  return {
    add: (topic: string, { value, unit }: { readonly value: number; readonly unit: string }): void => {
      count += 1;
      const heard = byTopic.get(topic) ?? { value, unit, messages: 0, lastAt: 0 };
      Object.assign(heard, { value, unit, messages: heard.messages + 1, lastAt: now() });
      byTopic.delete(topic);
      byTopic.set(topic, heard);
      if (byTopic.size > maxUnmapped) byTopic.delete(byTopic.keys().next().value ?? topic);
    },
    forget: (isMapped: (topic: string) => boolean): void => {
      for (const topic of byTopic.keys()) if (isMapped(topic)) byTopic.delete(topic);
    },
    count: () => count,
    list: (): UnmappedTopic[] => [...byTopic].map(([topic, heard]) => ({ topic, ...heard })).toReversed(),
  };
}
