/** What a layer draws: its nodes, its lines and where they stand. */
import { useMemo } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import {
  coolingLayer,
  type LayerDrawing,
  type LayerSource,
  networkGap,
  type NetworkGap,
  networkLayer,
  powerLayer,
  type TopologyLayer,
  unconnected,
} from '../../canvas/topology/layer-graphs.ts';
import { type Layered, layLayered } from '../../canvas/topology/layered.ts';
import {
  insideEdges,
  powerEdges,
  type TopologyEdge,
  type TopologyNode,
  type TopologySource,
  visibleNodes,
} from '../../canvas/topology/topology-graph.ts';
import type { Place } from '../../canvas/topology/tidy-tree.ts';
import { useQuery } from '../../data/client.ts';
import { useLanguage } from '../../text/text.ts';
import { layerSpacing, treePlaces } from './flow-elements.ts';
import { type Moved, noneMoved, useTopology } from './topology-state.ts';

/** Why a layer has nothing to show. */
export type LayerGap = 'power' | 'cooling' | 'loading' | Exclude<NetworkGap, null>;

export type Scene = {
  readonly layer: TopologyLayer;
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly laid: Layered | null;
  readonly places: ReadonlyMap<string, Place>;
  readonly gap: LayerGap | null;
  /** Machines that need ports and have no switch in their rack. */
  readonly loose: number;
};

const mostDevices = 20_000;

export const drawnBy = {
  power: powerLayer,
  cooling: coolingLayer,
  network: networkLayer,
} as const;

export function layerGap(layer: TopologyLayer, drawing: LayerDrawing, source: LayerSource): LayerGap | null {
  if (layer === 'physical') return null;
  if (layer === 'network') return networkGap(source.allDevices);
  const isPlant = drawing.nodes.some(({ entity }) =>
    layer === 'cooling' ? entity.kind === 'crac' || entity.kind === 'chiller' : true,
  );
  return isPlant && (layer === 'cooling' || drawing.edges.length > 0) ? null : layer;
}

export function sceneOf(
  layer: Exclude<TopologyLayer, 'physical'>,
  source: LayerSource,
  expanded: ReadonlySet<EntityId>,
): Omit<Scene, 'places'> & { readonly laid: Layered } {
  const drawing = drawnBy[layer](source, expanded);
  const laid = layLayered(
    drawing.nodes.map(({ entity }) => entity.id),
    drawing.edges,
    layerSpacing,
  );
  const loose = layer === 'network' ? unconnected(source.allDevices) : 0;
  return { layer, ...drawing, laid, gap: layerGap(layer, drawing, source), loose };
}

/** Every device of the lab, asked for only while the network is looked at. */
function useAllDevices(layer: TopologyLayer) {
  const { data } = useQuery(
    'entities',
    layer === 'network' ? { kinds: ['device'], limit: mostDevices } : null,
  );
  return useMemo(
    () => ({
      devices: (data?.items ?? []).filter((one): one is EntityOf<'device'> => one.kind === 'device'),
      isAsking: layer === 'network' && data === null,
    }),
    [data, layer],
  );
}

export const withMoved = (places: ReadonlyMap<string, Place>, moved: Moved): ReadonlyMap<string, Place> =>
  moved.size === 0 ? places : new Map([...places].map(([id, place]) => [id, moved.get(id) ?? place]));

export function useScene(
  layer: TopologyLayer,
  source: TopologySource,
  expanded: ReadonlySet<EntityId>,
): Scene {
  const language = useLanguage();
  const showsPower = useTopology((state) => state.showsPower);
  const moved = useTopology((state) => state.moved[layer]) ?? noneMoved;
  const { devices, isAsking } = useAllDevices(layer);
  const still = useMemo((): Scene => {
    // What a node holds is said in words.
    void language;
    if (layer !== 'physical') {
      const scene = sceneOf(layer, { ...source, allDevices: devices }, expanded);
      return { ...scene, places: scene.laid.places, gap: isAsking ? 'loading' : scene.gap };
    }
    const nodes = visibleNodes(source, expanded);
    const visible = new Set(nodes.map(({ entity }) => entity.id));
    const edges = [...insideEdges(nodes), ...(showsPower ? powerEdges(source, visible) : [])];
    return { layer, nodes, edges, laid: null, places: treePlaces(nodes), gap: null, loose: 0 };
  }, [layer, source, expanded, showsPower, devices, isAsking, language]);
  return useMemo(() => ({ ...still, places: withMoved(still.places, moved) }), [still, moved]);
}
