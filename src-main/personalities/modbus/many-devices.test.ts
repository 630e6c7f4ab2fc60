import { afterEach, expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { dial, facedLab, occupy, type FacedLab } from '../faced-lab.fixture.ts';
import type { Face } from '../face.ts';
import { createModbusFace } from './modbus-face.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

function faceOf(lab: FacedLab): Face {
  const face = createModbusFace(lab.deps);
  closers.push(face.close);
  return face;
}

const addressOf = (face: Face, id: EntityId): string => face.addressesOf(id)[0]?.address ?? 'none';

/** A first port with which ups-1 and ups-2 have ports that are free, one after the other. */
async function freeFirstPort(): Promise<number> {
  const one = await occupy();
  const next = await occupy(one.port + 1).catch(() => null);
  await one.leave();
  if (next === null) return freeFirstPort();
  await next.leave();
  return one.port - 1;
}

test('FR-130-117 each device has its own port, and a command to copy that reads all of its floats', async () => {
  const lab = facedLab();
  const unit = lab.put({ id: 'ups-1', kind: 'ups' });
  const first = await freeFirstPort();
  lab.tell({ modbus: { state: 'on', port: first } });
  const face = faceOf(lab);
  await face.settled();
  expect(face.addressesOf(unit)).toEqual([
    {
      protocol: 'modbus',
      address: `127.0.0.1:${first + 1}`,
      command: `mbpoll -m tcp -p ${first + 1} -t 4:float -B -r 1 -c 10 127.0.0.1`,
    },
  ]);
  expect(face.state()).toMatchObject({ name: 'modbus', state: 'up', detail: '1 of 1 devices answer.' });
});

test.skipIf(process.platform !== 'linux')(
  'FR-130-117 or each device has its own address, all on one port',
  async () => {
    const lab = facedLab();
    const unit = lab.put({ id: 'ups-1', kind: 'ups' });
    const rack = lab.put({ id: 'rack-300', kind: 'rack' });
    const { port, leave } = await occupy();
    await leave();
    lab.tell({ modbus: { state: 'on', spread: 'addresses', port } });
    const face = faceOf(lab);
    await face.settled();
    expect(addressOf(face, unit)).toBe(`127.11.0.1:${port}`);
    expect(addressOf(face, rack)).toBe(`127.11.8.252:${port}`);
    const line = await dial(port, '127.11.8.252');
    line.send(Buffer.from('000100000006010300000002', 'hex'));
    expect((await line.bytes(13)).toString('hex')).toBe('0001000000070103047fc00000');
    line.socket.destroy();
  },
);

test('FR-130-122 settings are obeyed at once: off closes every port, on opens them', async () => {
  const lab = facedLab();
  const unit = lab.put({ id: 'ups-1', kind: 'ups' });
  const face = faceOf(lab);
  await face.settled();
  expect(face.state()).toMatchObject({ state: 'off', address: '' });
  expect(face.addressesOf(unit)).toEqual([]);
  lab.tell({ modbus: { state: 'on', port: 0 } });
  await face.settled();
  const first = await freeFirstPort();
  lab.tell({ modbus: { port: first } });
  await face.settled();
  expect(addressOf(face, unit)).toBe(`127.0.0.1:${first + 1}`);
  const line = await dial(first + 1);
  lab.tell({ modbus: { state: 'off' } });
  await face.settled();
  await line.ended;
  expect(face.state().state).toBe('off');
});

test('FR-130-122 devices that come and go leave the others’ connections alone', async () => {
  const lab = facedLab();
  const unit = lab.put({ id: 'ups-1', kind: 'ups' });
  const going = lab.put({ id: 'ups-2', kind: 'ups' });
  lab.tell({ modbus: { state: 'on', port: 0 } });
  const face = faceOf(lab);
  await face.settled();
  const before = addressOf(face, unit);
  const line = await dial(Number(before.split(':')[1]));
  lab.remove(going);
  const coming = lab.put({ id: 'crac-1', kind: 'crac' });
  face.rearrange();
  face.rearrange();
  await face.settled();
  expect(addressOf(face, unit)).toBe(before);
  expect(addressOf(face, going)).toBe('none');
  expect(addressOf(face, coming)).toMatch(/^127\.0\.0\.1:\d+$/);
  line.send(Buffer.from('000100000006010300000002', 'hex'));
  expect((await line.bytes(13)).subarray(9).toString('hex')).toBe('7fc00000');
  line.socket.destroy();
});

test('FR-130-122 a taken port is named with its device, the others answer, and it is opened once it is free', async () => {
  const lab = facedLab();
  const unit = lab.put({ id: 'ups-1', kind: 'ups' });
  const other = lab.put({ id: 'ups-2', kind: 'ups' });
  const first = await freeFirstPort();
  const taken = await occupy(first + 1);
  lab.tell({ modbus: { state: 'on', port: first } });
  const face = faceOf(lab);
  await face.settled();
  expect(face.state()).toMatchObject({
    state: 'up',
    detail: expect.stringContaining('1 of 2 devices answer'),
  });
  expect(face.state().detail).toContain(`ups-1: 127.0.0.1:${taken.port} is taken by another program. Stop`);
  expect(addressOf(face, unit)).toBe('none');
  expect(addressOf(face, other)).toBe(`127.0.0.1:${taken.port + 1}`);
  await taken.leave();
  face.rearrange();
  await face.settled();
  expect(addressOf(face, unit)).toBe(`127.0.0.1:${taken.port}`);
});

test('FR-130-122 devices beyond the last port are counted, with the way out', async () => {
  const lab = facedLab();
  lab.put({ id: 'ups-1', kind: 'ups' });
  lab.put({ id: 'rack-1', kind: 'rack' });
  lab.tell({ modbus: { state: 'on', port: 65_000 } });
  const face = faceOf(lab);
  await face.settled();
  expect(face.state().detail).toMatch(/1 of 2 devices answer\. 1 without a place; choose a lower first port/);
});

test('FR-130-122 a ninth connection to one device is turned away, the eight stay', async () => {
  const lab = facedLab();
  const unit = lab.put({ id: 'ups-1', kind: 'ups' });
  lab.tell({ modbus: { state: 'on', port: 0 } });
  const face = faceOf(lab);
  await face.settled();
  const port = Number(addressOf(face, unit).split(':')[1]);
  const lines = await Promise.all(Array.from({ length: 8 }, () => dial(port)));
  for (const line of lines) {
    line.send(Buffer.from('000100000006010300000002', 'hex'));
    await line.bytes(13);
  }
  await (
    await dial(port)
  ).ended;
  expect(lab.warnings).toMatchObject([{ message: expect.stringContaining('too many connections') }]);
  const [first] = lines;
  first?.send(Buffer.from('000100000006010300000002', 'hex'));
  expect(await first?.bytes(13)).toHaveLength(13);
  for (const { socket } of lines) socket.destroy();
  await Promise.all(lines.map(({ ended }) => ended));
});

test('FR-130-122 a thousand devices open while the event loop turns', async () => {
  const lab = facedLab();
  for (let n = 1; n <= 1000; n += 1) lab.put({ id: `rack-${n}`, kind: 'rack' });
  lab.tell({ modbus: { state: 'on', port: 0 } });
  let turns = 0;
  const turn = setInterval(() => {
    turns += 1;
  }, 0);
  const face = faceOf(lab);
  await face.settled();
  clearInterval(turn);
  expect(face.state().detail).toBe('1000 of 1000 devices answer.');
  expect(turns).toBeGreaterThan(5);
});
