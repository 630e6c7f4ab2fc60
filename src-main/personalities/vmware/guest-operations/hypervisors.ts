/** What a guest hears from its hypervisor, and tells it: `guestinfo`, and who it shall be. Both stand in papers. */
import type { Actor } from '../../../../sim/contract/actors.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { PaperValue } from '../../../../sim/contract/papers.ts';
import type { Result } from '../../../../sim/contract/result.ts';
import { bytesOf, textOf } from '../../../../sim/guests/bytes.ts';
import type { Bytes } from '../../../../sim/guests/bytes.ts';
import type { HypervisorView } from '../../../../sim/guests/kernel/machine-view.ts';
import { above } from '../../../../sim/index.ts';
import type { World } from '../../../../sim/index.ts';
import { asPaper, paperKey, paperOf } from '../objects/machine/paper.ts';
import { ordersKey, ordersIn } from './orders.ts';
import { ovfEnvironmentOf } from './ovf-environment.ts';

type Deps = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
};

const tools: Actor = { origin: 'system', name: 'vmtoolsd', role: 'admin' };

/** null: the machine is none of vSphere's. */
export const createHypervisors =
  (deps: Deps) =>
  (machine: EntityId): HypervisorView | null => {
    const { inventory } = deps.world();
    const parent = inventory.get(machine)?.parent ?? null;
    return parent === null || above(inventory, parent, 'datacenter') === undefined
      ? null
      : hypervisorOf(deps, machine);
  };

function hypervisorOf({ world, execute }: Deps, machine: EntityId): HypervisorView {
  const get = (key: string): PaperValue | undefined => world().papers.get('vmware', key);
  const papers = { papers: { machine: (id: EntityId) => get(paperKey(id)) } };
  /** What the guest said and the lab does not know yet. */
  const told = new Map<string, string>();
  let line: Promise<unknown> = Promise.resolve();
  const write = (key: string, value: () => PaperValue): void => {
    line = line.then(() =>
      execute({ type: 'papers.write', face: 'vmware', items: [{ key, value: value() }] }, tools),
    );
  };
  const withInfo = (name: string, value: string): PaperValue => {
    const paper = paperOf(papers, machine);
    const { [name]: _, ...extra } = paper.extra ?? {};
    if (told.get(name) === value) told.delete(name);
    return asPaper({ ...paper, extra: value === '' ? extra : { ...extra, [name]: value } });
  };
  const info = (name: string): string | null => {
    const value = told.get(name) ?? paperOf(papers, machine).extra?.[name] ?? '';
    if (value !== '') return value;
    return name === 'guestinfo.ovfEnv' ? ovfEnvironmentOf(world(), machine, 'com.vmware.guestInfo') : null;
  };
  return {
    info: (name: Bytes) => {
      const found = info(textOf(name));
      return found === null ? null : bytesOf(found);
    },
    changeInfo: (name, value) => {
      told.set(textOf(name), textOf(value));
      write(paperKey(machine), () => withInfo(textOf(name), textOf(value)));
    },
    orders: () => {
      const orders = ordersIn(get(ordersKey(machine)));
      return orders === null
        ? null
        : {
            hostname: orders.hostname === undefined ? null : bytesOf(orders.hostname),
            domain: bytesOf(orders.domain),
            nameServers: orders.nameServers.map(bytesOf),
            search: orders.search.map(bytesOf),
          };
    },
    ordersDone: () => write(ordersKey(machine), () => null),
  };
}
