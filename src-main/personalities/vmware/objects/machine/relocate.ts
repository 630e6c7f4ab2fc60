import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { isData, isRef } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import type { Worked } from '../../tasks/tasks.ts';
import type { Answer } from '../fault.ts';
import { done } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import { folderEntity, poolIn } from './create.ts';
import { begin, does } from './doing.ts';
import { notes } from './lifecycle.ts';
import type { Vm } from './paper.ts';

const relocate: Method<Vm> = (call, vm) =>
  begin(call, {
    descriptionId: 'VirtualMachine.relocate',
    entity: vm,
    work: () => moved(call, vm, isData(call.args.spec) ? call.args.spec : {}),
  });

const migrate: Method<Vm> = (call, vm) =>
  begin(call, {
    descriptionId: 'VirtualMachine.migrate',
    entity: vm,
    work: () => moved(call, vm, { host: call.args.host, pool: call.args.pool }),
  });

/** To another host, datastore, pool or folder; what is named and is so already is left. */
export async function moved(call: Call, vm: Vm, spec: Data): Promise<Answer<Worked>> {
  const settled = await settle(call, vm, spec);
  if (!settled.ok) return settled;
  const { refs } = call.vc;
  const host = idOf(call, spec.host);
  const datastore = isRef(spec.datastore) ? refs.entity(spec.datastore)?.id : undefined;
  const isElsewhere = host !== undefined && host !== vm.spec.host;
  const liesElsewhere = datastore !== undefined && vm.spec.disks.some((disk) => disk.datastore !== datastore);
  if (!isElsewhere && !liesElsewhere) return done({});
  const did = await does(call, {
    type: 'machine.migrate',
    id: vm.id,
    ...(isElsewhere ? { host } : {}),
    ...(liesElsewhere ? { datastore } : {}),
  });
  if (!did.ok) return did;
  const { follows } = did.value;
  return liesElsewhere ? done({ follows, after: () => rehomed(call, vm, datastore) }) : done({ follows });
}

/** Its configuration moves with its disks. */
async function rehomed(call: Call, vm: Vm, home: EntityId): Promise<Answer> {
  const noted = await notes(call, vm.id, { home });
  return noted.ok ? done(undefined) : noted;
}

const idOf = (call: Call, value: Value) => (isRef(value) ? call.vc.refs.entity(value)?.id : undefined);

/** Pool and folder are words only: they change at once. */
async function settle(call: Call, vm: Vm, spec: Data): Promise<Answer<unknown>> {
  const pool = isRef(spec.pool) ? poolIn(call.vc, spec.pool) : undefined;
  if (pool !== undefined && pool !== vm.spec.pool) {
    const did = await does(call, { type: 'inventory.change', id: vm.id, spec: { pool } });
    if (!did.ok) return did;
  }
  const parent = isRef(spec.folder) ? folderEntity(call.vc, spec.folder) : undefined;
  if (parent === undefined || parent.id === vm.parent) return done(null);
  return does(call, { type: 'inventory.move', id: vm.id, parent: parent.id });
}

export const relocateMethods: Readonly<Record<string, Method<Vm>>> = {
  RelocateVM_Task: relocate,
  MigrateVM_Task: migrate,
};
