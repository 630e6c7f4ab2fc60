import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Aedes } from 'aedes';
import mqtt from 'mqtt';
import { silentLog } from '../host/log.ts';
import { openEmbeddedBroker } from './embedded-broker.ts';

// One subscriber stops reading, a backlog grows, the subscriber goes. Started by backlog.test.ts in
// a process of its own, because one of the two brokers does not survive it.

type Subject = { readonly url: string; readonly publish: (topic: string, payload: string) => void };

const backlog = 20_000;
const payload = 'x'.repeat(1000);

async function openDefaultAedes(): Promise<Subject> {
  const aedes = await Aedes.createBroker();
  const server = createServer((socket) => void aedes.handle(socket));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish: (topic, text) =>
      aedes.publish({ cmd: 'publish', topic, payload: text, qos: 0, retain: false, dup: false }, () => {}),
  };
}

async function openOurs(): Promise<Subject> {
  const opened = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const broker = opened.value;
  return {
    url: broker.state().address,
    publish: (topic, text) => broker.publish({ topic, payload: text, qos: 0, retain: false }),
  };
}

const subject = process.argv[2] === 'default-aedes' ? await openDefaultAedes() : await openOurs();
const frozen = await mqtt.connectAsync(subject.url, { reconnectPeriod: 0 });
await frozen.subscribeAsync('dc/#');
frozen.on('error', () => {});
frozen.stream.pause();
for (let n = 0; n < backlog; n += 1) subject.publish(`dc/${n}`, payload);
// The next connection's answer shows that the broker has turned to its sockets meanwhile.
const witness = await mqtt.connectAsync(subject.url, { reconnectPeriod: 0 });
frozen.stream.destroy();
await witness.subscribeAsync('end');
const heard = new Promise((resolve) => witness.once('message', resolve));
subject.publish('end', 'still here');
await heard;
process.stdout.write('survived\n');
process.exit(0);
