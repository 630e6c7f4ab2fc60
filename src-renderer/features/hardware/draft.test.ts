import { expect, test } from 'vitest';
import { hardwareSourceSchema } from '../../../sim/contract/settings.ts';
import type { HardwareState } from '../../../sim/contract/settings.ts';
import { withSource, withSourceAt, withoutSource } from './change-sources.ts';
import { draftFrom, emptyDraft, emptyPoint, previewOf, problemsIn, sourceFrom } from './draft.ts';
import { addressOf, agoText, markOf, valueText } from './hardware-words.ts';
import { choicesFor, sensorChoices } from './sensor-choices.ts';

const point = {
  topic: 'dc/a',
  from: 'x',
  template: '',
  scale: 0.1,
  offset: -4,
  type: 'int32',
  words: 'low-first',
};

const sources = [
  { kind: 'mqtt', id: 'hall', points: [point] },
  { kind: 'mqtt', id: 'far', url: 'mqtt://broker', state: 'off', points: [] },
  { kind: 'snmp', id: 'ups', host: 'ups-1', version: '3', user: 'u', authKey: 'auth-key-1', points: [point] },
  { kind: 'modbus', id: 'meter', host: '10.0.0.7', port: 1502, unit: 7, everySeconds: 5, points: [] },
].map((source) => hardwareSourceSchema.parse(source));

test.each(sources)(
  'FR-130-155 what is opened in the form and not changed stays what it is: $id',
  (source) => {
    const draft = draftFrom(source);
    expect(problemsIn(draft, ['hall', 'far', 'ups', 'meter'])).toEqual({});
    expect(sourceFrom(draft)).toEqual(source);
    expect(hardwareSourceSchema.parse(sourceFrom(draft))).toEqual(source);
  },
);

test('FR-130-155 each field that is wrong says how to mend it, before anything is sent', () => {
  const draft = {
    ...emptyDraft('modbus'),
    id: 'A b',
    port: '0',
    unit: '300',
    everySeconds: 'x',
    points: [emptyPoint(0)],
  };
  expect(problemsIn({ ...draft, points: [{ ...emptyPoint(0), scale: '' }] }, [])).toEqual({
    id: 'Lower case letters, digits and dashes, up to 40',
    host: 'A name or an address',
    port: 'A whole number from 1 to 65535',
    everySeconds: 'A whole number from 1 to 3600',
    unit: 'A whole number from 0 to 255',
    'points.0.from': 'Where it is read from',
    'points.0.topic': 'Choose the sensor it speaks for',
    'points.0.scale': 'A number',
  });
  expect(problemsIn({ ...emptyDraft('mqtt'), id: 'hall', url: 'broker' }, ['hall'])).toEqual({
    id: 'Another source has this name',
    url: 'Write it as mqtt://HOST:PORT',
  });
  expect(problemsIn({ ...emptyDraft('snmp'), id: 'u', host: 'h', version: '3' }, [])).toEqual({
    user: 'SNMPv3 needs a user',
  });
});

test('FR-130-150 a preview begins as soon as the link is written, with the points that say where they read', () => {
  const draft = { ...emptyDraft('snmp'), host: 'ups-1' };
  expect(previewOf({ ...draft, host: '' })).toBeNull();
  expect(previewOf(draft)?.source).toMatchObject({ kind: 'snmp', id: 'preview', points: [] });
  const seen = previewOf({ ...draft, points: [emptyPoint(4), { ...emptyPoint(5), from: '1.3.6.1' }] });
  expect(seen?.keys).toEqual([5]);
  expect(hardwareSourceSchema.safeParse(seen?.source).success).toBe(true);
});

test('FR-130-155 a source is changed in its place, taken away, and put back where it was', () => {
  const [hall, far, ups] = sources;
  if (hall === undefined || far === undefined || ups === undefined) throw new Error('three sources');
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  expect(ids(withSource({ ...far, id: 'near' }, 'far')([hall, far, ups]))).toEqual(['hall', 'near', 'ups']);
  expect(ids(withSource(ups, null)([hall]))).toEqual(['hall', 'ups']);
  const without = withoutSource('far')([hall, far, ups]);
  expect(ids(without)).toEqual(['hall', 'ups']);
  expect(ids(withSourceAt(far, 1)(without))).toEqual(['hall', 'far', 'ups']);
});

test('FR-130-154 a sensor is found by what it is on, what it measures or its topic', () => {
  const entity = (id: string, more: object) => [id, { id, links: {}, aliases: {}, parent: null, ...more }];
  const spec = { place: 'front-middle', source: 'bot' };
  const entities = new Map([
    entity('site-1', { kind: 'site', name: 's1', spec: {} }),
    entity('room-1', { kind: 'room', name: 'r1', parent: 'site-1', spec: {} }),
    entity('rack-1', { kind: 'rack', name: 'A01', parent: 'room-1', spec: {} }),
    entity('sensor-1', {
      kind: 'sensor',
      name: 't',
      parent: 'rack-1',
      spec: { ...spec, metric: 'temperature' },
    }),
    entity('sensor-2', {
      kind: 'sensor',
      name: 'h',
      parent: 'rack-1',
      spec: { ...spec, metric: 'humidity' },
    }),
  ] as never) as Parameters<typeof sensorChoices>[0];
  const choices = sensorChoices(entities);
  const found = (text: string) => choicesFor(choices, text).map(({ id }) => id);
  expect(found('a01 hum')).toEqual(['sensor-2']);
  expect(found('rack-A01/temperature')).toEqual(['sensor-1']);
  expect(found('')).toEqual(['sensor-1', 'sensor-2']);
  expect(found('b07')).toEqual([]);
  expect(choices[0]).toMatchObject({
    topic: 'dc/s1/r1/rack-A01/temperature',
    title: 'A01 temperature, front-middle',
  });
});

test('FR-130-155 the state of a source is said by shape and word, and never its password', () => {
  const state = (of: HardwareState['state'], ...problems: readonly (string | null)[]) =>
    ({ state: of, points: problems.map((problem) => ({ problem })) }) as HardwareState;
  expect(markOf(state('up', null))).toEqual({ kind: 'ok', word: 'Reads' });
  expect(markOf(state('up', 'x', null)).word).toBe('Partly read');
  expect(markOf(state('up', 'x')).word).toBe('Nothing read');
  expect(markOf(state('failing', null)).kind).toBe('major');
  expect(markOf(state('connecting', null)).word).toBe('Connecting');
  expect(markOf(state('off', null)).word).toBe('Off');
  expect(
    addressOf(hardwareSourceSchema.parse({ kind: 'mqtt', id: 'a', url: 'mqtt://me:secret@b:1883' })),
  ).toBe('mqtt://b:1883');
  expect(addressOf(sources[0])).toBe("the lab's own broker");
  expect(addressOf(sources[3])).toBe('10.0.0.7:1502');
  expect([agoText(null, 5), agoText(1000, 4000)]).toEqual(['never', '3\u2009s ago']);
  expect([valueText(null), valueText(-1.234567)]).toEqual(['–', '\u22121.2346']);
});
