import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import { isMachineKind } from '../../../sim/contract/kinds.table.ts';
import { parentKinds } from '../../../sim/contract/parent-kinds.table.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Action } from '../../app/actions.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { isMachineLayer } from '../../canvas/topology/machine-layers.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { type Impact, impactOf, sideOf } from '../../canvas/topology/impact.ts';
import { topologyLayers, type TopologyLayer } from '../../canvas/topology/layer-graphs.ts';
import {
  firstExpanded,
  foldsAbove,
  powerEdges,
  type TopologyEdge,
  type TopologySource,
  type TopologyThing,
} from '../../canvas/topology/topology-graph.ts';
import type { Place } from '../../canvas/topology/tidy-tree.ts';
import { useQuery } from '../../data/client.ts';
import { connection } from '../../data/connection.ts';
import { useWorld } from '../../data/world.ts';
import { worstMarks } from '../floor/floor-marks.ts';
import { useFloorFace } from '../floor/floor-face.ts';
import { useInventory } from '../floor/use-inventory.ts';
import { thingActions } from '../inspector/thing-actions.ts';
import { ImpactPanel } from './impact-panel.tsx';
import { machineMenu, revealMachine } from './machine-reveal.ts';
import { nodeReading } from './node-reading.ts';
import { useDevicesOf } from './rack-devices.ts';
import { TopologyMenu } from './topology-menu.tsx';
import { type PictureOrder, savePng, saveSvg } from './topology-picture.ts';
import { TopologySearch } from './topology-search.tsx';
import { moveNode, setExpanded, setOpenMachines, useTopology } from './topology-state.ts';
import { TopologyView } from './topology-view.tsx';
import { useArrangements } from './use-arrangements.ts';
import { type Scene, useScene } from './use-scene.ts';

const nothing: ReadonlySet<EntityId> = new Set();
const noEdges: readonly TopologyEdge[] = [];
const mostFound = 12;
/** Whose loss has consequences that can be computed. */
const lossKinds: readonly Kind[] = ['utility', 'transformer', 'genset', 'ats', 'ups', 'panel', 'pdu'];
const searchedKinds = (Object.keys(parentKinds) as Kind[]).filter(
  (kind) => kind !== 'sensor' && kind !== 'site',
);

/** Folds open whatever hides a thing, and the rack that a device is in. */
function revealThing(parent: EntityId | null): void {
  setExpanded(foldsAbove(useWorld.getState().entities, parent), true);
}

/** Each lab opens as far as its size allows; what was unfolded by hand stays over a rewind. */
function openAtFirst(story: number): void {
  const { expanded, story: seen } = useTopology.getState();
  if (seen === story) return;
  const { entities } = useWorld.getState();
  const kept = [...(expanded ?? [])].filter((id) => entities.has(id));
  useTopology.setState({ story, expanded: new Set([...firstExpanded({ entities }), ...kept]) });
}

/** The first opening of a lab; and what is selected elsewhere is not hidden here. */
function useExpanded(selected: EntityId | null): ReadonlySet<EntityId> {
  const story = useWorld((state) => state.story);
  const expanded = useTopology((state) => state.expanded);
  useEffect(() => {
    if (story > 0) openAtFirst(story);
    const entity = selected === null ? undefined : useWorld.getState().entities.get(selected);
    if (entity !== undefined) revealThing(entity.parent);
  }, [story, selected]);
  return expanded ?? nothing;
}

function useSource(expanded: ReadonlySet<EntityId>): TopologySource {
  const inventory = useInventory();
  const openRacks = useMemo(
    () => [...expanded].filter((id) => inventory.entities.get(id)?.kind === 'rack'),
    [expanded, inventory],
  );
  const devices = useDevicesOf(openRacks);
  return useMemo(() => ({ ...inventory, devices }), [inventory, devices]);
}

function LiveSearch({ onPick }: { readonly onPick: (entity: Entity) => void }): ReactNode {
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useQuery(
    'entities',
    asked.length < 2 ? null : { text: asked, kinds: [...searchedKinds], limit: mostFound },
  );
  const pick = (entity: Entity): void => {
    setText('');
    onPick(entity);
  };
  return <TopologySearch text={text} onText={setText} found={data?.items ?? null} onPick={pick} />;
}

/** Layer and list stand in the address, so that a link shows the same. */
function useAddress() {
  const [search, setSearch] = useSearchParams();
  const put = (name: string, value: string | null): void =>
    setSearch(
      (last) => {
        if (value === null) last.delete(name);
        else last.set(name, value);
        return last;
      },
      { replace: true },
    );
  const layer: TopologyLayer = topologyLayers.find((name) => name === search.get('layer')) ?? 'physical';
  useEffect(() => {
    useTopology.setState({ shown: layer });
    return () => useTopology.setState({ shown: null });
  }, [layer]);
  return {
    layer,
    isList: search.get('view') === 'list',
    onLayer: (next: TopologyLayer) => put('layer', next === 'physical' ? null : next),
    onList: (isList: boolean) => put('view', isList ? 'list' : null),
  };
}

