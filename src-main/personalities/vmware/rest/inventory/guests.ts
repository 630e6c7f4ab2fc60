/** What the tools in a machine tell, and what they are asked to do. */
import { toolsVersion } from '../../objects/machine/config.ts';
import { guestOf, toolsOf } from '../../objects/machine/state.ts';
import { dataListAt, listAt, numberAt, textAt, textListAt } from '../../wire/ask.ts';
import { bySoap } from '../by-soap.ts';
import { mapIn, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import type { Data } from '../../wire/value.ts';
import { restGuest } from './guest-words.ts';
import { withMachine } from './machines.ts';
import type { Vm } from './machines.ts';

const guest = '/vcenter/vm/{vm}/guest';

/** A system that is not up tells nothing. */
const withGuest = (run: (call: RestCall, told: Data) => Reply): Operation['run'] =>
  withMachine((call, vm) =>
    toolsOf(call.vc, vm) === 'running'
      ? run(call, guestOf(call.vc, vm))
      : refuse('service_unavailable', `VMware Tools is not running in ${vm.name}.`),
  );

function identity(_: RestCall, info: Data): Reply {
  const fullName = textAt(info, 'guestFullName') ?? '';
  const address = textAt(info, 'ipAddress');
  return told({
    name: restGuest(textAt(info, 'guestId') ?? ''),
    family: textAt(info, 'guestFamily') === 'windowsGuest' ? 'WINDOWS' : 'LINUX',
    full_name: { id: 'vmsg.guestos.full-name', default_message: fullName, args: [] },
    host_name: textAt(info, 'hostName') ?? '',
    ...(address === undefined ? {} : { ip_address: address }),
  });
}

function networking(_: RestCall, info: Data): Reply {
  const dns = dataListAt(info, 'ipStack')[0]?.dnsConfig ?? {};
  return told({
    dns_values: { host_name: textAt(info, 'hostName') ?? '', domain_name: textAt(dns, 'domainName') ?? '' },
    dns: { ip_addresses: textListAt(dns, 'ipAddress'), search_domains: textListAt(dns, 'searchDomain') },
  });
}

const interfaces = (_: RestCall, info: Data): Reply =>
  told(
    dataListAt(info, 'net').map((net) => ({
      mac_address: textAt(net, 'macAddress') ?? '',
      nic: String(numberAt(net, 'deviceConfigId') ?? ''),
      ip: {
        ip_addresses: dataListAt(net, 'ipConfig.ipAddress').map((address) => ({
          ip_address: textAt(address, 'ipAddress') ?? '',
          prefix_length: numberAt(address, 'prefixLength') ?? 24,
          state: 'PREFERRED',
          origin: 'DHCP',
        })),
      },
    })),
  );

const routes = (_: RestCall, info: Data): Reply =>
  told(
    dataListAt(info, 'ipStack').flatMap((stack) =>
      dataListAt(stack, 'ipRouteConfig.ipRoute').map((route) => ({
        network: textAt(route, 'network') ?? '',
        prefix_length: numberAt(route, 'prefixLength') ?? 0,
        gateway_address: textAt(route, 'gateway.ipAddress') ?? '',
        interface_index: 0,
      })),
    ),
  );

const files = ({ dialect }: RestCall, info: Data): Reply =>
  told(
    mapIn(
      dialect,
      dataListAt(info, 'disk').map((disk) => [
        textAt(disk, 'diskPath') ?? '',
        {
          capacity: numberAt(disk, 'capacity') ?? 0,
          free_space: numberAt(disk, 'freeSpace') ?? 0,
          filesystem: textAt(disk, 'filesystemType'),
          mappings: listAt(disk, 'mappings').flatMap((each) => {
            const key = numberAt(each, 'key');
            return key === undefined ? [] : [{ disk: String(key) }];
          }),
        },
      ]),
    ),
  );

const powerOf = ({ vc }: RestCall, vm: Vm): Reply => {
  const isUp = toolsOf(vc, vm) === 'running';
  return told({ state: isUp ? 'RUNNING' : 'NOT_RUNNING', operations_ready: isUp });
};

const asked = { shutdown: 'ShutdownGuest', reboot: 'RebootGuest', standby: 'StandbyGuest' } as const;

const power = (method: string) =>
  withMachine(async (call, vm) => {
    const did = await bySoap(call, { self: call.vc.refs.of(vm), method });
    return did.ok ? told(undefined) : did;
  });

const tools = ({ vc }: RestCall, vm: Vm): Reply => {
  const state = toolsOf(vc, vm);
  const isThere = state !== 'not-installed';
  return told({
    auto_update_supported: false,
    install_attempt_count: 0,
    upgrade_policy: 'MANUAL',
    run_state: state === 'running' ? 'RUNNING' : 'NOT_RUNNING',
    version_status: isThere ? 'UNMANAGED' : 'NOT_INSTALLED',
    ...(isThere
      ? { install_type: 'OPEN_VM_TOOLS', version: String(toolsVersion), version_number: toolsVersion }
      : {}),
  });
};

export const guestOperations: readonly Operation[] = [
  { on: `GET ${guest}/identity`, run: withGuest(identity) },
  { on: `GET ${guest}/networking`, run: withGuest(networking) },
  { on: `GET ${guest}/networking/interfaces`, run: withGuest(interfaces) },
  { on: `GET ${guest}/networking/routes`, run: withGuest(routes) },
  { on: `GET ${guest}/local-filesystem`, run: withGuest(files) },
  { on: `GET ${guest}/power`, run: withMachine(powerOf) },
  ...Object.entries(asked).flatMap(([action, method]) => [
    { on: `POST ${guest}/power`, action, run: power(method) },
    { on: `POST ${guest}/power/${action}`, run: power(method) },
  ]),
  { on: 'GET /vcenter/vm/{vm}/tools', run: withMachine(tools) },
];
