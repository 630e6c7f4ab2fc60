import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { facedLab, occupy } from '../faced-lab.fixture.ts';
import { ask, battery, furnish, logIn, openBench, ups, type NutBench } from './nut-bench.fixture.ts';
import { createNutFace } from './nut-face.ts';

let bench: NutBench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

test.each([
  ['GET VAR ups-09 ups.load', 'UNKNOWN-UPS'],
  ['LIST VAR ups-09', 'UNKNOWN-UPS'],
  ['LIST CMD ups-09', 'UNKNOWN-UPS'],
  ['LIST CLIENT ups-09', 'UNKNOWN-UPS'],
  ['LIST ENUM ups-09 ups.load', 'UNKNOWN-UPS'],
  ['GET UPSDESC ups-09', 'UNKNOWN-UPS'],
  ['GET DESC ups-09 ups.load', 'UNKNOWN-UPS'],
  ['GET VAR ups-09 server.version', 'UNKNOWN-UPS'],
  ['GET VAR ups-01 ups.colour', 'VAR-NOT-SUPPORTED'],
  ['GET TYPE ups-01 ups.alarm', 'VAR-NOT-SUPPORTED'],
  ['LIST RANGE ups-01 ups.colour', 'VAR-NOT-SUPPORTED'],
  ['GET', 'INVALID-ARGUMENT'],
  ['GET VAR', 'INVALID-ARGUMENT'],
  ['GET VAR ups-01', 'INVALID-ARGUMENT'],
  ['GET COLOUR ups-01 ups.load', 'INVALID-ARGUMENT'],
  ['GET VAR ups-01 ups.load now', 'INVALID-ARGUMENT'],
  ['GET TRACKING one two', 'INVALID-ARGUMENT'],
  ['LIST', 'INVALID-ARGUMENT'],
  ['LIST VAR', 'INVALID-ARGUMENT'],
  ['LIST COLOURS ups-01', 'INVALID-ARGUMENT'],
  ['LIST VAR ups-01 ups.load', 'INVALID-ARGUMENT'],
  ['SET', 'INVALID-ARGUMENT'],
  ['SET VAR ups-01 ups.load', 'INVALID-ARGUMENT'],
  ['INSTCMD ups-01', 'INVALID-ARGUMENT'],
  ['INSTCMD ups-01 load.off 30', 'INVALID-ARGUMENT'],
  ['LOGIN', 'INVALID-ARGUMENT'],
  ['FSD', 'INVALID-ARGUMENT'],
  ['USERNAME', 'INVALID-ARGUMENT'],
  ['PASSWORD', 'INVALID-ARGUMENT'],
  ['GET VAR "ups-01', 'INVALID-ARGUMENT'],
  ['STARTTLS', 'FEATURE-NOT-CONFIGURED'],
  ['DANCE', 'UNKNOWN-COMMAND'],
  ['constructor', 'UNKNOWN-COMMAND'],
])('FR-130-127 to %s it says %s', async (question, word) => {
  expect(await ask(await bench.dialIn(), question)).toBe(`ERR ${word}`);
});

test.each([
  ['INSTCMD ups-09 load.off', 'UNKNOWN-UPS'],
  ['INSTCMD ups-01 dance', 'CMD-NOT-SUPPORTED'],
  ['INSTCMD ups-01 toString', 'CMD-NOT-SUPPORTED'],
  ['SET VAR ups-09 input.eco.switchable ECO', 'UNKNOWN-UPS'],
  ['SET VAR ups-01 ups.colour red', 'VAR-NOT-SUPPORTED'],
  ['SET VAR ups-01 ups.load 3', 'READONLY'],
  ['SET VAR ups-01 input.eco.switchable ESS', 'INVALID-VALUE'],
  ['USERNAME again', 'ALREADY-SET-USERNAME'],
  ['PASSWORD again', 'ALREADY-SET-PASSWORD'],
])('FR-130-127 to the one user, for %s, it says %s', async (question, word) => {
  const line = await bench.dialIn();
  await logIn(line);
  expect(await ask(line, question)).toBe(`ERR ${word}`);
  expect(bench.orders).toEqual([]);
});

test('FR-130-127 a UPS whose instruments are silent is stale, not healthy', async () => {
  bench.says(ups, 'state', null);
  const line = await bench.dialIn();
  expect(await ask(line, 'GET VAR ups-01 ups.load')).toBe('ERR DATA-STALE');
  expect(await ask(line, 'LIST VAR ups-01')).toBe('ERR DATA-STALE');
  expect(await ask(line, 'LIST ENUM ups-01 ups.load')).toBe('ERR DATA-STALE');
  await logIn(line);
  expect(await ask(line, 'INSTCMD ups-01 load.off')).toBe('ERR DATA-STALE');
});

