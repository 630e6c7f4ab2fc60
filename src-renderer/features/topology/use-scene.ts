/** What a layer draws: its nodes, its lines and where they stand. */
import { useEffect, useMemo, useState } from 'react';
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
import { inTurns } from '../../canvas/in-turns.ts';
import { type Layered, layInPieces, layLayered } from '../../canvas/topology/layered.ts';
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

const laidFrom = ({ nodes, edges }: LayerDrawing): Parameters<typeof layInPieces> => [
  nodes.map(({ entity }) => entity.id),
  edges,
  layerSpacing,
];
const layAll = (drawing: LayerDrawing): Layered => layLayered(...laidFrom(drawing));

export function sceneOf(
  layer: Exclude<TopologyLayer, 'physical'>,
  source: LayerSource,
  expanded: ReadonlySet<EntityId>,
): Omit<Scene, 'places'> & { readonly laid: Layered } {
  const drawing = drawnBy[layer](source, expanded);
  const laid = layAll(drawing);
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

/** Up to this many nodes are laid at once: it takes less than a frame. */
const laidAtOnce = 300;

type Laying = {
  readonly layer: TopologyLayer;
  readonly drawing: LayerDrawing;
  readonly laid: Layered;
};

/** A large layer is laid between other work; what was laid before stays in sight until then. */
function useLaid(layer: TopologyLayer, drawing: LayerDrawing): Laying | null {
  const small = useMemo(
    () => (drawing.nodes.length <= laidAtOnce ? { layer, drawing, laid: layAll(drawing) } : null),
    [layer, drawing],
  );
  const [large, setLarge] = useState<Laying | null>(null);
  const isSmall = small !== null;
  useEffect(
    () =>
      isSmall
        ? undefined
        : inTurns(layInPieces(...laidFrom(drawing)), (laid) => setLarge({ layer, drawing, laid })),
    [layer, drawing, isSmall],
  );
  return small ?? (large?.layer === layer ? large : null);
}

const noDrawing: LayerDrawing = { nodes: [], edges: [] };

function useDrawing(layer: TopologyLayer, source: LayerSource, expanded: ReadonlySet<EntityId>) {
  const language = useLanguage();
  return useMemo(() => {
    // What a node holds is said in words.
    void language;
    return layer === 'physical' ? noDrawing : drawnBy[layer](source, expanded);
  }, [layer, source, expanded, language]);
}

function useTree(source: TopologySource, expanded: ReadonlySet<EntityId>, isShown: boolean): Scene | null {
  const language = useLanguage();
  const showsPower = useTopology((state) => state.showsPower);
  return useMemo(() => {
    void language;
    if (!isShown) return null;
    const nodes = visibleNodes(source, expanded);
    const visible = new Set(nodes.map(({ entity }) => entity.id));
    const edges = [...insideEdges(nodes), ...(showsPower ? powerEdges(source, visible) : [])];
    return { layer: 'physical', nodes, edges, laid: null, places: treePlaces(nodes), gap: null, loose: 0 };
  }, [isShown, source, expanded, showsPower, language]);
}

export function useScene(
  layer: TopologyLayer,
  source: TopologySource,
  expanded: ReadonlySet<EntityId>,
): Scene {
  const moved = useTopology((state) => state.moved[layer]) ?? noneMoved;
  const { devices, isAsking } = useAllDevices(layer);
  const layers = useMemo(() => ({ ...source, allDevices: devices }), [source, devices]);
  const tree = useTree(source, expanded, layer === 'physical');
  const drawing = useDrawing(layer, layers, expanded);
  const laying = useLaid(layer, drawing);
  const still = useMemo((): Scene => {
    if (tree !== null) return tree;
    const gap = laying === null || isAsking ? 'loading' : layerGap(layer, laying.drawing, layers);
    const loose = layer === 'network' ? unconnected(devices) : 0;
    const { nodes, edges } = laying?.drawing ?? noDrawing;
    return {
      layer,
      nodes,
      edges,
      laid: laying?.laid ?? null,
      places: laying?.laid.places ?? new Map(),
      gap,
      loose,
    };
  }, [tree, laying, layer, layers, devices, isAsking]);
  return useMemo(() => ({ ...still, places: withMoved(still.places, moved) }), [still, moved]);
}
