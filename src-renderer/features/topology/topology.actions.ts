import { ChevronsDownUp, List, Maximize, Share2, Waypoints, Zap } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { goTo } from '../../app/way.ts';
import { topologyLayers } from '../../canvas/topology/layer-graphs.ts';
import { firstExpanded } from '../../canvas/topology/topology-graph.ts';
import { useWorld } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { useTopology } from './topology-state.ts';

const elsewhere = (): string | null =>
  useTopology.getState().shown === null ? text().topology.actions.elsewhere : null;

const isPhysical = (): string | null =>
  elsewhere() ?? (useTopology.getState().shown === 'physical' ? null : text().topology.actions.physicalOnly);

export function topologyActions(): readonly Action[] {
  const { actions: words, layers } = text().topology;
  const common = { section: words.section, shortcut: null, disabled: elsewhere } as const;
  return [
    ...topologyLayers.map((layer): Action => ({
      ...common,
      id: `topology.layer-${layer}`,
      title: words.layer(layers[layer]),
      icon: Waypoints,
      disabled: () => null,
      run: () => goTo(`/topology?layer=${layer}`),
    })),
    {
      ...common,
      id: 'topology.power',
      title: words.power,
      icon: Zap,
      disabled: isPhysical,
      run: () => useTopology.setState(({ showsPower }) => ({ showsPower: !showsPower })),
    },
    {
      ...common,
      id: 'topology.impact',
      title: words.impact,
      icon: Share2,
      run: () => useTopology.setState(({ showsImpact }) => ({ showsImpact: !showsImpact })),
    },
    {
      ...common,
      id: 'topology.list',
      title: words.list,
      icon: List,
      run: () => {
        const isList = new URLSearchParams(window.location.search).get('view') === 'list';
        goTo(`/topology?layer=${useTopology.getState().shown ?? 'physical'}${isList ? '' : '&view=list'}`);
      },
    },
    {
      ...common,
      id: 'topology.fold',
      title: words.fold,
      icon: ChevronsDownUp,
      run: () => useTopology.setState({ expanded: firstExpanded(useWorld.getState()) }),
    },
    {
      ...common,
      id: 'topology.fit',
      title: words.fit,
      icon: Maximize,
      run: () => useTopology.setState(({ fitTurn }) => ({ fitTurn: fitTurn + 1 })),
    },
  ];
}
