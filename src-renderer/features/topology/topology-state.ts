/** What is folded open in the topology; kept while the app runs. */
import { create } from 'zustand';
import type { EntityId } from '../../../sim/contract/ids.ts';

type TopologyState = {
  /** Null until the lab is there: then it opens as far as its size allows. */
  readonly expanded: ReadonlySet<EntityId> | null;
  /** The load of the page's tables that `expanded` belongs to. */
  readonly story: number;
  readonly showsPower: boolean;
  /** True while the topology is the screen. */
  readonly isShown: boolean;
  /** Grows with each wish to see all of it. */
  readonly fitTurn: number;
};

export const useTopology = create<TopologyState>(() => ({
  expanded: null,
  story: 0,
  showsPower: false,
  isShown: false,
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
