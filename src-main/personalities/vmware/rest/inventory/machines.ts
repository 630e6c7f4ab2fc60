/** `/vcenter/vm`: list, one, make, remove, and its power. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { configOf, guestNameOf } from '../../objects/machine/config.ts';
import { powerWords } from '../../objects/machine/state.ts';
import { instanceUuidOf, paperOf, uuidOf } from '../../objects/machine/paper.ts';
import { isRef } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { flagAt, textAt } from '../../wire/ask.ts';
import { bySoap } from '../by-soap.ts';
import { madeNew, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import { managedOf, withEntity } from './estate.ts';
import { createSpec } from './machine-specs.ts';
import { hardwareMaps } from './hardware.ts';
import { restGuest } from './guest-words.ts';
import { isOf, isWanted } from './places.ts';
import { isShown } from './readable.ts';

export type Vm = EntityOf<'vm'>;

const powers = { poweredOn: 'POWERED_ON', poweredOff: 'POWERED_OFF', suspended: 'SUSPENDED' } as const;
export const powerOf = ({ spec }: Vm): string => powers[powerWords[spec.power]];

export const withMachine = (
  run: (call: RestCall, vm: Vm) => Reply | Promise<Reply>,
): ((call: RestCall) => Reply | Promise<Reply>) => withEntity('vm', 'vm', run);

/** As vSphere's list has them: templates are not machines here. */
function list(call: RestCall): Reply {
  const rows = managedOf(call.vc, 'vm').filter(
    (vm) =>
      !vm.spec.isTemplate &&
      isShown(call, vm) &&
      isWanted(call, vm, 'vms') &&
      isOf(call, 'power_states', powerOf(vm)),
  );
  return told(
    rows.map((vm) => ({
      vm: call.vc.refs.of(vm).value,
      name: vm.name,
      power_state: powerOf(vm),
      cpu_count: vm.spec.cpus,
      memory_size_MiB: vm.spec.memory,
    })),
  );
}

export function bootOf(config: Data): object {
  return {
    type: textAt(config, 'firmware') === 'efi' ? 'EFI' : 'BIOS',
    delay: Number(config.bootDelay ?? 0),
    retry: flagAt(config, 'bootOptions.bootRetryEnabled') ?? false,
    retry_delay: 10_000,
    enter_setup_mode: flagAt(config, 'bootOptions.enterBIOSSetup') ?? false,
  };
}

export const cpuOf = ({ spec }: Vm, config: Data): object => ({
  count: spec.cpus,
  cores_per_socket: spec.coresPerSocket,
  hot_add_enabled: flagAt(config, 'cpuHotAddEnabled') ?? false,
  hot_remove_enabled: flagAt(config, 'cpuHotRemoveEnabled') ?? false,
});

export const memoryOf = ({ spec }: Vm, config: Data): object => ({
  size_MiB: spec.memory,
  hot_add_enabled: flagAt(config, 'memoryHotAddEnabled') ?? false,
});

export const hardwareVersion = (config: Data): object => ({
  version: (textAt(config, 'version') ?? '').toUpperCase().replace('-', '_'),
  upgrade_policy: 'NEVER',
  upgrade_status: 'NONE',
});

function get({ vc, dialect }: RestCall, vm: Vm): Reply {
  const paper = paperOf(vc, vm.id);
  const config = configOf(vc, vm);
  return told({
    guest_OS: restGuest(guestNameOf(vm, paper).id),
    name: vm.name,
    identity: { name: vm.name, bios_uuid: uuidOf(vm, paper), instance_uuid: instanceUuidOf(vm, paper) },
    power_state: powerOf(vm),
    instant_clone_frozen: false,
    hardware: hardwareVersion(config),
    boot: bootOf(config),
    boot_devices: [],
    cpu: cpuOf(vm, config),
    memory: memoryOf(vm, config),
    ...hardwareMaps(vc, vm, dialect),
    floppies: dialect === 'api' ? {} : [],
    parallel_ports: dialect === 'api' ? {} : [],
    serial_ports: dialect === 'api' ? {} : [],
  });
}

async function create(call: RestCall): Promise<Reply> {
  const spec = createSpec(call);
  if (!spec.ok) return spec;
  const did = await bySoap(call, spec.value);
  if (!did.ok) return did;
  return isRef(did.value) ? madeNew(did.value.value) : refuse('error', 'The machine was not named.');
}

const soapOf = (method: string) =>
  withMachine(async (call, vm) => {
    const did = await bySoap(call, { self: call.vc.refs.of(vm), method });
    return did.ok ? told(undefined) : did;
  });

/** Deleting asks for a machine that is off. */
const remove = withMachine(async (call, vm) => {
  if (vm.spec.power !== 'off')
    return refuse(
      'not_allowed_in_current_state',
      `${vm.name} is not powered off: stop it before it is deleted.`,
    );
  const did = await bySoap(call, { self: call.vc.refs.of(vm), method: 'Destroy_Task' });
  return did.ok ? told(undefined) : did;
});

const presses = {
  start: { method: 'PowerOnVM_Task', already: 'POWERED_ON' },
  stop: { method: 'PowerOffVM_Task', already: 'POWERED_OFF' },
  suspend: { method: 'SuspendVM_Task', already: 'SUSPENDED' },
  reset: { method: 'ResetVM_Task', already: null },
} as const;

const press = ({ method, already }: (typeof presses)[keyof typeof presses]) =>
  withMachine(async (call, vm) => {
    if (powerOf(vm) === already)
      return refuse(
        'already_in_desired_state',
        `${vm.name} is ${already.toLowerCase().replace('_', ' ')} already.`,
      );
    const did = await bySoap(call, { self: call.vc.refs.of(vm), method });
    return did.ok ? told(undefined) : did;
  });

/** `POST …/power?action=start`, and `POST …/power/start` of the older dialect. */
const powerOperations: readonly Operation[] = Object.entries(presses).flatMap(([action, one]) => [
  { on: 'POST /vcenter/vm/{vm}/power', action, run: press(one) },
  { on: `POST /vcenter/vm/{vm}/power/${action}`, run: press(one) },
]);

export const machineOperations: readonly Operation[] = [
  { on: 'GET /vcenter/vm', run: list },
  { on: 'POST /vcenter/vm', run: create },
  { on: 'GET /vcenter/vm/{vm}', run: withMachine(get) },
  { on: 'DELETE /vcenter/vm/{vm}', run: remove },
  { on: 'POST /vcenter/vm/{vm}', action: 'unregister', run: soapOf('UnregisterVM') },
  {
    on: 'GET /vcenter/vm/{vm}/power',
    run: withMachine((_, vm) =>
      told({ state: powerOf(vm), clean_power_off: vm.spec.fellWith === undefined }),
    ),
  },
  ...powerOperations,
];
