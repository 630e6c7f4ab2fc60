import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { connection } from '../../data/connection.ts';
import { ancestorOf, nameOfEntity, useWorld } from '../../data/world.ts';
import { KpiStrip } from '../overview/kpi-strip.tsx';
import { useOverview } from '../overview/use-overview.ts';
import { acknowledgeAll, openAlarmsOf, thingActions } from '../inspector/thing-actions.ts';
import { alarmsWithin, floorMarks, worstMarks } from './floor-marks.ts';
import { useFloorFace } from './floor-face.ts';
import { FloorView } from './floor-view.tsx';
import { useFloorView } from './floor-view-state.ts';
import { floorOf, roomsOf } from './plan-from-world.ts';
import { useInventory } from './use-inventory.ts';
import { usePlant } from './use-plant.ts';
import { useRackReadings } from './rack-readings.ts';

/** The selected thing's room; without one the room last looked at, then the first. */
function useRoom(): { readonly rooms: readonly EntityOf<'room'>[]; readonly room: EntityOf<'room'> | null } {
  const inventory = useInventory();
  const selected = useSelection((state) => state.selected);
  const last = useFloorView((state) => state.room);
  const rooms = useMemo(() => roomsOf(inventory), [inventory]);
  const room =
    ancestorOf(inventory.entities, selected, 'room') ??
    rooms.find(({ id }) => id === last) ??
    rooms[0] ??
    null;
  const id = room?.id ?? null;
  useEffect(() => useFloorView.setState({ room: id }), [id]);
  return { rooms, room };
}

const softwareNote = 'drawn without a graphics card, five times a second';

/** Asks by itself, so that its answers do not render the floor. */
function FloorKpis(): ReactNode {
  const { overview, rules, kpis } = useOverview();
  return (
    <KpiStrip
      overview={overview.data}
      trends={kpis}
      rules={rules}
      nameOf={nameOfEntity}
      isStale={overview.phase === 'stale'}
    />
  );
}

export function FloorScreen(): ReactNode {
  const inventory = useInventory();
  const alarms = useWorld((state) => state.alarms);
  const state = useFloorFace();
  const selected = useSelection((selection) => selection.selected);
  const select = useSelection((selection) => selection.select);
  const wanted = useFloorView();
  const [layerNote, setLayerNote] = useState<string | null>(null);
  const { rooms, room } = useRoom();
  const floor = useMemo(() => (room === null ? null : floorOf(inventory, room)), [inventory, room]);
  const metric =
    floor === null || floor.metrics.includes(wanted.metric)
      ? wanted.metric
      : (floor.metrics[0] ?? 'temperature');
  const readings = useRackReadings(floor, metric);
  const plant = usePlant(floor);
  const worst = useMemo(() => worstMarks(inventory.entities, alarms.values()), [inventory, alarms]);
  const marks = useMemo(
    () => (floor === null ? { racks: [], units: new Map() } : floorMarks(floor.plan, worst)),
    [floor, worst],
  );
  useEffect(() => {
    useFloorView.setState({ isShown: true });
    return () => useFloorView.setState({ isShown: false });
  }, []);

  return (
    <FloorView
      state={state}
      kpis={<FloorKpis />}
      rooms={rooms.map(({ id, name }) => ({ id, name, mark: worst.get(id) ?? null }))}
      floor={floor}
      look={{ mode: wanted.mode, metric, face: wanted.face }}
      onLook={(look) => useFloorView.setState(look)}
      marks={marks}
      readings={readings}
      plant={plant}
      selected={selected}
      onSelect={select}
      onRoom={select}
      onAcknowledge={(id) => void acknowledgeAll(openAlarmsOf(useWorld.getState(), id))}
      alarmsOf={(id) => alarmsWithin(useWorld.getState().entities, alarms.values(), id)}
      menuOf={menuOf}
      onLabs={() => goTo('/labs')}
      onRetry={() => connection.retryNow()}
      layerNote={layerNote}
      onLayer={({ isSoftware }) => setLayerNote(isSoftware ? softwareNote : null)}
    />
  );
}

function menuOf(id: EntityId): ReturnType<typeof thingActions> {
  const entity = useWorld.getState().entities.get(id);
  return entity === undefined ? [] : thingActions(entity);
}
