import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { isRef } from '../../wire/value.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import { begin, does, doesPlainly, textOf, worksAs } from './doing.ts';
import { usualHardware } from './config.ts';
import { mayPress } from './power.ts';
import { unregister } from './registering.ts';
import { asPaper, paperKey, paperOf } from './paper.ts';
import type { MachinePaper, Vm } from './paper.ts';
import { refusedBy } from '../faults.ts';

/** Puts down what changes of its paper. */
export async function notes(call: Call, id: EntityId, change: Partial<MachinePaper>) {
  const paper = { ...paperOf(call.vc, id), ...change };
  const written = await call.vc.papers.write([{ key: paperKey(id), value: asPaper(paper) }], call.caller);
  return written.ok ? done(null) : refusedBy(written.refusal);
}

const destroy: Method<Vm> = (call, vm) =>
  begin(call, {
    descriptionId: 'VirtualMachine.destroy',
    entity: vm,
    work: async () => {
      if (vm.spec.power !== 'off') {
        const off = mayPress(vm, 'on');
        if (!off.ok) return off;
      }
      return worksAs(call, { type: 'machine.remove', id: vm.id });
    },
  });

const rename: Method<Vm> = (call, vm) => {
  const name = escapedName(textOf(call.args.newName) ?? '');
  if (name === '') return invalidArgument('newName', 'A specified parameter was not correct: newName');
  return begin(call, {
    descriptionId: 'VirtualMachine.rename',
    entity: vm,
    work: () => worksAs(call, { type: 'inventory.change', id: vm.id, name }),
  });
};

const versions = [
  'vmx-08',
  'vmx-09',
  'vmx-10',
  'vmx-11',
  'vmx-13',
  'vmx-14',
  'vmx-15',
  'vmx-17',
  'vmx-18',
  'vmx-19',
  'vmx-20',
  'vmx-21',
  'vmx-22',
];

const upgrade: Method<Vm> = (call, vm) =>
  begin(call, {
    descriptionId: 'VirtualMachine.upgradeVirtualHardware',
    entity: vm,
    work: async () => {
      const now = paperOf(call.vc, vm.id).version ?? usualHardware;
      const wish = textOf(call.args.version) ?? 'vmx-21';
      if (!versions.includes(wish))
        return invalidArgument('version', `There is no hardware version ${wish}.`);
      const may = mayPress(vm, 'on');
      if (!may.ok) return may;
      if (versions.indexOf(wish) <= versions.indexOf(now))
        return faulted('AlreadyUpgraded', `The virtual hardware is ${now} already.`);
      const noted = await notes(call, vm.id, { version: wish });
      return noted.ok ? done({}) : noted;
    },
  });

const markAsMachine: Method<Vm> = async (call, vm) => {
  if (!vm.spec.isTemplate) return faulted('NotSupported', `${vm.name} is no template.`);
  const did = await does(call, { type: 'machine.template', id: vm.id, to: 'machine' });
  if (!did.ok) return did;
  const idOf = (value: unknown): EntityId | undefined =>
    isRef(value as never) ? call.vc.refs.entity(value as never)?.id : undefined;
  const [host, pool] = [idOf(call.args.host), idOf(call.args.pool)];
  const spec = { ...(host === undefined ? {} : { host }), ...(pool === undefined ? {} : { pool }) };
  return Object.keys(spec).length === 0
    ? done(undefined)
    : doesPlainly(call, { type: 'inventory.change', id: vm.id, spec });
};

export const lifecycleMethods: Readonly<Record<string, Method<Vm>>> = {
  Destroy_Task: destroy,
  Rename_Task: rename,
  UnregisterVM: unregister,
  MarkAsTemplate: (call, vm) =>
    vm.spec.isTemplate
      ? faulted('NotSupported', `${vm.name} is a template already.`)
      : doesPlainly(call, { type: 'machine.template', id: vm.id, to: 'template' }),
  MarkAsVirtualMachine: markAsMachine,
  UpgradeVM_Task: upgrade,
  // What these ask to be read anew is read anew with each question.
  Reload: () => done(undefined),
  RefreshStorageInfo: () => done(undefined),
  ResetGuestInformation: () => done(undefined),
};
