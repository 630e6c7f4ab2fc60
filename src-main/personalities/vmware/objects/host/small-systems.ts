/** Systems of a host with few words each. */
import type { Vc } from '../../vc.ts';
import { dataAt, numberAt, textAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { AnyManaged, Method } from '../managed.ts';
import { hostSystem } from './config-desk.ts';
import { clearEventLog, eventLogOf } from './event-log.ts';
import { healthOf } from './health.ts';
import type { Host } from './host.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

export const healthSystem = (): AnyManaged =>
  hostSystem('healthStatusSystem', {
    properties: { runtime: (host, { vc }) => healthOf(vc, host) },
    // Sensors are read anew with each question.
    methods: {
      RefreshHealthStatusSystem: () => done(undefined),
      ResetSystemHealthInfo: () => done(undefined),
      FetchSystemEventLog: ({ vc }, host) => done(eventLogOf(vc, host)),
      ClearSystemEventLog: clearEventLog,
    },
  });

/** Of storage that hosts share there is none here: it says that it is off. */
export const vsanSystem = (): AnyManaged =>
  hostSystem('vsanSystem', {
    properties: {
      config: (host, { vc }) => ({
        _type: 'VsanHostConfigInfo',
        enabled: false,
        hostSystem: vc.refs.of(host),
      }),
    },
    methods: {
      QueryHostStatus: (_, host) =>
        done({
          _type: 'VsanHostClusterStatus',
          uuid: '00000000-0000-0000-0000-000000000000',
          nodeUuid: host.aliases.uuid,
          health: 'unknown',
          nodeState: { state: 'error' },
          memberUuid: [],
        }),
      QueryDisksForVsan: () => done([]),
    },
  });

type Snmp = Data & { readonly enabled: boolean };
const usualSnmp: Snmp = { enabled: false, port: 161, readOnlyCommunities: [], trapTargets: [] };

export const snmpOf = (vc: Pick<Vc, 'papers'>, host: Host): Data => ({
  ...settingOf(vc, hostKey(host.id, 'snmp'), usualSnmp),
  _type: 'HostSnmpConfigSpec',
});

const setSnmp: Method<Host> = (call, host) => {
  const key = hostKey(host.id, 'snmp');
  const { _type, ...given } = dataAt(call.args, 'spec') ?? {};
  return writePaper(call, key, { ...settingOf(call.vc, key, usualSnmp), ...given });
};

export const snmpSystem = (): AnyManaged =>
  hostSystem('snmpSystem', {
    properties: {
      configuration: (host, { vc }) => snmpOf(vc, host),
      limits: () => ({
        _type: 'HostSnmpSystemAgentLimits',
        maxReadOnlyCommunities: 10,
        maxTrapDestinations: 3,
        maxCommunityLength: 64,
        maxBufferSize: 1500,
        capability: 'COMPLETE',
      }),
    },
    methods: { ReconfigureSnmpAgent: setSnmp },
  });

const policies = [
  {
    key: 1,
    name: 'PowerPolicy.static.name',
    shortName: 'static',
    description: 'PowerPolicy.static.description',
  },
  {
    key: 2,
    name: 'PowerPolicy.dynamic.name',
    shortName: 'dynamic',
    description: 'PowerPolicy.dynamic.description',
  },
  { key: 3, name: 'PowerPolicy.low.name', shortName: 'low', description: 'PowerPolicy.low.description' },
  {
    key: 4,
    name: 'PowerPolicy.custom.name',
    shortName: 'custom',
    description: 'PowerPolicy.custom.description',
  },
] as const;

const setPower: Method<Host> = (call, host) => {
  const key = numberAt(call.args, 'key') ?? 0;
  return policies.some((each) => each.key === key)
    ? writePaper(call, hostKey(host.id, 'power'), { key })
    : invalidArgument('key', `There is no power policy ${key}.`);
};

export const powerSystem = (): AnyManaged =>
  hostSystem('powerSystem', {
    properties: {
      capability: () => ({
        _type: 'PowerSystemCapability',
        availablePolicy: policies.map((each) => ({ ...each })),
      }),
      info: (host, { vc }) => {
        const { key } = settingOf(vc, hostKey(host.id, 'power'), { key: 2 });
        return {
          _type: 'PowerSystemInfo',
          currentPolicy: policies.find((each) => each.key === key) ?? policies[1],
        };
      },
    },
    methods: { ConfigurePowerPolicy: setPower },
  });

/** Where a dump would go: every host has a place for it on its own disk. */
const partitionOf = (host: Host): Data => ({
  _type: 'HostDiagnosticPartition',
  storageType: 'directAttached',
  diagnosticType: 'singleHost',
  slots: 1,
  id: { diskName: `naa.50${(host.aliases.uuid ?? '').replaceAll('-', '').slice(2)}`, partition: 7 },
});

export const diagnosticSystem = (): AnyManaged =>
  hostSystem('diagnosticSystem', {
    properties: { activePartition: (host) => partitionOf(host) },
    methods: { QueryAvailablePartition: (_, host) => done([partitionOf(host)]) },
  });

type Account = { readonly description: string; readonly groups: readonly string[] };
type Accounts = Readonly<Record<string, Account>>;
const usualAccounts: Accounts = {
  root: { description: 'Administrator', groups: [] },
  dcui: { description: 'DCUI User', groups: [] },
  vpxuser: { description: 'VMware VirtualCenter administration account', groups: [] },
};

const accountsKey = ({ id }: Host): string => hostKey(id, 'accounts');

export const accountsOf = (vc: Pick<Vc, 'papers'>, host: Host): Accounts =>
  settingOf(vc, accountsKey(host), usualAccounts);

/** Passwords of hosts are asked for nowhere here, and so they are not kept. */
const changeAccount =
  (verb: 'add' | 'update'): Method<Host> =>
  (call, host) => {
    const id = textAt(call.args, 'user.id') ?? '';
    const accounts = accountsOf(call.vc, host);
    const known = Object.hasOwn(accounts, id);
    if (!/^[a-z_][a-z0-9_.-]{0,31}$/i.test(id))
      return invalidArgument('user.id', `${id} cannot be the name of a user.`);
    if (verb === 'add' && known)
      return faulted('AlreadyExists', `There is a user ${id} on ${host.name}.`, { name: id });
    if (verb === 'update' && !known)
      return faulted('UserNotFound', `There is no user ${id} on ${host.name}.`, {
        principal: id,
        unresolved: false,
      });
    const before = accounts[id] ?? { description: '', groups: [] };
    const description = textAt(call.args, 'user.description') ?? before.description;
    return writePaper(call, accountsKey(host), { ...accounts, [id]: { ...before, description } });
  };

const removeAccount: Method<Host> = (call, host) => {
  const id = textAt(call.args, 'userName') ?? '';
  const accounts = accountsOf(call.vc, host);
  if (Object.hasOwn(usualAccounts, id))
    return faulted('SecurityError', `${id} belongs to the host and stays.`);
  if (!Object.hasOwn(accounts, id))
    return faulted('UserNotFound', `There is no user ${id} on ${host.name}.`, {
      principal: id,
      unresolved: false,
    });
  const { [id]: _, ...others } = accounts;
  return writePaper(call, accountsKey(host), others);
};

export const accountManager = (): AnyManaged =>
  hostSystem('accountManager', {
    methods: {
      CreateUser: changeAccount('add'),
      UpdateUser: changeAccount('update'),
      RemoveUser: removeAccount,
    },
  });
