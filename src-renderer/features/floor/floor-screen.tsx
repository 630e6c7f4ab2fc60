import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useScope } from '../../app/scope.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import type { FloorStage } from '../../canvas/floor/floor-stage.ts';
import type { FloorMarks } from '../../canvas/floor/stage-state.ts';
import type { FloorLayer } from '../../canvas/heat/floor-layer.table.ts';
import { connection } from '../../data/connection.ts';
import { ancestorOf, nameOfEntity, useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { KpiStrip } from '../overview/kpi-strip.tsx';
import { useOverview } from '../overview/use-overview.ts';
import { acknowledgeAll, openAlarmsOf, thingActions } from '../inspector/thing-actions.ts';
import { leaveEdit } from './floor-edit.ts';
import { useFloorFace } from './floor-face.ts';
import { alarmsWithin, floorMarks, openCounts, worstMarks } from './floor-marks.ts';
import { FloorPaper } from './floor-paper.tsx';
import { backToNow, openTime, useFloorTime } from './floor-time.ts';
import { floorActions, moreActions, toggleEdit } from './floor.actions.ts';
import { type FloorLookAt, useFloorView } from './floor-view-state.ts';
import { FloorView } from './floor-view.tsx';
import type { AlarmTally } from './layer-fold.ts';
import { floorOf, roomsOf } from './plan-from-world.ts';
import { useRackReadings } from './rack-readings.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import type { Inventory } from './rack-sensors.ts';
import type { RoomFloor } from './room-floor.ts';
import type { TimeBarProps } from './time-bar.tsx';
import { useAir } from './use-air.ts';
import { useFloorUrl } from './use-floor-url.ts';
import { useInventory } from './use-inventory.ts';
import { usePictures } from './use-pictures.ts';
import { createPlantHub, usePlant } from './use-plant.ts';
import { useSpace, withSpace } from './use-space.ts';
import { useSensorStates } from './use-sensor-states.ts';
import { sensorsOfThen, unknownThen, useThen } from './use-then.ts';

/** The selected thing's room; without one the room last looked at, then the first. */
function useRoom(): { readonly rooms: readonly EntityOf<'room'>[]; readonly room: EntityOf<'room'> | null } {
  const inventory = useInventory();
  const selected = useSelection((state) => state.selected);
  const last = useFloorView((state) => state.room);
  const { site } = useScope();
  const rooms = useMemo(
    () => roomsOf(inventory).filter(({ parent }) => site === null || parent === site.id),
    [inventory, site],
  );
  const room =
    ancestorOf(inventory.entities, selected, 'room') ??
    rooms.find(({ id }) => id === last) ??
    rooms[0] ??
    null;
  const id = room?.id ?? null;
  useEffect(() => useFloorView.setState({ room: id }), [id]);
  return { rooms, room };
}

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

/** Of the past nobody knows which feeds lived. */
const quietHub = createPlantHub();

const nothingMarked: FloorMarks = { racks: [], units: new Map() };

/** Marks and the tally of alarms. Of the past nothing is known of them. */
function useMarks(inventory: Inventory, floor: RoomFloor | null, isPast: boolean) {
  const alarms = useWorld((state) => state.alarms);
  const worst = useMemo(() => worstMarks(inventory.entities, alarms.values()), [inventory, alarms]);
  const marks = useMemo(
    () => (floor === null || isPast ? nothingMarked : floorMarks(floor.plan, worst)),
    [floor, worst, isPast],
  );
  const tally = useMemo((): AlarmTally => {
    const counts = openCounts(inventory.entities, alarms.values());
    const racks = floor?.plan.racks ?? [];
    return {
      worst: racks.map(({ id }) => worst.get(id) ?? null),
      counts: racks.map(({ id }) => counts.get(id) ?? 0),
    };
  }, [inventory, alarms, floor, worst]);
  return { alarms, worst, marks, tally };
}

function usePast(floor: RoomFloor | null, layer: FloorLayer) {
  const { isOpen, at, span } = useFloorTime();
  const sensors = useMemo(() => (floor === null ? [] : sensorsOfThen(floor, layer)), [floor, layer]);
  const state = useThen(sensors, at);
  const epoch = useWorld((world) => world.status?.clock.epoch ?? 0);
  const now = useWorld((world) => world.status?.at ?? 0);
  const isPast = at !== null;
  const time: TimeBarProps | null =
    isOpen || isPast
      ? {
          epoch,
          now,
          at,
          span,
          state: { ...state, isKnown: (state.past?.known.size ?? 0) > 0 },
          onAt: (next) => useFloorTime.setState({ at: next }),
          onSpan: (next) => useFloorTime.setState({ span: next }),
          onNow: backToNow,
        }
      : null;
  return { time, isPast, past: isPast ? (state.past ?? unknownThen) : null, at: at ?? now };
}

/** While it is the screen; what was begun on it ends when it is left. */
function useShown(): void {
  useFloorUrl();
  useEffect(() => {
    useFloorView.setState({ isShown: true });
    return () => {
      useFloorView.setState({ isShown: false });
      leaveEdit();
      backToNow();
    };
  }, []);
}

function useRoomFloor(inventory: Inventory, room: EntityOf<'room'> | null): RoomFloor | null {
  const planned = useMemo(() => (room === null ? null : floorOf(inventory, room)), [inventory, room]);
  const used = useSpace(room?.id ?? null);
  return useMemo(() => (planned === null ? null : withSpace(planned, used)), [planned, used]);
}

export function FloorScreen(): ReactNode {
  const inventory = useInventory();
  const state = useFloorFace();
  const words = useText().floor;
  const selected = useSelection((selection) => selection.selected);
  const select = useSelection((selection) => selection.select);
  const wanted = useFloorView();
  const [isSoftware, setSoftware] = useState(false);
  const stage = useRef<FloorStage | null>(null);
  const { rooms, room } = useRoom();
  const floor = useRoomFloor(inventory, room);
  const layer =
    floor === null || floor.layers.includes(wanted.layer) ? wanted.layer : (floor.layers[0] ?? 'inlet');
  const { time, isPast, past, at } = usePast(floor, layer);
  const { alarms, worst, marks, tally } = useMarks(inventory, floor, isPast);
  const readings = useRackReadings(floor, { layer, alarms: tally, past });
  const live = usePlant(floor);
  const air = useAir(floor, { inventory, wanted: wanted.hasArrows ? 'flows' : 'means', past });
  const sensorStates = useSensorStates(floor, wanted.hasSensors && !isPast);
  const look: FloorLookAt = { ...wanted, layer };
  const plant = isPast ? quietHub : live;
  const subject = usePictures(stage, { floor, look, at, isPast, sources: { readings, marks, plant } });
  useShown();

  return (
    <>
      <FloorView
        state={state}
        kpis={<FloorKpis />}
        rooms={rooms.map(({ id, name }) => ({ id, name, mark: worst.get(id) ?? null }))}
        inventory={inventory}
        floor={floor}
        look={look}
        onLook={(next) => useFloorView.setState(next)}
        marks={marks}
        readings={readings}
        plant={plant}
        air={air}
        sensorStates={sensorStates}
        isPast={isPast}
        time={time}
        onTime={time === null ? openTime : backToNow}
        onEdit={toggleEdit}
        more={moreItems()}
        stage={stage}
        selected={selected}
        onSelect={select}
        onRoom={select}
        onAcknowledge={(id) => void acknowledgeAll(openAlarmsOf(useWorld.getState(), id))}
        alarmsOf={(id) => alarmsWithin(useWorld.getState().entities, alarms.values(), id)}
        menuOf={menuOf}
        onLabs={() => goTo('/labs')}
        onRetry={() => connection.retryNow()}
        layerNote={isSoftware ? words.softwareNote : null}
        onLayer={(made) => setSoftware(made.isSoftware)}
      />
      <FloorPaper subject={subject} />
    </>
  );
}

const moreItems = (): readonly MenuItem[] => floorActions().filter(({ id }) => moreActions.includes(id));

function menuOf(id: EntityId): ReturnType<typeof thingActions> {
  const entity = useWorld.getState().entities.get(id);
  return entity === undefined ? [] : thingActions(entity);
}
