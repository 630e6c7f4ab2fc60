/** net-snmp's manager, as tests ask it. */
import * as snmp from 'net-snmp';
import type { Session, Varbind } from 'net-snmp';

export type Got = { readonly oid: string; readonly type: string; readonly value: unknown };

export type Manager = {
  readonly get: (...oids: string[]) => Promise<Got[]>;
  /** Null at the end of the MIB. */
  readonly next: (oid: string) => Promise<Got | null>;
  readonly walk: (from: string) => Promise<Got[]>;
  /** Every instance below, by its OID behind `from`. */
  readonly tree: (from: string) => Promise<Record<string, unknown>>;
  readonly set: (oid: string, text: string) => Promise<Got[]>;
  readonly close: () => void;
};

const patience = { retries: 1, timeout: 2000 };
const brief = { retries: 0, timeout: 150 };

export const communityManager = (port: number, community = 'public', host = '127.0.0.1'): Manager =>
  managerOf(snmp.createSession(host, community, { ...patience, port, version: snmp.Version2c }));

/** For requests that nobody should answer: it does not wait long. */
export const unheardManager = (port: number, community: string): Manager =>
  managerOf(snmp.createSession('127.0.0.1', community, { ...brief, port, version: snmp.Version2c }));

export const firstVersionManager = (port: number): Manager =>
  managerOf(snmp.createSession('127.0.0.1', 'public', { ...brief, port, version: snmp.Version1 }));

export type Login = {
  readonly name?: string;
  readonly authKey?: string;
  readonly privKey?: string;
  readonly level?: keyof typeof snmp.SecurityLevel;
};

export function userManager(port: number, login: Login = {}): Manager {
  const { name = 'coldaisle', authKey = 'coldaisle-auth', privKey = 'coldaisle-priv' } = login;
  const user = {
    name,
    level: snmp.SecurityLevel[login.level ?? 'authPriv'],
    authProtocol: snmp.AuthProtocols.sha,
    authKey,
    privProtocol: snmp.PrivProtocols.aes,
    privKey,
  };
  return managerOf(snmp.createV3Session('127.0.0.1', user, { ...patience, port, version: snmp.Version3 }));
}

function managerOf(session: Session): Manager {
  // A datagram that does not please the library is an event, and would end the process.
  session.on('error', () => {});
  const walk = (from: string): Promise<Got[]> =>
    new Promise((resolve, reject) => {
      const got: Got[] = [];
      const feed = (varbinds: Varbind[]): void => void got.push(...varbinds.map(plain));
      session.subtree(from, 20, feed, (error) => (error === null ? resolve(got) : reject(error)));
    });
  return {
    get: (...oids) => asked((done) => session.get(oids, done)),
    next: async (oid) => {
      const [got] = await asked((done) => session.getNext([oid], done));
      return got === undefined || got.type === 'EndOfMibView' ? null : got;
    },
    walk,
    tree: async (from) => {
      const got = await walk(from);
      return Object.fromEntries(got.map(({ oid, value }) => [oid.slice(from.length + 1), value]));
    },
    set: (oid, text) =>
      asked((done) => session.set([{ oid, type: snmp.ObjectType.OctetString, value: text }], done)),
    close: () => session.close(),
  };
}

function asked(ask: (done: (error: Error | null, varbinds?: Varbind[]) => void) => void): Promise<Got[]> {
  return new Promise((resolve, reject) => {
    ask((error, varbinds) => (error === null ? resolve((varbinds ?? []).map(plain)) : reject(error)));
  });
}

const plain = ({ oid, type, value }: Varbind): Got => ({
  oid,
  type: snmp.ObjectType[type ?? snmp.ObjectType.Null] ?? '',
  value: Buffer.isBuffer(value) ? value.toString('utf8') : value,
});
