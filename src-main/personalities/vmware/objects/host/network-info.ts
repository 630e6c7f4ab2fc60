/** `networkInfo`: its switches, port groups, ports and own addresses. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { escapedName } from '../managed-entity.ts';
import { over } from '../over.ts';
import type { Host } from './host.ts';
import { switchUuid } from '../network/network.ts';
import { backingOf, membersOf, switchesWith } from '../network/switch-members.ts';
import { dnsOf, ipv6Of, routeOf, stacksOf } from './net-stacks.ts';
import { kernelsOf, nicsOf, switchesOf, usualStack } from './network-paper.ts';
import type { Kernel, Port } from './network-paper.ts';
import { portGroupsOf } from './port-groups.ts';
import type { PortGroup } from './port-groups.ts';

export const netCapabilities: Data = {
  _type: 'HostNetCapabilities',
  canSetPhysicalNicLinkSpeed: false,
  supportsNicTeaming: true,
  nicTeamingPolicy: ['loadbalance_ip', 'loadbalance_srcmac', 'loadbalance_srcid', 'failover_explicit'],
  supportsVlan: true,
  usesServiceConsoleNic: false,
  supportsNetworkHints: true,
  maxPortGroupsPerVswitch: 512,
  vswitchConfigSupported: true,
  vnicConfigSupported: true,
  ipRouteConfigSupported: true,
  dnsConfigSupported: true,
  dhcpOnVnicSupported: true,
  ipV6Supported: true,
  backupNfcNiocSupported: false,
};

type Switch = EntityOf<'vswitch'>;

const keyOfSwitch = ({ name }: Switch): string => `key-vim.host.VirtualSwitch-${name}`;
const keyOfGroup = ({ name }: PortGroup): string => `key-vim.host.PortGroup-${name}`;
const keyOfPort = (device: string): string => `key-vim.host.PhysicalNic-${device}`;

const usualPolicy = (uplinks: readonly string[]): Data => ({
  security: { allowPromiscuous: false, macChanges: false, forgedTransmits: false },
  nicTeaming: {
    policy: 'loadbalance_srcid',
    reversePolicy: true,
    notifySwitches: true,
    rollingOrder: false,
    failureCriteria: {
      checkSpeed: 'minimum',
      speed: 10,
      checkDuplex: false,
      fullDuplex: false,
      checkErrorPercent: false,
      percentage: 0,
      checkBeacon: false,
    },
    nicOrder: { activeNic: [...uplinks], standbyNic: [] },
  },
  offloadPolicy: { csumOffload: true, tcpSegmentation: true, zeroCopyXmit: true },
  shapingPolicy: { enabled: false },
});

/** As it was set, else as a switch has it that nobody has touched. */
function policyOf(vc: Vc, vswitch: Switch): Data {
  const paper = vc.papers.get(`vswitch/${vswitch.id}/policy`);
  const given = typeof paper === 'object' && paper !== null && !Array.isArray(paper) ? (paper as Data) : {};
  return over(usualPolicy(vswitch.spec.uplinks), given);
}

/** Every part is there, and says nothing where its switch decides. */
const inherited: Data = {
  security: {},
  nicTeaming: { failureCriteria: {} },
  offloadPolicy: {},
  shapingPolicy: {},
};

function groupPolicyOf(vc: Vc, { network }: PortGroup): Data {
  const paper = network === undefined ? undefined : vc.papers.get(`network/${network.id}/policy`);
  return typeof paper === 'object' && paper !== null && !Array.isArray(paper) ? (paper as Data) : {};
}

function switchData(vc: Vc, host: Host, vswitch: Switch): Data {
  const { spec } = vswitch;
  return {
    name: vswitch.name,
    key: keyOfSwitch(vswitch),
    numPorts: 1536,
    numPortsAvailable: 1530,
    mtu: spec.mtu,
    portgroup: portGroupsOf(vc, host, vswitch).map(keyOfGroup),
    pnic: spec.uplinks.map(keyOfPort),
    spec: {
      numPorts: spec.ports,
      bridge:
        spec.uplinks.length === 0
          ? undefined
          : { _type: 'HostVirtualSwitchBondBridge', nicDevice: [...spec.uplinks] },
      policy: policyOf(vc, vswitch),
      mtu: spec.mtu,
    },
  };
}

/** A distributed switch, as a host that takes part in it sees it. */
function proxyData(vc: Vc, host: Host, vswitch: Switch): Data {
  const member = membersOf(vc, vswitch).find((each) => each.host.id === host.id);
  const cards = member?.cards ?? [];
  return {
    dvsUuid: switchUuid(vswitch.aliases.uuid ?? ''),
    dvsName: escapedName(vswitch.name),
    key: `key-vim.host.HostProxySwitch-${vswitch.name}`,
    numPorts: 2048,
    configNumPorts: 2048,
    numPortsAvailable: 2048 - cards.length,
    mtu: vswitch.spec.mtu,
    pnic: cards.map(({ device }) => keyOfPort(device)),
    spec: { backing: backingOf({ slot: 0, cards }) },
  };
}

function groupData(vc: Vc, vswitch: Switch, group: PortGroup): Data {
  const policy = groupPolicyOf(vc, group);
  return {
    key: keyOfGroup(group),
    vswitch: keyOfSwitch(vswitch),
    computedPolicy: over(policyOf(vc, vswitch), policy),
    spec: {
      name: group.name,
      vlanId: group.vlan,
      vswitchName: vswitch.name,
      policy: { ...inherited, ...policy },
    },
  };
}

const tenGigabit: Data = { speedMb: 10_000, duplex: true };

const portData = ({ device, pci, mac }: Port): Data => ({
  key: keyOfPort(device),
  device,
  pci,
  driver: 'i40en',
  linkSpeed: tenGigabit,
  validLinkSpecification: [tenGigabit],
  spec: { ip: { dhcp: false, ipAddress: '', subnetMask: '' }, linkSpeed: tenGigabit },
  wakeOnLanSupported: false,
  mac,
  resourcePoolSchedulerAllowed: true,
  autoNegotiateSupported: true,
});

export const kernelData = (kernel: Kernel): Data => ({
  _type: 'HostVirtualNic',
  device: kernel.device,
  key: `key-vim.host.VirtualNic-${kernel.device}`,
  portgroup: kernel.portgroup,
  spec: {
    ip: { dhcp: kernel.dhcp, ipAddress: kernel.address, subnetMask: kernel.mask },
    mac: kernel.mac,
    portgroup: kernel.portgroup,
    mtu: kernel.mtu,
    tsoEnabled: true,
    netStackInstanceKey: kernel.stack ?? usualStack,
  },
});

export function networkInfoOf(vc: Vc, host: Host): Data {
  const switches = switchesOf(vc, host);
  const ipv6 = ipv6Of(vc, host);
  return {
    _type: 'HostNetworkInfo',
    vswitch: switches.map((each) => switchData(vc, host, each)),
    proxySwitch: switchesWith(vc, host).map((each) => proxyData(vc, host, each)),
    portgroup: switches.flatMap((each) =>
      portGroupsOf(vc, host, each).map((group) => groupData(vc, each, group)),
    ),
    pnic: nicsOf(vc, host).map(portData),
    vnic: kernelsOf(vc, host).map(kernelData),
    dnsConfig: dnsOf(vc, host),
    ipRouteConfig: routeOf(vc, host),
    ipV6Enabled: ipv6.isActive,
    atBootIpV6Enabled: ipv6.isWanted,
    netStackInstance: stacksOf(vc, host),
  };
}
