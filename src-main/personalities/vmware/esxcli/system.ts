/** `system`: version, name, clock, accounts, maintenance. */
import { done } from '../objects/fault.ts';
import { clockOf } from '../objects/host/date-time.ts';
import { dnsOf } from '../objects/host/net-stacks.ts';
import { accountsOf, snmpOf } from '../objects/host/small-systems.ts';
import { bootedAt } from '../objects/host/booted.ts';
import { productOf } from '../objects/host/summary.ts';
import { flagAt, numberAt, textAt, textListAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import {
  argOf,
  command,
  failed,
  flagArg,
  flagParam,
  needed,
  textParam,
  through,
  wholeParam,
} from './command.ts';
import type { Ask, Command } from './command.ts';

type Named = { readonly host: string; readonly domain: string };

function namedOf({ vc, host }: Ask): Named {
  const dns = dnsOf(vc, host);
  return { host: textAt(dns, 'hostName') ?? '', domain: textAt(dns, 'domainName') ?? '' };
}

const inFull = ({ host, domain }: Named): string => (domain === '' ? host : `${host}.${domain}`);

/** `zone` without its fraction, as the command tells it. */
const second = (millis: number): string => isoOf(millis).replace(/\.\d+Z$/, 'Z');

const setName = (ask: Ask) => {
  const full = argOf(ask, 'fqdn');
  const before = namedOf(ask);
  const [first = '', ...rest] = (full ?? '').split('.');
  const hostName = full === undefined ? (argOf(ask, 'host') ?? before.host) : first;
  const domainName = full === undefined ? (argOf(ask, 'domain') ?? before.domain) : rest.join('.');
  if (hostName === '') return failed('A host cannot be without a name.');
  const config = { ...dnsOf(ask.vc, ask.host), hostName, domainName };
  return through(ask, 'networkSystem', { method: 'UpdateDnsConfig', args: { config } });
};

const setMaintenance = (ask: Ask) => {
  const to = flagArg(ask, 'enable') === true;
  const timeout = Number(argOf(ask, 'timeout') ?? 0);
  const method = to ? 'EnterMaintenanceMode_Task' : 'ExitMaintenanceMode_Task';
  return through(ask, null, { method, args: { timeout } });
};

const goDown = (method: 'RebootHost_Task' | 'ShutdownHost_Task') => (ask: Ask) =>
  (argOf(ask, 'reason') ?? '') === ''
    ? failed('Say why: --reason.')
    : through(ask, null, { method, args: { force: false } });

const why = [
  wholeParam('-d --delay', 'Seconds to wait; a simulated host goes at once.'),
  needed(textParam('-r --reason', 'Why, for the log.')),
];

const accountSpec = (ask: Ask) => ({
  _type: 'HostAccountSpec',
  id: argOf(ask, 'id') ?? '',
  description: argOf(ask, 'description'),
});

export const systemCommands: readonly Command[] = [
  command({
    path: 'system.version.get',
    help: 'Tells the version of the host.',
    gives: {
      is: 'one',
      name: 'VersionInfo',
      fields: { Build: 'text', Patch: 'text', Product: 'text', Update: 'text', Version: 'text' },
    },
    run: ({ vc, host }) => {
      const product = productOf(vc, host);
      const version = textAt(product, 'version') ?? '';
      return done({
        Build: `Releasebuild-${vc.about.build}`,
        Patch: textAt(product, 'patchLevel'),
        Product: textAt(product, 'name'),
        Update: version.split('.')[2] ?? '0',
        Version: version,
      });
    },
  }),
  command({
    path: 'system.hostname.get',
    help: 'Tells the name of the host.',
    gives: {
      is: 'one',
      name: 'FullyQualifiedHostName',
      fields: { DomainName: 'text', FullyQualifiedDomainName: 'text', HostName: 'text' },
    },
    run: (ask) => {
      const named = namedOf(ask);
      return done({
        DomainName: named.domain,
        FullyQualifiedDomainName: inFull(named),
        HostName: named.host,
      });
    },
  }),
  command({
    path: 'system.hostname.set',
    help: 'Names the host.',
    params: [
      textParam('-d --domain', 'Domain behind the name.'),
      textParam('-f --fqdn', 'Name and domain in one.'),
      textParam('-H --host', 'Name without its domain.'),
    ],
    run: setName,
  }),
  command({
    path: 'system.time.get',
    help: 'Tells the clock of the host, in UTC: the clock of the lab.',
    gives: { is: 'text' },
    run: ({ vc }) => done(second(vc.now())),
  }),
  command({
    path: 'system.uuid.get',
    help: 'Tells the UUID of the host.',
    gives: { is: 'text' },
    run: ({ host }) => done(host.aliases.uuid ?? ''),
  }),
  command({
    path: 'system.stats.uptime.get',
    help: 'Tells for how many microseconds the host is up.',
    gives: { is: 'text' },
    run: ({ vc, host }) => done(String(Math.max(0, vc.now() - bootedAt(vc, host)) * 1000)),
  }),
  command({
    path: 'system.ntp.get',
    help: 'Tells from whom the host takes the time.',
    gives: {
      is: 'one',
      name: 'NtpConfig',
      fields: { Enabled: 'flag', Servers: 'texts' },
    },
    run: ({ vc, host }) => {
      const { protocol, servers } = clockOf(vc, host);
      return done({ Enabled: protocol === 'ntp' && servers.length > 0, Servers: servers });
    },
  }),
  command({
    path: 'system.snmp.get',
    help: 'Tells how the SNMP agent of the host is set.',
    gives: {
      is: 'one',
      name: 'AgentConfig',
      fields: { Communities: 'texts', Enable: 'flag', Port: 'whole' },
    },
    run: ({ vc, host }) => {
      const snmp = snmpOf(vc, host);
      return done({
        Communities: textListAt(snmp, 'readOnlyCommunities'),
        Enable: flagAt(snmp, 'enabled'),
        Port: numberAt(snmp, 'port'),
      });
    },
  }),
  command({
    path: 'system.maintenanceMode.get',
    help: 'Tells whether the host is in maintenance mode.',
    gives: { is: 'text' },
    run: ({ host }) => done(host.spec.mode === 'maintenance' ? 'Enabled' : 'Disabled'),
  }),
  command({
    path: 'system.maintenanceMode.set',
    help: 'Brings the host into maintenance mode, or out of it.',
    params: [
      needed(flagParam('-e --enable', 'true enters it, false leaves it.')),
      wholeParam('-t --timeout', 'Seconds that it may take.'),
    ],
    run: setMaintenance,
  }),
  command({
    path: 'system.shutdown.reboot',
    help: 'Restarts a host that is in maintenance mode.',
    params: why,
    run: goDown('RebootHost_Task'),
  }),
  command({
    path: 'system.shutdown.poweroff',
    help: 'Turns a host off that is in maintenance mode.',
    params: why,
    run: goDown('ShutdownHost_Task'),
  }),
  command({
    path: 'system.account.list',
    help: 'Lists the accounts of the host itself.',
    gives: { is: 'rows', name: 'Account', fields: { Description: 'text', UserID: 'text' } },
    columns: ['User ID', 'Description'],
    run: ({ vc, host }) =>
      done(
        Object.entries(accountsOf(vc, host)).map(([UserID, { description }]) => ({
          Description: description,
          UserID,
        })),
      ),
  }),
  command({
    path: 'system.account.add',
    help: 'Adds an account.',
    params: [
      needed(textParam('-i --id', 'Name of the account.')),
      textParam('-d --description', 'For whom.'),
    ],
    run: (ask) => through(ask, 'accountManager', { method: 'CreateUser', args: { user: accountSpec(ask) } }),
  }),
  command({
    path: 'system.account.remove',
    help: 'Removes an account.',
    params: [needed(textParam('-i --id', 'Name of the account.'))],
    run: (ask) =>
      through(ask, 'accountManager', { method: 'RemoveUser', args: { userName: argOf(ask, 'id') ?? '' } }),
  }),
];
