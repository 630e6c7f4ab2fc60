/** What a resource pool can be told. A root pool belongs to its cluster or host. */
import { importVApp } from '../../files/ovf/import.ts';
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Allocation } from '../../../../../sim/contract/machine-specs.ts';
import { dataAt, dataListAt, flagAt, numberAt, refAt, refListAt, textAt } from '../../wire/ask.ts';
import { isData } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { rename } from '../inventory/entity-methods.ts';
import { doesNamed, madeRef, nameIn } from '../inventory/naming.ts';
import { childrenOfKind, datacenterOf } from '../inventory/tree.ts';
import { createMachine, folderEntity } from '../machine/create.ts';
import { begin, does } from '../machine/doing.ts';
import type { Call, Method } from '../managed.ts';
import { writePaper } from '../host/settings.ts';
import { expandableKey, expandableOf, holdsItsOwn } from './pool-promises.ts';
import type { Expandable } from './pool-promises.ts';
import { poolAt } from './resource-pool.ts';
import type { Pool } from './resource-pool.ts';

const idOf = ({ pool, owner }: Pool): EntityId => pool?.id ?? owner.id;

const normal = { cpu: 4000, memory: 163_840 } as const;
const levels = { low: 0.5, normal: 1, high: 2 } as const;

/** What a specification says of one resource; what it leaves out stays. */
function allocationIn(spec: Data, of: 'cpu' | 'memory', now: Allocation): Answer<Allocation> {
  const given = dataAt(spec, `${of}Allocation`);
  if (given === undefined) return done(now);
  const reservation = numberAt(given, 'reservation') ?? now.reservation;
  const limit = numberAt(given, 'limit') ?? now.limit;
  const level = textAt(given, 'shares.level');
  const isLevel = level === 'low' || level === 'normal' || level === 'high';
  const shares = isLevel ? normal[of] * levels[level] : (numberAt(given, 'shares.shares') ?? now.shares);
  if (reservation < 0)
    return invalidArgument(`${of}Allocation.reservation`, 'A reservation cannot be below nothing.');
  if (limit >= 0 && limit < reservation)
    return invalidArgument(`${of}Allocation.limit`, 'A limit cannot be below what is reserved.');
  return done({ reservation, limit, shares: Math.min(1_000_000, Math.max(0, shares)) });
}

const free = { reservation: 0, limit: -1, shares: 1000 };

function allocations(
  spec: Data,
  pool: EntityOf<'pool'> | null,
): Answer<{ readonly cpu: Allocation; readonly memory: Allocation }> {
  const cpu = allocationIn(spec, 'cpu', pool?.spec.cpu ?? free);
  if (!cpu.ok) return cpu;
  const memory = allocationIn(spec, 'memory', pool?.spec.memory ?? free);
  return memory.ok ? done({ cpu: cpu.value, memory: memory.value }) : memory;
}

async function createIn(call: Call, thing: Pool, spec: Data): Promise<Answer<Ref>> {
  const name = nameIn(call, 'name');
  if (!name.ok) return name;
  const shares = allocations(spec, null);
  if (!shares.ok) return shares;
  const parent = idOf(thing);
  const item = { kind: 'pool' as const, name: name.value, parent, spec: { ...shares.value } };
  const did = await doesNamed(call, { type: 'inventory.create', item }, { name: name.value, parent });
  if (!did.ok) return did;
  const mayExpand = expandableIn(spec);
  const isPlain = mayExpand.cpu !== false && mayExpand.memory !== false && mayExpand.scale === undefined;
  const noted = isPlain
    ? done(undefined)
    : await writePaper(call, expandableKey(did.value.ids[0] ?? ''), mayExpand);
  return noted.ok ? madeRef(call, did.value) : noted;
}

const create: Method<Pool> = (call, thing) => createIn(call, thing, dataAt(call.args, 'spec') ?? {});

const createApp: Method<Pool> = async (call, thing) => {
  const made = await createIn(call, thing, dataAt(call.args, 'resSpec') ?? {});
  if (!made.ok) return made;
  const id = call.vc.refs.entity(made.value)?.id ?? '';
  const typed = await writePaper(call, `pool/${id}/type`, 'VirtualApp');
  if (!typed.ok) return typed;
  const folder = refAt(call.args, 'vmFolder');
  const home = folder === undefined ? undefined : folderEntity(call.vc, folder);
  const placed = home === undefined ? typed : await writePaper(call, `pool/${id}/folder`, home.id);
  if (!placed.ok) return placed;
  const kept = await writePaper(call, `pool/${id}/app`, dataAt(call.args, 'configSpec') ?? {});
  return kept.ok ? done({ _ref: 'VirtualApp', value: made.value.value }) : kept;
};

/** Shares, reservations and limits, and whether it may take more from above. */
async function shareOut(call: Call, pool: EntityOf<'pool'>, spec: Data): Promise<Answer<unknown>> {
  const shares = allocations(spec, pool);
  if (!shares.ok) return shares;
  const before = expandableOf(call.vc, pool);
  const after: Expandable = { ...before, ...expandableIn(spec) };
  for (const part of ['cpu', 'memory'] as const) {
    if (after[part] !== false) continue;
    const may = holdsItsOwn(call.vc, pool, { of: part, reservation: shares.value[part].reservation });
    if (!may.ok) return may;
  }
  const did = await does(call, { type: 'inventory.change', id: pool.id, spec: shares.value });
  if (!did.ok || JSON.stringify(before) === JSON.stringify(after)) return did;
  return writePaper(call, expandableKey(pool.id), after);
}

