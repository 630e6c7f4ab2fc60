import type { CommandInput } from '../../../../../sim/contract/commands.ts';
import type { Data } from '../../wire/value.ts';
import { isData } from '../../wire/value.ts';
import type { Worked } from '../../tasks/tasks.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import { refusedBy } from '../faults.ts';
import { knowsPolicies, policyItems } from '../../pbm/assigned.ts';
import { paperFieldsIn, sensible, worldFieldsIn } from './config-spec.ts';
import { devicesOf } from './devices.ts';
import { papersAfter } from './device-papers.ts';
import { planDevices } from './device-plan.ts';
import type { DevicePlan } from './planning.ts';
import { begin, does, textOf } from './doing.ts';
import { diskFileOf, diskPathOf, homeOf } from './files.ts';
import { heldDisks, unwritten } from './held-disks.ts';
import { asPaper, paperKey, paperOf } from './paper.ts';
import type { Vm } from './paper.ts';
import { disksTaken } from './new-disks.ts';
import { disksAfter } from './standalone-disks.ts';

const reconfigure: Method<Vm> = (call, vm) =>
  begin(call, {
    descriptionId: 'VirtualMachine.reconfigure',
    entity: vm,
    work: () => {
      const { spec } = call.args;
      if (!isData(spec)) return noSpec();
      return vm.spec.isTemplate && !isWordsOnly(spec) ? ofTemplate(vm) : change(call, vm, spec);
    },
  });

const ofTemplate = async ({ name }: Vm): Promise<Answer<never>> =>
  faulted('NotSupported', `${name} is a template: only its name, its notes and how it boots change.`);

// A vCenter does not refuse a template's boot order: Packer clears it behind its conversion.
const words: ReadonlySet<string> = new Set(['_type', 'name', 'annotation', 'changeVersion', 'bootOptions']);
const isWordsOnly = (spec: Data): boolean =>
  Object.entries(spec).every(([name, value]) => words.has(name) || value === undefined || isEmpty(value));
const isEmpty = (value: Data[string]): boolean => Array.isArray(value) && value.length === 0;

const noSpec = async (): Promise<Answer<never>> =>
  invalidArgument('spec', 'A specified parameter was not correct: spec');

/** Judged whole by the world before anything is written. */
export async function change(call: Call, vm: Vm, spec: Data): Promise<Answer<Worked>> {
  const plan = changePlan(call, vm, spec);
  if (!plan.ok) return plan;
  const wish = { spec, plan: plan.value };
  const configure = configureCommand(vm, wish);
  const changed = configure === null ? done(null) : await does(call, configure);
  if (!changed.ok) return changed;
  const named = await changePlainly(call, vm, spec);
  if (!named.ok) return named;
  return writePapers(call, vm, wish);
}

/** What is asked before the world is. */
export function changePlan(call: Call, vm: Vm, spec: Data): Answer<DevicePlan> {
  const { vc } = call;
  const paper = paperOf(vc, vm.id);
  const stale = isStale(call, vm, spec);
  if (!stale.ok) return stale;
  const may = knowsPolicies(vc, spec, sensible(spec, paper));
  if (!may.ok) return may;
  const home = homeOf(vc, vm, paper)?.id;
  const plan = planDevices({ vc, existing: devicesOf(vc, vm, paper), home }, spec.deviceChange);
  if (!plan.ok) return plan;
  const free = vm.spec.power === 'off' ? done(null) : unwritten(vc, vm, plan.value.newDisks);
  return free.ok ? plan : free;
}

/** Somebody else changed it since the client looked. */
function isStale({ vc }: Call, vm: Vm, { changeVersion }: Data): Answer<null> {
  const now = new Date(paperOf(vc, vm.id).modified ?? paperOf(vc, vm.id).created ?? 0).toISOString();
  if (typeof changeVersion !== 'string' || changeVersion === '' || changeVersion === now) return done(null);
  return faulted(
    'ConcurrentAccess',
    'The object or item referred to was changed by somebody else since it was read.',
  );
}

type Wish = { readonly spec: Data; readonly plan: DevicePlan };

