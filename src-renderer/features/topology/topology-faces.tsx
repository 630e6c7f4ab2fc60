/** The topology in each of its faces, for /states. */
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { firstExpanded, powerEdges, visibleNodes } from '../../canvas/topology/topology-graph.ts';
import { faceState } from '../floor/floor-faces.tsx';
import { worstMarks } from '../floor/floor-marks.ts';
import { noInventory, sampleInventory, sampleRoomAlarms } from '../floor/floor-samples.ts';
import type { FaceName } from '../states/samples.ts';
import { TopologySearch } from './topology-search.tsx';
import { TopologyView } from './topology-view.tsx';

const nothing = (): void => undefined;
const noDevices: ReadonlyMap<EntityId, readonly Entity[]> = new Map();
const noReading = (): null => null;

export function TopologyFace({ face }: { readonly face: FaceName }): ReactNode {
  const source = useMemo(
    () => ({ ...(face === 'empty' ? noInventory : sampleInventory), devices: noDevices }),
    [face],
  );
  const [expanded, setExpanded] = useState<ReadonlySet<EntityId>>(() => firstExpanded(source));
  const [selected, setSelected] = useState<EntityId | null>(null);
  const nodes = useMemo(() => visibleNodes(source, expanded), [source, expanded]);
  const marks = useMemo(() => worstMarks(source.entities, sampleRoomAlarms), [source]);
  const edges = useMemo(() => (visible: ReadonlySet<EntityId>) => powerEdges(source, visible), [source]);
  const toggle = (id: EntityId, isExpanded: boolean): void =>
    setExpanded((last) =>
      isExpanded ? new Set([...last, id]) : new Set([...last].filter((one) => one !== id)),
    );
  return (
    <TopologyView
      state={faceState(face)}
      nodes={nodes}
      powerEdges={edges}
      marks={marks}
      readingOf={noReading}
      selected={selected}
      fitTurn={0}
      onSelect={setSelected}
      onToggle={toggle}
      menuOf={() => []}
      search={<TopologySearch text="" onText={nothing} found={[]} onPick={nothing} />}
      showsPower={false}
      onPower={nothing}
      onLabs={nothing}
      onRetry={nothing}
    />
  );
}
