/** Sessions for who shows a token or an extension's certificate instead of a password. */
import { createHash, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { accepted, refused, type Result } from '../../../../sim/contract/result.ts';
import type { Incoming } from '../server/incoming.ts';
import type { Account } from '../server/users.ts';
import type { Call, Vc } from '../vc.ts';
import { extensionAccount, extensionWith, hasCertificate } from './extension-certificate.ts';
import { publicKeyOf } from './identity.ts';
import type { Token } from './identity.ts';
import { bearerOf, openEnvelopeNodes } from './security.ts';
import { readNodes } from './signed-xml.ts';

const no = (message: string): Result<never> => refused('not-allowed', message);

/** Of the token in the request's security header. */
export async function accountByToken({ vc, sent }: Pick<Call, 'vc' | 'sent'>): Promise<Result<Account>> {
  const { identity } = vc;
  const read = sent === undefined ? null : openEnvelopeNodes(Buffer.from(sent).toString());
  if (identity === null) return no('Nobody signs tokens here: log in with a name and a password.');
  if (read === null) return no('The request carries no token.');
  const token = bearerOf(read, { identity, now: vc.wallNow() });
  return token.ok ? accountOf(vc, token.value) : token;
}

async function accountOf(vc: Vc, { subject }: Token): Promise<Result<Account>> {
  // Whoever may come with any password may come with any token.
  const isAnyone = vc.identity?.trust === 'anyone';
  const account = isAnyone ? await vc.users.check(subject, 'token') : vc.users.find(subject);
  if (account !== null) return accepted(account);
  return hasCertificate(vc, subject)
    ? accepted(extensionAccount(subject))
    : no(`There is no user ${subject}.`);
}

/** `Authorization: SIGN token="…", signature="…", …`: how vAPI clients carry a token, packed. */
export async function accountByHeader(vc: Vc, request: Incoming): Promise<Result<Account> | null> {
  const header = request.headers.authorization ?? '';
  if (!/^SIGN\s/i.test(header)) return null;
  const { identity } = vc;
  if (identity === null) return no('Nobody signs tokens here.');
  const parts = new Map(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const root = unpacked(parts.get('token') ?? '');
  if (root === null) return no('The token cannot be read.');
  const token = identity.read(root, root);
  if (!token.ok) return token;
  if (identity.trust === 'signed' && token.value.holder !== null) {
    const isHeld = isSignedRequest({ request, parts, certificate: token.value.holder });
    if (!isHeld) return no('The request is not signed by the key that the token belongs to.');
  }
  return accountOf(vc, token.value);
}

const mostToken = 1024 * 1024;

function unpacked(text: string): ReturnType<typeof readNodes> {
  try {
    return readNodes(gunzipSync(Buffer.from(text, 'base64'), { maxOutputLength: mostToken }).toString());
  } catch {
    return null;
  }
}

type SignedRequest = {
  readonly request: Incoming;
  readonly parts: ReadonlyMap<string, string>;
  readonly certificate: string;
};

/** Nonce, verb, path, host, port and the digest of the body, which a login has none of: a line each. */
function isSignedRequest({ request, parts, certificate }: SignedRequest): boolean {
  const key = publicKeyOf(certificate);
  const { hostname, port } = new URL(request.origin);
  const lines = [
    parts.get('nonce') ?? '',
    request.method,
    request.path,
    hostname.toLowerCase(),
    port || '80',
  ];
  const digest = createHash('sha256').digest();
  const text = Buffer.concat([
    Buffer.from(lines.map((line) => `${line}\n`).join('')),
    digest,
    Buffer.from('\n'),
  ]);
  return key !== null && verify('sha256', text, key, Buffer.from(parts.get('signature') ?? '', 'base64'));
}

/** An extension comes through the tunnel, with the certificate that it left. */
export function accountByCertificate({ vc, certificate }: Call, extension: string): Result<Account> {
  if (certificate === undefined)
    return no('No certificate was shown: extensions come in through the tunnel.');
  if (vc.identity?.trust !== 'anyone' && extensionWith(vc, certificate) !== extension)
    return no(`${extension} has not left this certificate here.`);
  return accepted(extensionAccount(extension));
}