/** null: nothing of it is the world's. */
export function configureCommand(vm: Vm, { spec, plan }: Wish): CommandInput | null {
  const disks = [
    ...plan.gone
      .filter(({ key }) => vm.spec.disks.some((disk) => disk.key === key))
      .map(({ key }) => ({ key, size: null })),
    ...plan.editedDisks.filter(({ size }) => size > 0).map(({ key, size }) => ({ key, size })),
    ...plan.newDisks.map(({ size, isThin, datastore }) => ({
      size,
      isThin,
      ...(datastore === undefined ? {} : { datastore }),
    })),
  ];
  const nics = [
    ...plan.gone
      .filter(({ key }) => vm.spec.nics.some((nic) => nic.key === key))
      .map(({ key }) => ({ key, network: null })),
    ...plan.editedNics.map(({ key, network, isConnected }) => ({ key, network, isConnected })),
    ...plan.newNics.map(({ network, isConnected }) => ({ network, isConnected })),
  ];
  const fields = worldFieldsIn(spec, vm.spec);
  if (Object.keys(fields).length + disks.length + nics.length === 0) return null;
  return {
    type: 'machine.configure',
    id: vm.id,
    ...fields,
    ...(disks.length === 0 ? {} : { disks }),
    ...(nics.length === 0 ? {} : { nics }),
  };
}

async function changePlainly(call: Call, vm: Vm, spec: Data): Promise<Answer<unknown>> {
  const name = escapedName(textOf(spec.name) ?? '');
  const notes = textOf(spec.annotation);
  const isNamed = name !== '' && name !== vm.name;
  if (!isNamed && (notes === undefined || notes === vm.spec.notes)) return done(null);
  return does(call, {
    type: 'inventory.change',
    id: vm.id,
    ...(isNamed ? { name } : {}),
    ...(notes === undefined ? {} : { spec: { notes } }),
  });
}

async function writePapers(call: Call, vm: Vm, { spec, plan }: Wish): Promise<Answer<Worked>> {
  const { vc } = call;
  const after = vc.world().inventory.get(vm.id);
  if (after?.kind !== 'vm') return faulted('ManagedObjectNotFound', `${vm.name} is gone.`);
  const before = paperOf(vc, vm.id);
  const added = {
    disks: after.spec.disks.slice(after.spec.disks.length - plan.newDisks.length),
    nics: after.spec.nics.slice(after.spec.nics.length - plan.newNics.length),
  };
  const paper = {
    ...before,
    ...paperFieldsIn(spec, before),
    ...papersAfter(plan, before, added),
    modified: vc.now(),
    changes: (before.changes ?? 0) + 1,
  };
  const macs = await giveMacs(call, after, { plan, added: added.nics });
  if (!macs.ok) return macs;
  const items = [
    { key: paperKey(vm.id), value: asPaper(paper) },
    ...looseDisks(call, vm, plan),
    ...policyItems(vc, vm.id, { spec, disks: added.disks }),
  ];
  const written = await vc.papers.write(items, call.caller);
  return written.ok ? done({}) : refusedBy(written.refusal);
}

/** Adapters whose address the client chose. */
export async function giveMacs(
  call: Call,
  vm: Vm,
  { plan, added }: { readonly plan: DevicePlan; readonly added: Vm['spec']['nics'] },
): Promise<Answer<unknown>> {
  const wanted = new Map<number, string>();
  const wish = (key: number | undefined, mac: unknown): void => {
    if (key !== undefined && typeof mac === 'string' && /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(mac))
      wanted.set(key, mac.toLowerCase());
  };
  plan.newNics.forEach(({ device }, at) => wish(added[at]?.key, device.macAddress));
  for (const { key, device } of plan.editedNics) wish(key, device.macAddress);
  const nics = vm.spec.nics.map((nic) => ({ ...nic, mac: wanted.get(nic.key) ?? nic.mac }));
  if (nics.every((nic, at) => nic.mac === vm.spec.nics[at]?.mac)) return done(null);
  return does(call, { type: 'inventory.change', id: vm.id, spec: { nics } });
}

/** Disks that it let go of lie on their datastore by themselves; those it took do no longer. */
function looseDisks({ vc }: Call, vm: Vm, plan: DevicePlan) {
  const paper = paperOf(vc, vm.id);
  const left = plan.gone.flatMap(({ key, files }) => {
    const disk = vm.spec.disks.find((each) => each.key === key);
    if (disk === undefined || disk.datastore === null || files === 'destroy') return [];
    const others = heldDisks(vc, diskPathOf(vc, { vm, paper }, disk)).filter((held) => held.vm.id !== vm.id);
    if (others.length > 0) return [];
    const kilobytes = Math.round(disk.size * 1_048_576);
    return [
      { store: disk.datastore, path: diskFileOf(vm, disk, paper), disk: { kilobytes, isThin: disk.isThin } },
    ];
  });
  return disksAfter(vc, [...left, ...disksTaken(plan)]);
}

export const reconfigureMethods: Readonly<Record<string, Method<Vm>>> = { ReconfigVM_Task: reconfigure };
