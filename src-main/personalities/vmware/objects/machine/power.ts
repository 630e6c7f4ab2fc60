import type { CommandInput } from '../../../../../sim/contract/commands.ts';
import type { PowerVerb } from '../../../../../sim/contract/machine-commands.ts';
import { powerFrom } from '../../../../../sim/contract/power-verbs.table.ts';
import type { PowerState } from '../../../../../sim/contract/machine-specs.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { faultOf } from '../faults.ts';
import type { Call, Method } from '../managed.ts';
import { isRef } from '../../wire/value.ts';
import { begin, does, worksAs } from './doing.ts';
import { diskPathOf, isConfigLost } from './files.ts';
import { unlocked } from './held-disks.ts';
import { paperOf } from './paper.ts';
import type { Vm } from './paper.ts';
import { powerWords, toolsOf } from './state.ts';

const spoken = { poweredOn: 'Powered on', poweredOff: 'Powered off', suspended: 'Suspended' } as const;

/** The state that a button asks for, where it asks for another one than there is. */
const wanted: Readonly<Partial<Record<PowerVerb, keyof typeof spoken>>> = {
  on: 'poweredOff',
  off: 'poweredOn',
  suspend: 'poweredOn',
  reset: 'poweredOn',
  shutdown: 'poweredOn',
  reboot: 'poweredOn',
};

/** vSphere tells the state it wanted to find, and the one it found. */
export function mayPress({ spec }: Vm, verb: PowerVerb): Answer<null> {
  const from: readonly PowerState[] = powerFrom[verb];
  if (from.includes(spec.power)) return done(null);
  const existingState = powerWords[spec.power];
  return faulted(
    'InvalidPowerState',
    `The attempted operation cannot be performed in the current state (${spoken[existingState]}).`,
    { requestedState: wanted[verb], existingState },
  );
}

/** Its files are there, and nobody else writes them. */
function startable(vc: Call['vc'], vm: Vm): Answer<null> {
  const paper = paperOf(vc, vm.id);
  if (isConfigLost(vc, vm, paper))
    return faulted('InvalidState', `${vm.name} is inaccessible: its configuration file is gone.`);
  const lost = vm.spec.disks
    .map((disk) => diskPathOf(vc, { vm, paper }, disk))
    .find((file) => paper.lost?.includes(file) === true);
  return lost === undefined
    ? unlocked(vc, vm)
    : faulted('FileNotFound', `File ${lost} was not found`, { file: lost });
}

/** What runs for it on this computer is to be had. */
async function runnable(vc: Call['vc'], { id }: Vm): Promise<Answer<null>> {
  const ready = await vc.guests.guests?.ready?.(id);
  if (ready?.ok !== false) return done(null);
  const { message } = faultOf(ready.refusal);
  return faulted('GenericVmConfigFault', message, { reason: message });
}

const hostAsked = (call: Call): { host?: never } => {
  const host = isRef(call.args.host) ? call.vc.refs.entity(call.args.host) : undefined;
  return host === undefined ? {} : ({ host: host.id } as object);
};

const press =
  (verb: PowerVerb, descriptionId: string): Method<Vm> =>
  (call, vm) =>
    begin(call, {
      descriptionId,
      entity: vm,
      work: async () => {
        const may = await pressable(call, vm, verb);
        return may.ok ? worksAs(call, powerCommand(call, vm, verb)) : may;
      },
    });

/** What is asked before the world is. */
export async function pressable({ vc }: Call, vm: Vm, verb: PowerVerb): Promise<Answer<null>> {
  if (vm.spec.isTemplate) return faulted('NotSupported', `${vm.name} is a template: templates do not run.`);
  const may = mayPress(vm, verb);
  if (!may.ok || verb !== 'on') return may;
  const ready = startable(vc, vm);
  return ready.ok ? runnable(vc, vm) : ready;
}

export const powerCommand = (call: Call, { id }: Vm, verb: PowerVerb): CommandInput => ({
  type: 'machine.power',
  id,
  verb,
  ...hostAsked(call),
});

/** The guest is asked; the answer says only that it heard. */
const ask =
  (verb: 'shutdown' | 'reboot' | 'suspend'): Method<Vm> =>
  async (call, vm) => {
    const may = mayPress(vm, verb);
    if (!may.ok) return may;
    if (toolsOf(call.vc, vm) !== 'running')
      return faulted(
        'ToolsUnavailable',
        'Cannot complete operation because VMware Tools is not running in this virtual machine.',
      );
    const did = await does(call, { type: 'machine.power', id: vm.id, verb });
    return did.ok ? done(undefined) : did;
  };

export const powerMethods: Readonly<Record<string, Method<Vm>>> = {
  PowerOnVM_Task: press('on', 'VirtualMachine.powerOn'),
  PowerOffVM_Task: press('off', 'VirtualMachine.powerOff'),
  SuspendVM_Task: press('suspend', 'VirtualMachine.suspend'),
  ResetVM_Task: press('reset', 'VirtualMachine.reset'),
  ShutdownGuest: ask('shutdown'),
  RebootGuest: ask('reboot'),
  StandbyGuest: ask('suspend'),
  TerminateVM: async (call, vm) => {
    const may = mayPress(vm, 'off');
    if (!may.ok) return may;
    const did = await does(call, { type: 'machine.power', id: vm.id, verb: 'off' });
    return did.ok ? done(undefined) : did;
  },
};
