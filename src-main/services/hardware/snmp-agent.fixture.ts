/** A real SNMP agent on loopback, v2c and v3, with whatever objects a test gives it. */
import * as snmp from 'net-snmp';

export type AgentObject = {
  /** Without its instance; the agent adds .0. */
  readonly oid: string;
  readonly type: snmp.ObjectType;
  readonly value: unknown;
};

export type SnmpAgent = {
  readonly port: number;
  readonly set: (oid: string, value: unknown) => void;
  readonly close: () => Promise<void>;
};

export const snmpUser = { user: 'reader', authKey: 'auth-secret-1', privKey: 'priv-secret-1' } as const;

type Registered = { readonly name: string };
type Mib = {
  readonly registerProvider: (provider: Readonly<Record<string, unknown>>) => void;
  readonly setScalarValue: (name: string, value: unknown) => void;
};
type Authorizer = {
  readonly addCommunity: (community: string) => void;
  readonly addUser: (user: snmp.User) => void;
};
type Agent = {
  readonly getMib: () => Mib;
  readonly getAuthorizer: () => Authorizer;
  readonly close: (done: () => void) => void;
  readonly listener: {
    readonly sockets: Readonly<Record<string, { readonly address: () => { readonly port: number } }>>;
  };
};

export async function startSnmpAgent(objects: readonly AgentObject[], port = 0): Promise<SnmpAgent> {
  const agent = snmp.createAgent(
    { port, address: '127.0.0.1', disableAuthorization: false },
    () => undefined,
  ) as Agent;
  const authorizer = agent.getAuthorizer();
  authorizer.addCommunity('public');
  authorizer.addUser({
    name: snmpUser.user,
    level: snmp.SecurityLevel.authPriv,
    authProtocol: snmp.AuthProtocols.sha,
    authKey: snmpUser.authKey,
    privProtocol: snmp.PrivProtocols.aes,
    privKey: snmpUser.privKey,
  });
  const mib = agent.getMib();
  const named = new Map(objects.map(({ oid }, at): [string, Registered] => [oid, { name: `object${at}` }]));
  for (const { oid, type, value } of objects) {
    const name = named.get(oid)?.name ?? '';
    mib.registerProvider({
      name,
      type: 1,
      oid,
      scalarType: type,
      maxAccess: snmp.MaxAccess['read-only'],
    });
    mib.setScalarValue(name, value);
  }
  const [socket] = Object.values(agent.listener.sockets);
  if (socket === undefined) throw new Error('The agent opened no socket');
  return {
    port: await portOf(socket),
    set: (oid, value) => mib.setScalarValue(named.get(oid)?.name ?? '', value),
    close: () => new Promise((resolve) => agent.close(resolve)),
  };
}

/** The library says nothing when it is bound; its socket knows. */
async function portOf(socket: { readonly address: () => { readonly port: number } }): Promise<number> {
  for (let turn = 0; turn < 500; turn += 1) {
    try {
      const { port } = socket.address();
      if (port > 0) return port;
    } catch {
      // Not bound yet.
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
  }
  throw new Error('The agent was not bound');
}
