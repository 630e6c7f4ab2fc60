import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { openBench } from '../../src-main/services/hardware/bench.fixture.ts';
import { freePort, missing, startMosquitto, startPeer } from './mosquitto.ts';

const reason = missing('mosquitto') ?? missing('mosquitto_pub');
if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** As a device's own firmware would: one message, with its exit code. */
async function speak(port: number, ...words: readonly string[]): Promise<void> {
  const peer = startPeer('mosquitto_pub', ['-h', '127.0.0.1', '-p', String(port), '-q', '1', ...words]);
  const code: unknown = (await once(peer.process, 'close'))[0];
  expect(code).toBe(0);
}

describe.runIf(reason === null)('mosquitto as the broker of real devices', () => {
  test('FR-130-151 foreign topics and payloads of mosquitto_pub become readings of our sensors', async () => {
    const port = await freePort();
    const mosquitto = await startMosquitto(port);
    closers.push(mosquitto.kill);
    await speak(port, '-r', '-t', 'zigbee/b/state', '-m', '{"contact":false}');
    const bench = await openBench();
    const [one, two] = bench.topics;
    bench.set([
      {
        kind: 'mqtt',
        id: 'hall',
        url: mosquitto.url,
        points: [
          { topic: one, from: 'shelly/+/status', template: '{{ {1}.tC | float }}' },
          { topic: two, from: 'zigbee/b/state', template: '{{ contact | map true=0 false=1 }}' },
        ],
      },
    ]);
    await bench.becomes('hall', ({ points }) => points[1]?.value, 1);
    await speak(port, '-t', 'shelly/p7/status', '-m', '{"p7":{"tC":"23,4"}}');
    await bench.becomes('hall', ({ points }) => points[0]?.value, 23.4);
    expect(bench.published).toEqual([
      `${two} {"v":1,"u":"Cel","q":"stale"}`,
      `${one} {"v":23.4,"u":"Cel","q":"good"}`,
    ]);
  });

  test('FR-130-152 what mosquitto_pub says while the host is down is read when it is back', async () => {
    const port = await freePort();
    const mosquitto = await startMosquitto(port);
    closers.push(mosquitto.kill);
    const first = await openBench({ machine: 'peer' });
    const sources = [
      { kind: 'mqtt', id: 'hall', url: mosquitto.url, points: [{ topic: first.topics[0], from: 'probe' }] },
    ];
    first.set(sources);
    await first.becomes('hall', ({ state }) => state, 'up');
    await first.hardware.close();
    for (const value of ['21', '22', '23']) await speak(port, '-t', 'probe', '-m', value);
    const second = await openBench({ machine: 'peer', sources });
    await second.becomes('hall', ({ readings }) => readings, 3);
    expect(second.published.map((line) => /"v":(\d+)/.exec(line)?.[1])).toEqual(['21', '22', '23']);
  });

  test('FR-130-152 mosquitto is killed and started again, and the source finds it by itself', async () => {
    const port = await freePort();
    const first = await startMosquitto(port);
    const bench = await openBench();
    bench.set([
      { kind: 'mqtt', id: 'hall', url: first.url, points: [{ topic: bench.topics[0], from: 'probe' }] },
    ]);
    await bench.becomes('hall', ({ state }) => state, 'up');
    await first.kill();
    await bench.becomes('hall', ({ state }) => state, 'failing');
    const second = await startMosquitto(port);
    closers.push(second.kill);
    await bench.becomes('hall', ({ state }) => state, 'up');
    await speak(port, '-t', 'probe', '-m', '24.5');
    await bench.becomes('hall', ({ points }) => points[0]?.value, 24.5);
    expect(bench.published).toEqual([`${bench.topics[0]} {"v":24.5,"u":"Cel","q":"good"}`]);
  });
});
