/** `network ip`: the host's own adapters, addresses, routes and name servers. */
import { done } from '../objects/fault.ts';
import { dnsOf } from '../objects/host/net-stacks.ts';
import { networkInfoOf } from '../objects/host/network-info.ts';
import { kernelsOf, networkPaperOf, switchesOf } from '../objects/host/network-paper.ts';
import type { Kernel } from '../objects/host/network-paper.ts';
import { portGroupsOf } from '../objects/host/port-groups.ts';
import { flagAt, textListAt } from '../wire/ask.ts';
import { argOf, command, failed, noAddress, textParam } from './command.ts';
import type { Ask, Command, Row } from './command.ts';

/** Those on no switch of the host's own hang on a distributed one. */
const vswitchOf = ({ vc, host }: Ask, { portgroup }: Kernel): string =>
  switchesOf(vc, host).find((each) => portGroupsOf(vc, host, each).some(({ name }) => name === portgroup))
    ?.name ?? 'N/A';

const kernelRow = (ask: Ask, kernel: Kernel): Row => ({
  Enabled: true,
  MACAddress: kernel.mac,
  MTU: kernel.mtu,
  Name: kernel.device,
  NetstackInstance: 'defaultTcpipStack',
  Portgroup: kernel.portgroup,
  Portset: vswitchOf(ask, kernel),
});

/** Its address and its mask, octet by octet. */
function octetsOf({ address, mask }: Kernel, join: (octet: number, of: number) => number): string {
  const masks = mask.split('.').map(Number);
  return address
    .split('.')
    .map((octet, at) => join(Number(octet), masks[at] ?? 0))
    .join('.');
}

const networkOf = (kernel: Kernel): string => octetsOf(kernel, (octet, of) => octet & of);
const broadcastOf = (kernel: Kernel): string => octetsOf(kernel, (octet, of) => octet | (~of & 255));

const gatewayOf = ({ vc, host }: Ask): string => networkPaperOf(vc, host).gateway ?? noAddress;

const addressRow = (ask: Ask, kernel: Kernel): Row => ({
  AddressType: kernel.dhcp ? 'DHCP' : 'STATIC',
  DHCPDNS: false,
  Gateway: gatewayOf(ask),
  IPv4Address: kernel.address,
  IPv4Broadcast: broadcastOf(kernel),
  IPv4Netmask: kernel.mask,
  Name: kernel.device,
});

function routeRows(ask: Ask): readonly Row[] {
  const kernels = kernelsOf(ask.vc, ask.host);
  const gateway = networkPaperOf(ask.vc, ask.host).gateway;
  const first = kernels[0]?.device ?? 'vmk0';
  const row = (Network: string, Netmask: string, Gateway: string): Row => ({
    Gateway,
    Interface: first,
    Netmask,
    Network,
    Source: 'MANUAL',
  });
  return [
    ...(gateway === undefined ? [] : [row('default', noAddress, gateway)]),
    ...kernels.map((kernel) => ({
      ...row(networkOf(kernel), kernel.mask, noAddress),
      Interface: kernel.device,
    })),
  ];
}

export const addressCommands: readonly Command[] = [
  command({
    path: 'network.ip.get',
    help: 'Tells whether IPv6 is on.',
    gives: { is: 'one', name: 'GlobalIPConfiguration', fields: { IPv6Enabled: 'flag' } },
    run: ({ vc, host }) => done({ IPv6Enabled: flagAt(networkInfoOf(vc, host), 'ipV6Enabled') }),
  }),
  command({
    path: 'network.ip.interface.list',
    help: 'Lists the adapters of the host itself.',
    gives: {
      is: 'rows',
      name: 'NetworkInterface',
      fields: {
        Enabled: 'flag',
        MACAddress: 'text',
        MTU: 'whole',
        Name: 'text',
        NetstackInstance: 'text',
        Portgroup: 'text',
        Portset: 'text',
      },
    },
    run: (ask) => done(kernelsOf(ask.vc, ask.host).map((kernel) => kernelRow(ask, kernel))),
  }),
  command({
    path: 'network.ip.interface.ipv4.get',
    help: 'Lists the addresses of the host itself.',
    params: [textParam('-i --interface-name', 'One adapter: vmk0.')],
    gives: {
      is: 'rows',
      name: 'IPv4Interface',
      fields: {
        AddressType: 'text',
        DHCPDNS: 'flag',
        Gateway: 'text',
        IPv4Address: 'text',
        IPv4Broadcast: 'text',
        IPv4Netmask: 'text',
        Name: 'text',
      },
    },
    columns: [
      'Name',
      'IPv4 Address',
      'IPv4 Netmask',
      'IPv4 Broadcast',
      'Address Type',
      'Gateway',
      'DHCP DNS',
    ],
    run: (ask) => {
      const name = argOf(ask, 'interfacename');
      const kernels = kernelsOf(ask.vc, ask.host).filter(({ device }) => (name ?? device) === device);
      return kernels.length === 0
        ? failed(`There is no adapter ${name ?? ''} on ${ask.host.name}.`)
        : done(kernels.map((kernel) => addressRow(ask, kernel)));
    },
  }),
  command({
    path: 'network.ip.route.ipv4.list',
    help: 'Lists the routes of the host itself.',
    gives: {
      is: 'rows',
      name: 'IPv4Route',
      fields: { Gateway: 'text', Interface: 'text', Netmask: 'text', Network: 'text', Source: 'text' },
    },
    columns: ['Network', 'Netmask', 'Gateway', 'Interface', 'Source'],
    run: (ask) => done(routeRows(ask)),
  }),
  command({
    path: 'network.ip.dns.server.list',
    help: 'Lists the name servers.',
    gives: { is: 'one', name: 'DNSServers', fields: { DNSServers: 'texts' } },
    run: ({ vc, host }) => done({ DNSServers: textListAt(dnsOf(vc, host), 'address') }),
  }),
  command({
    path: 'network.ip.dns.search.list',
    help: 'Lists the domains that are searched.',
    gives: { is: 'one', name: 'DNSSearchDomains', fields: { DNSSearchDomains: 'texts' } },
    run: ({ vc, host }) => done({ DNSSearchDomains: textListAt(dnsOf(vc, host), 'searchDomain') }),
  }),
];
