/** What is folded open in the topology, what is switched on, and where things were moved to; kept while the app runs. */
import { create } from 'zustand';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { TopologyLayer } from '../../canvas/topology/layer-graphs.ts';
import type { MachineLayer } from '../../canvas/topology/machine-layers.ts';
import type { Place } from '../../canvas/topology/tidy-tree.ts';

export type Moved = ReadonlyMap<string, Place>;

type TopologyState = {
  /** Null until the lab is there: then it opens as far as its size allows. */
  readonly expanded: ReadonlySet<EntityId> | null;
  /** Of the layers of machines; where one is missing, the lab says how far it opens. */
  readonly openMachines: Partial<Record<MachineLayer, readonly EntityId[]>>;
  /** The load of the page's tables that `expanded` belongs to. */
  readonly story: number;
  readonly showsPower: boolean;
  readonly showsImpact: boolean;
  /** Whether nodes can be moved. */
  readonly isArranging: boolean;
  /** Where nodes stand that were moved, by layer. */
  readonly moved: Partial<Record<TopologyLayer, Moved>>;
  /** The layer on the screen; null while the topology is not the screen. */
  readonly shown: TopologyLayer | null;
  /** Grows with each wish to see all of it. */
  readonly fitTurn: number;
};

export const useTopology = create<TopologyState>(() => ({
  expanded: null,
  openMachines: {},
  story: 0,
  showsPower: false,
  showsImpact: true,
  isArranging: false,
  moved: {},
  shown: null,
  fitTurn: 0,
}));

export function setExpanded(ids: readonly EntityId[], isExpanded: boolean): void {
  useTopology.setState(({ expanded }) => {
    const next = new Set(expanded);
    for (const id of ids) {
      if (isExpanded) next.add(id);
      else next.delete(id);
    }
    return { expanded: next };
  });
}

export const setOpenMachines = (layer: MachineLayer, open: readonly EntityId[]): void =>
  useTopology.setState(({ openMachines }) => ({ openMachines: { ...openMachines, [layer]: open } }));

export const noneMoved: Moved = new Map();

export const moveNode = (layer: TopologyLayer, id: string, place: Place): void =>
  useTopology.setState(({ moved }) => ({
    moved: { ...moved, [layer]: new Map([...(moved[layer] ?? noneMoved), [id, place]]) },
  }));

export const arrange = (layer: TopologyLayer, places: Moved): void =>
  useTopology.setState(({ moved, fitTurn }) => ({
    moved: { ...moved, [layer]: places },
    fitTurn: fitTurn + 1,
  }));
