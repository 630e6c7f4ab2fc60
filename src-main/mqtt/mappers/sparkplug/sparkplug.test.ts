import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import mqtt from 'mqtt';
import { afterEach, expect, test, vi } from 'vitest';
import { silentLog } from '../../../host/log.ts';
import { openEmbeddedBroker } from '../../embedded-broker.ts';
import { smallSite } from '../small-site.fixture.ts';
import { createHostApplication, rebirthRequest } from './host-application.fixture.ts';
import { createSparkplug } from './sparkplug.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

/** Between the edge nodes and the broker, so that a test can pull the cable. */
async function openCable(port: number) {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => server.close(resolve)));
  return {
    url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    set: (next: 'cut' | 'whole'): void => {
      isCut = next === 'cut';
      if (isCut) for (const socket of sockets) socket.destroy();
    },
  };
}

async function bench() {
  const opened = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const broker = opened.value;
  closers.push(broker.close);
  const { address } = broker.state();
  const cable = await openCable(Number(new URL(address).port));
  const application = createHostApplication();
  const faults: unknown[] = [];
  const client = await mqtt.connectAsync(address, { reconnectPeriod: 0 });
  closers.push(() => client.endAsync(true));
  client.on('message', (topic, payload, { qos, retain }) => {
    try {
      application.hear(topic, payload);
      expect([retain, /\/(NDEATH|NCMD)\//.test(topic) ? 0 : qos]).toEqual([false, 0]);
    } catch (fault) {
      faults.push(fault);
    }
  });
  await client.subscribeAsync('spBv1.0/#', { qos: 1 });
  const site = smallSite();
  const mapper = createSparkplug({
    brokerUrl: () => cable.url,
    source: site.source,
    now: () => performance.now() + 1e12,
    log: silentLog,
  });
  closers.push(() => mapper.close('host-ends'));
  const arrange = (): void => mapper.arrange(site.plan());
  const said = (verb: string, device?: string): number =>
    application.log.filter((one) => one.verb === verb && (device === undefined || one.device === device))
      .length;
  return {
    broker,
    cable,
    application,
    site,
    mapper,
    arrange,
    said,
    rebirth: (node: string) => client.publishAsync(`spBv1.0/s/NCMD/${node}`, rebirthRequest(), { qos: 1 }),
    until: (holds: () => void) => vi.waitFor(holds, { timeout: 10_000, interval: 10 }),
    /** Everything that was heard kept the rules. */
    isClean: () => expect(faults).toEqual([]),
  };
}

const devicesOfRoom = ['cooling:c', 'power:u', 'power:u:b', 'rack-a01', 'rack-a01:p', 'room'];

test('FR-140-085 rooms are edge nodes; each is born with seq 0, then its devices with all metrics, then come data', async () => {
  const { application, site, mapper, arrange, said, until, isClean } = await bench();
  site.read('dc/s/r/rack-a01/temperature', 22.4, { at: 7000 });
  arrange();
  await until(() => expect(said('DBIRTH')).toBe(8));
  expect([...(application.node('s', 'r')?.devices.keys() ?? [])].toSorted()).toEqual(devicesOfRoom);
  expect([...(application.node('s', 'facility')?.devices.keys() ?? [])].toSorted()).toEqual([
    'power:grid',
    'site',
  ]);
  const birth = application.log.find(
    ({ verb, device }) => verb === 'DBIRTH' && device === 'rack-a01',
  )?.payload;
  expect(birth?.metrics).toHaveLength(2);
  expect(birth?.metrics).toContainEqual(
    expect.objectContaining({
      name: 'temperature',
      timestamp: 7000,
      value: 22.4,
      datatype: 10,
      properties: { engUnit: { type: 12, value: '°C' } },
    }),
  );
  // Never read, and so known to be there but not what it is.
  expect(birth?.metrics).toContainEqual(
    expect.objectContaining({ name: 'temperature/rear-top', value: null }),
  );
  mapper.reading(site.read('dc/s/r/rack-a01/temperature', 23.1));
  mapper.reading(site.read('dc/s/power/u/status', 3));
  mapper.reading(site.read('dc/s/cooling/c/leak', 1, { quality: 'bad' }));
  await until(() => expect(said('DDATA')).toBe(3));
  expect(application.value('s/r/rack-a01', 'temperature')).toBe(23.1);
  expect(application.value('s/r/power:u', 'status')).toBe('on-battery');
  expect(application.value('s/r/cooling:c', 'leak')).toBe(true);
  const wet = application.log.findLast(({ device }) => device === 'cooling:c')?.payload.metrics[0];
  expect(wet?.properties).toEqual({ Quality: { type: 3, value: 0 } });
  isClean();
});

test('FR-140-085 a value that stands is not said again; sequence numbers go from 255 to 0', async () => {
  const { application, site, mapper, arrange, said, until, isClean } = await bench();
  for (let n = 0; n < 300; n += 1) {
    site.put(['pdu', `n${n}`, 'rack-a01'], { model: 'm', feed: 'A', ratedPower: 7 });
    site.sense(`pdu-n${n}`, 'power');
  }
  arrange();
  await until(() => expect(said('DBIRTH')).toBe(308));
  expect(application.node('s', 'r')?.seq).toBe(306 - 256);
  mapper.reading(site.read('dc/s/r/rack-a01/p/power', 5));
  await until(() => expect(said('DDATA')).toBe(1));
  mapper.reading(site.read('dc/s/r/rack-a01/p/power', 5, { at: 9000 }));
  mapper.reading(site.read('dc/s/r/rack-a01/n7/power', 1));
  await until(() => expect(said('DDATA', 'rack-a01:n7')).toBe(1));
  expect(said('DDATA')).toBe(2);
  // The same value in doubt is news.
  mapper.reading(site.read('dc/s/r/rack-a01/p/power', 5, { at: 9500, quality: 'bad' }));
  await until(() => expect(said('DDATA', 'rack-a01:p')).toBe(2));
  isClean();
});

test('FR-140-086 a node that is cut off dies by its will, and is born again with the next number', async () => {
  const { application, arrange, cable, said, until, isClean } = await bench();
  arrange();
  await until(() => expect(said('DBIRTH')).toBe(8));
  expect(application.node('s', 'r')?.bdSeq).toBe(0);
  cable.set('cut');
  await until(() => expect(said('NDEATH')).toBeGreaterThanOrEqual(2));
  expect([application.node('s', 'r')?.alive, application.node('s', 'facility')?.alive]).toEqual([
    false,
    false,
  ]);
  cable.set('whole');
  await until(() => expect(said('DBIRTH')).toBe(16));
  expect(application.node('s', 'r')).toMatchObject({ alive: true });
  expect(application.node('s', 'r')?.bdSeq).toBeGreaterThan(0);
  isClean();
});

test('FR-140-086 switched off, or with its room gone, a node says its death itself', async () => {
  const { application, site, mapper, arrange, said, until, isClean } = await bench();
  arrange();
  await until(() => expect(said('DBIRTH')).toBe(8));
  for (const id of ['sensor-utility-grid-voltage-l1', 'sensor-site-s-pue-middle']) {
    const sensor = [...site.inventory.all()].find((one) => one.id === id);
    if (sensor !== undefined) site.inventory.remove(sensor.id);
  }
  arrange();
  await until(() => expect(application.node('s', 'facility')?.alive).toBe(false));
  expect(application.node('s', 'r')?.alive).toBe(true);
  await mapper.close('switched-off');
  await until(() => expect(application.node('s', 'r')?.alive).toBe(false));
  expect(said('NDEATH')).toBe(2);
  isClean();
});

test('FR-140-087 a lost device dies, says nothing, and is born again when it speaks', async () => {
  const { application, site, mapper, arrange, said, until, isClean } = await bench();
  arrange();
  await until(() => expect(said('DBIRTH')).toBe(8));
  const pdu = site.deviceAt('dc/s/r/rack-a01/p');
  mapper.deviceState(pdu, 'stale');
  mapper.deviceState(pdu, 'lost');
  mapper.deviceState(pdu, 'lost');
  await until(() => expect(said('DDEATH', 'rack-a01:p')).toBe(1));
  mapper.reading(site.read('dc/s/r/rack-a01/p/power', 4));
  mapper.reading(site.read('dc/s/power/u/status', 1));
  await until(() => expect(said('DDATA', 'power:u')).toBe(1));
  expect(said('DDATA', 'rack-a01:p')).toBe(0);
  mapper.deviceState(pdu, 'online');
  await until(() => expect(said('DBIRTH', 'rack-a01:p')).toBe(2));
  expect(application.value('s/r/rack-a01:p', 'power')).toBe(4);
  expect(said('DDEATH')).toBe(1);
  isClean();
});

test('FR-140-087 a device that was lost before is not born', async () => {
  const { application, site, mapper, arrange, said, until, isClean } = await bench();
  const ups = [...site.inventory.all()].find(({ kind }) => kind === 'ups');
  if (ups !== undefined) site.states.set(ups.id, 'lost');
  arrange();
  await until(() => expect(said('DBIRTH')).toBe(7));
  expect(application.node('s', 'r')?.devices.has('power:u')).toBe(false);
  mapper.deviceState(site.deviceAt('dc/s/power/u'), 'online');
  await until(() => expect(said('DBIRTH', 'power:u')).toBe(1));
  isClean();
});

test('FR-140-087 devices that come, go or change their metrics are born and die in the running session', async () => {
  const { application, site, mapper, arrange, said, until, isClean } = await bench();
  arrange();
  await until(() => expect(said('DBIRTH')).toBe(8));
  site.sense('pdu-p', 'current', { place: 'L1' });
  site.put(['pdu', 'q', 'rack-a01'], { model: 'm', feed: 'B', ratedPower: 7 });
  site.sense('pdu-q', 'power');
  const leak = [...site.inventory.all()].find(({ id }) => id === 'sensor-crac-c-leak-middle');
  if (leak !== undefined) site.inventory.remove(leak.id);
  arrange();
  await until(() => expect(said('DBIRTH', 'rack-a01:q')).toBe(1));
  expect([said('DBIRTH', 'rack-a01:p'), said('DDEATH', 'cooling:c'), said('NBIRTH')]).toEqual([2, 1, 2]);
  mapper.reading(site.read('dc/s/r/rack-a01/p/current/L1', 12));
  await until(() => expect(application.value('s/r/rack-a01:p', 'current/L1')).toBe(12));
  isClean();
});

test('FR-140-087 hosts that ask for a rebirth get it once for all, of the whole node', async () => {
  const { application, arrange, said, until, isClean, rebirth } = await bench();
  arrange();
  await until(() => expect(said('DBIRTH')).toBe(8));
  await Promise.all([rebirth('r'), rebirth('r'), rebirth('r')]);
  await until(() => expect(said('DBIRTH', 'rack-a01')).toBe(2));
  await until(() => expect(said('DBIRTH')).toBe(14));
  const births = application.log.filter(({ verb, node }) => verb === 'NBIRTH' && node === 'r');
  const numbers = births.map(({ payload }) => payload.metrics.find(({ name }) => name === 'bdSeq')?.value);
  expect(numbers).toEqual([0, 0]);
  isClean();
});
