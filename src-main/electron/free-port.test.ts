import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { portOrAny } from './free-port.ts';

test('the last port is taken again where it is free, any other where it is not', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  expect(await portOrAny(port)).toBe(0);
  server.close();
  await once(server, 'close');
  expect(await portOrAny(port)).toBe(port);
  expect(await portOrAny(null)).toBe(0);
});
