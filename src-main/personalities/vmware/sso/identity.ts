/** Who vouches for whom: tokens (SAML 2.0) that the lab's own key signs, and whether one may be believed. */
import { createPrivateKey, createPublicKey, randomUUID, X509Certificate } from 'node:crypto';
import { accepted, refused, type Result } from '../../../../sim/contract/result.ts';
import { escaped } from '../wire/escape.ts';
import type { TlsFiles } from '../tls/lab-tls.ts';
import { certificateIn, isSigned, signatureIn, signatureOf } from './signature.ts';
import { attributeOf, childNamed, findPath, localName, nodeAt, textOf } from './signed-xml.ts';
import type { XmlNode } from './signed-xml.ts';

export type TokenOrder = {
  /** `Administrator@VSPHERE.LOCAL`. */
  readonly subject: string;
  /** Milliseconds of the wall. */
  readonly from: number;
  readonly until: number;
  /** Base64 of the certificate whose key its holder has; null: whoever bears it. */
  readonly holder: string | null;
  readonly isRenewable: boolean;
  readonly isDelegable: boolean;
  readonly issuer: string;
};

export type Token = {
  readonly id: string;
  readonly subject: string;
  readonly from: number;
  readonly until: number;
  readonly holder: string | null;
  readonly isRenewable: boolean;
};

export type Identity = {
  /** `anyone`: a name is enough, as vcsim has it. */
  readonly trust: 'anyone' | 'signed';
  /** Base64, the one that signs first. */
  readonly certificates: readonly string[];
  readonly issue: (order: TokenOrder) => string;
  /** The token in a part of what came, or in all of it. */
  readonly read: (root: XmlNode, within: XmlNode) => Result<Token>;
};

export type IdentityDeps = {
  readonly tls: Pick<TlsFiles, 'key' | 'cert'>;
  readonly trust: 'anyone' | 'signed';
  readonly wallNow: () => number;
};

export function createIdentity({ tls, trust, wallNow }: IdentityDeps): Identity {
  const key = createPrivateKey(tls.key);
  const own = createPublicKey(key);
  const certificates = certificatesIn(tls.cert);
  return {
    trust,
    certificates,
    issue: (order) => assertionOf(order, (text, id) => signatureOf(text, id, { key, certificates })),
    read: (root, within) => {
      const path = findPath(root, (node) => node === within);
      const inner = findPath(within, (node) => localName(node) === 'Assertion');
      const node = inner?.at(-1);
      if (path === null || inner === null || node === undefined) return notBelieved('There is no token.');
      const token = tokenOf(node);
      if (token.subject === '') return notBelieved('The token names nobody.');
      if (trust === 'anyone') return accepted(token);
      const signature = signatureIn([...path, ...inner.slice(1)]);
      if (signature === null || !isSigned({ root, signature, key: own, wanted: [node] }))
        return notBelieved('The token is not signed by the STS of this lab.');
      const now = wallNow();
      if (!(token.from - skew <= now)) return notBelieved('The token is not valid yet.');
      return now < token.until + skew ? accepted(token) : notBelieved('The token has expired.');
    },
  };
}

/** Clocks differ. */
const skew = 10_000;

const notBelieved = (message: string): Result<never> => refused('not-allowed', message);

export const certificatesIn = (pem: string): readonly string[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([^-]*)-----END CERTIFICATE-----/g)].map(([, body = '']) =>
    body.replaceAll(/\s+/g, ''),
  );

export function publicKeyOf(certificate: string): ReturnType<typeof createPublicKey> | null {
  try {
    return new X509Certificate(Buffer.from(certificate, 'base64')).publicKey;
  } catch {
    return null;
  }
}

