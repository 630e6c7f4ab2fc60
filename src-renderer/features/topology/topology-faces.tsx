/** The topology in each of its faces, for /states: the tree, and the layer of power with something selected. */
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { impactOf, sideOf } from '../../canvas/topology/impact.ts';
import { type TopologyLayer } from '../../canvas/topology/layer-graphs.ts';
import {
  firstExpanded,
  insideEdges,
  powerEdges,
  visibleNodes,
} from '../../canvas/topology/topology-graph.ts';
import { isMachineLayer } from '../../canvas/topology/machine-layers.ts';
import { faceState } from '../floor/floor-faces.tsx';
import { worstMarks } from '../floor/floor-marks.ts';
import { noInventory, sampleInventory, sampleRoomAlarms } from '../floor/floor-samples.ts';
import type { FaceName } from '../states/samples.ts';
import { treePlaces } from './flow-elements.ts';
import { ImpactPanel } from './impact-panel.tsx';
import { TopologyMenu } from './topology-menu.tsx';
import { TopologySearch } from './topology-search.tsx';
import { emptyMap, sampleChain, sampleLost, sampleMap, sampleSelected } from './topology-samples.ts';
import { TopologyView } from './topology-view.tsx';
import { type Scene, sceneOf, sceneOfMap } from './use-scene.ts';

const nothing = (): void => undefined;
const noDevices: ReadonlyMap<EntityId, readonly Entity[]> = new Map();
const noReading = (): null => null;

type Faced = { readonly face: FaceName };
type Sampled = Faced & { readonly layer: TopologyLayer };

function sampleOf({ face, layer }: Sampled) {
  const full = layer === 'physical' ? sampleInventory : sampleChain;
  return { ...(face === 'empty' ? noInventory : full), devices: noDevices };
}

function sampleScene({ face, layer }: Sampled, expanded: ReadonlySet<EntityId>): Scene {
  const source = sampleOf({ face, layer });
  if (isMachineLayer(layer)) return sceneOfMap(face === 'empty' ? emptyMap : sampleMap, source.entities);
  if (layer !== 'physical') {
    const scene = sceneOf(layer, { ...source, allDevices: [] }, expanded);
    return { ...scene, places: scene.laid.places };
  }
  const nodes = visibleNodes(source, expanded);
  return {
    layer,
    nodes,
    edges: insideEdges(nodes),
    laid: null,
    places: treePlaces(nodes),
    gap: null,
    loose: 0,
    left: 0,
  };
}

const sampleMenu = (
  <TopologyMenu
    isEmpty={false}
    isMoved={false}
    saved={[]}
    onSave={nothing}
    onShow={nothing}
    onDrop={nothing}
    onAutomatic={nothing}
    onSvg={nothing}
    onPng={nothing}
  />
);

function LayerFace({ face, layer }: Sampled): ReactNode {
  const source = useMemo(() => sampleOf({ face, layer }), [face, layer]);
  const [expanded, setExpanded] = useState<ReadonlySet<EntityId>>(() =>
    layer === 'physical' ? firstExpanded(source) : new Set<EntityId>(),
  );
  const [selected, setSelected] = useState<EntityId | null>(layer === 'power' ? sampleSelected : null);
  const scene = useMemo(() => sampleScene({ face, layer }, expanded), [layer, face, expanded]);
  const marks = useMemo(() => worstMarks(source.entities, sampleRoomAlarms), [source]);
  const edges = useMemo(() => (visible: ReadonlySet<EntityId>) => powerEdges(source, visible), [source]);
  const entity = scene.nodes.find((node) => node.entity.id === selected)?.entity;
  const impact = entity === undefined ? null : impactOf(scene.edges, entity.id);
  const toggle = (id: EntityId, isExpanded: boolean): void =>
    setExpanded((last) =>
      isExpanded ? new Set([...last, id]) : new Set([...last].filter((one) => one !== id)),
    );
  return (
    <TopologyView
      {...scene}
      state={faceState(face)}
      powerEdges={edges}
      marks={marks}
      readingOf={noReading}
      selected={selected}
      impact={impact}
      sideOf={(id) => (impact === null ? null : sideOf(impact, id))}
      isArranging={false}
      onMove={nothing}
      fitTurn={0}
      onSelect={setSelected}
      onToggle={toggle}
      menuOf={() => []}
      search={<TopologySearch text="" onText={nothing} found={[]} onPick={nothing} />}
      menu={sampleMenu}
      impactPanel={
        impact === null || entity === undefined ? null : (
          <ImpactPanel
            impact={impact}
            entity={entity}
            kindOf={(id) => source.entities.get(id)?.kind ?? null}
            lost={face === 'full' ? sampleLost : 'asking'}
            onClose={() => setSelected(null)}
          />
        )
      }
      showsPower={false}
      onPower={nothing}
      showsImpact
      onImpact={nothing}
      isList={false}
      onList={nothing}
      onLayer={nothing}
      onArrange={nothing}
      onLabs={nothing}
      onRetry={nothing}
    />
  );
}

export const TopologyFace = ({ face }: Faced): ReactNode => <LayerFace face={face} layer="physical" />;
export const TopologyVirtualFace = ({ face }: Faced): ReactNode => <LayerFace face={face} layer="virtual" />;
export const TopologyPowerFace = ({ face }: Faced): ReactNode => <LayerFace face={face} layer="power" />;
