/** A machine that is unregistered leaves its paper beside its files, and has it again when it is registered. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../../../sim/contract/papers.ts';
import type { Vc } from '../../vc.ts';
import type { Answer } from '../fault.ts';
import { done } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import type { Call, Method } from '../managed.ts';
import { readPath } from './datastore-path.ts';
import { does, doesPlainly } from './doing.ts';
import { homeOf, isConfigLost, vmxOf } from './files.ts';
import { asPaper, paperKey, paperOf } from './paper.ts';
import type { MachinePaper, Vm } from './paper.ts';

type Left = Readonly<Record<string, MachinePaper>>;

const leftKey = (store: EntityId): string => `datastore/${store}/unregistered`;

export function leftOn({ papers }: Pick<Vc, 'papers'>, store: EntityId): Left {
  const paper = papers.get(leftKey(store));
  return typeof paper === 'object' && paper !== null && !Array.isArray(paper) ? (paper as Left) : {};
}

const asLeft = (left: Left): PaperValue =>
  Object.keys(left).length === 0 ? null : (JSON.parse(JSON.stringify(left)) as PaperValue);

export const unregister: Method<Vm> = async (call, vm) => {
  const { vc } = call;
  const paper = paperOf(vc, vm.id);
  // Nothing is left from which it could be known again.
  if (isConfigLost(vc, vm, paper)) return doesPlainly(call, { type: 'machine.remove', id: vm.id });
  const home = homeOf(vc, vm, paper);
  const path = readPath(vmxOf(vc, vm, paper))?.path;
  const place = home === undefined || path === undefined ? {} : { datastore: home.id, path };
  const did = await does(call, { type: 'machine.unregister', id: vm.id, ...place });
  if (!did.ok) return did;
  const lies = did.value.ids[0];
  if (home === undefined || lies === undefined) return done(undefined);
  const left = { ...leftOn(vc, home.id), [lies]: paper };
  return write(call, [{ key: leftKey(home.id), value: asLeft(left) }]);
};

type Registered = { readonly id: EntityId; readonly store: EntityId; readonly path: string };

export async function recall(call: Call, { id, store, path }: Registered): Promise<Answer> {
  const { [path]: paper = {}, ...others } = leftOn(call.vc, store);
  const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const items = [
    { key: paperKey(id), value: asPaper({ ...paper, ...(directory === '' ? {} : { directory }) }) },
  ];
  if (Object.keys(paper).length > 0) items.push({ key: leftKey(store), value: asLeft(others) });
  return write(call, items);
}

/** Its files are gone, and with them what was known of it. */
export function forget(call: Call, store: EntityId, path: string): Promise<Answer> {
  const { [path]: _, ...others } = leftOn(call.vc, store);
  return write(call, [{ key: leftKey(store), value: asLeft(others) }]);
}

async function write(
  { vc, caller }: Call,
  items: readonly { readonly key: string; readonly value: PaperValue }[],
): Promise<Answer> {
  const written = await vc.papers.write(items, caller);
  return written.ok ? done(undefined) : refusedBy(written.refusal);
}
