import type { SensorLabels } from './sensor-labels.ts';

/**
 * Prometheus' WriteRequest in protobuf, as far as samples need it:
 * https://prometheus.io/docs/specs/prw/remote_write_spec/
 */
type Sample = { readonly at: number; readonly value: number };
export type TimeSeries = { readonly labels: SensorLabels; readonly samples: readonly Sample[] };

export function encodeWriteRequest(series: readonly TimeSeries[]): Uint8Array {
  return Buffer.concat(series.flatMap((one) => field(1, timeSeries(one))));
}

function timeSeries({ labels, samples }: TimeSeries): Uint8Array {
  return Buffer.concat([
    ...pairsOf(labels).flatMap(([name, value]) => field(1, label(name, value))),
    ...samples.flatMap((one) => field(2, sample(one))),
  ]);
}

/** In order of their names, as Prometheus demands; an empty label is one that is not there. */
function pairsOf(labels: SensorLabels): (readonly [name: string, value: string])[] {
  const { device, place, rack, room, sensor, site } = labels;
  const named = Object.entries({
    __name__: metricName(labels.metric),
    device,
    place,
    rack,
    room,
    sensor,
    site,
  });
  return named.filter(([, value]) => value !== '');
}

const metricName = (metric: string): string => `coldaisle_${metric.replaceAll(/[^a-zA-Z0-9_]/g, '_')}`;

const label = (name: string, value: string): Uint8Array =>
  Buffer.concat([...field(1, Buffer.from(name)), ...field(2, Buffer.from(value))]);

/** A double in eight bytes and milliseconds as a varint. */
function sample({ at, value }: Sample): Uint8Array {
  const head = Buffer.alloc(10);
  head.writeUInt8(0x09, 0);
  head.writeDoubleLE(value, 1);
  head.writeUInt8(0x10, 9);
  return Buffer.concat([head, varint(at)]);
}

/** Wire type 2: so many bytes. */
const field = (number: number, body: Uint8Array): Uint8Array[] => [
  Uint8Array.of(number * 8 + 2),
  varint(body.length),
  body,
];

/** Of whole numbers that are not negative. */
function varint(number: number): Uint8Array {
  const bytes: number[] = [];
  let rest = number;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
