/** The floor in all its faces, from its props alone. */
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { EmptyState, ErrorState, Skeleton, StaleNote } from '../../ui/states.tsx';
import { AisleMeans } from './aisle-means.tsx';
import { ChosenStrip } from './chosen-strip.tsx';
import { EditBar } from './edit-bar.tsx';
import { choose, openForm, useFloorEdit } from './floor-edit.ts';
import type { FloorFaceState } from './floor-face.ts';
import { FloorForms } from './floor-forms.tsx';
import { FloorLegend } from './floor-legend.tsx';
import { FloorMap, type FloorMapProps } from './floor-map.tsx';
import { FloorTable } from './floor-table.tsx';
import { FloorTools } from './floor-tools.tsx';
import type { FloorLookAt } from './floor-view-state.ts';
import { PlaceForm } from './place-form.tsx';
import type { Inventory } from './rack-sensors.ts';
import { type RoomTab, RoomTabs } from './room-tabs.tsx';
import { RopeForm } from './rope-form.tsx';
import { TimeBar, type TimeBarProps } from './time-bar.tsx';
import { useWanted } from './use-scene.ts';

export type FloorViewProps = Omit<FloorMapProps, 'floor' | 'onLayer' | 'wanted'> & {
  readonly state: FloorFaceState;
  readonly kpis: ReactNode;
  readonly rooms: readonly RoomTab[];
  readonly inventory: Inventory;
  /** Null where the lab has no room. */
  readonly floor: FloorMapProps['floor'] | null;
  /** Null while now is shown and the slider is closed. */
  readonly time: TimeBarProps | null;
  readonly onTime: () => void;
  readonly onEdit: () => void;
  readonly more: readonly MenuItem[];
  readonly onLook: (look: Partial<FloorLookAt>) => void;
  readonly onRoom: (id: EntityId) => void;
  readonly onLabs: () => void;
  readonly onRetry: () => void;
  readonly layerNote: string | null;
  readonly onLayer: FloorMapProps['onLayer'];
};

type Shown = FloorViewProps & { readonly floor: FloorMapProps['floor'] };

function LoadingFloor(): ReactNode {
  const words = useText().floor;
  return (
    <div className="flex flex-1 flex-col gap-3 rounded-lg border border-line bg-surface p-6">
      <Skeleton className="h-7 w-48" label={words.loading} />
      <Skeleton className="flex-1" label={words.loading} />
    </div>
  );
}

function Legend(props: Shown): ReactNode {
  const { floor, look, layerNote } = props;
  const words = useText().floor;
  return (
    <FloorLegend
      layer={look.layer}
      mode={look.mode}
      groups={floor.facts.groups}
      note={
        <>
          {look.hasArrows && <span>{words.arrowsLegend}</span>}
          {look.hasSensors && <span>{words.sensorsLegend}</span>}
          {layerNote !== null && <span>{layerNote}</span>}
          {floor.plan.aisles.length > 0 && <AisleMeans air={props.air} />}
        </>
      }
    />
  );
}

function RoomFace(props: Shown): ReactNode {
  const { floor, look, marks, selected, onSelect, isPast, readings } = props;
  const words = useText().floor;
  const chosen = useFloorEdit((state) => state.chosen);
  const isEditing = useFloorEdit((state) => state.isOn);
  const isPlacing = useFloorEdit((state) => state.form === 'racks');
  const wanted = useWanted(floor);
  if (floor.plan.racks.length === 0 && !isPlacing) {
    return (
      <EmptyState
        text={words.noRacks(floor.plan.room.name)}
        action={
          <span className="flex gap-2">
            <Button look="primary" onClick={() => openForm('racks')}>
              {words.addRacks}
            </Button>
            <Button onClick={props.onLabs}>{words.openLabs}</Button>
          </span>
        }
      />
    );
  }
  const shared = { floor, layer: look.layer, readings, isPast, chosen, onSelect };
  return (
    <>
      <EditTools {...props} wanted={wanted} />
      {look.face === 'table' ? (
        <FloorTable
          {...shared}
          marks={marks.racks}
          plant={props.plant}
          selected={selected}
          onChosen={choose}
        />
      ) : (
        <FloorMap {...props} wanted={wanted} />
      )}
      {!isEditing && <ChosenStrip {...shared} />}
      <Legend {...props} />
    </>
  );
}

function EditTools({ floor, inventory, wanted }: Shown & Pick<FloorMapProps, 'wanted'>): ReactNode {
  const isOn = useFloorEdit((state) => state.isOn);
  const form = useFloorEdit((state) => state.form);
  if (form === 'racks') return <PlaceForm floor={floor} inventory={inventory} />;
  if (form === 'rope') return <RopeForm floor={floor} />;
  return isOn ? <EditBar plan={floor.plan} wanted={wanted} /> : null;
}

function NoRoom({ onLabs }: Pick<FloorViewProps, 'onLabs'>): ReactNode {
  const words = useText().floor;
  return (
    <EmptyState
      text={words.noRooms}
      action={
        <span className="flex gap-2">
          <Button look="primary" onClick={() => openForm('room')}>
            {words.newRoom}
          </Button>
          <Button onClick={onLabs}>{words.openLabs}</Button>
        </span>
      }
    />
  );
}

function Tools(props: Shown): ReactNode {
  const isEditing = useFloorEdit((state) => state.isOn);
  return (
    <FloorTools
      look={props.look}
      layers={props.floor.layers}
      onLook={props.onLook}
      isEditing={isEditing}
      onEdit={props.onEdit}
      isPast={props.isPast}
      onTime={props.onTime}
      more={props.more}
    />
  );
}

function Room(props: FloorViewProps): ReactNode {
  const { floor, state, look, time } = props;
  const words = useText().floor;
  if (state.face === 'loading') return <LoadingFloor />;
  if (state.face === 'error') {
    return (
      <ErrorState what={words.failed} refusal={state.refusal} still={words.still} onRetry={props.onRetry} />
    );
  }
  if (floor === null) return <NoRoom onLabs={props.onLabs} />;
  const shown = { ...props, floor };
  return (
    <RoomTabs
      rooms={props.rooms}
      room={floor.plan.room.id}
      onRoom={props.onRoom}
      note={`${words.rackCount(floor.plan.racks.length)}, ${words.notes[look.layer]}`}
      tools={<Tools {...shown} />}
    >
      {state.isLost && <StaleNote text={words.stale} onRetry={props.onRetry} />}
      {time !== null && <TimeBar {...time} />}
      <RoomFace {...shown} />
    </RoomTabs>
  );
}

export const FloorView = (props: FloorViewProps): ReactNode => (
  <div className="flex min-h-0 flex-1 flex-col gap-3 p-3">
    <h1 className="sr-only">{useText().floor.title}</h1>
    {props.kpis}
    <Room {...props} />
    {props.state.face === 'ready' && <FloorForms floor={props.floor} inventory={props.inventory} />}
  </div>
);
