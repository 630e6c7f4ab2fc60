/** `vm` and `network vm`: the machines that run on the host, as worlds. */
import type { Nic } from '../../../../sim/contract/machine-specs.ts';
import { done } from '../objects/fault.ts';
import { homeOf, directoryOf } from '../objects/machine/files.ts';
import { paperOf, uuidOf } from '../objects/machine/paper.ts';
import type { Vm } from '../objects/machine/paper.ts';
import { optionsOf } from '../objects/host/options.ts';
import { at, textAt } from '../wire/ask.ts';
import { argOf, command, failed, needed, noAddress, textParam, wholeParam } from './command.ts';
import type { Ask, Command, Row } from './command.ts';
import { bySoapOf } from './host-call.ts';
import { worldIdOf, worldsOf } from './worlds.ts';

const networkOf = ({ vc }: Ask, { network }: Nic) =>
  network === null ? undefined : vc.world().inventory.get(network);

/** `56 4d 0a … -… `: as the command writes a UUID. */
const spaced = (uuid: string): string => {
  const pairs = uuid.replaceAll('-', '').match(/../g) ?? [];
  return `${pairs.slice(0, 8).join(' ')}-${pairs.slice(8).join(' ')}`;
};

function configFileOf({ vc }: Ask, vm: Vm): string {
  const paper = paperOf(vc, vm.id);
  const directory = directoryOf(vm, paper);
  return `/vmfs/volumes/${homeOf(vc, vm, paper)?.aliases.uuid ?? ''}/${directory}/${directory.split('/').at(-1)}.vmx`;
}

const processRow = (ask: Ask, vm: Vm): Row => {
  const WorldID = worldIdOf(vm);
  return {
    ConfigFile: configFileOf(ask, vm),
    DisplayName: vm.name,
    ProcessID: 0,
    UUID: spaced(uuidOf(vm, paperOf(ask.vc, vm.id))),
    VMXCartelID: WorldID - 1,
    WorldID,
  };
};

const worldAsked = (ask: Ask): Vm | undefined =>
  worldsOf(ask).find((vm) => String(worldIdOf(vm)) === argOf(ask, 'worldid'));

const noWorld = (ask: Ask) =>
  failed(
    `There is no machine with the world ${argOf(ask, 'worldid') ?? ''} on ${ask.host.name}: vm process list names them.`,
  );

const kill = async (ask: Ask) => {
  const how = argOf(ask, 'type') ?? '';
  if (!['soft', 'hard', 'force'].includes(how)) return failed('--type is soft, hard or force.');
  const vm = worldAsked(ask);
  if (vm === undefined) return noWorld(ask);
  const did = await bySoapOf(ask.call, ask.vc.refs.of(vm), { method: 'PowerOffVM_Task', args: {} });
  return did.ok ? done(true) : did;
};

/** An address is learnt from a machine's traffic, where the host was told to look. */
function isLearning({ vc, host }: Ask): boolean {
  const option = optionsOf(vc, host).find((each) => textAt(each, 'key') === 'Net.GuestIPHack');
  return at(option, 'value.value') === 1;
}

/** On which switch a port is, and by which of its cards it goes out. */
function switchOf(ask: Ask, nic: Nic) {
  const parent = networkOf(ask, nic)?.parent ?? null;
  const found = parent === null ? undefined : ask.vc.world().inventory.get(parent);
  return found?.kind === 'vswitch' ? found : undefined;
}

const portRow = (ask: Ask, vm: Vm, nic: Nic): Row => {
  const vswitch = switchOf(ask, nic);
  const nth = vm.spec.nics.indexOf(nic);
  const isSeen = isLearning(ask) && nic.isConnected;
  return {
    ActiveFilters: [],
    DVPortID: vswitch?.spec.type === 'distributed' ? `${worldIdOf(vm)}-${nth}` : '',
    IPAddress: (isSeen ? nic.address : null) ?? noAddress,
    MACAddress: nic.mac,
    PortID: worldIdOf(vm) + 50_331_648 + nth,
    Portgroup: networkOf(ask, nic)?.name ?? '',
    TeamUplink: vswitch?.spec.uplinks[0] ?? 'void',
    UplinkPortID: 2_214_592_516,
    vSwitch: vswitch?.name ?? '',
  };
};

const listPorts = (ask: Ask) => {
  const vm = worldAsked(ask);
  return vm === undefined ? noWorld(ask) : done(vm.spec.nics.map((nic) => portRow(ask, vm, nic)));
};

export const machineCommands: readonly Command[] = [
  command({
    path: 'vm.process.list',
    help: 'Lists the machines that run.',
    gives: {
      is: 'rows',
      name: 'VirtualMachine',
      fields: {
        ConfigFile: 'text',
        DisplayName: 'text',
        ProcessID: 'whole',
        UUID: 'text',
        VMXCartelID: 'whole',
        WorldID: 'whole',
      },
    },
    run: (ask) => done(worldsOf(ask).map((vm) => processRow(ask, vm))),
  }),
  command({
    path: 'vm.process.kill',
    help: 'Turns a machine off, whatever it does.',
    params: [
      needed(textParam('-t --type', 'soft, hard or force.')),
      needed(wholeParam('-w --world-id', 'World of the machine.')),
    ],
    run: kill,
  }),
  command({
    path: 'network.vm.list',
    help: 'Lists the machines that run, and their networks.',
    gives: {
      is: 'rows',
      name: 'VM',
      fields: { Name: 'text', Networks: 'texts', NumPorts: 'whole', WorldID: 'whole' },
    },
    columns: ['World ID', 'Name', 'Num Ports', 'Networks'],
    run: (ask) =>
      done(
        worldsOf(ask).map((vm) => ({
          Name: vm.name,
          Networks: [...new Set(vm.spec.nics.flatMap((nic) => networkOf(ask, nic)?.name ?? []))],
          NumPorts: vm.spec.nics.length,
          WorldID: worldIdOf(vm),
        })),
      ),
  }),
  command({
    path: 'network.vm.port.list',
    help: 'Lists the ports of a machine; addresses of guests where /Net/GuestIPHack is 1.',
    params: [needed(wholeParam('-w --world-id', 'World of the machine.'))],
    gives: {
      is: 'rows',
      name: 'Port',
      fields: {
        ActiveFilters: 'texts',
        DVPortID: 'text',
        IPAddress: 'text',
        MACAddress: 'text',
        PortID: 'whole',
        Portgroup: 'text',
        TeamUplink: 'text',
        UplinkPortID: 'whole',
        vSwitch: 'text',
      },
    },
    run: listPorts,
  }),
];
