/** Requests for certificates (PKCS #10): a name, a key, and what the certificate shall be good for. */
import { createPrivateKey, generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { algorithmOf, extension, otherName, publicPart } from './certificate.ts';
import { bits, integer, numbered, oid, pem, sequence, setOf, text } from './der.ts';
import type { Der } from './der.ts';

/** In the order of the name: `C`, `O`, `CN`. */
export type NamePart = { readonly type: string; readonly value: string };

const partIds: Readonly<Record<string, string>> = {
  C: '2.5.4.6',
  ST: '2.5.4.8',
  L: '2.5.4.7',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  CN: '2.5.4.3',
  DC: '0.9.2342.19200300.100.1.25',
  emailAddress: '1.2.840.113549.1.9.1',
};

const ids = { extensionRequest: '1.2.840.113549.1.9.14', otherNames: '2.5.29.17' } as const;

/** `CN=esx-01,O=Lab`: null where it cannot be read. */
export function readName(said: string): readonly NamePart[] | null {
  const parts = said.split(/(?<!\\),/).map((part) => /^\s*([A-Za-z]+)\s*=\s*(.+?)\s*$/.exec(part));
  const read = parts.map((part) => ({
    type: part?.[1] ?? '',
    value: (part?.[2] ?? '').replaceAll(/\\(.)/g, '$1'),
  }));
  return read.every(({ type }) => Object.hasOwn(partIds, type)) ? read : null;
}

const nameOf = (parts: readonly NamePart[]): Der =>
  sequence(...parts.map(({ type, value }) => setOf(sequence(oid(partIds[type] ?? ''), text(value)))));

type Order = { readonly subject: readonly NamePart[]; readonly names: readonly string[] };

export type Request = {
  readonly pem: string;
  /** SPKI, in base64: what the certificate must be for. */
  readonly publicKey: string;
};

const makePair = promisify(generateKeyPair);

/** With a key of its own, which nobody needs again: nothing here speaks with it. */
export async function requestCertificate({ subject, names }: Order): Promise<Request> {
  const { privateKey } = await makePair('ec', { namedCurve: 'P-256' });
  const key = createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const wanted = sequence(extension(ids.otherNames, sequence(...names.map((name) => otherName(name)))));
  const body = sequence(
    integer(Buffer.from([0])),
    nameOf(subject),
    publicPart(key),
    numbered(0, sequence(oid(ids.extensionRequest), setOf(wanted)), 'structured'),
  );
  const signed = sequence(body, algorithmOf(key), bits(sign('sha256', body, key), 0));
  return { pem: pem('CERTIFICATE REQUEST', signed), publicKey: publicPart(key).toString('base64') };
}
