import type { CommandInput } from '../../../../../sim/contract/commands.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { dataAt } from '../../wire/ask.ts';
import { isData, isRef } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import type { Worked } from '../../tasks/tasks.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import type { Call, Method } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import { folderEntity, placeOf } from './create.ts';
import { customizable, customize } from './customize.ts';
import { begin, does, textOf } from './doing.ts';
import { asPaper, paperKey, paperOf } from './paper.ts';
import type { MachinePaper, Vm } from './paper.ts';
import { mayPress } from './power.ts';
import { change } from './reconfigure.ts';

export type CopyWish = {
  readonly name: string;
  readonly parent: EntityId;
  readonly location: Data;
  readonly config: Data | undefined;
  readonly customization: Data | undefined;
  readonly template: boolean;
  readonly powerOn: boolean;
  /** How it is made, where it is no plain copy. */
  readonly made?: Pick<CopyCommand, 'linkedTo' | 'afterwards'>;
};

/**
 * Of a machine that is on: the copy runs from the start, as long as its original has. What lies on the disks, the
 * uptime and the network are the guest's; programs that somebody left running in the original it does not have.
 */
const instantClone: Method<Vm> = (call, vm) => {
  const wish = forkAsked(call, vm);
  if (!wish.ok) return wish;
  return begin(call, {
    descriptionId: 'VirtualMachine.instantClone',
    entity: vm,
    work: async () => {
      const may = forkable(vm);
      return may.ok ? copied(call, vm, wish.value) : may;
    },
  });
};

export function forkAsked(call: Call, vm: Vm): Answer<CopyWish> {
  const spec = dataAt(call.args, 'spec') ?? {};
  const name = escapedName(textOf(spec.name) ?? '');
  if (name === '') return invalidArgument('spec.name', 'A specified parameter was not correct: spec.name');
  const location = dataAt(spec, 'location') ?? {};
  const parent = isRef(location.folder) ? folderEntity(call.vc, location.folder)?.id : vm.parent;
  if (parent === undefined || parent === null)
    return invalidArgument(
      'spec.location.folder',
      'A specified parameter was not correct: spec.location.folder',
    );
  const { biosUuid: uuid, config: extraConfig } = spec;
  return done({
    name,
    parent,
    location,
    config: {
      ...(uuid === undefined ? {} : { uuid }),
      ...(extraConfig === undefined ? {} : { extraConfig }),
    },
    customization: undefined,
    template: false,
    powerOn: false,
    made: { linkedTo: 'now', afterwards: 'go-on' },
  });
}

export function forkable(vm: Vm): Answer<null> {
  if (vm.spec.backing !== undefined)
    return faulted('NotSupported', `${vm.name} runs as a container: its memory cannot be shared.`);
  return mayPress(vm, 'suspend');
}

/** What a copy comes to, once its words were found in order. */
export function copying(call: Call, vm: Vm): Answer<() => Promise<Answer<Worked>>> {
  const wish = copyAsked(call);
  return wish.ok ? done(() => copied(call, vm, wish.value)) : wish;
}

export function copyAsked(call: Call): Answer<CopyWish> {
  const spec = isData(call.args.spec) ? call.args.spec : {};
  const name = escapedName(textOf(call.args.name) ?? '');
  if (name === '') return invalidArgument('name', 'A specified parameter was not correct: name');
  const location = isData(spec.location) ? spec.location : {};
  const folder = isRef(call.args.folder) ? call.args.folder : location.folder;
  const parent = isRef(folder) ? folderEntity(call.vc, folder) : undefined;
  if (parent === undefined) return invalidArgument('folder', 'A specified parameter was not correct: folder');
  return done({
    name,
    parent: parent.id,
    location,
    config: isData(spec.config) ? spec.config : undefined,
    customization: isData(spec.customization) ? spec.customization : undefined,
    template: spec.template === true,
    powerOn: spec.powerOn === true,
  });
}

const clone: Method<Vm> = (call, vm) => {
  const work = copying(call, vm);
  return work.ok
    ? begin(call, { descriptionId: 'VirtualMachine.clone', entity: vm, work: work.value })
    : work;
};

type CopyCommand = Extract<CommandInput, { type: 'machine.clone' }>;

