import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entity, Kind, Metric } from './entities.ts';
import { alarmIdSchema } from './ids.ts';
import {
  alarmTopic,
  clockTopic,
  commandFilters,
  commandTopic,
  deviceStateTopic,
  deviceTopic,
  hostStateTopic,
  isReadingTopic,
  isReservedName,
  metaTopic,
  readCommandTopic,
  responseTopic,
  sensorTopic,
  topicClaim,
} from './topics.ts';

const at = (kind: Kind, name: string) => ({ kind, name });
const site = at('site', 'site1');
const room = at('room', 'room1');
const rack = [site, room, at('row', 'A'), at('rack', 'A01')];
const sensor = (metric: Metric, place: string) => ({ spec: { metric, place, source: 'bot' } }) as const;
const ups = [site, room, at('ups', 'ups-01')];

test.each([
  [rack, sensor('temperature', 'front-middle'), 'dc/site1/room1/rack-A01/temperature'],
  [rack, sensor('power', 'middle'), 'dc/site1/room1/rack-A01/power'],
  [rack, sensor('temperature', 'rear-top'), 'dc/site1/room1/rack-A01/temperature/rear-top'],
  [[...rack, at('pdu', 'pdu-a')], sensor('power', 'middle'), 'dc/site1/room1/rack-A01/pdu-a/power'],
  [
    [...rack, at('device', 'srv-a01-01')],
    sensor('fan-speed', 'middle'),
    'dc/site1/room1/rack-A01/srv-a01-01/fan-speed',
  ],
  [[site, room, at('ups', 'ups-01')], sensor('load', 'middle'), 'dc/site1/power/ups-01/load'],
  [[site, room, at('crac', 'crac-02')], sensor('fan-speed', 'middle'), 'dc/site1/cooling/crac-02/fan-speed'],
  [ups, sensor('state', 'middle'), 'dc/site1/power/ups-01/status'],
  [[site, room, at('crac', 'crac-02')], sensor('state', 'middle'), 'dc/site1/cooling/crac-02/status'],
  [[site, at('chiller', 'chiller-1')], sensor('cop', 'middle'), 'dc/site1/cooling/chiller-1/cop'],
  [[site, at('utility', 'grid')], sensor('voltage', 'L1'), 'dc/site1/power/grid/voltage/L1'],
  [[site, at('transformer', 'T1')], sensor('temperature', 'middle'), 'dc/site1/power/T1/temperature'],
  [[site, at('genset', 'genset-1')], sensor('fuel', 'middle'), 'dc/site1/power/genset-1/fuel'],
  [[site, at('ats', 'ats-1')], sensor('state', 'middle'), 'dc/site1/power/ats-1/status'],
  [[site, room, at('panel', 'PDU A')], sensor('current', 'L2'), 'dc/site1/power/PDU_A/current/L2'],
  [
    [...ups, at('battery', 'string-1')],
    sensor('cell-voltage', 'cell-07'),
    'dc/site1/power/ups-01/string-1/cell-voltage/cell-07',
  ],
  [[site, room], sensor('humidity', 'north wall'), 'dc/site1/room1/humidity/north_wall'],
  [[site], sensor('pue', 'middle'), 'dc/site1/facility/pue'],
])(
  'FR-140-020 FR-140-070 FR-140-071 the topic of a sensor is told by where it sits: %#',
  (path, one, topic) => {
    expect(sensorTopic(path, one)).toBe(topic);
  },
);

test('FR-140-020 names keep their case, and nothing in them can split a topic or act as a wildcard', () => {
  const path = [at('site', 'Site One'), at('room', 'Room (B)'), at('row', 'A'), at('rack', 'A 01')];
  expect(sensorTopic(path, sensor('temperature', 'a/b+#'))).toBe(
    'dc/Site_One/Room_(B)/rack-A_01/temperature/a-b--',
  );
});

test('FR-140-021 alarms, clock, state and meta are not taken for readings', () => {
  const alarm = alarmTopic('site1', { id: alarmIdSchema.parse('alarm-7') });
  const topic = sensorTopic(rack, sensor('temperature', 'middle'));
  expect(alarm).toBe('dc/site1/alarms/alarm-7');
  expect([alarm, clockTopic, hostStateTopic, metaTopic(topic)].filter(isReadingTopic)).toEqual([]);
  expect(isReadingTopic(topic)).toBe(true);
});

test('FR-140-075 a thing’s state and its commands stand beside its readings and are not taken for them', () => {
  const topic = deviceTopic(ups);
  const command = commandTopic(topic, 'ups-eco');
  expect([topic, deviceStateTopic(topic), command, responseTopic(command)]).toEqual([
    'dc/site1/power/ups-01',
    'dc/site1/power/ups-01/$state',
    'dc/site1/power/ups-01/cmd/ups-eco',
    'dc/site1/power/ups-01/cmd/ups-eco/response',
  ]);
  expect([deviceStateTopic(topic), command, responseTopic(command)].filter(isReadingTopic)).toEqual([]);
});

