import type { Method } from '../schema/vim-schema.ts';
import { escaped } from './escape.ts';
import type { Data, Value } from './value.ts';
import type { Writer } from './write.ts';

const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<soapenv:Envelope xmlns:soapenc="http://schemas.xmlsoap.org/soap/encoding/"' +
  ' xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"' +
  ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n' +
  '<soapenv:Body>\n';
const tail = '\n</soapenv:Body>\n</soapenv:Envelope>';

/** Any body in an envelope: for services that the schema does not know. */
export const envelope = (body: string): string => head + body + tail;

const openResponse = (method: string): string => `${head}<${method}Response xmlns="urn:vim25">`;
const closeResponse = (method: string): string => `</${method}Response>${tail}`;

/** The answer of a method, whole. */
export function response(writer: Writer, method: Method, result: Value): string {
  const body = method.result.type === 'xsd:void' ? '' : writer.field(method.result)(result);
  return openResponse(method.name) + body + closeResponse(method.name);
}

/** What a method refused with. `fields` are those of the fault's type. */
export type WireFault = { readonly type: string; readonly message: string; readonly fields?: Data };

export function faultResponse(writer: Writer, { type, message, fields = {} }: WireFault): string {
  const known = writer.knownType(type);
  const detail = `<${known}Fault xmlns="urn:vim25" xsi:type="${known}">${writer.body(known, fields)}</${known}Fault>`;
  return envelope(
    `<soapenv:Fault><faultcode>ServerFaultCode</faultcode><faultstring>${escaped(message)}</faultstring>` +
      `<detail>${detail}</detail></soapenv:Fault>`,
  );
}

/** Enough to fill a few packets, and little enough to wait for no one. */
const chunkLength = 65_536;

/**
 * The answer of a method piece by piece. Lists that are lazy, the result itself or fields of it
 * (`RetrieveResult.objects`), are made and written item by item; any other result is one piece.
 */
export function* responseChunks(writer: Writer, method: Method, result: Value): Generator<string> {
  let text = openResponse(method.name);
  for (const part of method.result.type === 'xsd:void' ? [] : writer.parts(method.result, result)) {
    text += part;
    if (text.length < chunkLength) continue;
    yield text;
    text = '';
  }
  yield text + closeResponse(method.name);
}
