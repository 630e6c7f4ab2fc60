import { expect, test } from 'vitest';
import { silentLog, type Log } from '../host/log.ts';
import type { Broker } from './broker.ts';
import { createIngest, type Ingest } from './ingest.ts';

type Reading = readonly [index: number, value: number, at: number | null, quality: string];

function bench(log: Log = silentLog) {
  const clock = { at: 1000 };
  const readings: Reading[] = [];
  const wire: { send: (topic: string, payload: string) => void } = { send: () => {} };
  const broker: Pick<Broker, 'subscribe'> = {
    subscribe: (_filter, listener) => {
      wire.send = (topic, payload) => listener(topic, Buffer.from(payload), { retain: false, client: null });
      return () => {
        wire.send = () => {};
      };
    },
  };
  const ingest: Ingest = createIngest({
    broker: broker as Broker,
    log,
    now: () => clock.at,
    onReading: (index, value, { at, quality }) => readings.push([index, value, at, quality]),
  });
  ingest.replaceIndex({
    topics: new Map([['dc/s/r/rack-A01/temperature', 4]]),
    units: ['', '', '', '', 'Cel'],
  });
  return { ingest, readings, clock, send: (topic: string, payload: string) => wire.send(topic, payload) };
}

const topic = 'dc/s/r/rack-A01/temperature';

test('FR-140-033 a reading lands at its sensor, whoever sent it', () => {
  const { readings, send } = bench();
  send(topic, '{"v":22.4,"u":"Cel","t":1767600000000,"q":"sim","s":7}');
  send(topic, '23');
  expect(readings).toEqual([
    [4, 22.4, 1_767_600_000_000, 'sim'],
    [4, 23, null, 'good'],
  ]);
});

test('FR-140-034 what is no reading is counted and kept, newest first, at most a hundred', () => {
  const { ingest, readings, send } = bench();
  for (let n = 0; n < 130; n += 1) send(topic, `warm ${n}`);
  expect(readings).toEqual([]);
  expect(ingest.counts()).toEqual({ readings: 0, rejected: 130, unmapped: 0 });
  expect(ingest.rejected().map(({ payload }) => payload)).toEqual(
    Array.from({ length: 100 }, (_, n) => `warm ${129 - n}`),
  );
  expect(ingest.rejected()[0]).toEqual({
    topic,
    reason: 'neither JSON nor a number',
    payload: 'warm 129',
    at: 1000,
  });
});

test('FR-140-034 a topic that goes on sending rubbish is logged once a minute', () => {
  const lines: unknown[] = [];
  const log: Log = { ...silentLog, warn: (_, fields) => lines.push(fields?.['topic']), child: () => log };
  const { clock, send } = bench(log);
  for (let n = 0; n < 50; n += 1) send(topic, 'x');
  send('dc/s/r/rack-A02/temperature', 'x');
  clock.at += 60_000;
  send(topic, 'x');
  expect(lines).toEqual([topic, 'dc/s/r/rack-A02/temperature', topic]);
});

test('FR-140-035 a reading in another unit is refused, not taken for the right one', () => {
  const { ingest, readings, send } = bench();
  send(topic, '{"v":72.3,"u":"[degF]"}');
  expect(readings).toEqual([]);
  expect(ingest.rejected()[0]?.reason).toBe('the unit is [degF], this sensor measures in Cel');
});

test('FR-140-036 readings of no known sensor are kept in a bounded list until the inventory has them', () => {
  const { ingest, readings, send } = bench();
  for (let n = 0; n < 250; n += 1) send(`dc/s/r/rack-X${n}/power`, '{"v":3.1,"u":"kW"}');
  send('dc/s/r/rack-X100/power', '{"v":3.2,"u":"kW"}');
  expect(ingest.unmapped()).toHaveLength(200);
  const [newest] = ingest.unmapped();
  expect(newest).toEqual({
    topic: 'dc/s/r/rack-X100/power',
    value: 3.2,
    unit: 'kW',
    messages: 2,
    lastAt: 1000,
  });
  ingest.replaceIndex({ topics: new Map([['dc/s/r/rack-X100/power', 0]]), units: ['kW'] });
  expect(ingest.unmapped()).toHaveLength(199);
  send('dc/s/r/rack-X100/power', '3.3');
  expect(readings).toEqual([[0, 3.3, null, 'good']]);
});

test('FR-140-037 alarms, meta, clock, state and wiped values pass without a word', () => {
  const { ingest, send } = bench();
  for (const other of ['dc/s/alarms/alarm-1', `${topic}/$meta`, 'dc/$clock', 'dc/$state'])
    send(other, 'text');
  send(topic, '');
  expect(ingest.counts()).toEqual({ readings: 0, rejected: 0, unmapped: 0 });
});

test('FR-140-037 a closed ingest hears nothing more', () => {
  const { ingest, readings, send } = bench();
  ingest.close();
  send(topic, '20');
  expect(readings).toEqual([]);
});
