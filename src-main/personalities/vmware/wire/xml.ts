import { SaxesParser, type SaxesTagNS } from 'saxes';
import { accepted, type Result } from '../../../../sim/contract/result.ts';

/** An element as it was sent, names without their prefixes. */
export type XmlElement = {
  readonly name: string;
  readonly uri: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What `xsi:type` names, without its prefix, and the name space that the prefix stands for. */
  readonly type: { readonly name: string; readonly uri: string } | null;
  readonly children: readonly XmlElement[];
  /** The text that stands in it directly. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
};

/** What could not be read, and where: lines from 1, columns from 0. */
export type ParseFault = { readonly message: string; readonly line: number; readonly column: number };

export type XmlLimits = { readonly bytes: number; readonly depth: number; readonly elements: number };

export const defaultLimits: XmlLimits = { bytes: 32 * 1024 * 1024, depth: 100, elements: 400_000 };
/** On one element. */
const mostAttributes = 1000;

/** Ends the parser where it stands: what it does with the rest takes the longer the deeper it is. */
const halt = new Error('the rest is not read');

export type XmlReader = {
  /** False once something was wrong: the rest need not be sent. */
  readonly write: (chunk: Uint8Array) => boolean;
  readonly end: () => Result<XmlElement, ParseFault>;
};

export function readXml(bytes: Uint8Array, limits: XmlLimits): Result<XmlElement, ParseFault> {
  const reader = openXmlReader(limits);
  reader.write(bytes);
  return reader.end();
}

type Growing = XmlElement & { readonly children: XmlElement[]; text: string };

/** Reads while it arrives. No document types, so no entities but XML's own five; nothing is fetched from anywhere. */
export function openXmlReader(limits: XmlLimits): XmlReader {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const open: Growing[] = [];
  let root: Growing | null = null;
  let fault: ParseFault | null = null;
  let elements = 0;
  let attributes = 0;
  let bytes = 0;

  const fail = (message: string): void => {
    fault ??= { message, line: parser.line, column: parser.column };
  };
  const stop = (message: string): never => {
    fail(message);
    throw halt;
  };
  parser.on('error', (error) => stop(plainMessage(error.message)));
  parser.on('doctype', () => stop('a document type is not accepted'));
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > mostAttributes) stop(`an element has more than ${mostAttributes} attributes`);
  });
  parser.on('opentag', (tag) => {
    elements += 1;
    attributes = 0;
    if (open.length >= limits.depth) stop(`elements stand more than ${limits.depth} deep`);
    if (elements > limits.elements) stop(`there are more than ${limits.elements} elements`);
    const element = elementOf(tag, parser);
    const parent = open.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);

  return {
    write: (chunk) => {
      bytes += chunk.length;
      if (bytes > limits.bytes) fail(`the request is larger than ${limits.bytes} bytes`);
      if (fault === null) feed(() => parser.write(decoder.decode(chunk, { stream: true })), fail);
      return fault === null;
    },
    end: () => {
      if (fault === null) feed(() => parser.write(decoder.decode()).close(), fail);
      if (root === null) fail('there is no element');
      return fault !== null || root === null ? notRead(fault) : accepted(root);
    },
  };
}

const notRead = (fault: ParseFault | null): Result<never, ParseFault> => ({
  ok: false,
  refusal: fault ?? { message: 'there is no element', line: 1, column: 0 },
});

/** Bytes that are no UTF-8 make the decoder throw; what is wrong has been said where we stopped ourselves. */
function feed(write: () => unknown, fail: (message: string) => void): void {
  try {
    write();
  } catch (error) {
    if (error === halt) return;
    if (!(error instanceof TypeError)) throw error;
    fail('the text is not UTF-8');
  }
}

const noAttributes: ReadonlyMap<string, string> = new Map();

function elementOf(tag: SaxesTagNS, parser: SaxesParser<{ xmlns: true; position: true }>): Growing {
  const attributes = new Map<string, string>();
  let type: XmlElement['type'] = null;
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue;
    if (attribute.local === 'type' && attribute.uri === schemaInstance)
      type = qualified(attribute.value, parser);
    else attributes.set(attribute.local, attribute.value);
  }
  const { local: name, uri } = tag;
  return {
    name,
    uri,
    attributes: attributes ?? noAttributes,
    type,
    children: [],
    text: '',
    line: parser.line,
    column: parser.column,
  };
}

const schemaInstance = 'http://www.w3.org/2001/XMLSchema-instance';

function qualified(
  value: string,
  parser: { resolve: (prefix: string) => string | undefined },
): XmlElement['type'] {
  const text = value.trim();
  const at = text.indexOf(':');
  const prefix = at < 0 ? '' : text.slice(0, at);
  return { name: text.slice(at + 1), uri: parser.resolve(prefix) ?? '' };
}

/** The parser puts the place before its words: it is told apart. */
const plainMessage = (message: string): string => message.replace(/^\d+:\d+: /, '').replace(/\.$/, '');
