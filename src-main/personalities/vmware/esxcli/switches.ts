/** `network vswitch`: the host's own switches, and the distributed ones it may be on. */
import { above } from '../../../../sim/index.ts';
import { done } from '../objects/fault.ts';
import { kernelsOf, switchesOf } from '../objects/host/network-paper.ts';
import { portGroupsOf } from '../objects/host/port-groups.ts';
import type { PortGroup } from '../objects/host/port-groups.ts';
import { argOf, command, failed, textParam } from './command.ts';
import type { Ask, Command, Row } from './command.ts';

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

export const switchCommands: readonly Command[] = [
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
