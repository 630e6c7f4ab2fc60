import * as fc from 'fast-check';
import { expect, onTestFinished, test, vi } from 'vitest';
import { settingsSchema, type Settings } from '../../../sim/contract/settings.ts';
import { silentLog } from '../../host/log.ts';
import { encodeWriteRequest } from './remote-write-message.ts';
import { createRemoteWriteQueue } from './remote-write-queue.ts';
import { decodeWriteRequest, openReceiver, uncompress, type Receiver } from './remote-write.fixture.ts';
import { createRemoteWrite, pauseUntil } from './remote-write.ts';
import type { SensorLabels } from './sensor-labels.ts';
import { compress } from './snappy.ts';

const labels = (sensor: string): SensorLabels => ({
  sensor,
  name: 'inlet',
  site: 'Wést "1"',
  room: 'room1',
  rack: 'A01',
  device: '',
  metric: 'supply-temperature',
  place: 'front-middle',
  unit: 'Cel',
});

test('FR-130-091 snappy brings every byte back, and repeats take little room', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 3000 }),
    fc
      .tuple(fc.uint8Array({ minLength: 1, maxLength: 90 }), fc.integer({ min: 1, max: 900 }))
      .map(([part, times]) =>
        Uint8Array.from({ length: part.length * times }, (_, at) => part[at % part.length] ?? 0),
      ),
    fc.array(fc.constantFrom(1, 2, 3), { maxLength: 5000 }).map((some) => Uint8Array.from(some)),
  );
  fc.assert(
    fc.property(bytes, (input) => {
      expect(Buffer.compare(uncompress(compress(input)), input)).toBe(0);
    }),
    { numRuns: 300 },
  );
  const far = new Uint8Array(200_000);
  far.set(Buffer.from('the same words far apart'), 100);
  far.set(Buffer.from('the same words far apart'), 199_000);
  expect(Buffer.compare(uncompress(compress(far)), far)).toBe(0);
  expect(compress(far).length).toBeLessThan(12_000);
});

test('FR-130-091 a write request names each series in order of its labels and leaves empty ones out', () => {
  const samples = [
    { at: 1_795_000_000_123, value: -21.5 },
    { at: 1_795_000_001_123, value: 0 },
  ];
  const message = Buffer.from(encodeWriteRequest([{ labels: labels('sensor-1'), samples }]));
  const [series] = decodeWriteRequest(message);
  expect(series?.samples).toEqual(samples);
  expect(Object.entries(series?.labels ?? {})).toEqual([
    ['__name__', 'coldaisle_supply_temperature'],
    ['place', 'front-middle'],
    ['rack', 'A01'],
    ['room', 'room1'],
    ['sensor', 'sensor-1'],
    ['site', 'Wést "1"'],
  ]);
});

test('FR-130-093 the queue is bounded, forgets the oldest, and gives each series rising moments', () => {
  const queue = createRemoteWriteQueue(100);
  const reading = (value: number) => ({ sensor: 'sensor-1', value });
  queue.add([reading(1), reading(2), reading(NaN), { sensor: 'sensor-2', value: 3 }], 5000);
  queue.add([reading(4)], 4000);
  expect(queue.first(9)).toEqual([
    { sensor: 'sensor-1', at: 5000, value: 1 },
    { sensor: 'sensor-1', at: 5001, value: 2 },
    { sensor: 'sensor-2', at: 5000, value: 3 },
    { sensor: 'sensor-1', at: 5002, value: 4 },
  ]);
  const inFlight = queue.first(2);
  queue.add(
    Array.from({ length: 107 }, (_, value) => reading(value)),
    6000,
  );
  expect([queue.waiting(), queue.overflowed()]).toEqual([100, 11]);
  // What was under way went with the oldest: none of those that stayed may go in its place.
  queue.taken(inFlight.length);
  expect(queue.waiting()).toBe(100);
  expect(queue.first(1)).toEqual([{ sensor: 'sensor-1', at: 6007, value: 7 }]);
});

type Stage = { readonly settings?: Partial<Settings['remoteWrite']>; readonly url?: string };

