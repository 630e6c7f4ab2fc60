/** What a machine's `RUN.container` asks for: read from its paper when it is switched on. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { accepted } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { World } from '../../sim/index.ts';
import type { Owner } from '../guests/container/box-plan.ts';
import { paperKey, paperOf, uuidOf } from '../personalities/vmware/objects/machine/paper.ts';
import type { MachinePaper, Vm } from '../personalities/vmware/objects/machine/paper.ts';
import type { RunPlan } from './run-box.ts';
import { readRun } from './run-options.ts';
import { runWordsIn } from './run-words.ts';

export const runKey = 'RUN.container';

export function machineIn(world: World, id: EntityId): Vm | null {
  const found = world.inventory.get(id);
  return found?.kind === 'vm' ? found : null;
}

const paperIn = (world: World, id: EntityId): MachinePaper =>
  paperOf({ papers: { machine: () => world.papers.get('vmware', paperKey(id)) } }, id);

/** null: it asks for none. */
export function runPlanOf(world: World, vm: Vm, owner: Owner): Result<RunPlan> | null {
  const paper = paperIn(world, vm.id);
  const text = paper.extra?.[runKey]?.trim() ?? '';
  if (text === '') return null;
  const words = runWordsIn(text);
  const wish = words.ok ? readRun(words.value) : words;
  if (!wish.ok) return wish;
  const uuid = uuidOf(vm, paper);
  return accepted({
    owner,
    machine: vm.id,
    name: `vcsim-${vm.name.replaceAll(/[^\w.-]+/g, '_')}-${uuid}`,
    uuid,
    hardware: vm.spec.nics[0]?.mac ?? null,
    wish: { ...wish.value, Env: [...guestinfoIn(paper), ...(wish.value.Env ?? [])] },
  });
}

/** As cloud-init's source for VMware looks for it in a container. */
function guestinfoIn({ extra }: MachinePaper): readonly string[] {
  const told = Object.entries(extra ?? {}).filter(([key]) => key.startsWith('guestinfo.'));
  if (told.length === 0) return [];
  return [
    ...told.map(([key, value]) => `VMX_${key.toUpperCase().replaceAll('.', '_')}=${value}`),
    'VMX_GUESTINFO=true',
  ];
}
