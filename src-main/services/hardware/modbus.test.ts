import { expect, test } from 'vitest';
import type { HardwarePoint } from '../../../sim/contract/settings.ts';
import { handOver, onEnd, openBench, sourcesOf } from './bench.fixture.ts';
import { blocksFor, modbusProblem } from './modbus-plan.ts';
import { startModbusDevice } from './modbus-server.fixture.ts';
import type { ModbusDevice } from './modbus-server.fixture.ts';

async function device(): Promise<ModbusDevice> {
  const started = await startModbusDevice();
  onEnd(started.close);
  return started;
}

const source = (port: number, points: readonly unknown[], more: object = {}) => ({
  kind: 'modbus',
  id: 'meter',
  host: '127.0.0.1',
  port,
  everySeconds: 1,
  points,
  ...more,
});

function pointsOf(points: readonly object[]): readonly HardwarePoint[] {
  const [one] = sourcesOf([
    source(
      1,
      points.map((point) => ({ topic: 't', ...point })),
    ),
  ]);
  return one?.points ?? [];
}

const planned = (points: readonly object[]): readonly string[] => {
  const read = pointsOf(points);
  return blocksFor(read, [...read.keys()]).map(({ table, address, count }) => `${table}:${address}+${count}`);
};

test('FR-130-142 registers that touch are read together, up to 125, and none beside them', () => {
  expect(
    planned([
      { from: 'holding:104', type: 'float32' },
      { from: 'holding:100' },
      { from: 'input:100' },
      { from: 'holding:101', type: 'int32' },
      { from: 'holding:103' },
      { from: 'holding:107' },
      { from: 'coil:2' },
      { from: 'coil:3' },
    ]),
  ).toEqual(['coil:2+2', 'holding:100+6', 'holding:107+1', 'input:100+1']);
  const many = Array.from({ length: 130 }, (_, at) => ({ from: `input:${at}` }));
  expect(planned(many)).toEqual(['input:0+125', 'input:125+5']);
  expect(planned([{ from: 'holding:9' }, { from: 'holding:9', type: 'float32' }])).toEqual(['holding:9+2']);
});

test('FR-130-142 a register is written with its table and its address in the protocol', () => {
  expect(modbusProblem('holding:100')).toBeNull();
  for (const wrong of ['40101', 'holding:-1', 'holding:65536', 'hold:1', 'coil:', 'holding:1.5']) {
    expect(modbusProblem(wrong)).toContain('is not a register');
  }
});

test('FR-130-143 every type is read as the device means it, and lands at its sensor', async () => {
  const meter = await device();
  const float = Buffer.alloc(4);
  float.writeFloatBE(21.4);
  meter.registers.set('holding:100', 214).set('holding:101', 0xffce);
  meter.registers.set('holding:102', 0xffff).set('holding:103', 0xfc18);
  meter.registers.set('holding:104', 1).set('holding:105', 2);
  meter.registers.set('input:7', float.readUInt16BE(0)).set('input:8', float.readUInt16BE(2));
  meter.registers.set('input:9', float.readUInt16BE(2)).set('input:10', float.readUInt16BE(0));
  meter.registers.set('coil:1', 1).set('discrete:0', 0);
  const bench = await openBench();
  const topic = bench.topics[0];
  bench.set([
    source(meter.port, [
      { topic, from: 'holding:100', scale: 0.1 },
      { topic, from: 'holding:101', type: 'int16', scale: 0.1, offset: 20 },
      { topic, from: 'holding:102', type: 'int32' },
      { topic, from: 'holding:104', type: 'uint32' },
      { topic, from: 'input:7', type: 'float32' },
      { topic, from: 'input:9', type: 'float32', words: 'low-first' },
      { topic, from: 'coil:1' },
      { topic, from: 'discrete:0', template: '{{ payload | map 0=18 1=19 }}' },
    ]),
  ]);
  await bench.becomes('meter', ({ state, points }) => [state, points.map(({ value }) => value)], [
    'up',
    [21.4, 15, -1000, 65_538, 21.4, 21.4, 1, 18],
  ]);
  expect(bench.published.slice(0, 1)).toEqual([`${topic} {"v":1,"u":"Cel","q":"good"}`]);
  expect(bench.published).toContain(`${topic} {"v":21.4,"u":"Cel","q":"good"}`);
});

test('FR-130-144 a register that the device does not have is told in words, and hides no neighbour', async () => {
  const meter = await device();
  meter.registers.set('holding:10', 25).set('holding:12', 27);
  const bench = await openBench();
  const [topic] = bench.topics;
  handOver(bench.world, topic);
  const points = ['holding:10', 'holding:11', 'holding:12'].map((from) => ({ topic, from }));
  bench.set([source(meter.port, points)]);
  await bench.becomes('meter', ({ points }) => points.map(({ value }) => value), [25, null, 27]);
  const { state, detail, points: shown, errors } = bench.stateOf('meter');
  expect(state).toBe('up');
  expect(shown[1]?.problem).toBe(
    'The device has no such register (exception 2): look up the address, which counts from 0 here',
  );
  expect(shown[0]?.problem).toBeNull();
  expect(detail).toContain('1 of 3 points has a problem');
  expect(errors).toBeGreaterThan(0);
  // Once it is known, the others are asked for by themselves.
  expect(meter.asked.filter((question) => question === 'holding:10+3')).toHaveLength(1);
});

test('FR-130-145 a poll that is cut off is asked again at once, and a device that comes back is found', async () => {
  const meter = await device();
  meter.registers.set('holding:0', 20);
  const bench = await openBench();
  const [topic] = bench.topics;
  bench.set([source(meter.port, [{ topic, from: 'holding:0' }])]);
  await bench.becomes('meter', ({ readings }) => readings, 1);
  meter.next.fault = 'cut';
  meter.registers.set('holding:0', 21);
  await bench.becomes('meter', ({ readings, errors }) => [readings, errors], [2, 0]);
  expect(meter.connections()).toBe(2);

  await meter.close();
  await bench.becomes('meter', ({ state }) => state, 'failing');
  expect(bench.stateOf('meter').detail).toContain(`nothing listens at 127.0.0.1:${meter.port}`);
  expect(bench.stateOf('meter').points[0]?.value).toBe(21);
  const again = await startModbusDevice(meter.port);
  onEnd(again.close);
  again.registers.set('holding:0', 22);
  await bench.becomes('meter', ({ state, points }) => [state, points[0]?.value], ['up', 22]);
});

test('FR-130-145 silence, rubbish and a busy device are each told as what they are', async () => {
  const meter = await device();
  const bench = await openBench();
  meter.registers.set('holding:0', 20);
  const [topic] = bench.topics;
  const look = async (fault: ModbusDevice['next']['fault']) => {
    meter.next.fault = fault;
    const [one] = sourcesOf([source(meter.port, [{ topic, from: 'holding:0' }], { unit: 7 })]);
    const told = one === undefined ? null : await bench.hardware.preview(one);
    if (told?.ok !== true) throw new Error('refused');
    return told.value.state === 'failing' ? told.value.detail : told.value.points[0]?.problem;
  };
  expect(await look('silent')).toContain('unit 7 at 127.0.0.1');
  expect(await look('rubbish')).toContain('is not Modbus TCP');
  expect(await look(6)).toBe('The device is busy (exception 6)');
  expect(await look(11)).toContain('check the unit number');
  expect(await look(99)).toBe('The device refuses with exception 99');
});
