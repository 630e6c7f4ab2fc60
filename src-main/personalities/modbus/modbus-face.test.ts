import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { refused } from '../../../sim/contract/result.ts';
import { dial, facedLab, type FacedLab, type Line } from '../faced-lab.fixture.ts';
import type { Face } from '../face.ts';
import { createModbusFace } from './modbus-face.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Bench = FacedLab & { readonly face: Face; readonly dialTo: (id: EntityId) => Promise<Line> };

/** A lab whose units answer on ports that the system chose. */
async function open(furnish: (lab: FacedLab) => void): Promise<Bench> {
  const lab = facedLab();
  furnish(lab);
  lab.tell({ modbus: { state: 'on', port: 0 } });
  const face = createModbusFace(lab.deps);
  closers.push(face.close);
  await face.settled();
  return {
    ...lab,
    face,
    dialTo: async (id) => {
      const address = face.addressesOf(id)[0]?.address ?? '';
      const line = await dial(Number(address.split(':')[1]));
      closers.push(() => line.socket.destroy());
      return line;
    },
  };
}

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const frame = (transaction: number, pdu: string, unit = 1): Buffer => {
  const body = hex(pdu);
  const head = Buffer.alloc(7);
  head.writeUInt16BE(transaction, 0);
  head.writeUInt16BE(body.length + 1, 4);
  head.writeUInt8(unit, 6);
  return Buffer.concat([head, body]);
};

/** Function and data of the answer to one request. */
async function ask(line: Line, pdu: string): Promise<string> {
  line.send(frame(7, pdu));
  return heard(line, 7);
}

async function heard(line: Line, transaction: number, unit = 1): Promise<string> {
  const head = await line.bytes(7);
  expect([head.readUInt16BE(0), head.readUInt16BE(2), head.readUInt8(6)]).toEqual([transaction, 0, unit]);
  return (await line.bytes(head.readUInt16BE(4) - 1)).toString('hex');
}

const crac = 'crac-1' as EntityId;
const ups = 'ups-1' as EntityId;
const withCrac = (lab: FacedLab): void => {
  lab.put({ id: 'crac-1', kind: 'crac' });
  lab.says(crac, 'state', 1);
  lab.says(crac, 'supply-temperature', 18.5);
};
const withUps = (lab: FacedLab): void => {
  lab.put({ id: 'ups-1', kind: 'ups' });
  lab.says(ups, 'state', 3);
  lab.says(ups, 'load', 120);
};

test('FR-130-115 floats are read big end first, from holding and input registers; what is not there is NaN', async () => {
  const { dialTo } = await open(withCrac);
  const line = await dialTo(crac);
  // 18.5 is 0x41940000; there is no return air.
  expect(await ask(line, '03 0002 0004')).toBe('0308419400007fc00000');
  expect(await ask(line, '04 0002 0004')).toBe('0408419400007fc00000');
  expect(await ask(line, '04 0003 0001')).toBe('04020000');
  expect(await ask(line, '03 0006 0002')).toBe('030441b00000');
  expect(await ask(line, '03 0064 0001')).toBe('030200dc');
});

test('FR-130-115 phases and heights are read each at its place', async () => {
  const { dialTo } = await open((lab) => {
    const pdu = lab.put({ id: 'pdu-1', kind: 'pdu' });
    lab.says(pdu, 'current@L2', 2);
    lab.says(lab.put({ id: 'rack-1', kind: 'rack' }), 'temperature@rear-top', 32);
  });
  expect(await ask(await dialTo('pdu-1' as EntityId), '04 0006 0006')).toBe('040c7fc00000400000007fc00000');
  expect(await ask(await dialTo('rack-1' as EntityId), '04 0006 0002')).toBe('040442000000');
});

test('FR-130-115 a request sees the plant as it is then', async () => {
  const { dialTo, says } = await open(withCrac);
  const line = await dialTo(crac);
  says(crac, 'supply-temperature', 30);
  expect(await ask(line, '04 0002 0002')).toBe('040441f00000');
});

