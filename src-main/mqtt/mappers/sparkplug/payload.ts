/** Sparkplug B payloads, specification 3.0 chapter 6: field numbers and datatype codes are the standard's. */
import { createWireWriter, readWire } from './wire.ts';
import type { WireWriter } from './wire.ts';

export type MetricValue =
  | { readonly type: 'Int64'; readonly value: number | null }
  | { readonly type: 'Double'; readonly value: number | null }
  | { readonly type: 'Boolean'; readonly value: boolean | null }
  | { readonly type: 'String'; readonly value: string | null };

export type SparkplugMetric = MetricValue & {
  /** In births only; data says the alias. */
  readonly name?: string;
  readonly alias?: number;
  readonly timestamp: number;
  readonly unit?: string;
  readonly quality?: SparkplugQuality;
};

export type SparkplugPayload = {
  readonly timestamp: number;
  readonly metrics: readonly SparkplugMetric[];
  /** Left out in an NDEATH. */
  readonly seq?: number;
};

/** Said only where it is not good. */
export type SparkplugQuality = 'bad' | 'stale';

const qualityCodes = { bad: 0, stale: 500 } as const satisfies Record<SparkplugQuality, number>;
const datatypes = { Int32: 3, Int64: 4, Double: 10, Boolean: 11, String: 12 } as const;

const payloadField = { timestamp: 1, metrics: 2, seq: 3 } as const;
const metricField = {
  name: 1,
  alias: 2,
  timestamp: 3,
  datatype: 4,
  isNull: 7,
  properties: 9,
  long: 11,
  double: 13,
  boolean: 14,
  string: 15,
} as const;
const setField = { keys: 1, values: 2 } as const;
const propertyField = { type: 1, int: 3, string: 8 } as const;

export type PayloadEncoder = (payload: SparkplugPayload) => Buffer;

export function createPayloadEncoder(): PayloadEncoder {
  const out = createWireWriter();
  return ({ timestamp, metrics, seq }) => {
    out.varint(payloadField.timestamp, timestamp);
    for (const metric of metrics) out.message(payloadField.metrics, () => writeMetric(out, metric));
    if (seq !== undefined) out.varint(payloadField.seq, seq);
    return out.take();
  };
}

function writeMetric(out: WireWriter, metric: SparkplugMetric): void {
  if (metric.name !== undefined) out.text(metricField.name, metric.name);
  if (metric.alias !== undefined) out.varint(metricField.alias, metric.alias);
  out.varint(metricField.timestamp, metric.timestamp);
  // A birth tells the type once; data goes without.
  if (metric.name !== undefined) out.varint(metricField.datatype, datatypes[metric.type]);
  if (metric.value === null) out.varint(metricField.isNull, 1);
  if (metric.unit !== undefined || metric.quality !== undefined) {
    out.message(metricField.properties, () => writeProperties(out, metric));
  }
  writeValue(out, metric);
}

/** Two lists of one length: all keys, then all values. */
function writeProperties(out: WireWriter, { unit, quality }: SparkplugMetric): void {
  if (unit !== undefined) out.text(setField.keys, 'engUnit');
  if (quality !== undefined) out.text(setField.keys, 'Quality');
  if (unit !== undefined) {
    out.message(setField.values, () => {
      out.varint(propertyField.type, datatypes.String);
      out.text(propertyField.string, unit);
    });
  }
  if (quality !== undefined) {
    out.message(setField.values, () => {
      out.varint(propertyField.type, datatypes.Int32);
      out.varint(propertyField.int, qualityCodes[quality]);
    });
  }
}

function writeValue(out: WireWriter, metric: MetricValue): void {
  if (metric.value === null) return;
  switch (metric.type) {
    case 'Int64':
      return out.varint(metricField.long, metric.value);
    case 'Double':
      return out.double(metricField.double, metric.value);
    case 'Boolean':
      return out.varint(metricField.boolean, metric.value ? 1 : 0);
    case 'String':
      return out.text(metricField.string, metric.value);
    default:
      return metric satisfies never;
  }
}

/** The metrics of a command that are set to true, by name. Null: no Sparkplug payload. */
export function readTrueMetrics(bytes: Buffer): string[] | null {
  const fields = readWire(bytes);
  if (fields === null) return null;
  const names: string[] = [];
  for (const { field, type, value } of fields) {
    if (field !== payloadField.metrics || type !== 'bytes') continue;
    const metric = readWire(value);
    if (metric === null) return null;
    const name = metric.find((one) => one.field === metricField.name && one.type === 'bytes');
    const isTrue = metric.some((one) => one.field === metricField.boolean && one.value === 1n);
    if (isTrue && name?.type === 'bytes') names.push(name.value.toString());
  }
  return names;
}
