import { ChevronsDownUp, Maximize, Zap } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { firstExpanded } from '../../canvas/topology/topology-graph.ts';
import { useWorld } from '../../data/world.ts';
import { useTopology } from './topology-state.ts';

const elsewhere = (): string | null => (useTopology.getState().isShown ? null : 'Go to the topology first');
const common = { section: 'Topology', shortcut: null, disabled: elsewhere } as const;

export const topologyActions: readonly Action[] = [
  {
    ...common,
    id: 'topology.power',
    title: 'Show or hide power links',
    icon: Zap,
    run: () => useTopology.setState(({ showsPower }) => ({ showsPower: !showsPower })),
  },
  {
    ...common,
    id: 'topology.fold',
    title: 'Fold the topology as at first',
    icon: ChevronsDownUp,
    run: () => useTopology.setState({ expanded: firstExpanded(useWorld.getState()) }),
  },
  {
    ...common,
    id: 'topology.fit',
    title: 'Fit the topology',
    icon: Maximize,
    run: () => useTopology.setState(({ fitTurn }) => ({ fitTurn: fitTurn + 1 })),
  },
];