test('it says who it is, and that it is simulated', async () => {
  const line = await bench.dialIn();
  expect(await ask(line, 'VER')).toMatch(/^Coldaisle \d+\.\d+\.\d+ NUT server, simulated$/);
  expect(await ask(line, 'NETVER')).toBe('1.3');
  expect(await ask(line, 'PROTVER')).toBe('1.3');
  expect(await ask(line, 'HELP')).toMatch(/^Commands: .*INSTCMD/);
});

test('FR-130-128 lines in one piece or in many are answered in order; what follows a goodbye is not', async () => {
  const line = await bench.dialIn();
  line.send('NETVER\r\n\nDANCE\nGET VAR ups-01 ups.load\nLOGOUT\nNETVER\n');
  expect([await line.line(), await line.line(), await line.line(), await line.line()]).toEqual([
    '1.3',
    'ERR UNKNOWN-COMMAND',
    'VAR ups-01 ups.load "43.3"',
    'OK Goodbye',
  ]);
  await line.ended;
  await expect(line.line()).rejects.toThrow('the connection ended with ');
  const slow = await bench.dialIn();
  slow.socket.setNoDelay(true);
  for (const character of 'NETVER\n') {
    slow.send(character);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await slow.line()).toBe('1.3');
});

test('FR-130-128 a line without end closes the connection', async () => {
  const line = await bench.dialIn();
  line.send('x'.repeat(5000));
  await line.ended;
  expect(bench.warnings).toHaveLength(1);
});

test('FR-130-128 a page in a browser cannot give orders', async () => {
  const line = await bench.dialIn();
  const orders = 'USERNAME admin\nPASSWORD private\nINSTCMD ups-01 load.off\n';
  line.send(`POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${orders.length}\r\n\r\n${orders}`);
  await line.ended;
  expect(bench.orders).toEqual([]);
});

test('FR-130-128 whatever is said, the server goes on answering the others', async () => {
  const good = await bench.dialIn();
  const word = fc.oneof(
    fc.constantFrom(
      'GET',
      'LIST',
      'SET',
      'VAR',
      'UPS',
      'ups-01',
      'ups.load',
      'TRACKING',
      '"',
      '\\',
      '__proto__',
    ),
    fc.string(),
  );
  const noise = fc.oneof(
    fc.array(word).map((words) => Buffer.from(`${words.join(' ')}\n`)),
    fc.uint8Array({ maxLength: 1500 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(noise, { maxLength: 5 }), async (pieces) => {
      const bad = await bench.dialIn();
      for (const piece of pieces) bad.send(piece);
      expect(await ask(good, 'GET VAR ups-01 ups.load')).toBe('VAR ups-01 ups.load "43.3"');
      bad.socket.destroy();
    }),
    { numRuns: 150 },
  );
  expect(bench.orders).toEqual([]);
});

test('a defect of ours is said to the client and does not end the connection', async () => {
  bench.answer(new Error('a defect'));
  const line = await bench.dialIn();
  await logIn(line);
  expect(await ask(line, 'INSTCMD ups-01 load.off')).toBe('ERR DRIVER-NOT-CONNECTED');
  expect(await ask(line, 'NETVER')).toBe('1.3');
});

test('FR-130-129 every UPS shows the command to copy; nothing else has one', () => {
  const address = `ups-01@127.0.0.1:${bench.port}`;
  expect(bench.face.addressesOf(ups)).toEqual([{ protocol: 'nut', address, command: `upsc ${address}` }]);
  expect(bench.face.addressesOf(battery)).toEqual([]);
  expect(bench.face.addressesOf('ups-9' as EntityId)).toEqual([]);
  expect(bench.face.state()).toMatchObject({ name: 'nut', state: 'up', address: `127.0.0.1:${bench.port}` });
});

test('FR-130-129 settings are obeyed at once, and a taken port is named until it is free', async () => {
  const lab = facedLab();
  furnish(lab);
  const face = createNutFace(lab.deps);
  await face.settled();
  expect(face.state()).toMatchObject({ state: 'off', address: '' });
  expect(face.addressesOf(ups)).toEqual([]);
  const taken = await occupy();
  lab.tell({ nut: { state: 'on', port: taken.port } });
  await face.settled();
  expect(face.state()).toMatchObject({
    state: 'down',
    detail: expect.stringContaining(`127.0.0.1:${taken.port} is taken by another program. Stop that program`),
  });
  await taken.leave();
  lab.tell({ nut: { state: 'on' } });
  await face.settled();
  expect(face.state().state).toBe('up');
  await face.close();
  // Closed, the port is free again.
  await (await occupy(taken.port)).leave();
});