export function copyCommand(call: Call, { id }: Vm, { name, parent, location, made }: CopyWish): CopyCommand {
  const store = isRef(location.datastore) ? call.vc.refs.entity(location.datastore)?.id : undefined;
  return {
    type: 'machine.clone',
    id,
    name,
    parent,
    ...placeOf(call, location),
    ...(store === undefined ? {} : { datastore: store }),
    ...made,
  };
}

async function copied(call: Call, vm: Vm, wish: CopyWish): Promise<Answer<Worked>> {
  const did = await does(call, copyCommand(call, vm, wish));
  if (!did.ok) return did;
  const id = did.value.ids[0] as EntityId;
  return done({ follows: did.value.follows, after: () => finish(call, { id, source: vm, wish }) });
}

type Copy = { readonly id: EntityId; readonly source: Vm; readonly wish: CopyWish };

/** What the original's paper says holds for the copy, but for what is its own alone. */
async function finish(call: Call, { id, source, wish }: Copy): Promise<Answer> {
  const { vc } = call;
  const now = vc.now();
  const {
    uuid: _u,
    instanceUuid: _i,
    directory: _d,
    home: _h,
    lost: _l,
    disks,
    ...kept
  } = paperOf(vc, source.id);
  const paper: MachinePaper = { ...kept, created: now, modified: now, disks: ownDisks(disks) };
  const written = await vc.papers.write([{ key: paperKey(id), value: asPaper(paper) }], call.caller);
  if (!written.ok) return refusedBy(written.refusal);
  for (const next of [changed, customized, marked, started]) {
    const vm = vc.world().inventory.get(id);
    if (vm?.kind !== 'vm') return faulted('ManagedObjectNotFound', `${wish.name} was removed meanwhile.`);
    const result = await next(call, vm, wish);
    if (!result.ok) return result;
  }
  return done(vc.refs.ofId(id));
}

/** Files and identities of the original's disks are not the copy's. */
const ownDisks = (disks: MachinePaper['disks']): NonNullable<MachinePaper['disks']> =>
  Object.fromEntries(
    Object.entries(disks ?? {}).map(([key, { file: _f, uuid: _u, backing, ...rest }]) => [
      key,
      { ...rest, ...ownBacking(backing) },
    ]),
  );

/** A copy stands on nothing and is shared with nobody. */
function ownBacking(backing: Data | undefined): { readonly backing?: Data } {
  if (backing === undefined) return {};
  const { parent: _p, sharing: _s, ...rest } = backing;
  return Object.keys(rest).length === 0 ? {} : { backing: rest };
}

type Step = (call: Call, vm: Vm, wish: CopyWish) => Promise<Answer<unknown>>;

const changed: Step = async (call, vm, { config, location }) => {
  const changes = location.deviceChange;
  const spec = {
    ...config,
    ...(changes === undefined ? {} : { deviceChange: [...listOf(config?.deviceChange), ...listOf(changes)] }),
  };
  return Object.keys(spec).length === 0 ? done(null) : change(call, vm, spec);
};
const listOf = (value: unknown): readonly Data[] => (Array.isArray(value) ? (value as readonly Data[]) : []);

const customized: Step = async (call, vm, { customization }) =>
  customization === undefined ? done(null) : customize(call, vm, customization);

const marked: Step = async (call, vm, { template }) =>
  template ? does(call, { type: 'machine.template', id: vm.id, to: 'template' }) : done(null);

const started: Step = async (call, vm, { powerOn, template }) =>
  powerOn && !template ? does(call, { type: 'machine.power', id: vm.id, verb: 'on' }) : done(null);

export const cloneMethods: Readonly<Record<string, Method<Vm>>> = {
  CloneVM_Task: clone,
  InstantClone_Task: instantClone,
  CustomizeVM_Task: (call, vm) =>
    begin(call, {
      descriptionId: 'VirtualMachine.customize',
      entity: vm,
      work: async () => {
        const may = mayPress(vm, 'on');
        if (!may.ok) return may;
        const result = await customize(call, vm, isData(call.args.spec) ? call.args.spec : {});
        return result.ok ? done({}) : result;
      },
    }),
  CheckCustomizationSpec: ({ args }, vm) => {
    const may = customizable(vm, isData(args.spec) ? args.spec : {});
    return may.ok ? done(undefined) : may;
  },
};
