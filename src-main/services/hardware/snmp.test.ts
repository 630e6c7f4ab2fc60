import { ObjectType } from 'net-snmp';
import { expect, test } from 'vitest';
import type { HardwareState } from '../../../sim/contract/settings.ts';
import { onEnd, openBench, sourcesOf } from './bench.fixture.ts';
import type { TestBench } from './bench.fixture.ts';
import { snmpUser, startSnmpAgent } from './snmp-agent.fixture.ts';
import type { AgentObject, SnmpAgent } from './snmp-agent.fixture.ts';
import { snmpProblem } from './snmp-source.ts';
import { snmpText } from './snmp-values.ts';

async function agent(objects: readonly AgentObject[], port = 0): Promise<SnmpAgent> {
  const started = await startSnmpAgent(objects, port);
  onEnd(started.close);
  return started;
}

const root = '1.3.6.1.4.1.64512.1';
const probes: readonly AgentObject[] = [
  { oid: `${root}.1`, type: ObjectType.Integer, value: -215 },
  { oid: `${root}.2`, type: ObjectType.OctetString, value: '21.5 C' },
  { oid: `${root}.3`, type: ObjectType.Counter, value: 4_294_967_290 },
  { oid: `${root}.4`, type: ObjectType.TimeTicks, value: 5_000_000 },
  { oid: `${root}.5`, type: ObjectType.Gauge, value: 44 },
];

const source = (port: number, points: readonly object[], more: object = {}) => ({
  kind: 'snmp',
  id: 'ups',
  host: '127.0.0.1',
  port,
  everySeconds: 1,
  points,
  ...more,
});

async function look(bench: TestBench, input: unknown): Promise<HardwareState> {
  const [one] = sourcesOf([input]);
  if (one === undefined) throw new Error('No source');
  const told = await bench.hardware.preview(one);
  if (!told.ok) throw new Error(told.refusal.message);
  return told.value;
}

test('FR-130-146 integers, gauges, counters and strings that hold numbers are read, in batches', async () => {
  const { port } = await agent(probes);
  const bench = await openBench();
  const [topic] = bench.topics;
  const ways = [
    { from: `${root}.1.0`, scale: 0.1 },
    { from: `.${root}.2.0`, template: '{{ payload | float }}' },
    { from: `${root}.3.0` },
    { from: `${root}.4.0` },
    { from: `${root}.5.0` },
  ];
  const points = Array.from({ length: 25 }, (_, at) => ({ topic, ...ways[at % ways.length] }));
  bench.set([source(port, points)]);
  const values = [-21.5, 21.5, 4_294_967_290, 5_000_000, 44];
  await bench.becomes('ups', ({ state, points: shown }) => [state, shown.map(({ value }) => value)], [
    'up',
    points.map((_, at) => values[at % values.length]),
  ]);
  expect(bench.published).toContain(`${topic} {"v":-21.5,"u":"Cel","q":"good"}`);
});

test('FR-130-147 what the agent does not have is told for that point alone', async () => {
  const { port } = await agent(probes);
  const bench = await openBench();
  const [topic] = bench.topics;
  const state = await look(
    bench,
    source(port, [
      { topic, from: `${root}.5.0` },
      { topic, from: `${root}.5.7` },
      { topic, from: '1.3.6.1.4.1.99999.1.0' },
      { topic, from: 'upsOutputLoad.0' },
      { topic, from: `${root}.2.0` },
    ]),
  );
  expect(state.state).toBe('up');
  expect(state.points.map(({ value, problem }) => problem ?? value)).toEqual([
    44,
    expect.stringMatching(/noSuch(Instance|Object)/),
    expect.stringMatching(/noSuch(Instance|Object)/),
    expect.stringContaining('is not an OID'),
    expect.stringContaining('21.5 C is not a number by itself'),
  ]);
});

test('FR-130-148 SNMPv3 reads with SHA and AES, and tells which secret is wrong', async () => {
  const { port } = await agent(probes);
  const bench = await openBench();
  const [topic] = bench.topics;
  const points = [{ topic, from: `${root}.5.0` }];
  const v3 = (more: object) => source(port, points, { version: '3', ...snmpUser, ...more });
  const right = await look(bench, v3({}));
  expect([right.state, right.points[0]?.value]).toEqual(['up', 44]);
  const told = async (more: object) => {
    const { state, detail } = await look(bench, v3(more));
    return `${state}: ${detail}`;
  };
  expect(await told({ user: '' })).toContain('failing: SNMPv3 needs a user name');
  expect(await told({ authKey: 'short' })).toContain('at least eight characters');
  expect(await told({ authKey: '' })).toContain('does not encrypt without');
  expect(await told({ user: 'nobody' })).toMatch(/failing: .*(does not know this user|user and keys)/);
  expect(await told({ authKey: 'another-secret' })).toMatch(/failing: .*(authentication key|user and keys)/);
});

test('FR-130-149 an agent that falls silent is told so, keeps its last values, and is found when it is back', async () => {
  const first = await startSnmpAgent(probes);
  const bench = await openBench();
  const [topic] = bench.topics;
  bench.set([source(first.port, [{ topic, from: `${root}.5.0` }])]);
  await bench.becomes('ups', ({ points }) => points[0]?.value, 44);
  await first.close();
  await bench.becomes('ups', ({ state }) => state, 'failing');
  const { detail, points, errors } = bench.stateOf('ups');
  expect(detail).toContain(`nothing answers at 127.0.0.1:${first.port}: check address, port and community`);
  expect([points[0]?.value, errors > 0]).toEqual([44, true]);
  const again = await agent(probes, first.port);
  again.set(`${root}.5`, 45);
  await bench.becomes('ups', ({ state, points: shown }) => [state, shown[0]?.value], ['up', 45]);
});

test('FR-130-150 a look around without points shows what an agent has to offer', async () => {
  const { port } = await agent(probes);
  const bench = await openBench();
  const { heard, state, detail } = await look(bench, source(port, []));
  expect([state, detail]).toEqual(['up', 'Answers, but there is no point to read yet']);
  expect(heard).toContainEqual({ from: `${root}.5.0`, raw: '44' });
});

test('FR-130-146 values of every kind become text', () => {
  const float = Buffer.from([0x9f, 0x78, 4, 0x3e, 0x80, 0, 0]);
  const text = (type: number, value: Buffer | string | number | null) =>
    snmpText({ oid: '1.3', type, value });
  expect(text(68, float)).toEqual({ text: '0.25' });
  expect(text(68, Buffer.from([1, 2]))).toEqual({ problem: expect.stringContaining('0102') });
  expect(text(70, Buffer.from([1, 0, 0, 0, 0]))).toEqual({ text: '4294967296' });
  expect(text(4, Buffer.from('22.5\0'))).toEqual({ text: '22.5' });
  expect(text(4, Buffer.from([0x00, 0xff, 0x10]))).toEqual({ text: '00ff10' });
  expect(text(6, '1.3.6')).toEqual({ text: '1.3.6' });
  expect(text(5, null)).toEqual({ problem: 'The agent sends an empty value' });
  expect(snmpProblem('1.3.6.1')).toBeNull();
  expect(snmpProblem('sysUpTime')).toContain('is not an OID');
});
