/** `network ip connection list`: on what the host listens, and whom it is connected to. */
import { done } from '../objects/fault.ts';
import { addressOf, kernelsOf } from '../objects/host/network-paper.ts';
import { rulesets, services } from '../objects/host/services.table.ts';
import { servicesOf } from '../objects/host/services.ts';
import { storesOf } from '../objects/host/storage-info.ts';
import { originOf } from '../objects/storage/datastore-info.ts';
import { dataListAt, flagAt, textAt } from '../wire/ask.ts';
import { argOf, command, failed, textParam } from './command.ts';
import type { Ask, Command, Row } from './command.ts';

type Connection = {
  readonly protocol: 'tcp' | 'udp';
  readonly local: string;
  readonly foreign: string;
  readonly state: string;
  readonly by: string;
};

const listens = (port: number, by: string): Connection => ({
  protocol: 'tcp',
  local: `0.0.0.0:${port}`,
  foreign: '0.0.0.0:0',
  state: 'LISTEN',
  by,
});

/** What every host has. */
const always: readonly Connection[] = [listens(443, 'envoy'), listens(80, 'envoy'), listens(902, 'busybox')];

const daemons: Readonly<Record<string, string>> = {
  'TSM-SSH': 'sshd',
  'sfcbd-watchdog': 'sfcb-HTTPS-Daem',
};

/** Each service that runs listens on the ports that its rules open inward. */
function byServices({ vc, host }: Ask): readonly Connection[] {
  const running = dataListAt(servicesOf(vc, host), 'service').flatMap((service) =>
    flagAt(service, 'running') === true ? (textAt(service, 'key') ?? []) : [],
  );
  return services
    .filter(({ key }) => running.includes(key))
    .flatMap(({ key, ruleset }) =>
      rulesets
        .filter((rules) => (ruleset as readonly string[]).includes(rules.key))
        .flatMap(({ rules }) => rules.filter(([, direction]) => direction === 'inbound'))
        .map(([port, , protocol]) => ({
          ...listens(port, daemons[key] ?? key),
          protocol,
          state: protocol === 'tcp' ? 'LISTEN' : '',
        })),
    );
}

/** Stores over NFS are reached by a connection each. */
function toStores(ask: Ask): readonly Connection[] {
  const { vc, host } = ask;
  return storesOf(vc, host)
    .filter(({ spec }) => spec.type === 'nfs')
    .map((store, nth) => ({
      protocol: 'tcp',
      local: `${addressOf(host)}:${900 + nth}`,
      foreign: `${originOf(vc, store).host ?? 'nfs.lab'}:2049`,
      state: 'ESTABLISHED',
      by: 'nfsTask',
    }));
}

function byDhcp({ vc, host }: Ask): readonly Connection[] {
  return kernelsOf(vc, host).some(({ dhcp }) => dhcp)
    ? [{ ...listens(68, 'dhclient-uw'), protocol: 'udp', state: '' }]
    : [];
}

const rowOf = ({ protocol, local, foreign, state, by }: Connection, nth: number): Row => ({
  CCAlgo: protocol === 'tcp' ? 'newreno' : '',
  ForeignAddress: foreign,
  LocalAddress: local,
  Proto: protocol,
  RecvQ: 0,
  SendQ: 0,
  State: state,
  WorldID: 2_098_000 + nth,
  WorldName: by,
});

const list = (ask: Ask) => {
  const type = argOf(ask, 'type') ?? 'all';
  if (!['all', 'ip', 'tcp', 'udp'].includes(type))
    return failed(`There are no connections of the type ${type}: it is ip, tcp, udp or all.`);
  const all = [...always, ...byServices(ask), ...byDhcp(ask), ...toStores(ask)];
  return done(all.filter(({ protocol }) => type === 'all' || type === protocol).map(rowOf));
};

export const connectionCommands: readonly Command[] = [
  command({
    path: 'network.ip.connection.list',
    help: 'Lists the connections of the host itself.',
    params: [textParam('-t --type', 'ip, tcp, udp or all.')],
    gives: {
      is: 'rows',
      name: 'IpConnection',
      fields: {
        CCAlgo: 'text',
        ForeignAddress: 'text',
        LocalAddress: 'text',
        Proto: 'text',
        RecvQ: 'whole',
        SendQ: 'whole',
        State: 'text',
        WorldID: 'whole',
        WorldName: 'text',
      },
    },
    columns: [
      'Proto',
      'Recv Q',
      'Send Q',
      'Local Address',
      'Foreign Address',
      'State',
      'World ID',
      'CC Algo',
      'World Name',
    ],
    run: list,
  }),
];
