import { once } from 'node:events';
import { connect } from 'node:net';

// A crowd of devices in a process of its own: node mqtt-load.ts PORT CLIENTS MESSAGES-EACH
// Packets are made beforehand and written raw, so that the broker is measured and not a client library.

const [port = 0, clients = 0, messages = 0] = process.argv.slice(2).map(Number);

const withLength = (text: string): Buffer =>
  Buffer.concat([Buffer.from([0, text.length]), Buffer.from(text)]);

function connectPacket(id: string): Buffer {
  const body = Buffer.concat([withLength('MQTT'), Buffer.from([4, 2, 0, 60]), withLength(id)]);
  return Buffer.concat([Buffer.from([0x10, body.length]), body]);
}

function publishPacket(topic: string, n: number): Buffer {
  const body = Buffer.concat([
    withLength(topic),
    Buffer.from(`{"v":22.4,"u":"Cel","t":${1_767_600_000_000 + n},"q":"good","s":${n}}`),
  ]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

async function device(number: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.write(connectPacket(`load-${number}`));
  await once(socket, 'data');
  for (let n = 0; n < messages; n += 1) {
    const topic = `dc/s/r/rack-${number}-${n % 200}/temperature`;
    if (!socket.write(publishPacket(topic, n))) await once(socket, 'drain');
  }
  socket.end(Buffer.from([0xe0, 0]));
  await once(socket, 'close');
}

await Promise.all(Array.from({ length: clients }, (_, number) => device(number)));
