import type { LatestReading } from '../mapper.ts';
import type { EdgeMessage } from './edge-link.ts';
import { createPayloadEncoder } from './payload.ts';
import type { MetricValue, SparkplugMetric, SparkplugQuality } from './payload.ts';

/** A metric of a device, and the sensor that feeds it. */
export type EdgeMetric = {
  readonly name: string;
  readonly sensor: number;
  readonly type: 'Double' | 'Boolean' | 'String';
  /** The values of a String, by number. */
  readonly words: readonly string[];
  readonly unit: string;
};

export type MetricReading = {
  readonly metric: EdgeMetric;
  readonly alias: number;
  readonly reading: LatestReading | null;
};

export type SpeakerOptions = {
  readonly group: string;
  readonly node: string;
  /** Wall milliseconds: when a message is sent. Its metrics carry the lab time of their readings. */
  readonly now: () => number;
  readonly send: (message: EdgeMessage) => void;
};

/** Puts an edge node's life into messages, numbered 0 to 255 from its birth on. */
export type Speaker = {
  readonly death: (bdSeq: number) => EdgeMessage;
  readonly birth: (bdSeq: number) => void;
  readonly deviceBirth: (device: string, metrics: readonly MetricReading[]) => void;
  readonly deviceData: (device: string, metrics: readonly MetricReading[]) => void;
  readonly deviceDeath: (device: string) => void;
};

export const rebirthMetric = 'Node Control/Rebirth';

/** Below it is the node's own metric. */
export const firstAlias = 2;

const numbers = 256;

type Verb = 'NBIRTH' | 'NDEATH' | 'DBIRTH' | 'DDATA' | 'DDEATH' | 'NCMD';

export const edgeTopic = ({ group, node }: Pick<SpeakerOptions, 'group' | 'node'>, verb: Verb): string =>
  `spBv1.0/${group}/${verb}/${node}`;

export function createSpeaker(options: SpeakerOptions): Speaker {
  const { now, send } = options;
  const encode = createPayloadEncoder();
  let seq = 0;
  const topicOf = (verb: Verb): string => edgeTopic(options, verb);
  const numbered = (topic: string, metrics: readonly SparkplugMetric[]): void => {
    send({ topic, payload: encode({ timestamp: now(), metrics, seq }) });
    seq = (seq + 1) % numbers;
  };
  return {
    death: (bdSeq) => ({
      topic: topicOf('NDEATH'),
      payload: encode({ timestamp: now(), metrics: [numberOf(bdSeq, now())] }),
    }),
    birth: (bdSeq) => {
      seq = 0;
      const timestamp = now();
      numbered(topicOf('NBIRTH'), [
        numberOf(bdSeq, timestamp),
        { name: rebirthMetric, timestamp, type: 'Boolean', value: false },
        { name: 'Properties/Simulated', alias: firstAlias - 1, timestamp, type: 'Boolean', value: true },
      ]);
    },
    deviceBirth: (device, metrics) =>
      numbered(
        `${topicOf('DBIRTH')}/${device}`,
        inOrder(metrics, now()).map(({ said, metric: { name, unit } }) => ({
          ...said,
          name,
          ...(unit === '' ? {} : { unit }),
        })),
      ),
    deviceData: (device, metrics) =>
      numbered(
        `${topicOf('DDATA')}/${device}`,
        inOrder(metrics, now()).map(({ said }) => said),
      ),
    deviceDeath: (device) => numbered(`${topicOf('DDEATH')}/${device}`, []),
  };
}

type Said = { readonly said: SparkplugMetric; readonly metric: EdgeMetric };

/** Oldest first, as the specification asks of every payload. */
const inOrder = (metrics: readonly MetricReading[], now: number): Said[] =>
  metrics
    .map((one) => ({ said: metricOf(one, now), metric: one.metric }))
    .toSorted((a, b) => a.said.timestamp - b.said.timestamp);

/** Tells which connection a birth and a death belong to. */
const numberOf = (bdSeq: number, timestamp: number): SparkplugMetric => ({
  name: 'bdSeq',
  timestamp,
  type: 'Int64',
  value: bdSeq,
});

function metricOf({ metric, alias, reading }: MetricReading, now: number): SparkplugMetric {
  const quality = reading === null ? undefined : qualities[reading.quality];
  return {
    alias,
    timestamp: reading?.at ?? now,
    ...(quality === undefined ? {} : { quality }),
    ...valueOf(metric, reading),
  };
}

const qualities: Record<LatestReading['quality'], SparkplugQuality | undefined> = {
  sim: undefined,
  good: undefined,
  stale: 'stale',
  bad: 'bad',
};

function valueOf({ type, words }: EdgeMetric, reading: LatestReading | null): MetricValue {
  if (reading === null) return { type, value: null };
  switch (type) {
    case 'Double':
      return { type, value: reading.value };
    case 'Boolean':
      return { type, value: Math.round(reading.value) !== 0 };
    case 'String':
      return { type, value: words[Math.round(reading.value)] ?? 'unknown' };
    default:
      return type satisfies never;
  }
}
