import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity, Kind } from '../../../sim/contract/entities.ts';
import { parentKinds } from '../../../sim/contract/parent-kinds.table.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import {
  firstExpanded,
  foldsAbove,
  powerEdges,
  type TopologyEdge,
  visibleNodes,
} from '../../canvas/topology/topology-graph.ts';
import { useQuery } from '../../data/client.ts';
import { connection } from '../../data/connection.ts';
import { useWorld } from '../../data/world.ts';
import { worstMarks } from '../floor/floor-marks.ts';
import { useFloorFace } from '../floor/floor-face.ts';
import { useInventory } from '../floor/use-inventory.ts';
import { thingActions } from '../inspector/thing-actions.ts';
import { nodeReading } from './node-reading.ts';
import { useDevicesOf } from './rack-devices.ts';
import { TopologySearch } from './topology-search.tsx';
import { setExpanded, useTopology } from './topology-state.ts';
import { TopologyView } from './topology-view.tsx';

const nothing: ReadonlySet<EntityId> = new Set();
const noEdges: readonly TopologyEdge[] = [];
const mostFound = 12;
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

function useGraph(selected: EntityId | null) {
  const inventory = useInventory();
  const expanded = useExpanded(selected);
  const openRacks = useMemo(
    () => [...expanded].filter((id) => inventory.entities.get(id)?.kind === 'rack'),
    [expanded, inventory],
  );
  const devices = useDevicesOf(openRacks);
  const source = useMemo(() => ({ ...inventory, devices }), [inventory, devices]);
  const nodes = useMemo(() => visibleNodes(source, expanded), [source, expanded]);
  return { source, nodes };
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

export function TopologyScreen(): ReactNode {
  const state = useFloorFace();
  const selected = useSelection((selection) => selection.selected);
  const select = useSelection((selection) => selection.select);
  const alarms = useWorld((world) => world.alarms);
  const showsPower = useTopology((topology) => topology.showsPower);
  const fitTurn = useTopology((topology) => topology.fitTurn);
  const { source, nodes } = useGraph(selected);
  const marks = useMemo(() => worstMarks(source.entities, alarms.values()), [source, alarms]);
  const edgesOf = useCallback(
    (visible: ReadonlySet<EntityId>) => (showsPower ? powerEdges(source, visible) : noEdges),
    [source, showsPower],
  );
  const readingOf = useCallback((entity: Entity) => nodeReading(source, entity), [source]);
  const onToggle = useCallback((id: EntityId, isExpanded: boolean) => setExpanded([id], isExpanded), []);
  useEffect(() => {
    useTopology.setState({ isShown: true });
    return () => useTopology.setState({ isShown: false });
  }, []);
  const pick = (entity: Entity): void => {
    revealThing(entity.parent);
    select(entity.id);
  };
  return (
    <TopologyView
      state={state}
      nodes={nodes}
      powerEdges={edgesOf}
      marks={marks}
      readingOf={readingOf}
      selected={selected}
      fitTurn={fitTurn}
      onSelect={select}
      onToggle={onToggle}
      menuOf={menuOf}
      search={<LiveSearch onPick={pick} />}
      showsPower={showsPower}
      onPower={(next) => useTopology.setState({ showsPower: next })}
      onLabs={() => goTo('/labs')}
      onRetry={() => connection.retryNow()}
    />
  );
}

function menuOf(id: EntityId): ReturnType<typeof thingActions> {
  const entity = useWorld.getState().entities.get(id);
  return entity === undefined ? [] : thingActions(entity);
}
