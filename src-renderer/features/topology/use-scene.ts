/** What a layer draws: its nodes, its lines and where they stand. */
import { useEffect, useMemo, useState } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineMap } from '../../../sim/contract/machine-map.ts';
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
import { isMachineLayer, machineLayer, type MachineLayer } from '../../canvas/topology/machine-layers.ts';
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
export type LayerGap = 'power' | 'cooling' | 'loading' | MachineLayer | Exclude<NetworkGap, null>;

export type Scene = {
  readonly layer: TopologyLayer;
  readonly nodes: readonly TopologyNode[];
  readonly edges: readonly TopologyEdge[];
  readonly laid: Layered | null;
  readonly places: ReadonlyMap<string, Place>;
  readonly gap: LayerGap | null;
  /** Machines that need ports and have no switch in their rack. */
  readonly loose: number;
  /** VMs beyond what a drawing bears. */
  readonly left: number;
};

const mostDevices = 20_000;

export const drawnBy = {
  power: powerLayer,
  cooling: coolingLayer,
  network: networkLayer,
} as const;

export function layerGap(layer: TopologyLayer, drawing: LayerDrawing, source: LayerSource): LayerGap | null {
  if (layer === 'physical') return null;
  if (isMachineLayer(layer)) return drawing.nodes.length === 0 ? layer : null;
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
  layer: Exclude<TopologyLayer, 'physical' | MachineLayer>,
  source: LayerSource,
  expanded: ReadonlySet<EntityId>,
): Omit<Scene, 'places'> & { readonly laid: Layered } {
  const drawing = drawnBy[layer](source, expanded);
  const laid = layAll(drawing);
  const loose = layer === 'network' ? unconnected(source.allDevices) : 0;
  return { layer, ...drawing, laid, gap: layerGap(layer, drawing, source), loose, left: 0 };
}

/** Of a map that the lab has drawn. */
export function sceneOfMap(map: MachineMap, entities: LayerSource['entities']): Scene {
  const drawing = machineLayer(map, entities);
  const laid = layAll(drawing);
  const gap = drawing.nodes.length === 0 ? map.layer : null;
  return { layer: map.layer, ...drawing, laid, places: laid.places, gap, loose: 0, left: map.left };
}

/** Wall milliseconds: machines are moved and started by others, too. */
const askAgain = 5000;

/** As the lab drew it last; the same answer stays the same, so that nothing is laid anew. */
function useMachineMap(layer: TopologyLayer): MachineMap | null {
  const isAsked = isMachineLayer(layer);
  const open = useTopology((state) => (isAsked ? state.openMachines[layer] : undefined));
  const params = isAsked ? { layer, ...(open === undefined ? {} : { open: [...open] }) } : null;
  const { data } = useQuery('machine-map', params, { every: askAgain });
  const written = JSON.stringify(data);
  return useMemo(() => {
    const map = JSON.parse(written) as MachineMap | null;
    return map?.layer === layer ? map : null;
  }, [written, layer]);
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

function useDrawing(
  layer: TopologyLayer,
  source: LayerSource,
  { expanded, map }: { readonly expanded: ReadonlySet<EntityId>; readonly map: MachineMap | null },
) {
  const language = useLanguage();
  return useMemo(() => {
    // What a node holds is said in words.
    void language;
    if (isMachineLayer(layer)) return map === null ? noDrawing : machineLayer(map, source.entities);
    return layer === 'physical' ? noDrawing : drawnBy[layer](source, expanded);
  }, [layer, source, expanded, map, language]);
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
    const places = treePlaces(nodes);
    return { layer: 'physical', nodes, edges, laid: null, places, gap: null, loose: 0, left: 0 };
  }, [isShown, source, expanded, showsPower, language]);
}

function laidScene(
  laying: Laying | null,
  source: LayerSource,
  isWaiting: boolean,
): Pick<Scene, 'nodes' | 'edges' | 'laid' | 'places' | 'gap'> {
  if (laying === null) return { ...noDrawing, laid: null, places: new Map(), gap: 'loading' };
  const { layer, drawing, laid } = laying;
  const gap = isWaiting ? 'loading' : layerGap(layer, drawing, source);
  return { ...drawing, laid, places: laid.places, gap };
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
  const map = useMachineMap(layer);
  const drawing = useDrawing(layer, layers, { expanded, map });
  const laying = useLaid(layer, drawing);
  const isWaiting = isAsking || (isMachineLayer(layer) && map === null);
  const still = useMemo((): Scene => {
    if (tree !== null) return tree;
    const loose = layer === 'network' ? unconnected(devices) : 0;
    return { layer, ...laidScene(laying, layers, isWaiting), loose, left: map?.left ?? 0 };
  }, [tree, laying, layer, layers, devices, isWaiting, map]);
  return useMemo(() => ({ ...still, places: withMoved(still.places, moved) }), [still, moved]);
}
