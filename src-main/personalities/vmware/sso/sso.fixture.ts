/** What a client puts round a request to say, and to prove, who it is. */
import { createHash, createPrivateKey, randomUUID, sign } from 'node:crypto';
import type { TlsFiles } from '../tls/lab-tls.ts';
import { certificatesIn } from './identity.ts';
import { canonical, childNamed, findPath, nodeAt, readNodes } from './signed-xml.ts';

const utility = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';

export type Proof = {
  /** A token in the header. */
  readonly token?: string;
  readonly user?: readonly [name: string, password: string];
  /** Signs the request; its certificate stands in the header unless a token names it. */
  readonly key?: Pick<TlsFiles, 'key' | 'cert'>;
};

/** A whole envelope round a body. */
export function secured(body: string, { token = '', user, key }: Proof): string {
  const id = `_${randomUUID()}`;
  const time = (from: number): string => new Date(Date.now() + from).toISOString();
  const named =
    user === undefined
      ? ''
      : `<wsse:UsernameToken><wsse:Username>${user[0]}</wsse:Username><wsse:Password>${user[1]}</wsse:Password></wsse:UsernameToken>`;
  const shown =
    key === undefined
      ? ''
      : `<wsse:BinarySecurityToken>${certificatesIn(key.cert)[0] ?? ''}</wsse:BinarySecurityToken>`;
  const text = (signature: string): string =>
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header>' +
    `<wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" xmlns:wsu="${utility}">` +
    `<wsu:Timestamp wsu:Id="${id}-time"><wsu:Created>${time(0)}</wsu:Created><wsu:Expires>${time(60_000)}</wsu:Expires></wsu:Timestamp>` +
    `${shown}${named}${token}${signature}</wsse:Security></soap:Header>` +
    `<soap:Body xmlns:wsu="${utility}" wsu:Id="${id}-body">${body}</soap:Body></soap:Envelope>`;
  return key === undefined ? text('') : signedText(text, { id, key });
}

type Signing = { readonly id: string; readonly key: Pick<TlsFiles, 'key'> };

/** The times are those of the first writing: they are signed. */
function signedText(write: (signature: string) => string, { id, key }: Signing): string {
  const plain = write('');
  const root = readNodes(plain);
  if (root === null) throw new Error('the envelope is no XML');
  const digest = (node: unknown): string => {
    const path = findPath(root, (each) => each === node) ?? [];
    return createHash('sha256')
      .update(canonical(path, { inclusive: [], without: null }))
      .digest('base64');
  };
  const reference = (name: string, node: unknown): string =>
    `<ds:Reference URI="#${id}-${name}"><ds:Transforms><ds:Transform Algorithm="${exclusive}"></ds:Transform></ds:Transforms>` +
    '<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>' +
    `<ds:DigestValue>${digest(node)}</ds:DigestValue></ds:Reference>`;
  const space = 'xmlns:ds="http://www.w3.org/2000/09/xmldsig#"';
  const inner =
    `<ds:CanonicalizationMethod Algorithm="${exclusive}"></ds:CanonicalizationMethod>` +
    '<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"></ds:SignatureMethod>' +
    reference('time', nodeAt(root, 'Header/Security/Timestamp')) +
    reference('body', childNamed(root, 'Body'));
  const signer = { key: createPrivateKey(key.key), dsaEncoding: 'ieee-p1363' as const };
  const value = sign('sha256', Buffer.from(`<ds:SignedInfo ${space}>${inner}</ds:SignedInfo>`), signer);
  const signature =
    `<ds:Signature ${space}><ds:SignedInfo>${inner}</ds:SignedInfo>` +
    `<ds:SignatureValue>${value.toString('base64')}</ds:SignatureValue></ds:Signature>`;
  return plain.replace('</wsse:Security>', `${signature}</wsse:Security>`);
}
