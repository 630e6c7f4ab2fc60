/** `network`: ports, switches, the host's own addresses. */
import { above } from '../../../../sim/index.ts';
import { done } from '../objects/fault.ts';
import { dnsOf } from '../objects/host/net-stacks.ts';
import { networkInfoOf } from '../objects/host/network-info.ts';
import { kernelsOf, networkPaperOf, nicsOf, switchesOf } from '../objects/host/network-paper.ts';
import { portGroupsOf } from '../objects/host/port-groups.ts';
import type { PortGroup } from '../objects/host/port-groups.ts';
import type { Kernel, Port } from '../objects/host/network-paper.ts';
import { flagAt, textListAt } from '../wire/ask.ts';
import { argOf, command, failed, needed, noAddress, textParam } from './command.ts';
import type { Ask, Command, Row } from './command.ts';

const nicRow = (port: Port): Row => ({
  AdminStatus: 'Up',
  Description: 'Intel Corporation Ethernet Controller X710',
  Driver: 'i40en',
  Duplex: 'Full',
  LinkStatus: 'Up',
  MACAddress: port.mac,
  MTU: 1500,
  Name: port.device,
  PCIDevice: port.pci,
  Speed: 10_000,
});

const oneNic = (ask: Ask) => {
  const name = argOf(ask, 'nicname') ?? '';
  const port = nicsOf(ask.vc, ask.host).find(({ device }) => device === name);
  if (port === undefined) return failed(`There is no port ${name} on ${ask.host.name}.`);
  const { Driver, MACAddress, Name, LinkStatus, PCIDevice } = nicRow(port);
  return done({ BusInfo: PCIDevice, Driver, LinkDetected: LinkStatus === 'Up', MACAddress, Name });
};

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

function broadcastOf({ address, mask }: Kernel): string {
  const parts = mask.split('.').map(Number);
  return address
    .split('.')
    .map((part, at) => Number(part) | (~(parts[at] ?? 0) & 255))
    .join('.');
}

function networkOf({ address, mask }: Kernel): string {
  const parts = mask.split('.').map(Number);
  return address
    .split('.')
    .map((part, at) => Number(part) & (parts[at] ?? 0))
    .join('.');
}

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

const switchRows = ({ vc, host }: Ask): readonly Row[] =>
  switchesOf(vc, host).map((each) => ({
    CDPStatus: 'listen',
    Class: 'cswitch',
    ConfiguredPorts: each.spec.ports,
    MTU: each.spec.mtu,
    Name: each.name,
    NumPorts: 1536,
    Portgroups: portGroupsOf(vc, host, each).map(({ name }) => name),
    Uplinks: each.spec.uplinks,
    UsedPorts: 6,
  }));

const groupRows = ({ vc, host }: Ask): readonly Row[] =>
  switchesOf(vc, host).flatMap((each) =>
    portGroupsOf(vc, host, each).map((group) => ({
      ActiveClients: clientsOf({ vc, host }, group),
      Name: group.name,
      VLANID: group.vlan,
      VirtualSwitch: each.name,
    })),
  );

/** Machines that run, and the host's own addresses. */
function clientsOf({ vc, host }: Pick<Ask, 'vc' | 'host'>, { name, network }: PortGroup): number {
  const kernels = kernelsOf(vc, host).filter(({ portgroup }) => portgroup === name);
  const machines = vc
    .members()
    .ofHost(host.id)
    .filter(({ spec }) => spec.power === 'on' && spec.nics.some((nic) => nic.network === network?.id));
  return kernels.length + (network === undefined ? 0 : machines.length);
}

/** Distributed switches of its datacenter. */
function distributedRows({ vc, host }: Ask): readonly Row[] {
  const { inventory } = vc.world();
  const datacenter = above(inventory, host.id, 'datacenter')?.id;
  return inventory
    .ofKind('vswitch')
    .filter(
      ({ id, spec }) => spec.type === 'distributed' && above(inventory, id, 'datacenter')?.id === datacenter,
    )
    .map((each) => ({ MTU: each.spec.mtu, Name: each.name, Uplinks: each.spec.uplinks }));
}

const nicFields = {
  AdminStatus: 'text',
  Description: 'text',
  Driver: 'text',
  Duplex: 'text',
  LinkStatus: 'text',
  MACAddress: 'text',
  MTU: 'whole',
  Name: 'text',
  PCIDevice: 'text',
  Speed: 'whole',
} as const;

export const networkCommands: readonly Command[] = [
  command({
    path: 'network.nic.list',
    help: 'Lists the network ports.',
    gives: { is: 'rows', name: 'Nic', fields: nicFields },
    columns: [
      'Name',
      'PCI Device',
      'Driver',
      'Admin Status',
      'Link Status',
      'Speed',
      'Duplex',
      'MAC Address',
      'MTU',
    ],
    run: ({ vc, host }) => done(nicsOf(vc, host).map(nicRow)),
  }),
  command({
    path: 'network.nic.get',
    help: 'Tells of one network port.',
    params: [needed(textParam('-n --nic-name', 'Its name: vmnic0.'))],
    gives: {
      is: 'one',
      name: 'NicInfo',
      fields: { BusInfo: 'text', Driver: 'text', LinkDetected: 'flag', MACAddress: 'text', Name: 'text' },
    },
    run: oneNic,
  }),
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
  command({
    path: 'network.vswitch.standard.list',
    help: 'Lists the switches of the host itself.',
    params: [textParam('-v --vswitch-name', 'One switch: vSwitch0.')],
    gives: {
      is: 'rows',
      name: 'Switch',
      fields: {
        CDPStatus: 'text',
        Class: 'text',
        ConfiguredPorts: 'whole',
        MTU: 'whole',
        Name: 'text',
        NumPorts: 'whole',
        Portgroups: 'texts',
        Uplinks: 'texts',
        UsedPorts: 'whole',
      },
    },
    run: (ask) => {
      const name = argOf(ask, 'vswitchname');
      const rows = switchRows(ask).filter(({ Name }) => (name ?? Name) === Name);
      return name !== undefined && rows.length === 0
        ? failed(`There is no switch ${name} on ${ask.host.name}.`)
        : done(rows);
    },
  }),
  command({
    path: 'network.vswitch.standard.portgroup.list',
    help: 'Lists the port groups of the host itself.',
    gives: {
      is: 'rows',
      name: 'PortGroup',
      fields: { ActiveClients: 'whole', Name: 'text', VLANID: 'whole', VirtualSwitch: 'text' },
    },
    columns: ['Name', 'Virtual Switch', 'Active Clients', 'VLAN ID'],
    run: (ask) => done(groupRows(ask)),
  }),
  command({
    path: 'network.vswitch.dvs.vmware.list',
    help: 'Lists the distributed switches.',
    gives: { is: 'rows', name: 'DVS', fields: { MTU: 'whole', Name: 'text', Uplinks: 'texts' } },
    run: (ask) => done(distributedRows(ask)),
  }),
];
