import { expect, test } from 'vitest';
import { envelope, faultResponse, response, responseChunks } from './envelope.ts';
import type { Value } from './value.ts';
import { bytesOf, vmRef, wireBench } from './wire.fixture.ts';
import { openEnvelope } from './read.ts';
import { defaultLimits, readXml, type XmlElement } from './xml.ts';

const bench = wireBench();
const writer = bench.writer('8.0.3.0');

function bodyOf(xml: string): XmlElement {
  const root = readXml(bytesOf(xml), defaultLimits);
  const opened = root.ok ? openEnvelope(root.value) : root;
  if (!opened.ok) throw new Error(opened.refusal.message);
  return opened.value.body;
}

test('FR-020-010 an answer stands in an element of the method\u2019s name', () => {
  const body = bodyOf(response(writer, bench.method('PowerOnVM_Task'), { _ref: 'Task', value: 'task-1' }));
  expect([body.name, body.uri]).toEqual(['PowerOnVM_TaskResponse', 'urn:vim25']);
  expect(body.children[0]).toMatchObject({ name: 'returnval', text: 'task-1' });
});

test('FR-020-010 nothing to answer is an empty answer', () => {
  expect(bodyOf(response(writer, bench.method('Logout'), undefined)).children).toEqual([]);
  expect(bodyOf(response(writer, bench.method('RetrieveProperties'), [])).children).toEqual([]);
});

test('FR-020-010 a fault names its type twice, in its element and in its detail', () => {
  const fault = { type: 'InvalidPowerState', message: 'a < b', fields: { existingState: 'poweredOn' } };
  const xml = faultResponse(writer, fault);
  expect(xml).toContain('<faultcode>ServerFaultCode</faultcode><faultstring>a &lt; b</faultstring>');
  const detail = bodyOf(xml).children.find(({ name }) => name === 'detail')?.children[0];
  expect(detail).toMatchObject({
    name: 'InvalidPowerStateFault',
    uri: 'urn:vim25',
    type: { name: 'InvalidPowerState' },
  });
  expect(detail?.children.map(({ name, text }) => [name, text])).toEqual([['existingState', 'poweredOn']]);
});

test('FR-020-010 a fault younger than the client is the nearest that it knows', () => {
  const young = bench.schema
    .names('data')
    .find((name) => bench.schema.isA(name, 'VimFault') && bench.schema.dataType(name)?.since === 13);
  if (young === undefined) throw new Error('no fault came with 6.7.2');
  const detail = bodyOf(faultResponse(bench.writer('6.5'), { type: young, message: '' })).children.at(-1);
  expect(detail?.children[0]?.name).not.toBe(`${young}Fault`);
});

test('FR-020-010 another service\u2019s body stands in the same envelope', () => {
  expect(bodyOf(envelope('<a xmlns="urn:b"/>'))).toMatchObject({ name: 'a', uri: 'urn:b' });
});

const object = (at: number): Value => ({
  obj: vmRef,
  propSet: [{ name: 'name', val: `machine ${at} ${'x'.repeat(100)}` }],
});

/** Tells how many were made so far. */
function lazily(count: number): { readonly list: Value; readonly made: () => number } {
  let made = 0;
  function* objects(): Generator<Value> {
    for (; made < count; made += 1) yield object(made);
  }
  return { list: { _each: objects }, made: () => made };
}

test('FR-020-010 a large answer is made and written piece by piece', () => {
  const { list, made } = lazily(2000);
  const chunks = responseChunks(writer, bench.method('RetrievePropertiesEx'), { token: '7', objects: list });
  const [first] = [chunks.next()];
  expect(first.done).toBe(false);
  expect(made()).toBeLessThan(1000);
  const body = bodyOf(`${first.value}${[...chunks].join('')}`);
  expect(body.children[0]?.children.map(({ name }) => name).slice(0, 2)).toEqual(['token', 'objects']);
  expect(body.children[0]?.children.length).toBe(2001);
});

test('FR-020-010 pieces and the whole are the same text', () => {
  const whole = { token: '7', objects: Array.from({ length: 2000 }, (_, at) => object(at)) };
  const ex = bench.method('RetrievePropertiesEx');
  const all = bench.method('RetrieveProperties');
  const joined = (method: typeof ex, value: Value): string =>
    [...responseChunks(writer, method, value)].join('');
  expect(joined(ex, { token: '7', objects: lazily(2000).list })).toBe(response(writer, ex, whole));
  expect(joined(all, lazily(2000).list)).toBe(response(writer, all, whole.objects));
  expect(joined(ex, whole)).toBe(response(writer, ex, whole));
  expect(joined(bench.method('Logout'), undefined)).toBe(response(writer, bench.method('Logout'), undefined));
});
