import { expect, test } from 'vitest';
import { problemsInAnswer } from './answer-check.fixture.ts';
import { faultResponse, response } from './envelope.ts';
import { openEnvelope } from './read.ts';
import type { Value } from './value.ts';
import { bytesOf, vmRef, wireBench } from './wire.fixture.ts';
import { defaultLimits, readXml } from './xml.ts';

const bench = wireBench();
const version = '8.0.3.0';

function problems(xml: string): readonly string[] {
  const root = readXml(bytesOf(xml), defaultLimits);
  const opened = root.ok ? openEnvelope(root.value) : root;
  if (!opened.ok) throw new Error(opened.refusal.message);
  return problemsInAnswer(bench.schema, version, opened.value.body);
}

const answered = (method: string, value: Value): readonly string[] =>
  problems(response(bench.writer(version), bench.method(method), value));

test('FR-020-006 an answer that is whole has nothing wrong, a fault neither', () => {
  expect(answered('RetrieveProperties', [{ obj: vmRef, propSet: [{ name: 'name', val: 'a' }] }])).toEqual([]);
  expect(answered('Logout', undefined)).toEqual([]);
  expect(answered('RetrievePropertiesEx', undefined)).toEqual([]);
  const fault = {
    type: 'NoPermission',
    message: 'no',
    fields: { object: vmRef, privilegeId: 'System.View' },
  };
  expect(problems(faultResponse(bench.writer(version), fault))).toEqual([]);
});

test('FR-020-006 what is missing in an answer or in a fault is found', () => {
  expect(answered('RetrieveProperties', [{ propSet: [] }])).toEqual([
    expect.stringContaining('ObjectContent needs obj'),
  ]);
  expect(answered('CurrentTime', undefined)).toEqual(['CurrentTimeResponse is empty']);
  expect(answered('CurrentTime', 'today')).toEqual([expect.stringContaining('returnval is no xsd:dateTime')]);
  const fault = { type: 'ManagedObjectNotFound', message: 'gone', fields: {} };
  expect(problems(faultResponse(bench.writer(version), fault))).toEqual([
    expect.stringContaining('needs obj'),
  ]);
});
