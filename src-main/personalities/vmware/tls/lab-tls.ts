/** The lab's own certificate authority and what it says of the endpoint; kept, so that thumbprints stay. */
import { createHash, createPrivateKey, generateKeyPair, X509Certificate, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { refused, accepted, type Result } from '../../../../sim/contract/result.ts';
import type { Log } from '../../../host/log.ts';
import { issue, type Subject } from './certificate.ts';

export type KeyKind = 'rsa' | 'ec';

export type TlsFiles = {
  /** PEM: the key, the certificate with its issuer behind it, and the issuer alone for clients to trust. */
  readonly key: string;
  readonly cert: string;
  readonly ca: string;
  readonly thumbprints: Thumbprints;
};

/** As vSphere writes them: pairs of capital hex digits with colons between. */
export type Thumbprints = { readonly sha1: string; readonly sha256: string };

export type TlsOrder = {
  /** Where they are kept; null: only in memory, made anew at each start. */
  readonly directory: string | null;
  /** RSA is what the oldest clients like best; an EC key is made a hundred times faster. */
  readonly kind: KeyKind;
  /** Names and addresses beside those of this machine. */
  readonly names: readonly string[];
  readonly now: () => Date;
  readonly log: Log;
};

const organization = 'Coldaisle (simulated)';
const rootSubject: Subject = { organization, name: 'Coldaisle lab CA' };
const ownNames = ['localhost', '127.0.0.1', '::1'] as const;
const day = 86_400_000;
const rootDays = 7300;
const serverDays = 3650;
/** Made anew when fewer days are left. */
const spareDays = 30;

type Pair = { readonly key: KeyObject; readonly cert: string };

export async function openLabTls(order: TlsOrder): Promise<TlsFiles> {
  const names = [...new Set([...ownNames, ...order.names])];
  const kept = (name: string) => (order.directory === null ? null : readPair(order, name));
  const root = goodRoot(kept('ca'), order) ?? (await makeRoot(order));
  const before = kept('server');
  const server =
    goodServer(before, { root, names, now: order.now() }) ??
    (await makeServer(order, { root, names, before }));
  return {
    key: pemOf(server.key),
    cert: server.cert + root.cert,
    ca: root.cert,
    thumbprints: thumbprintsOf(server.cert),
  };
}

/** Somebody's own certificate in place of the lab's. */
export function openOwnTls(certFile: string, keyFile: string): Result<TlsFiles> {
  try {
    const cert = readFileSync(certFile, 'utf8');
    const key = readFileSync(keyFile, 'utf8');
    if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(key))) {
      return refused('invalid-input', `${keyFile} is not the key of the certificate in ${certFile}`);
    }
    return accepted({ key, cert, ca: cert, thumbprints: thumbprintsOf(cert) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return refused('invalid-input', `The certificate ${certFile} and its key ${keyFile}: ${message}`, {
      hint: 'Both must be files in PEM.',
    });
  }
}

export function thumbprintsOf(cert: string): Thumbprints {
  const { fingerprint, fingerprint256 } = new X509Certificate(cert);
  return { sha1: fingerprint, sha256: fingerprint256 };
}

/** What `sslThumbprint` of the API holds of any certificate. */
export const sha1Of = (der: Uint8Array): string =>
  (createHash('sha1').update(der).digest('hex').toUpperCase().match(/../g) ?? []).join(':');

function goodRoot(pair: Pair | null, { now }: TlsOrder): Pair | null {
  if (pair === null) return null;
  const cert = new X509Certificate(pair.cert);
  return cert.ca && lasts(cert, now()) ? pair : null;
}

type Wanted = { readonly root: Pair; readonly names: readonly string[]; readonly now: Date };

function goodServer(pair: Pair | null, { root, names, now }: Wanted): Pair | null {
  if (pair === null) return null;
  const cert = new X509Certificate(pair.cert);
  const isOurs = cert.verify(new X509Certificate(root.cert).publicKey);
  const isGoodFor = names.every((name) => isFor(cert, name));
  return isOurs && isGoodFor && lasts(cert, now) ? pair : null;
}

const isFor = (cert: X509Certificate, name: string): boolean =>
  (isIP(name) === 0 ? cert.checkHost(name) : cert.checkIP(name)) !== undefined;

const lasts = ({ validToDate }: X509Certificate, now: Date): boolean =>
  validToDate.getTime() - now.getTime() > spareDays * day;

async function makeRoot(order: TlsOrder): Promise<Pair> {
  const key = await newKey(order.kind);
  const issuer = { subject: rootSubject, key };
  const cert = issue({
    ...validFor(rootDays, order.now()),
    subject: rootSubject,
    names: [],
    key,
    role: 'root',
    issuer,
  });
  return keep(order, 'ca', { key, cert });
}

type ServerOrder = { readonly root: Pair; readonly names: readonly string[]; readonly before: Pair | null };

async function makeServer(order: TlsOrder, { root, names, before }: ServerOrder): Promise<Pair> {
  const key = before?.key ?? (await newKey(order.kind));
  const cert = issue({
    ...validFor(serverDays, order.now()),
    subject: { organization, name: order.names[0] ?? ownNames[0] },
    names,
    key,
    role: 'server',
    issuer: { subject: rootSubject, key: root.key },
  });
  return keep(order, 'server', { key, cert });
}

/** From yesterday: a client's clock may be behind ours. */
const validFor = (days: number, now: Date): { readonly from: Date; readonly until: Date } => ({
  from: new Date(now.getTime() - day),
  until: new Date(now.getTime() + days * day),
});

const makePair = promisify(generateKeyPair);

async function newKey(kind: KeyKind): Promise<KeyObject> {
  const made =
    kind === 'rsa'
      ? await makePair('rsa', { modulusLength: 2048 })
      : await makePair('ec', { namedCurve: 'P-256' });
  return made.privateKey;
}

const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

const filesOf = (directory: string, name: string): { readonly key: string; readonly cert: string } => ({
  key: join(directory, `${name}-key.pem`),
  cert: join(directory, `${name}.pem`),
});

/** Null where there is none, or where it is damaged: then it is put aside and a new one made. */
function readPair({ directory, log }: TlsOrder, name: string): Pair | null {
  const files = filesOf(directory ?? '', name);
  if (!existsSync(files.key) || !existsSync(files.cert)) return null;
  try {
    const key = createPrivateKey(readFileSync(files.key));
    const cert = readFileSync(files.cert, 'utf8');
    if (new X509Certificate(cert).checkPrivateKey(key)) return { key, cert };
    log.warn('the certificate and its key do not belong together; new ones are made', { file: files.cert });
  } catch (error) {
    log.warn('the certificate is damaged; a new one is made', { file: files.cert, error });
  }
  for (const file of [files.key, files.cert]) renameSync(file, `${file}.damaged`);
  return null;
}

function keep({ directory }: TlsOrder, name: string, pair: Pair): Pair {
  if (directory === null) return pair;
  const files = filesOf(directory, name);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  writeFileSync(files.key, pemOf(pair.key), { mode: 0o600 });
  // The mode above only counts for a new file.
  chmodSync(files.key, 0o600);
  writeFileSync(files.cert, pair.cert, { mode: 0o644 });
  return pair;
}
