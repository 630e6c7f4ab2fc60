/** How a machine comes into sight in the topology, and what its menu has besides. */
import { Server, Thermometer } from 'lucide-react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { type Action, always } from '../../app/actions.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import type { TopologyLayer } from '../../canvas/topology/layer-graphs.ts';
import { isMachineLayer } from '../../canvas/topology/machine-layers.ts';
import { text } from '../../text/text.ts';
import { machineActionsFor } from '../machines/machines.actions.ts';
import { setOpenMachines, useTopology } from './topology-state.ts';
import type { Scene } from './use-scene.ts';

/** What must be unfolded so that it is drawn: a machine's host and networks, a host's cluster. */
function holdersOf(entity: Entity): readonly EntityId[] {
  const parents = entity.parent === null ? [] : [entity.parent];
  if (entity.kind !== 'vm') return parents;
  const wires = entity.spec.nics.flatMap(({ network }) => network ?? []);
  return [...(entity.spec.host === null ? [] : [entity.spec.host]), ...wires];
}

/** Machines are on layers of their own: from another one the way leads there. */
export function revealMachine(
  { layer, nodes }: Pick<Scene, 'layer' | 'nodes'>,
  entity: Entity,
  onLayer: (layer: TopologyLayer) => void,
): void {
  const shown = isMachineLayer(layer) ? layer : 'virtual';
  const { openMachines } = useTopology.getState();
  const open = isMachineLayer(layer)
    ? nodes.filter((node) => node.isExpanded).map((node) => node.entity.id)
    : (openMachines[shown] ?? null);
  // Where the lab opens by itself as far as it can, nothing is closed by looking for one thing.
  if (open !== null) setOpenMachines(shown, [...new Set([...open, ...holdersOf(entity)])]);
  if (shown !== layer) onLayer(shown);
}

function showServer(server: EntityId, path: string): void {
  useSelection.getState().select(server);
  goTo(path);
}

export function machineMenu(entity: Entity): readonly Action[] {
  if (entity.kind === 'vm') return machineActionsFor(() => entity.id);
  const server = entity.kind === 'host' || entity.kind === 'chassis' ? entity.links.runsOn?.[0] : undefined;
  if (server === undefined) return [];
  const words = text().topology;
  const common = { section: words.title, shortcut: null, disabled: always } as const;
  return [
    {
      ...common,
      id: 'topology.server-rack',
      title: words.serverInRack,
      icon: Server,
      run: () => showServer(server, '/rack'),
    },
    {
      ...common,
      id: 'topology.server-floor',
      title: words.serverOnFloor,
      icon: Thermometer,
      run: () => showServer(server, '/floor'),
    },
  ];
}
