/** The WSDL as a toolkit reads it: every name in it leads somewhere. */
import { expect, test } from 'vitest';
import { openSchema } from '../schema/vim-schema.ts';
import { nearestVersion } from '../schema/version.ts';
import { defaultLimits, readXml } from '../wire/xml.ts';
import { openVmwareLab } from '../vmware-lab.fixture.ts';
import { vimWsdl } from './wsdl.ts';

const schema = openSchema();
const wsdlOf = (version: string): string => [...vimWsdl(nearestVersion(schema, version))].join('');
const all = (text: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].map(([, name = '']) => name));

test('FR-020-297 each type, element, message and operation that is named is there, and once', () => {
  const text = wsdlOf('8.0.2.0');
  const types = [...text.matchAll(/<xsd:(?:complex|simple)Type name="(\w+)"/g)].map(([, name]) => name);
  expect(types.length).toBe(new Set(types).size);
  expect(types.length).toBeGreaterThan(4000);
  const known = new Set(types);
  const named = all(text, /(?:type|base)="vim25:(\w+)"/g);
  expect([...named].filter((name) => !known.has(name))).toEqual(['VimPortType']);
  const elements = all(text, /^<xsd:element name="(\w+)"/gm);
  expect([...all(text, /<part element="vim25:(\w+)"/g)].filter((name) => !elements.has(name))).toEqual([]);
  const messages = all(text, /<message name="(\w+)"/g);
  expect([...all(text, /message="vim25:(\w+)"/g)].filter((name) => !messages.has(name))).toEqual([]);
  const bound = text.slice(text.indexOf('<binding '));
  const offered = text.slice(text.indexOf('<portType '), text.indexOf('<binding '));
  expect(all(bound, /<operation name="(\w+)"/g)).toEqual(all(offered, /<operation name="(\w+)"/g));
});

test('FR-020-297 what is younger than the version that is spoken does not stand in it', () => {
  const [old, young] = [wsdlOf('6.5'), wsdlOf('9.0.0.0')];
  const methods = (text: string): ReadonlySet<string> => all(text, /<message name="(\w+)RequestMsg"/g);
  expect(methods(old).has('PowerOnVM_Task')).toBe(true);
  expect(methods(old).has('ConnectNvmeControllerEx_Task')).toBe(false);
  expect(methods(young).has('ConnectNvmeControllerEx_Task')).toBe(true);
  expect(old).toContain('soapAction="urn:vim25/6.5"');
  expect(old).toContain('<xsd:element name="PowerOnVM_Task" type="vim25:PowerOnVMRequestType"/>');
  expect(old).not.toMatch(/name="suspendedToMemory"/);
  expect(young).toMatch(/name="suspendedToMemory"/);
});

test('FR-020-297 it is read without a login, and names where it was asked', async () => {
  const lab = await openVmwareLab();
  const service = await lab.client().get('/sdk/vimService.wsdl');
  const vim = await lab.client().get('/sdk/vim.wsdl');
  await lab.close();
  expect(service.text).toContain(`<soap:address location="https://127.0.0.1:${lab.port}/sdk/vimService"/>`);
  expect(service.text).toContain('location="vim.wsdl"');
  expect([service.status, vim.status]).toEqual([200, 200]);
  expect(vim.text.startsWith('<?xml')).toBe(true);
  expect(vim.text.endsWith('</definitions>\n')).toBe(true);
  expect(readXml(Buffer.from(service.text), defaultLimits).ok).toBe(true);
});