/** What hangs together with what is selected, where it is in the drawing and impact is wanted. */
function useImpact({ nodes, edges }: Scene, selected: EntityId | null): Impact | null {
  const showsImpact = useTopology((topology) => topology.showsImpact);
  return useMemo(() => {
    const isDrawn = selected !== null && nodes.some(({ entity }) => entity.id === selected);
    return showsImpact && isDrawn ? impactOf(edges, selected) : null;
  }, [nodes, edges, selected, showsImpact]);
}

function LiveImpact({
  impact,
  nodes,
}: {
  readonly impact: Impact;
  readonly nodes: Scene['nodes'];
}): ReactNode {
  const select = useSelection((selection) => selection.select);
  const kinds = useMemo(() => new Map(nodes.map(({ entity }) => [entity.id, entity.kind])), [nodes]);
  const entity = nodes.find((node) => node.entity.id === impact.of)?.entity;
  const isOfChain = entity !== undefined && lossKinds.includes(entity.kind);
  const { data } = useQuery('consequences', isOfChain ? { id: impact.of } : null);
  if (entity === undefined) return null;
  return (
    <ImpactPanel
      impact={impact}
      entity={entity}
      kindOf={(id) => kinds.get(id) ?? null}
      lost={isOfChain ? (data ?? 'asking') : null}
      onClose={() => select(null)}
    />
  );
}

type LiveMenuProps = {
  readonly scene: Scene;
  readonly marks: ReadonlyMap<EntityId, RackMark>;
  readonly impact: Impact | null;
};

function LiveMenu({ scene, marks, impact }: LiveMenuProps): ReactNode {
  const lab = useWorld((world) => world.status?.lab);
  const arrangements = useArrangements(lab?.id ?? '', scene.layer);
  const order = (): PictureOrder => ({
    scene,
    marks,
    impact,
    lab: lab?.name ?? '',
    at: useWorld.getState().status?.at ?? 0,
  });
  return (
    <TopologyMenu
      {...arrangements}
      isEmpty={scene.nodes.length === 0}
      onSvg={() => saveSvg(order())}
      onPng={() => void savePng(order())}
    />
  );
}

/** A layer of machines is unfolded by the lab: it is told all that is to be open. */
function toggle({ layer, nodes }: Pick<Scene, 'layer' | 'nodes'>, id: EntityId, isExpanded: boolean): void {
  if (!isMachineLayer(layer)) return setExpanded([id], isExpanded);
  const open = nodes.filter((node) => node.isExpanded).map(({ entity }) => entity.id);
  return setOpenMachines(layer, isExpanded ? [...open, id] : open.filter((one) => one !== id));
}

function useActs({ layer, nodes }: Scene) {
  const onMove = useCallback((id: EntityId, place: Place) => moveNode(layer, id, place), [layer]);
  const onToggle = useCallback(
    (id: EntityId, isExpanded: boolean) => toggle({ layer, nodes }, id, isExpanded),
    [layer, nodes],
  );
  return {
    onMove,
    onToggle,
    onPower: (showsPower: boolean) => useTopology.setState({ showsPower }),
    onImpact: (showsImpact: boolean) => useTopology.setState({ showsImpact }),
    onArrange: (isArranging: boolean) => useTopology.setState({ isArranging }),
    onLabs: () => goTo('/labs'),
    onRetry: () => connection.retryNow(),
    menuOf,
  };
}

export function TopologyScreen(): ReactNode {
  const state = useFloorFace();
  const address = useAddress();
  const selected = useSelection((selection) => selection.selected);
  const select = useSelection((selection) => selection.select);
  const alarms = useWorld((world) => world.alarms);
  const { showsPower, showsImpact, isArranging, fitTurn } = useTopology();
  const expanded = useExpanded(selected);
  const source = useSource(expanded);
  const scene = useScene(address.layer, source, expanded);
  const impact = useImpact(scene, selected);
  const marks = useMemo(() => worstMarks(source.entities, alarms.values()), [source, alarms]);
  const edgesOf = useCallback(
    (visible: ReadonlySet<EntityId>) => (showsPower ? powerEdges(source, visible) : noEdges),
    [source, showsPower],
  );
  const readingOf = useCallback((entity: TopologyThing) => nodeReading(source, entity), [source]);
  const pick = (entity: Entity): void => {
    revealThing(entity.parent);
    if (isMachineKind(entity.kind)) revealMachine(scene, entity, address.onLayer);
    select(entity.id);
  };
  return (
    <TopologyView
      {...address}
      {...scene}
      {...useActs(scene)}
      state={state}
      powerEdges={edgesOf}
      marks={marks}
      readingOf={readingOf}
      selected={selected}
      impact={impact}
      sideOf={(id) => (impact === null ? null : sideOf(impact, id))}
      fitTurn={fitTurn}
      onSelect={select}
      search={<LiveSearch onPick={pick} />}
      menu={<LiveMenu scene={scene} marks={marks} impact={impact} />}
      impactPanel={impact === null ? null : <LiveImpact impact={impact} nodes={scene.nodes} />}
      showsPower={showsPower}
      showsImpact={showsImpact}
      isArranging={isArranging}
    />
  );
}

function menuOf(id: EntityId): readonly Action[] {
  const entity = useWorld.getState().entities.get(id);
  return entity === undefined ? [] : [...machineMenu(entity), ...thingActions(entity)];
}
