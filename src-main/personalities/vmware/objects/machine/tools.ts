/** The tools' installer, questions, and what vApp options tell the guest. */
import { ovfEnvironmentOf } from '../../guest-operations/ovf-environment.ts';
import { textAt } from '../../wire/ask.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import type { Call, Method } from '../managed.ts';
import { begin } from './doing.ts';
import type { Vm } from './paper.ts';
import { mayPress } from './power.ts';
import { installerKey, markOf } from './tools-installer.ts';

async function mount(call: Call, vm: Vm, what: 'in' | 'out'): Promise<Answer> {
  const may = mayPress(vm, 'shutdown');
  if (!may.ok) return may;
  const value = what === 'in' ? markOf(vm) : null;
  const written = await call.vc.papers.write([{ key: installerKey(vm.id), value }], call.caller);
  return written.ok ? done(undefined) : refusedBy(written.refusal);
}

const noUpgrade = async ({ name }: Vm): Promise<Answer<never>> =>
  faulted(
    'NotSupported',
    `The tools of ${name} are open-vm-tools: they are upgraded in the guest, with its other packages.`,
  );

export const toolsMethods: Readonly<Record<string, Method<Vm>>> = {
  MountToolsInstaller: (call, vm) => mount(call, vm, 'in'),
  UnmountToolsInstaller: (call, vm) => mount(call, vm, 'out'),
  UpgradeTools_Task: (call, vm) =>
    begin(call, {
      descriptionId: 'VirtualMachine.upgradeTools',
      entity: vm,
      work: async () => {
        const may = mayPress(vm, 'shutdown');
        return may.ok ? noUpgrade(vm) : may;
      },
    }),
  AnswerVM: ({ args }, { name }) =>
    invalidArgument('questionId', `${name} asks no question ${textAt(args, 'questionId') ?? ''}.`),
  ExtractOvfEnvironment: ({ vc }, vm) =>
    vm.spec.power === 'on'
      ? done(ovfEnvironmentOf(vc.world(), vm.id, null) ?? '')
      : faulted('InvalidState', `${vm.name} is not running: it has no environment.`),
};
