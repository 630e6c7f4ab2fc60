/** XML as signatures see it: with its prefixes, and in the one form that everybody writes alike (exclusive C14N). */
import { SaxesParser } from 'saxes';

export type XmlNode = {
  /** With its prefix, `saml2:Assertion`. */
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (XmlNode | string)[];
};

type Growing = XmlNode & { readonly children: (XmlNode | string)[] };

const mostDepth = 60;
const mostBytes = 1024 * 1024;

/** null where it is no XML, has a document type, or is larger than any token. */
export function readNodes(text: string): XmlNode | null {
  if (text.length > mostBytes) return null;
  const parser = new SaxesParser();
  const open: Growing[] = [];
  let root: XmlNode | null = null;
  let isWrong = false;
  const fail = (): void => {
    isWrong = true;
  };
  parser.on('error', fail);
  parser.on('doctype', fail);
  parser.on('opentag', (tag) => {
    if (open.length >= mostDepth) isWrong = true;
    if (isWrong) return;
    const node: Growing = { name: tag.name, attributes: Object.entries(tag.attributes), children: [] };
    const parent = open.at(-1);
    if (parent === undefined) root = node;
    else parent.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  const add = (piece: string): void => void open.at(-1)?.children.push(piece);
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  return isWrong ? null : root;
}

export const localName = ({ name }: XmlNode): string => name.slice(name.indexOf(':') + 1);

export const elementsIn = ({ children }: XmlNode): readonly XmlNode[] =>
  children.filter((child) => typeof child !== 'string');

export const childNamed = (node: XmlNode | undefined, local: string): XmlNode | undefined =>
  node === undefined ? undefined : elementsIn(node).find((child) => localName(child) === local);

/** `Subject/NameID`, by local names. */
export const nodeAt = (node: XmlNode | undefined, path: string): XmlNode | undefined =>
  path.split('/').reduce<XmlNode | undefined>(childNamed, node);

export const textOf = (node: XmlNode | undefined): string =>
  (node?.children ?? [])
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();

/** By its local name: `wsu:Id` and `ID` are asked for as they stand. */
export const attributeOf = (node: XmlNode | undefined, local: string): string | undefined =>
  node?.attributes.find(([name]) => name.slice(name.indexOf(':') + 1) === local)?.[1];

/** Where an element stands: itself last, what is round it before. */
export type Path = readonly XmlNode[];

/** The first in the order of the text. */
export function findPath(root: XmlNode, isIt: (node: XmlNode) => boolean): Path | null {
  if (isIt(root)) return [root];
  for (const child of elementsIn(root)) {
    const path = findPath(child, isIt);
    if (path !== null) return [root, ...path];
  }
  return null;
}

type Spaces = ReadonlyMap<string, string>;

/** Prefix → name space; '' for what has no prefix. */
function declaredIn({ attributes }: XmlNode): Spaces {
  const spaces = new Map<string, string>();
  for (const [name, value] of attributes) {
    if (name === 'xmlns') spaces.set('', value);
    else if (name.startsWith('xmlns:')) spaces.set(name.slice(6), value);
  }
  return spaces;
}

export type CanonicalOrder = {
  /** Prefixes that are written although nothing visible uses them. */
  readonly inclusive: readonly string[];
  /** What a signature does not sign: itself. */
  readonly without: XmlNode | null;
};

export function canonical(path: Path, order: CanonicalOrder): string {
  const node = path.at(-1);
  if (node === undefined) return '';
  const scope = new Map(path.slice(0, -1).flatMap((above) => [...declaredIn(above)]));
  return written(node, { scope, rendered: new Map() }, order);
}

type Place = { readonly scope: Spaces; readonly rendered: Spaces };

function written(node: XmlNode, place: Place, order: CanonicalOrder): string {
  const scope = new Map([...place.scope, ...declaredIn(node)]);
  const plain = node.attributes.filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'));
  const used = new Set([prefixOf(node.name), ...plain.flatMap(([name]) => prefixOf(name) || [])]);
  for (const prefix of order.inclusive) if (scope.has(prefix)) used.add(prefix);
  const rendered = new Map(place.rendered);
  let spaces = '';
  for (const prefix of [...used].toSorted(byText)) {
    const uri = scope.get(prefix) ?? '';
    if (prefix === 'xml' || (rendered.get(prefix) ?? '') === uri) continue;
    rendered.set(prefix, uri);
    spaces += prefix === '' ? ` xmlns="${quoted(uri)}"` : ` xmlns:${prefix}="${quoted(uri)}"`;
  }
  const sorted = plain.toSorted(
    ([one], [other]) =>
      byText(spaceOf(one, scope), spaceOf(other, scope)) || byText(localOf(one), localOf(other)),
  );
  const attributes = sorted.map(([name, value]) => ` ${name}="${quoted(value)}"`).join('');
  let inner = '';
  for (const child of node.children) {
    if (child === order.without) continue;
    inner += typeof child === 'string' ? escapedText(child) : written(child, { scope, rendered }, order);
  }
  return `<${node.name}${spaces}${attributes}>${inner}</${node.name}>`;
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '');
const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);
const spaceOf = (name: string, scope: Spaces): string =>
  name.includes(':') ? (scope.get(prefixOf(name)) ?? '') : '';

const escapedText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');

const quoted = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;');
