import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Host } from '../../src-main/host/host.ts';
import { ask, doing, heard, isEvent, openTestHost } from '../../src-main/host/testing/test-host.ts';
import { freePort, missing, startMosquitto, startPeer } from './mosquitto.ts';

const reason = missing('mosquitto') ?? missing('mosquitto_pub') ?? missing('mosquitto_sub');
if (reason !== null) process.stdout.write(`skipped: ${reason}\n`);

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function open(brokerUrl: string | null): Promise<Host> {
  const host = await openTestHost({ brokerUrl });
  closers.push(() => host.close());
  await doing(host, { type: 'clock.pause' });
  return host;
}

const brokerOf = (host: Host): string[] => {
  const { hostname, port } = new URL(host.status().faces[0]?.address ?? '');
  return ['-h', hostname, '-p', port];
};

/** A01's inlet sensor, handed over to hardware. */
async function hardwareSensor(host: Host): Promise<EntityId> {
  const rack = await ask(host, 'entity', { id: 'A01' });
  const { items } = await ask(host, 'entities', { parent: rack.id, kinds: ['sensor'] });
  const sensor = items.find(
    (one) => one.kind === 'sensor' && one.spec.place === 'front-middle' && one.spec.metric === 'temperature',
  );
  if (sensor === undefined) throw new Error('A01 has an inlet sensor');
  await doing(host, { type: 'inventory.change', id: sensor.id, spec: { source: 'hardware' } });
  return sensor.id;
}

/** Not spawnSync: the broker lives in this very process. */
async function publish(host: Host, value: string): Promise<void> {
  const topic = 'dc/site1/room1/rack-A01/temperature';
  const child = spawn('mosquitto_pub', [...brokerOf(host), '-t', topic, '-m', value, '-q', '1']);
  expect(await once(child, 'close')).toEqual([0, null]);
}

/** The latest value of a sensor, once it is this one. */
function shows(host: Host, sensor: EntityId, value: number): Promise<void> {
  return new Promise((done) => {
    const look = (): void => {
      const at = host.board.indexOf(sensor);
      if (at === undefined || host.board.valueAt(at) !== value) return;
      dispose();
      done();
    };
    const dispose = host.board.onChange(look);
    look();
  });
}

describe.skipIf(reason !== null)('a whole host and real MQTT clients', () => {
  test('FR-140-065 a reading sent by mosquitto_pub stands on the board as hardware’s, and rings the alarm', async () => {
    const host = await open(null);
    const sensor = await hardwareSensor(host);
    await publish(host, '22.5');
    await shows(host, sensor, 22.5);
    expect((await ask(host, 'latest', { sensors: [sensor] })).items[0]).toMatchObject({
      value: 22.5,
      quality: 'good',
    });
    const raised = heard(host, isEvent('alarm.raised'));
    await publish(host, '{"v": 28.6, "u": "Cel"}');
    await shows(host, sensor, 28.6);
    // The rule waits a few seconds of lab time before it rings.
    await doing(host, { type: 'clock.step', ticks: 30 });
    await raised;
    const { items } = await ask(host, 'alarms', {});
    expect(items.find(({ rule }) => rule === 'inlet-warning')).toMatchObject({
      sensor,
      rule: 'inlet-warning',
      message: 'Inlet 28.6 °C over 28.0',
    });
  });

  test('FR-140-066 mosquitto_sub hears the bots of the lab', async () => {
    const host = await open(null);
    const peer = startPeer('mosquitto_sub', [...brokerOf(host), '-t', 'dc/site1/room1/rack-A01/#', '-v']);
    closers.push(peer.stop);
    await doing(host, { type: 'clock.step', ticks: 70 });
    let line = await peer.line();
    while (!line.startsWith('dc/site1/room1/rack-A01/temperature {')) line = await peer.line();
    expect(JSON.parse(line.slice(line.indexOf('{')))).toMatchObject({ u: 'Cel', q: 'sim' });
  });

  test('FR-140-067 with a broker outside, bots and hardware meet there and the host takes both', async () => {
    const mosquitto = await startMosquitto(await freePort());
    closers.push(mosquitto.kill);
    const host = await open(mosquitto.url);
    const sensor = await hardwareSensor(host);
    await new Promise<void>((done) => {
      const timer = setInterval(() => {
        if (host.status().faces[0]?.state !== 'up') return;
        clearInterval(timer);
        done();
      }, 10);
    });
    await publish(host, '23.7');
    await shows(host, sensor, 23.7);
    await doing(host, { type: 'clock.step', ticks: 70 });
    const room = await ask(host, 'entity', { id: 'room1' });
    const spoken = async (): Promise<number> =>
      (await ask(host, 'latest', { within: room.id })).items.filter(({ value }) => value !== null).length;
    await expect.poll(spoken, { timeout: 20_000 }).toBeGreaterThan(20);
  });
});