test('FR-130-121 states stand in discrete inputs and coils, the first in the lowest bit', async () => {
  const { dialTo, says } = await open((lab) => {
    withCrac(lab);
    withUps(lab);
  });
  const line = await dialTo(ups);
  // Answers, on battery, overload.
  expect(await ask(line, '02 0000 0008')).toBe('020123');
  expect(await ask(line, '02 0001 0002')).toBe('020101');
  says(ups, 'state', null);
  expect(await ask(line, '02 0000 0008')).toBe('020120');
  const unit = await dialTo(crac);
  expect(await ask(unit, '01 0000 0001')).toBe('010101');
  says(crac, 'state', 0);
  expect(await ask(unit, '01 0000 0001')).toBe('010100');
});

test.each([
  ['an unknown function', '2b 0e 01 00', 'ab01'],
  ['a register that is not in the map', '03 0014 0002', '8302'],
  ['a span that leaves the map', '04 0012 0003', '8402'],
  ['a span that leaves all addresses', '03 ffff 0002', '8302'],
  ['a discrete input that is not in the map', '02 0005 0001', '8202'],
  ['a coil that is not in the map', '01 0001 0001', '8102'],
  ['no registers', '03 0000 0000', '8303'],
  ['more registers than a frame holds', '03 0000 007e', '8303'],
  ['more bits than a frame holds', '01 0000 07d1', '8103'],
  ['a request cut short', '03 0000', '8303'],
  ['a request with more than it needs', '03 0000 0001 00', '8303'],
  ['a write to a register that is only read', '06 0002 0001', '8602'],
  ['a write of half a float', '06 0006 41b0', '8603'],
  ['a write of the other half', '06 0007 0000', '8603'],
  ['a write of no number', '10 0006 0002 04 7fc00000', '9003'],
  ['a write whose bytes are not counted right', '10 0006 0002 04 41b0', '9003'],
  ['a write to a gap behind what may be written', '10 0064 0002 04 00dc 0000', '9002'],
  ['a coil that is neither on nor off', '05 0000 0001', '8503'],
  ['coils whose bytes are not counted right', '0f 0000 0001 02 01', '8f03'],
  ['coils beyond the map', '0f 0000 0002 01 03', '8f02'],
])('FR-130-119 %s is an exception, and nothing is done', async (_what, request, answer) => {
  const { dialTo, orders } = await open(withCrac);
  expect(await ask(await dialTo(crac), request)).toBe(answer);
  expect(orders).toEqual([]);
});

test.each([
  ['a float', '10 0006 0002 04 41b33333', '1000060002', { setpoint: 22.4 }],
  ['tenths', '06 0064 00e1', '06006400e1', { setpoint: 22.5 }],
  ['tenths below zero', '10 0064 0001 02 ffec', '1000640001', { setpoint: -2 }],
])('FR-130-120 a set-point is written as %s', async (...[, request, answer, spec]) => {
  const { dialTo, orders } = await open(withCrac);
  expect(await ask(await dialTo(crac), request)).toBe(answer);
  expect(orders).toEqual([
    {
      command: { type: 'inventory.change', id: 'crac-1', spec },
      actor: { origin: 'modbus', name: expect.stringMatching(/^127\.0\.0\.1:\d+$/), role: 'operator' },
    },
  ]);
});

test.each([
  ['crac-1', '05 0000 0000', ['unit-off']],
  ['crac-1', '05 0000 ff00', ['unit-on']],
  ['chiller-1', '0f 0000 0001 01 00', ['unit-off']],
  ['ups-1', '06 0064 0003', ['ups-bypass']],
  ['ups-1', '10 0064 0001 02 0002', ['ups-eco']],
  ['panel-1', '05 0000 0000', ['breaker-open']],
  ['pdu-1', '05 0000 ff00', ['breaker-close']],
  ['genset-1', '05 0000 ff00', ['genset-start']],
  ['genset-1', '0f 0000 0003 01 04', ['genset-auto']],
  ['genset-1', '05 0000 0000', []],
  ['ats-1', '0f 0000 0003 01 03', ['ats-utility', 'ats-genset']],
])('FR-130-120 %s obeys %s through the door', async (id, request, verbs) => {
  const { dialTo, orders } = await open((lab) => lab.put({ id, kind: id.slice(0, -2) }));
  await ask(await dialTo(id as EntityId), request);
  expect(orders.map(({ command }) => command)).toEqual(
    verbs.map((verb) => ({ type: 'plant.order', target: id, verb, value: null })),
  );
});

