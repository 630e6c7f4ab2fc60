/** A drawing of machines in the making. */
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineMap, MapNode } from '../../../sim/contract/machine-map.ts';

export type MapDraft = {
  /** Whether it is unfolded: as asked, or as far as so few allow. */
  readonly isOpen: (id: EntityId, fewEnough: boolean) => boolean;
  readonly put: (entity: Entity, more?: Partial<Pick<MapNode, 'inside' | 'isOpen' | 'note'>>) => void;
  /** False where the drawing is full. */
  readonly putMachine: (vm: EntityOf<'vm'>) => boolean;
  readonly join: (from: EntityId | null | undefined, to: EntityId) => void;
  readonly drawn: () => Omit<MachineMap, 'layer'>;
};

type Asked = { readonly open: ReadonlySet<EntityId> | null; readonly mostMachines: number };

export function createMapDraft({ open, mostMachines }: Asked): MapDraft {
  const nodes = new Map<EntityId, MapNode>();
  const edges = new Map<string, { readonly from: EntityId; readonly to: EntityId }>();
  let machines = 0;
  const left = new Set<EntityId>();
  const put: MapDraft['put'] = (entity, more = {}) => {
    if (nodes.has(entity.id)) return;
    const { id, kind, name, parent } = entity;
    const node = { id, kind, name, parent, state: stateOf(entity), note: null, inside: null, isOpen: false };
    nodes.set(id, { ...node, ...more });
  };
  return {
    isOpen: (id, fewEnough) => (open === null ? fewEnough : open.has(id)),
    put,
    putMachine: (vm) => {
      if (nodes.has(vm.id)) return true;
      if (machines >= mostMachines) {
        left.add(vm.id);
        return false;
      }
      machines += 1;
      put(vm);
      return true;
    },
    join: (from, to) => {
      if (from !== null && from !== undefined && from !== to) edges.set(`${from} ${to}`, { from, to });
    },
    drawn: () => ({
      nodes: [...nodes.values()],
      // Lines to what is not drawn are left out.
      edges: [...edges.values()].filter(({ from, to }) => nodes.has(from) && nodes.has(to)),
      left: left.size,
    }),
  };
}

function stateOf(entity: Entity): MapNode['state'] {
  if (entity.kind === 'vm' && entity.spec.isTemplate) return 'template';
  if (entity.kind === 'vm' || entity.kind === 'blade')
    return entity.spec.power === 'on' ? null : entity.spec.power;
  if (entity.kind === 'datastore') return entity.spec.mode === 'normal' ? null : 'maintenance';
  return entity.kind === 'host' ? hostState(entity) : null;
}

function hostState({ spec }: EntityOf<'host'>): MapNode['state'] {
  if (spec.power !== 'on') return spec.power;
  if (spec.state !== 'connected') return 'not-responding';
  return spec.mode === 'normal' ? null : 'maintenance';
}