function expandableIn(spec: Data): Expandable {
  const [cpu, memory] = (['cpu', 'memory'] as const).map((of) =>
    flagAt(spec, `${of}Allocation.expandableReservation`),
  );
  const scale = textAt(spec, 'scaleDescendantsShares');
  return {
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory }),
    ...(scale === undefined || scale === '' ? {} : { scale }),
  };
}

const update: Method<Pool> = async (call, { pool }) => {
  const spec = dataAt(call.args, 'config');
  const name = textAt(call.args, 'name') ?? '';
  if (pool === null)
    return faulted('InvalidArgument', 'The root pool is as its cluster or host makes it.', {
      invalidProperty: 'config',
    });
  if (spec !== undefined) {
    const did = await shareOut(call, pool, spec);
    if (!did.ok) return did;
  }
  if (name === '') return done(undefined);
  const named = await rename(call, pool, name);
  return named.ok ? done(undefined) : named;
};

/** Pools below it go; machines and pools of theirs come up to it. */
const dissolve = async (call: Call, pool: EntityOf<'pool'>): Promise<Answer<unknown>> => {
  const { vc } = call;
  const parent = pool.parent as EntityId;
  const inventory = vc.world().inventory;
  for (const vm of vc.members().ofPool(pool.id)) {
    const did = await does(call, { type: 'inventory.change', id: vm.id, spec: { pool: parent } });
    if (!did.ok) return did;
  }
  for (const child of childrenOfKind(vc, pool.id, 'pool')) {
    const did = await does(call, { type: 'inventory.move', id: child.id, parent });
    if (!did.ok) return did;
  }
  return inventory.get(pool.id) === undefined
    ? done(null)
    : does(call, { type: 'inventory.remove', id: pool.id });
};

const destroyChildren: Method<Pool> = async (call, thing) => {
  for (const child of childrenOfKind(call.vc, idOf(thing), 'pool')) {
    const inner = await destroyChildren(call, { ...thing, pool: child });
    if (!inner.ok) return inner;
    const did = await dissolve(call, child);
    if (!did.ok) return did;
  }
  return done(undefined);
};

const destroy: Method<Pool> = (call, thing) => {
  const { pool } = thing;
  if (pool === null) return faulted('NotSupported', 'The root pool goes with its cluster or host.');
  return begin(call, {
    descriptionId: 'ResourcePool.destroy',
    entity: pool,
    work: async () => {
      // Pools below go with it; their machines come up.
      const emptied = await destroyChildren(call, thing);
      if (!emptied.ok) return emptied;
      const did = await dissolve(call, pool);
      return did.ok ? done({}) : did;
    },
  });
};

const renameTask: Method<Pool> = (call, { pool }) => {
  if (pool === null) return faulted('NotSupported', 'The root pool has the name that it has.');
  const name = nameIn(call, 'newName');
  if (!name.ok) return name;
  return begin(call, {
    descriptionId: 'ResourcePool.rename',
    entity: pool,
    work: () => rename(call, pool, name.value),
  });
};

const moveInto: Method<Pool> = async (call, thing) => {
  const { vc } = call;
  const target = idOf(thing);
  for (const ref of refListAt(call.args, 'list')) {
    const entity = vc.refs.entity(ref);
    if (entity?.kind !== 'vm' && entity?.kind !== 'pool')
      return invalidArgument('list', `${ref.value} is no machine and no pool.`);
    const did =
      entity.kind === 'vm'
        ? await does(call, { type: 'inventory.change', id: entity.id, spec: { pool: target } })
        : await doesNamed(
            call,
            { type: 'inventory.move', id: entity.id, parent: target },
            { name: entity.name, parent: target },
          );
    if (!did.ok) return did;
  }
  return done(undefined);
};

const updateChildren: Method<Pool> = async (call) => {
  for (const spec of dataListAt(call.args, 'spec')) {
    const ref = refAt(spec, 'entity');
    const child = ref === undefined ? undefined : poolAt(call.vc, ref, ref._ref);
    if (child?.pool === undefined || child.pool === null)
      return invalidArgument('spec.entity', 'It names no pool below this one.');
    const did = await shareOut(call, child.pool, spec);
    if (!did.ok) return did;
  }
  return done(undefined);
};

/** A machine of a vApp stands in the vApp's folder. */
const createChild: Method<Pool> = (call, { owner }) => {
  const datacenter = datacenterOf(call.vc, owner);
  if (datacenter === undefined || !isData(call.args.config))
    return invalidArgument('config', 'A machine needs its specification.');
  const withPool: Call = { ...call, args: { ...call.args, pool: call.self } };
  return createMachine(withPool, { parent: datacenter });
};

export const poolMethods: Readonly<Record<string, Method<Pool>>> = {
  CreateResourcePool: create,
  CreateVApp: createApp,
  UpdateConfig: update,
  DestroyChildren: destroyChildren,
  Destroy_Task: destroy,
  Rename_Task: renameTask,
  MoveIntoResourcePool: moveInto,
  UpdateChildResourceConfiguration: updateChildren,
  CreateChildVM_Task: createChild,
  ImportVApp: importVApp,
  // Counted anew with each question.
  RefreshRuntime: () => done(undefined),
  Reload: () => done(undefined),
};