test('the mode of a UPS reads as its state, and as 65535 where it is none of its modes', async () => {
  const { dialTo, says } = await open(withUps);
  const line = await dialTo(ups);
  expect(await ask(line, '03 0064 0001')).toBe('0302ffff');
  says(ups, 'state', 4);
  expect(await ask(line, '03 0064 0001')).toBe('03020003');
});

test.each([
  ['invalid-input', '8603'],
  ['busy', '8606'],
  ['wrong-state', '8604'],
] as const)('FR-130-120 what the door refuses as %s is an exception, and is logged', async (code, said) => {
  const { dialTo, answer, warnings } = await open(withCrac);
  answer(refused(code, 'no'));
  expect(await ask(await dialTo(crac), '06 0064 00e1')).toBe(said);
  expect(warnings).toMatchObject([{ fields: { device: 'crac-1', refusal: { code } } }]);
});

test('the first refusal ends a write of many, and a defect of ours is a device failure', async () => {
  const { dialTo, answer, orders } = await open((lab) => lab.put({ id: 'genset-1', kind: 'genset' }));
  answer(refused('wrong-state', 'no'));
  const line = await dialTo('genset-1' as EntityId);
  expect(await ask(line, '0f 0000 0003 01 07')).toBe('8f04');
  expect(orders).toHaveLength(1);
  answer(new Error('a defect'));
  expect(await ask(line, '05 0000 ff00')).toBe('8504');
  expect(await ask(line, '05 0000 0000')).toBe('0500000000');
});

test('a device that left the lab fails, until its port is closed', async () => {
  const { dialTo, remove, face } = await open(withCrac);
  const line = await dialTo(crac);
  remove(crac);
  expect(await ask(line, '03 0000 0002')).toBe('8304');
  face.rearrange();
  await face.settled();
  await line.ended;
  expect(face.addressesOf(crac)).toEqual([]);
});

test('FR-130-118 requests in one piece, in many pieces and with any unit id are answered in order', async () => {
  const { dialTo } = await open(withCrac);
  const line = await dialTo(crac);
  line.send(Buffer.concat([frame(1, '03 0002 0001'), frame(2, '06 0064 00e1', 255), frame(3, '2b', 0)]));
  expect(await heard(line, 1)).toBe('03024194');
  expect(await heard(line, 2, 255)).toBe('06006400e1');
  expect(await heard(line, 3, 0)).toBe('ab01');
  line.socket.setNoDelay(true);
  for (const byte of frame(4, '03 0002 0001')) {
    line.send(Buffer.from([byte]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await heard(line, 4)).toBe('03024194');
});

test('FR-130-118 a client that asks a thousand times and says goodbye at once gets every answer', async () => {
  const { dialTo } = await open(withCrac);
  const line = await dialTo(crac);
  line.socket.end(Buffer.concat(Array.from({ length: 1000 }, (_, n) => frame(n, '03 0002 0001'))));
  for (let n = 0; n < 1000; n += 1) expect(await heard(line, n)).toBe('03024194');
  await line.ended;
});

test('FR-130-118 another protocol ends the connection, after what came before it was answered', async () => {
  const { dialTo, warnings } = await open(withCrac);
  const line = await dialTo(crac);
  line.send(Buffer.concat([frame(1, '03 0002 0001'), Buffer.from('GET / HTTP/1.1\r\n')]));
  expect(await heard(line, 1)).toBe('03024194');
  await line.ended;
  expect(warnings).toMatchObject([{ fields: { device: 'crac-1' } }]);
});

test('FR-130-118 whatever bytes come, the device goes on answering the others', async () => {
  const { dialTo } = await open(withCrac);
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 600 }),
    // Right frames with wrong insides.
    fc.uint8Array({ minLength: 1, maxLength: 253 }).map((pdu) => frame(1, Buffer.from(pdu).toString('hex'))),
  );
  const good = await dialTo(crac);
  await fc.assert(
    fc.asyncProperty(fc.array(noise, { maxLength: 4 }), async (pieces) => {
      const bad = await dialTo(crac);
      for (const piece of pieces) bad.send(piece);
      expect(await ask(good, '03 0002 0001')).toBe('03024194');
      bad.socket.destroy();
    }),
    { numRuns: 150 },
  );
});
