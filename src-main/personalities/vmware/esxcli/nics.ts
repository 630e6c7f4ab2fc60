/** `network nic`: the host's ports. */
import { done } from '../objects/fault.ts';
import { nicsOf } from '../objects/host/network-paper.ts';
import type { Port } from '../objects/host/network-paper.ts';
import { argOf, command, failed, needed, textParam } from './command.ts';
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

export const nicCommands: readonly Command[] = [
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
];
