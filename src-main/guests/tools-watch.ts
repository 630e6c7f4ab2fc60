import type { Actor } from '../../sim/contract/actors.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { VmSpec } from '../../sim/contract/machine-specs.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { HypervisorView } from '../../sim/guests/kernel/machine-view.ts';
import type { Machine } from '../../sim/guests/machine.ts';
import type { World } from '../../sim/index.ts';

type WatchDeps = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly hypervisor?: (machine: EntityId) => HypervisorView | null;
};

/** Tells the lab whether the tools of a guest run: they are a process in it, and a file on its disk. */
export type ToolsWatch = (id: EntityId, machine: Pick<Machine, 'processes'>) => void;

const file = '/usr/bin/vmtoolsd';

/** One for all guests. */
export function createToolsWatch(deps: WatchDeps, actor: Actor): ToolsWatch {
  const { world, execute } = deps;
  const telling = new Set<EntityId>();
  const tell = async (id: EntityId, tools: VmSpec['tools']): Promise<void> => {
    telling.add(id);
    await execute({ type: 'inventory.change', id, spec: { tools } }, actor);
    telling.delete(id);
  };
  return (id, { processes }) => {
    const vm = world().inventory.get(id);
    if (vm?.kind !== 'vm' || vm.spec.power !== 'on' || telling.has(id)) return;
    // Elsewhere they have nothing to say.
    if ((deps.hypervisor?.(id) ?? null) === null) return;
    const runs = processes().some(({ name, state }) => name === 'vmtoolsd' && state !== 'zombie');
    const isGone = world().guests.get(id)?.files.get(file) === null;
    const tools = runs ? 'running' : isGone ? 'not-installed' : 'not-running';
    if (tools !== vm.spec.tools) void tell(id, tools);
  };
}