async function onStage({ settings: given, url }: Stage = {}) {
  const receiver = await openReceiver();
  let settings = settingsSchema.parse({
    remoteWrite: { state: 'on', url: url ?? receiver.url, everySeconds: 1, ...given },
  });
  let heard: (next: Settings) => void = () => {};
  const pauses: number[] = [];
  const warnings: unknown[] = [];
  const remote = createRemoteWrite({
    settings: {
      get: () => settings,
      listen: (listener) => {
        heard = listener;
        return () => {};
      },
    },
    wall: { now: () => 1_795_000_000_000 },
    log: { ...silentLog, warn: (message, fields) => warnings.push([message, fields]) },
    labels: (sensor) => (sensor === 'gone' ? null : labels(sensor)),
    pause: (millis, signal) => {
      pauses.push(millis);
      return pauseUntil(5, signal);
    },
  });
  onTestFinished(async () => {
    remote.close();
    await receiver.close();
  });
  return {
    receiver,
    remote,
    pauses,
    warnings,
    change: (remoteWrite: Partial<Settings['remoteWrite']>) => {
      settings = { ...settings, remoteWrite: { ...settings.remoteWrite, ...remoteWrite } };
      heard(settings);
    },
  };
}

const some = (count: number, sensor = 'sensor-1') =>
  Array.from({ length: count }, (_, value) => ({ sensor, at: value, value }));
const valuesIn = ({ requests }: Receiver): number[] =>
  requests.flatMap(({ series }) => series.flatMap(({ samples }) => samples.map(({ value }) => value)));

test('FR-130-092 readings arrive in order, in requests that are not too large', async () => {
  const { receiver, remote } = await onStage();
  remote.append([...some(4500), { sensor: 'gone', at: 0, value: 1 }]);
  await vi.waitFor(() => expect(valuesIn(receiver)).toHaveLength(4500));
  expect(valuesIn(receiver)).toEqual(some(4500).map(({ value }) => value));
  expect(receiver.requests).toHaveLength(3);
  expect(receiver.requests[0]?.headers).toMatchObject({
    'content-encoding': 'snappy',
    'content-type': 'application/x-protobuf',
    'x-prometheus-remote-write-version': '0.1.0',
  });
  await vi.waitFor(() => expect(remote.state()).toMatchObject({ state: 'up', detail: '4500 readings sent' }));
});

test('FR-130-092 a far side that fails is asked again, with longer and longer pauses, and loses nothing', async () => {
  const { receiver, remote, pauses } = await onStage({ settings: { everySeconds: 3600 } });
  receiver.answers.push(
    (response) => response.writeHead(503).end('busy'),
    (response) => response.destroy(),
    (response) => response.writeHead(429, { 'retry-after': '7' }).end(),
  );
  remote.append(some(3));
  await vi.waitFor(() => expect(receiver.requests).toHaveLength(4));
  expect(receiver.requests.at(-1)?.series[0]?.samples).toHaveLength(3);
  await vi.waitFor(() => expect(remote.state().state).toBe('up'));
  expect(pauses.filter((millis) => millis !== 3_600_000)).toEqual([1000, 2000, 7000]);
});

test('FR-130-092 what is refused is left out and said so once, and the next go on', async () => {
  const { receiver, remote, warnings } = await onStage();
  receiver.answers.push((response) => response.writeHead(400).end('out of order sample'));
  remote.append(some(2100));
  await vi.waitFor(() => expect(receiver.requests).toHaveLength(2));
  expect(warnings).toHaveLength(1);
  expect(JSON.stringify(warnings)).toContain('400: out of order sample');
  await vi.waitFor(() => expect(remote.state().detail).toBe('100 readings sent, 2000 lost'));
});

test('FR-130-092 a far side that is not there is told by its reason', async () => {
  const { remote } = await onStage({ url: 'http://127.0.0.1:1/api/v1/write' });
  remote.append(some(1));
  await vi.waitFor(() => expect(remote.state()).toMatchObject({ state: 'down' }));
  expect(remote.state().detail).toMatch(/ECONNREFUSED|bad port.*, 1 wait|1 wait/);
});

test('FR-130-092 it is switched on and off while the host runs', async () => {
  const { receiver, remote, change } = await onStage({ settings: { state: 'off' } });
  remote.append(some(3));
  expect(remote.state()).toMatchObject({ state: 'off', detail: '' });
  change({ state: 'on' });
  remote.append(some(2));
  await vi.waitFor(() => expect(valuesIn(receiver)).toEqual([0, 1]));
  change({ state: 'off' });
  remote.append(some(9));
  expect(remote.state().state).toBe('off');
  change({ state: 'on' });
  remote.append(some(1));
  await vi.waitFor(() => expect(valuesIn(receiver)).toEqual([0, 1, 0]));
});
