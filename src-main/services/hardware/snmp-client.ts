import type * as NetSnmp from 'net-snmp';
import type { Session, User, Varbind } from 'net-snmp';
import type { HardwareSource } from '../../../sim/contract/settings.ts';
import type { HardwareLimits } from './limits.ts';

export type SnmpConfig = Extract<HardwareSource, { kind: 'snmp' }>;

export type SnmpAnswer =
  | { readonly kind: 'values'; readonly values: readonly Varbind[] }
  /** More was asked for than fits in an answer. */
  | { readonly kind: 'too-big' }
  /** The agent answers, but not this. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'silent'; readonly reason: string };

export type SnmpClient = {
  readonly get: (oids: readonly string[]) => Promise<SnmpAnswer>;
  /** So many of the objects that follow. */
  readonly next: (oid: string, count: number) => Promise<SnmpAnswer>;
  readonly close: () => void;
};

/** Null where the settings can be tried. */
export function snmpConfigProblem(source: SnmpConfig): string | null {
  if (source.version === '2c') return null;
  if (source.user === '') return 'SNMPv3 needs a user name';
  const short = [source.authKey, source.privKey].some((key) => key !== '' && key.length < 8);
  if (short) return 'SNMPv3 keys have at least eight characters';
  return source.authKey === '' && source.privKey !== ''
    ? 'SNMPv3 does not encrypt without an authentication key'
    : null;
}

export async function openSnmp(source: SnmpConfig, limits: HardwareLimits): Promise<SnmpClient> {
  const snmp = await import('net-snmp');
  const options = {
    port: source.port,
    transport: source.host.includes(':') ? 'udp6' : 'udp4',
    // Two sendings within the patience of one question: UDP loses one now and then.
    timeout: limits.answerMillis / 2,
    retries: 1,
    backoff: 1,
  } as const;
  const session: Session =
    source.version === '3'
      ? snmp.createV3Session(source.host, userOf(source, snmp), { ...options, version: snmp.Version3 })
      : snmp.createSession(source.host, source.community, { ...options, version: snmp.Version2c });
  // A datagram that is not SNMP is not an answer; the question's own patience decides.
  session.on('error', () => undefined);
  const answerTo = (ask: (done: (error: Error | null, values?: readonly Varbind[]) => void) => void) =>
    new Promise<SnmpAnswer>((resolve) => {
      ask((error, values) =>
        resolve(error === null ? { kind: 'values', values: values ?? [] } : answerOf(error, source)),
      );
    });
  return {
    get: (oids) => answerTo((done) => session.get([...oids], done)),
    next: (oid, count) =>
      answerTo((done) =>
        session.getBulk([oid], 0, count, (error, found) => done(error, found?.flat() ?? [])),
      ),
    close: () => {
      session.close();
    },
  };
}

type Library = Pick<typeof NetSnmp, 'SecurityLevel' | 'AuthProtocols' | 'PrivProtocols'>;

function userOf(source: SnmpConfig, snmp: Library): User {
  const name = source.user;
  if (source.authKey === '') return { name, level: snmp.SecurityLevel.noAuthNoPriv };
  const auth = { name, authProtocol: snmp.AuthProtocols.sha, authKey: source.authKey };
  if (source.privKey === '') return { ...auth, level: snmp.SecurityLevel.authNoPriv };
  return {
    ...auth,
    level: snmp.SecurityLevel.authPriv,
    privProtocol: snmp.PrivProtocols.aes,
    privKey: source.privKey,
  };
}

const tooBig = 1;

function answerOf(error: Error, { host, port, version }: SnmpConfig): SnmpAnswer {
  if (error.name === 'RequestFailedError') {
    return 'status' in error && error.status === tooBig
      ? { kind: 'too-big' }
      : { kind: 'refused', reason: `The agent refuses: ${error.message}` };
  }
  if (error.name === 'RequestTimedOutError') {
    const secret = version === '2c' ? 'community' : 'user and keys';
    return {
      kind: 'silent',
      reason: `nothing answers at ${host}:${port}: check address, port and ${secret}, and that this machine may ask`,
    };
  }
  return { kind: 'silent', reason: securityWords(error.message, `${host}:${port}`) };
}

/** Reports of the user security model, RFC 3414. */
function securityWords(message: string, address: string): string {
  const known = [
    [/unknown ?user/i, 'does not know this user'],
    [
      /wrong ?digest|authentication digest/i,
      'does not accept the authentication key: it must be the same, with SHA',
    ],
    [/decrypt/i, 'does not accept the encryption key: it must be the same, with AES'],
    [
      /unsupported ?sec/i,
      'does not allow this user so: it asks for more, or less, of authentication and encryption',
    ],
    [/ENOTFOUND|EAI_AGAIN/, 'cannot be found: its name is not known'],
  ] as const;
  const words = known.find(([pattern]) => pattern.test(message))?.[1];
  return words === undefined ? `${address}: ${message}` : `${address} ${words}`;
}