test('FR-140-080 every thing’s command topic is seen by a filter and read back; answers and readings are not', () => {
  const things = [[site], [site, room], ups, rack, [...rack, at('pdu', 'p')], [...ups, at('battery', 'b')]];
  for (const path of things) {
    const device = deviceTopic(path);
    const command = commandTopic(device, 'setpoint');
    expect(readCommandTopic(command)).toEqual({ device, verb: 'setpoint' });
    const depth = command.split('/').length;
    expect(commandFilters.filter((filter) => filter.split('/').length === depth)).toHaveLength(1);
    expect(readCommandTopic(responseTopic(command))).toBeNull();
    expect(readCommandTopic(`${device}/power`)).toBeNull();
  }
  expect(['dc/cmd/x', 'dc/a/cmd/x', 'xx/a/b/cmd/x', 'dc/a/b/cmd/'].map(readCommandTopic)).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

type Cast = { readonly entity: Entity; readonly path: readonly Entity[]; readonly scope: string };

const names = fc.constantFrom('A b', 'A_b', 'A-b', 'a b', 'power', 'temperature', 'cmd');
const places = fc.constantFrom('middle', 'front-middle', 'north wall', 'north_wall', 'power', 'L1');
const measured = fc.constantFrom<Metric>('temperature', 'power', 'state');
const named = (kind: Kind, name: string): Entity => ({ ...at(kind, name), spec: {} }) as unknown as Entity;

/** A thing somewhere in one site of two rooms, with a sensor on it. */
const cast = fc
  .record({
    room: fc.constantFrom('r1', 'r2'),
    kind: fc.constantFrom<Kind>('room', 'rack', 'pdu', 'device', 'ups', 'panel', 'genset', 'battery', 'crac'),
    name: names,
  })
  .map(({ room: below, kind, name }): Cast => {
    const atSite = [named('site', 's')];
    const inRoom = [...atSite, named('room', below)];
    const parents = {
      room: atSite,
      pdu: [...inRoom, named('rack', 'r')],
      device: [...inRoom, named('rack', 'r')],
      battery: [...atSite, named('room', 'r1'), named('ups', 'u')],
    };
    const above = parents[kind as keyof typeof parents] ?? inRoom;
    const entity = named(kind, name);
    const claim = topicClaim(entity);
    const depth = { site: 1, room: 2, parent: above.length }[claim?.scope ?? 'parent'];
    const scope = `${deviceTopic(above.slice(0, depth))}|${claim?.key}`;
    return { entity, path: [...above, entity], scope };
  })
  .filter(({ entity }) => !isReservedName(entity));

test('FR-140-076 things whose claims differ never share a topic, and those whose claims agree do', () => {
  fc.assert(
    fc.property(fc.tuple(cast, cast), fc.tuple(measured, places), ([one, other], [metric, place]) => {
      const topics = [one, other].map(({ path }) => sensorTopic(path, sensor(metric, place)));
      expect(topics[0] === topics[1]).toBe(one.scope === other.scope);
    }),
    { numRuns: 2000 },
  );
});

test('FR-140-076 nor do the sensors of two things, whatever they measure', () => {
  fc.assert(
    fc.property(
      fc.tuple(cast, cast),
      fc.array(fc.tuple(measured, places), { minLength: 2, maxLength: 2 }),
      ([one, other], senses) => {
        fc.pre(one.scope !== other.scope);
        const [a, b] = [one, other].map(({ path }, n) =>
          sensorTopic(path, sensor(...(senses[n] ?? (['power', 'middle'] as const)))),
        );
        expect(a).not.toBe(b);
      },
    ),
    { numRuns: 2000 },
  );
});

test('FR-140-076 two sensors of one thing claim the same when only their spelling of the place differs', () => {
  const claimOf = (metric: Metric, place: string): unknown =>
    topicClaim({ kind: 'sensor', name: 'x', spec: { metric, place, source: 'bot' } });
  expect(claimOf('power', 'north wall')).toEqual(claimOf('power', 'north_wall'));
  expect(claimOf('power', 'middle')).toEqual(claimOf('power', 'front-middle'));
  expect(claimOf('power', 'L1')).not.toEqual(claimOf('current', 'L1'));
});

test('FR-140-076 names that mean something else in a topic are told', () => {
  const reserved = [
    at('room', 'power'),
    at('pdu', 'cmd'),
    at('battery', 'cell-voltage'),
    at('device', 'status'),
  ];
  expect(reserved.filter((one) => !isReservedName(one))).toEqual([]);
  expect([at('ups', 'power'), at('rack', 'cmd'), at('pdu', 'pdu-a')].filter(isReservedName)).toEqual([]);
});
