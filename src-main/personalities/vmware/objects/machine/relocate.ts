import type { CommandInput } from '../../../../../sim/contract/commands.ts';
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
  const { settles, travels } = movesOf(call, vm, spec);
  for (const command of settles) {
    const did = await does(call, command);
    if (!did.ok) return did;
  }
  if (travels === null) return done({});
  const did = await does(call, travels);
  if (!did.ok) return did;
  const { follows } = did.value;
  const { datastore } = travels;
  return datastore === undefined
    ? done({ follows })
    : done({ follows, after: () => rehomed(call, vm, datastore) });
}

type Moves = {
  /** Pool and folder are words only: they change at once. */
  readonly settles: readonly CommandInput[];
  readonly travels: { type: 'machine.migrate'; id: EntityId; host?: EntityId; datastore?: EntityId } | null;
};

/** What a move comes to: nothing, where it is there already. */
export function movesOf(call: Call, vm: Vm, spec: Data): Moves {
  const host = idOf(call, spec.host);
  const datastore = idOf(call, spec.datastore);
  const isElsewhere = host !== undefined && host !== vm.spec.host;
  const liesElsewhere = datastore !== undefined && vm.spec.disks.some((disk) => disk.datastore !== datastore);
  const travels = {
    type: 'machine.migrate' as const,
    id: vm.id,
    ...(isElsewhere ? { host } : {}),
    ...(liesElsewhere ? { datastore } : {}),
  };
  return { settles: settling(call, vm, spec), travels: isElsewhere || liesElsewhere ? travels : null };
}

/** Its configuration moves with its disks. */
async function rehomed(call: Call, vm: Vm, home: EntityId): Promise<Answer> {
  const noted = await notes(call, vm.id, { home });
  return noted.ok ? done(undefined) : noted;
}

const idOf = (call: Call, value: Value) => (isRef(value) ? call.vc.refs.entity(value)?.id : undefined);

function settling({ vc }: Call, vm: Vm, spec: Data): readonly CommandInput[] {
  const pool = isRef(spec.pool) ? poolIn(vc, spec.pool) : undefined;
  const parent = isRef(spec.folder) ? folderEntity(vc, spec.folder)?.id : undefined;
  return [
    ...(pool === undefined || pool === vm.spec.pool
      ? []
      : [{ type: 'inventory.change', id: vm.id, spec: { pool } } as const]),
    ...(parent === undefined || parent === vm.parent
      ? []
      : [{ type: 'inventory.move', id: vm.id, parent } as const]),
  ];
}

export const relocateMethods: Readonly<Record<string, Method<Vm>>> = {
  RelocateVM_Task: relocate,
  MigrateVM_Task: migrate,
};
