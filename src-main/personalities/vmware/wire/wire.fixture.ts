import type { Field } from '../schema/rows.ts';
import { versionAt } from '../schema/version.ts';
import { openSchema, type Method, type VimSchema } from '../schema/vim-schema.ts';
import type { Reading } from './read.ts';
import { readElement } from './read.ts';
import type { Data, Value } from './value.ts';
import { createWriters, type Writer } from './write.ts';
import { defaultLimits, readXml } from './xml.ts';

export type WireBench = {
  readonly schema: VimSchema;
  readonly writer: (version: string) => Writer;
  readonly reading: (version: string) => Reading;
  readonly method: (name: string) => Method;
};

export function wireBench(): WireBench {
  const schema = openSchema();
  const writers = createWriters(schema);
  return {
    schema,
    writer: (version) => writers(versionAt(schema, version)),
    reading: (version) => ({ schema, version: versionAt(schema, version) }),
    method: (name) => {
      const method = schema.method(name);
      if (method === undefined) throw new Error(`no method ${name}`);
      return method;
    },
  };
}

const spaces =
  'xmlns="urn:vim25" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** One element that stands alone. */
export const alone = (element: string): string => element.replace(/^<\w+/, (open) => `${open} ${spaces}`);

const utf8 = new TextEncoder();

export const dataField = (type: string): Field => ({
  name: 'thing',
  type,
  kind: 'data',
  target: null,
  names: null,
  isArray: false,
  isOptional: false,
  optionalSince: 0,
  since: 0,
  privileges: [],
});

/** What comes back of a data object's element. */
export function readBack(xml: string, type: string, reading: Reading): Value {
  const root = readXml(utf8.encode(xml), defaultLimits);
  if (!root.ok) throw new Error(`${root.refusal.message} in ${xml}`);
  const read = readElement(root.value, dataField(type), reading);
  if (!read.ok) throw new Error(`${read.refusal.message} in ${xml}`);
  return read.value;
}

/** A request as a client would send it. */
export const requestOf = (body: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>' +
  '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"' +
  ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<soapenv:Header><operationID>op-1</operationID></soapenv:Header><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;

export const bytesOf = (text: string): Uint8Array => utf8.encode(text);

export const vmRef = { _ref: 'VirtualMachine', value: 'vm-12' } satisfies Data;
