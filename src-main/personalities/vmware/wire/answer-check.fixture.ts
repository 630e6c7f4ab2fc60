import { nearestVersion } from '../schema/version.ts';
import type { VimSchema } from '../schema/vim-schema.ts';
import { readElement, type Reading } from './read.ts';
import { dataField } from './wire.fixture.ts';
import type { ParseFault, XmlElement } from './xml.ts';

/** What a strict client of this version would find wrong with the body of an answer. */
export function problemsInAnswer(schema: VimSchema, version: string, body: XmlElement): readonly string[] {
  const reading = { schema, version: nearestVersion(schema, version) };
  return body.name === 'Fault' ? faultProblems(body, reading) : resultProblems(body, reading);
}

function resultProblems(body: XmlElement, reading: Reading): readonly string[] {
  const method = reading.schema.method(body.name.replace(/Response$/, ''));
  if (method === undefined) return [`${body.name} answers no method`];
  const { result } = method;
  const isLoose = result.isArray || result.isOptional || result.type === 'xsd:void';
  if (body.children.length === 0) return isLoose ? [] : [`${body.name} is empty`];
  const item = { ...result, isArray: false };
  return body.children.flatMap((element) => {
    const read = readElement(element, item, reading);
    return read.ok ? [] : [told(read.refusal)];
  });
}

function faultProblems(body: XmlElement, reading: Reading): readonly string[] {
  const detail = body.children.find(({ name }) => name === 'detail')?.children[0];
  if (detail === undefined) return ['the fault has no detail'];
  if (detail.name !== `${detail.type?.name}Fault`) return [`${detail.name} is no ${detail.type?.name}Fault`];
  const read = readElement(detail, dataField('MethodFault'), reading);
  return read.ok ? [] : [told(read.refusal)];
}

const told = ({ message, line, column }: ParseFault): string => `${message} (line ${line}, column ${column})`;
