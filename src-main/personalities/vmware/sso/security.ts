/** The security header of a request (WS-Security): whose it is, and whether its sender holds the key that it names. */
import { accepted, refused, type Result } from '../../../../sim/contract/result.ts';
import type { Identity, Token } from './identity.ts';
import { publicKeyOf } from './identity.ts';
import { isSigned } from './signature.ts';
import { childNamed, findPath, localName, nodeAt, readNodes, textOf } from './signed-xml.ts';
import type { XmlNode } from './signed-xml.ts';

export type Envelope = {
  readonly root: XmlNode;
  readonly security: XmlNode | undefined;
  /** The one element of the body. */
  readonly body: XmlNode | undefined;
};

export function openEnvelopeNodes(text: string): Envelope | null {
  const root = readNodes(text);
  if (root === null || localName(root) !== 'Envelope') return null;
  const first = childNamed(root, 'Body')?.children.find((child) => typeof child !== 'string');
  return {
    root,
    security: nodeAt(root, 'Header/Security'),
    body: typeof first === 'string' ? undefined : first,
  };
}

/** The certificate in the header, in base64; '' where there is none. */
export const certificateOf = ({ security }: Envelope): string =>
  textOf(childNamed(security, 'BinarySecurityToken')).replaceAll(/\s+/g, '');

/** Body and time are signed by the key of the certificate, and not long ago. */
export function isSignedBy({ root, security }: Envelope, certificate: string, now: number): boolean {
  const signature = findPath(root, (node) => node === childNamed(security, 'Signature'));
  const key = publicKeyOf(certificate);
  const body = childNamed(root, 'Body');
  const timestamp = childNamed(security, 'Timestamp');
  if (signature === null || key === null || body === undefined || timestamp === undefined) return false;
  const expires = Date.parse(textOf(childNamed(timestamp, 'Expires')));
  return now < expires + skew && isSigned({ root, signature, key, wanted: [body, timestamp] });
}

const skew = 60_000;

/** The token of the header, believed; one that belongs to a key only from who has the key. */
export function bearerOf(
  envelope: Envelope,
  { identity, now }: { readonly identity: Identity; readonly now: number },
): Result<Token> {
  const assertion = childNamed(envelope.security, 'Assertion');
  if (assertion === undefined) return refused('not-allowed', 'The request carries no token.');
  const token = identity.read(envelope.root, assertion);
  if (!token.ok || identity.trust === 'anyone' || token.value.holder === null) return token;
  return isSignedBy(envelope, token.value.holder, now)
    ? accepted(token.value)
    : refused('not-allowed', 'The request is not signed by the key that the token belongs to.');
}
