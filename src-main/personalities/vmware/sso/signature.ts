/** XML signatures (XMLDSig) as far as tokens need them: exclusive C14N, SHA-256, RSA and ECDSA. */
import { createHash, sign, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import {
  attributeOf,
  canonical,
  childNamed,
  elementsIn,
  findPath,
  localName,
  nodeAt,
  readNodes,
  textOf,
} from './signed-xml.ts';
import type { Path, XmlNode } from './signed-xml.ts';

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';
const algorithms = {
  rsa: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  ec: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
} as const;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** An ECDSA signature stands in XML as its two numbers, one behind the other. */
const keyOf = (key: KeyObject) =>
  key.asymmetricKeyType === 'ec' ? { key, dsaEncoding: 'ieee-p1363' as const } : key;

export type Signer = { readonly key: KeyObject; readonly certificates: readonly string[] };

/** The signature of a whole element that has this ID; it goes into it. */
export function signatureOf(text: string, id: string, { key, certificates }: Signer): string {
  const node = readNodes(text);
  if (node === null) throw new Error('what is to be signed is no XML');
  const algorithm = key.asymmetricKeyType === 'ec' ? algorithms.ec : algorithms.rsa;
  const space = 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"';
  const inner =
    `<ds:CanonicalizationMethod Algorithm="${exclusive}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${algorithm}"></ds:SignatureMethod>` +
    `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="${enveloped}"></ds:Transform>` +
    `<ds:Transform Algorithm="${exclusive}"></ds:Transform></ds:Transforms>` +
    `<ds:DigestMethod Algorithm="${sha256}"></ds:DigestMethod>` +
    `<ds:DigestValue>${digestOf(canonical([node], { inclusive: [], without: null }))}</ds:DigestValue></ds:Reference>`;
  const signed = sign('sha256', Buffer.from(`<ds:SignedInfo ${space}>${inner}</ds:SignedInfo>`), keyOf(key));
  const chain = certificates.map((each) => `<ds:X509Certificate>${each}</ds:X509Certificate>`).join('');
  return (
    `<ds:Signature ${space}><ds:SignedInfo>${inner}</ds:SignedInfo>` +
    `<ds:SignatureValue>${signed.toString('base64')}</ds:SignatureValue>` +
    `<ds:KeyInfo><ds:X509Data>${chain}</ds:X509Data></ds:KeyInfo></ds:Signature>`
  );
}

/** `root` is all that came; what the signature names is looked for in it. True where it covers each of `wanted`. */
export type Check = {
  readonly root: XmlNode;
  readonly signature: Path;
  readonly key: KeyObject;
  readonly wanted: readonly XmlNode[];
};

export function isSigned({ root, signature, key, wanted }: Check): boolean {
  const node = signature.at(-1);
  const info = childNamed(node, 'SignedInfo');
  if (node === undefined || info === undefined) return false;
  const method = attributeOf(childNamed(info, 'SignatureMethod'), 'Algorithm');
  const kind = key.asymmetricKeyType === 'ec' ? 'ec' : 'rsa';
  const transform = childNamed(info, 'CanonicalizationMethod');
  if (method !== algorithms[kind] || attributeOf(transform, 'Algorithm') !== exclusive) return false;
  const text = canonical([...signature, info], { inclusive: prefixesIn(transform), without: null });
  const value = Buffer.from(textOf(childNamed(node, 'SignatureValue')), 'base64');
  if (!verify('sha256', Buffer.from(text), keyOf(key), value)) return false;
  const covered = elementsIn(info)
    .filter((child) => localName(child) === 'Reference')
    .map((reference) => coveredBy(root, node, reference));
  return !covered.includes(null) && wanted.every((each) => covered.includes(each));
}

/** The element that a reference names, where its digest is right. */
function coveredBy(root: XmlNode, signature: XmlNode, reference: XmlNode): XmlNode | null {
  const id = (attributeOf(reference, 'URI') ?? '').replace(/^#/, '');
  const hasId = (each: XmlNode): boolean =>
    id !== '' && ['ID', 'Id'].some((name) => attributeOf(each, name) === id);
  const path = findPath(root, hasId);
  const found = path?.at(-1);
  // One ID, one element: else it is not known which of them was signed.
  if (path === null || found === undefined || countOf(root, hasId) > 1) return null;
  if (attributeOf(childNamed(reference, 'DigestMethod'), 'Algorithm') !== sha256) return null;
  const transforms = childNamed(reference, 'Transforms');
  const steps = transforms === undefined ? [] : elementsIn(transforms);
  const names = steps.map((step) => attributeOf(step, 'Algorithm'));
  if (names.some((name) => name !== exclusive && name !== enveloped)) return null;
  const inclusive = steps.flatMap(prefixesIn);
  const without = names.includes(enveloped) ? signature : null;
  const digest = textOf(childNamed(reference, 'DigestValue'));
  return digestOf(canonical(path, { inclusive, without })) === digest ? found : null;
}

function countOf(node: XmlNode, isIt: (node: XmlNode) => boolean): number {
  return elementsIn(node).reduce((sum, child) => sum + countOf(child, isIt), isIt(node) ? 1 : 0);
}

/** `InclusiveNamespaces PrefixList="xs xsi"`. */
function prefixesIn(transform: XmlNode | undefined): readonly string[] {
  const list = attributeOf(childNamed(transform, 'InclusiveNamespaces'), 'PrefixList') ?? '';
  return list.split(/\s+/).flatMap((prefix) => (prefix === '' ? [] : prefix === '#default' ? '' : prefix));
}

export const signatureIn = (path: Path): Path | null => {
  const signature = childNamed(path.at(-1), 'Signature');
  return signature === undefined ? null : [...path, signature];
};

export const certificateIn = (signature: XmlNode | undefined): string =>
  textOf(nodeAt(signature, 'KeyInfo/X509Data/X509Certificate')).replaceAll(/\s+/g, '');