function tokenOf(node: XmlNode): Token {
  const conditions = childNamed(node, 'Conditions');
  const time = (name: string): number => Date.parse(attributeOf(conditions, name) ?? '');
  const confirmation = nodeAt(node, 'Subject/SubjectConfirmation');
  const isHeld = attributeOf(confirmation, 'Method')?.endsWith(':holder-of-key') === true;
  const holder = certificateIn(childNamed(confirmation, 'SubjectConfirmationData'));
  return {
    id: attributeOf(node, 'ID') ?? '',
    subject: textOf(nodeAt(node, 'Subject/NameID')),
    from: time('NotBefore'),
    until: time('NotOnOrAfter'),
    holder: isHeld ? holder : null,
    isRenewable: childNamed(conditions, 'Condition') !== undefined,
  };
}

const instance = 'http://www.w3.org/2001/XMLSchema-instance';
const saml = 'urn:oasis:names:tc:SAML:2.0';
const iso = (millis: number): string => new Date(millis).toISOString();

/** As vCenter's STS writes them: clients copy them part by part into what they sign. */
function assertionOf(order: TokenOrder, signed: (text: string, id: string) => string): string {
  const id = `_${randomUUID()}`;
  const head =
    `<saml2:Assertion xmlns:saml2="${saml}:assertion" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="${instance}" ID="${id}" IssueInstant="${iso(order.from)}" Version="2.0">` +
    `<saml2:Issuer Format="${saml}:nameid-format:entity">${escaped(order.issuer)}</saml2:Issuer>`;
  const rest = `${subjectOf(order)}${conditionsOf(order)}${statementsOf(order)}</saml2:Assertion>`;
  return head + signed(head + rest, id) + rest;
}

function subjectOf({ subject, until, holder }: TokenOrder): string {
  const name = `<saml2:NameID Format="http://schemas.xmlsoap.org/claims/UPN">${escaped(subject)}</saml2:NameID>`;
  const data =
    holder === null
      ? `<saml2:SubjectConfirmationData NotOnOrAfter="${iso(until)}"></saml2:SubjectConfirmationData>`
      : '<saml2:SubjectConfirmationData xsi:type="saml2:KeyInfoConfirmationDataType">' +
        '<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>' +
        `<ds:X509Certificate>${holder}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></saml2:SubjectConfirmationData>`;
  const method = `${saml}:cm:${holder === null ? 'bearer' : 'holder-of-key'}`;
  return (
    `<saml2:Subject>${name}<saml2:SubjectConfirmation Method="${method}">${data}` +
    '</saml2:SubjectConfirmation></saml2:Subject>'
  );
}

function conditionsOf({ from, until, isRenewable, isDelegable }: TokenOrder): string {
  const proxy = `<saml2:ProxyRestriction Count="${isDelegable ? 10 : 0}"></saml2:ProxyRestriction>`;
  const renewing = isRenewable
    ? '<saml2:Condition xmlns:rsa="http://www.rsa.com/names/2009/12/std-ext/SAML2.0"' +
      ' Count="10" xsi:type="rsa:RenewRestrictionType"></saml2:Condition>'
    : '';
  return `<saml2:Conditions NotBefore="${iso(from)}" NotOnOrAfter="${iso(until)}">${proxy}${renewing}</saml2:Conditions>`;
}

function statementsOf({ from, holder }: TokenOrder): string {
  const how = holder === null ? 'PasswordProtectedTransport' : 'X509';
  const groups = '<saml2:AttributeValue xsi:type="xs:string">vsphere.local\\Everyone</saml2:AttributeValue>';
  return (
    `<saml2:AuthnStatement AuthnInstant="${iso(from)}"><saml2:AuthnContext><saml2:AuthnContextClassRef>` +
    `${saml}:ac:classes:${how}</saml2:AuthnContextClassRef></saml2:AuthnContext></saml2:AuthnStatement>` +
    '<saml2:AttributeStatement><saml2:Attribute FriendlyName="Groups" Name="http://rsa.com/schemas/attr-names/2009/01/GroupIdentity"' +
    ` NameFormat="${saml}:attrname-format:uri">${groups}</saml2:Attribute></saml2:AttributeStatement>`
  );
}
