/** New machines: `CreateVM_Task` of a folder, `CreateChildVM_Task` of a pool. */
import type { CommandInput } from '../../../../../sim/contract/commands.ts';
import type { Entity, EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import { isData, isRef } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import type { Worked } from '../../tasks/tasks.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import type { Call } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import { knowsPolicies, policyItems } from '../../pbm/assigned.ts';
import { paperFieldsIn, sensible, systemIn, worldFieldsIn } from './config-spec.ts';
import type { WorldFields } from './config-spec.ts';
import { readPath, storeNamed } from './datastore-path.ts';
import { papersAfter } from './device-papers.ts';
import { planDevices } from './device-plan.ts';
import type { DevicePlan } from './planning.ts';
import { begin, does, textOf } from './doing.ts';
import { asPaper, paperKey } from './paper.ts';
import type { MachinePaper } from './paper.ts';
import { disksTaken } from './new-disks.ts';
import { giveMacs } from './reconfigure.ts';
import { disksAfter } from './standalone-disks.ts';

/** The folder or datacenter that a machine shall be in; the entity whose name the task shows. */
export type Home = { readonly parent: Entity };

export function createMachine(call: Call, home: Home): Answer<Ref> {
  const { config } = call.args;
  const spec = isData(config) ? config : {};
  const name = escapedName(textOf(spec.name) ?? '');
  if (name === '')
    return invalidArgument('configSpec.name', 'A specified parameter was not correct: configSpec.name');
  return begin(call, {
    descriptionId: 'Folder.createVm',
    entity: home.parent,
    work: () => born(call, home, { spec, name }),
  });
}

type Wish = { readonly spec: Data; readonly name: string };

/** An allocation as one has it who says nothing. */
const usual = { reservation: 0, limit: -1, shares: 1000 };

export async function born(call: Call, home: Home, wish: Wish): Promise<Answer<Worked>> {
  const making = makingOf(call, home, wish);
  if (!making.ok) return making;
  const { command, ...made } = making.value;
  const did = await does(call, command);
  if (!did.ok) return did;
  const id = did.value.ids[0] as EntityId;
  return done({ follows: did.value.follows, after: () => noteNew(call, id, made) });
}

/** What is asked before the world is, and what it is asked. */
export function makingOf(
  call: Call,
  home: Home,
  { spec, name }: Wish,
): Answer<Made & { readonly command: CommandInput }> {
  const { vc } = call;
  const files = isData(spec.files) ? spec.files : {};
  const path = textOf(files.vmPathName) ?? '';
  const store = storeNamed(vc, path, home.parent.id);
  if (store === undefined && /^\s*\[.+\]/.test(path))
    return faulted('InvalidDatastorePath', `Invalid datastore path '${path}'.`, { datastorePath: path });
  const may = knowsPolicies(vc, spec, sensible(spec, {}));
  if (!may.ok) return may;
  const plan = planDevices({ vc, existing: [], home: store }, spec.deviceChange);
  if (!plan.ok) return plan;
  const { cpu: _c, reserved: _r, ...fields } = worldFieldsIn(spec, { cpu: usual, reserved: usual });
  const command: CommandInput = {
    type: 'machine.create',
    name,
    parent: home.parent.id,
    ...placeOf(call, call.args),
    ...(store === undefined ? {} : { datastore: store }),
    os: systemIn(spec) ?? 'other',
    ...fields,
    disks: plan.value.newDisks.map(({ size, isThin, datastore }) => ({
      size,
      isThin,
      ...(datastore === undefined ? {} : { datastore }),
    })),
    networks: plan.value.newNics.flatMap(({ network }) => (network === null ? [] : [network])),
    notes: textOf(spec.annotation) ?? '',
  };
  return done({ command, spec, plan: plan.value, path, store });
}

/** Host and pool as the call names them; a root pool is its cluster or host. */
export function placeOf(call: Pick<Call, 'vc'>, args: Data) {
  const { vc } = call;
  const host = isRef(args.host) ? vc.refs.entity(args.host)?.id : undefined;
  const pool = isRef(args.pool) ? poolIn(vc, args.pool) : undefined;
  return { ...(host === undefined ? {} : { host }), ...(pool === undefined ? {} : { pool }) };
}

export function poolIn(vc: Vc, ref: Ref): EntityId | undefined {
  const found = vc.refs.find(ref);
  return found?.is === 'root-pool' || found?.is === 'entity' ? found.entity.id : undefined;
}

type Made = {
  readonly spec: Data;
  readonly plan: DevicePlan;
  readonly path: string;
  readonly store: EntityId | undefined;
};

async function noteNew(call: Call, id: EntityId, { spec, plan, path, store }: Made): Promise<Answer> {
  const { vc } = call;
  const vm = vc.world().inventory.get(id);
  if (vm?.kind !== 'vm') return faulted('ManagedObjectNotFound', 'The machine was removed meanwhile.');
  const { disks, nics } = vm.spec;
  const directory = directoryIn(path);
  const paper: MachinePaper = {
    guestId: textOf(spec.guestId) ?? 'otherGuest',
    created: vc.now(),
    modified: vc.now(),
    ...(directory === undefined ? {} : { directory }),
    ...(store === undefined ? {} : { home: store }),
    ...paperFieldsIn(spec, {}),
    ...papersAfter(plan, {}, { disks, nics }),
  };
  const macs = await giveMacs(call, vm, { plan, added: nics });
  if (!macs.ok) return macs;
  const more = { ...bareness(vm, plan), ...promised(spec) };
  const told =
    Object.keys(more).length === 0
      ? done(null)
      : await does(call, { type: 'inventory.change', id, spec: more });
  if (!told.ok) return told;
  const items = [
    { key: paperKey(id), value: asPaper(paper) },
    ...policyItems(vc, id, { spec, disks }),
    ...disksAfter(vc, disksTaken(plan)),
  ];
  const written = await vc.papers.write(items, call.caller);
  return written.ok ? done(vc.refs.of(vm)) : refusedBy(written.refusal);
}

/** A system is installed on a disk that was there before; on a fresh one is nothing that could answer. */
function bareness({ spec }: EntityOf<'vm'>, { newDisks }: DevicePlan): { readonly tools?: 'not-installed' } {
  const isInstalled = newDisks.some(({ existing, base }) => existing !== undefined || base !== undefined);
  return spec.os === 'other' && !isInstalled ? { tools: 'not-installed' } : {};
}

const promised = (spec: Data): Pick<WorldFields, 'cpu' | 'reserved'> => {
  const { cpu, reserved } = worldFieldsIn(spec, { cpu: usual, reserved: usual });
  return { ...(cpu === undefined ? {} : { cpu }), ...(reserved === undefined ? {} : { reserved }) };
};

/** `[ds] folder/x.vmx` names the folder; `[ds]` alone leaves it to us. */
function directoryIn(text: string): string | undefined {
  const path = readPath(text)?.path ?? '';
  const at = path.lastIndexOf('/');
  return at <= 0 ? undefined : path.slice(0, at);
}

/** The folder of the world that a reference means: a datacenter's own folder is the datacenter. */
export function folderEntity(vc: Vc, ref: Ref): Entity | undefined {
  const found = vc.refs.find(ref);
  if (found?.is === 'datacenter-folder') return found.entity;
  return found?.is === 'entity' && (found.entity.kind === 'folder' || found.entity.kind === 'datacenter')
    ? found.entity
    : undefined;
}
