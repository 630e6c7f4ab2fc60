/** VirtualMachineCompatibilityChecker: whether a machine could be on a host, be started there, or be set up so. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import { above } from '../../../../../sim/index.ts';
import { dataAt, refAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { invalidArgument } from '../fault.ts';
import { escapedName } from '../managed-entity.ts';
import { makingOf } from '../machine/create.ts';
import { begin, textOf } from '../machine/doing.ts';
import type { Vm } from '../machine/paper.ts';
import { powerCommand, pressable } from '../machine/power.ts';
import { changePlan, configureCommand } from '../machine/reconfigure.ts';
import { movesOf } from '../machine/relocate.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { hostsAsked, machineAsked } from './asked.ts';
import { asWorked, checkResult, ofSource, ofTarget } from './check-result.ts';

type Host = ReturnType<typeof hostsAsked>[number];

const about = (name: string): string => `vm.check.CompatibilityChecker.${name}`;

const compatible: Method<null> = (call) => {
  const vm = machineAsked(call);
  if (!vm.ok) return vm;
  const { value } = vm;
  return begin(call, {
    descriptionId: about('checkCompatibility'),
    entity: value,
    work: async () => asWorked(hostsAsked(call, value, call.args).map((host) => on(call, value, host))),
  });
};

function on(call: Call, vm: Vm, host: Host): Data {
  const { travels } = movesOf(call, vm, { host: call.vc.refs.of(host) });
  return checkResult(call, { vm, host }, ofTarget(call, travels === null ? [] : [travels]));
}

const startable: Method<null> = (call) => {
  const vm = machineAsked(call);
  if (!vm.ok) return vm;
  const { value } = vm;
  return begin(call, {
    descriptionId: about('checkPowerOn'),
    entity: value,
    work: async () => {
      const may = await pressable(call, value, 'on');
      const [host] = hostsAsked(call, value, call.args);
      // What is on is not asked to start: its state says it all.
      const found = [ofSource(may), ...(may.ok ? ofTarget(call, [powerCommand(call, value, 'on')]) : [])];
      return asWorked([checkResult(call, { vm: value, host }, found)]);
    },
  });
};

const configurable: Method<null> = (call) => {
  const ref = refAt(call.args, 'vm');
  const spec = dataAt(call.args, 'spec') ?? {};
  if (ref === undefined) return makeable(call, spec);
  const vm = machineAsked(call);
  if (!vm.ok) return vm;
  const { value } = vm;
  return begin(call, {
    descriptionId: about('checkVmConfig'),
    entity: value,
    work: async () => asWorked([changed(call, value, spec)]),
  });
};

function changed(call: Call, vm: Vm, spec: Data): Data {
  const plan = changePlan(call, vm, spec);
  const command = plan.ok ? configureCommand(vm, { spec, plan: plan.value }) : null;
  const found = [ofSource(plan), ...ofTarget(call, command === null ? [] : [command])];
  const [host] = hostsAsked(call, vm, call.args);
  return checkResult(call, { vm, host }, found);
}

/** Of a machine that is not there yet, where it would be made. */
function makeable(call: Call, spec: Data): ReturnType<Method<null>> {
  const [host] = hostsAsked(call, undefined, call.args);
  const home = host === undefined ? undefined : above(call.vc.world().inventory, host.id, 'datacenter');
  if (host === undefined || home === undefined)
    return invalidArgument('vm', 'A machine, a host or a pool is needed.');
  return begin(call, {
    descriptionId: about('checkVmConfig'),
    entity: host,
    work: async () => asWorked([made(call, home, { host, spec })]),
  });
}

type Wish = { readonly host: Host; readonly spec: Data };

function made(call: Call, parent: Entity, { host, spec }: Wish): Data {
  const name = escapedName(textOf(spec.name) ?? 'New Virtual Machine');
  const making = makingOf(call, { parent }, { spec, name });
  const found = [ofSource(making), ...ofTarget(call, making.ok ? [making.value.command] : [])];
  return checkResult(call, { vm: undefined, host }, found);
}

export const compatibilityChecker = (): AnyManaged =>
  service('VirtualMachineCompatibilityChecker', {
    methods: {
      CheckCompatibility_Task: compatible,
      CheckPowerOn_Task: startable,
      CheckVmConfig_Task: configurable,
    },
  });
