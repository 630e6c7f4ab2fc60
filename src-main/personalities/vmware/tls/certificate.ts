/** X.509 certificates of the lab's own (RFC 5280): a root, and what it says of the endpoints. */
import { createHash, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import {
  bits,
  integer,
  numbered,
  octets,
  oid,
  pem,
  sequence,
  setOf,
  text,
  time,
  yes,
  type Der,
} from './der.ts';

export type Subject = { readonly name: string; readonly organization: string };

export type CertificateOrder = {
  readonly subject: Subject;
  /** Host names and IP addresses that the certificate is good for; a root has none. */
  readonly names: readonly string[];
  readonly key: KeyObject;
  readonly from: Date;
  readonly until: Date;
  readonly role: 'root' | 'server';
  readonly issuer: { readonly subject: Subject; readonly key: KeyObject };
};

const ids = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  sha256WithRsa: '1.2.840.113549.1.1.11',
  sha256WithEcdsa: '1.2.840.10045.4.3.2',
  subjectKey: '2.5.29.14',
  keyUsage: '2.5.29.15',
  otherNames: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  issuerKey: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
} as const;

/** The certificate as PEM. */
export function issue(order: CertificateOrder): string {
  const algorithm = algorithmOf(order.issuer.key);
  const body = sequence(
    // Version 3.
    numbered(0, integer(Buffer.from([2])), 'structured'),
    serialNumber(),
    algorithm,
    nameOf(order.issuer.subject),
    sequence(time(order.from), time(order.until)),
    nameOf(order.subject),
    publicPart(order.key),
    numbered(3, sequence(...extensionsOf(order)), 'structured'),
  );
  const signature = sign('sha256', body, order.issuer.key);
  return pem('CERTIFICATE', sequence(body, algorithm, bits(signature, 0)));
}

/** 128 bits of chance, never zero. */
const serialNumber = (): Der => integer(Buffer.concat([Buffer.from([0x01]), randomBytes(15)]));

export function algorithmOf(key: KeyObject): Der {
  // RSA wants the empty parameters said, ECDSA wants them left out.
  if (key.asymmetricKeyType === 'rsa') return sequence(oid(ids.sha256WithRsa), Buffer.from([0x05, 0x00]));
  return sequence(oid(ids.sha256WithEcdsa));
}

const nameOf = ({ name, organization }: Subject): Der =>
  sequence(
    setOf(sequence(oid(ids.organization), text(organization))),
    setOf(sequence(oid(ids.commonName), text(name))),
  );

export const publicPart = (key: KeyObject): Der =>
  (key.type === 'public' ? key : createPublicKey(key)).export({ type: 'spki', format: 'der' });

/** SHA-1 of the public key: a name for it, and no protection. */
const keyNumber = (key: KeyObject): Buffer => createHash('sha1').update(publicPart(key)).digest();

function extensionsOf(order: CertificateOrder): Der[] {
  const common = [
    extension(ids.subjectKey, octets(keyNumber(order.key))),
    extension(ids.issuerKey, sequence(numbered(0, keyNumber(order.issuer.key), 'plain'))),
  ];
  if (order.role === 'root') {
    // May sign certificates and lists of revoked ones.
    return [...common, critical(ids.basicConstraints, sequence(yes)), critical(ids.keyUsage, usage(0x06, 1))];
  }
  const names = order.names.map((name) => otherName(name));
  return [
    ...common,
    critical(ids.basicConstraints, sequence()),
    // May sign and encipher keys: RSA key exchange is what the oldest clients do.
    critical(ids.keyUsage, usage(0xa0, 5)),
    extension(ids.extendedKeyUsage, sequence(oid(ids.serverAuth))),
    extension(ids.otherNames, sequence(...names)),
  ];
}

const usage = (flags: number, unused: number): Der => bits(Buffer.from([flags]), unused);
export const extension = (id: string, content: Der): Der => sequence(oid(id), octets(content));
const critical = (id: string, content: Der): Der => sequence(oid(id), yes, octets(content));

export const otherName = (name: string): Der =>
  isIP(name) === 0
    ? numbered(2, Buffer.from(name, 'latin1'), 'plain')
    : numbered(7, addressBytes(name), 'plain');

function addressBytes(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail = ''] = address.split('::');
  const front = groupsOf(head);
  const back = groupsOf(tail);
  const zeros = Array.from<number>({ length: 16 - front.length - back.length }).fill(0);
  return Buffer.from([...front, ...zeros, ...back]);
}

const groupsOf = (part: string): number[] =>
  part === ''
    ? []
    : part.split(':').flatMap((group) => {
        const value = Number.parseInt(group, 16);
        return [value >> 8, value & 0xff];
      });
