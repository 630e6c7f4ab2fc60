/** The floor in all its faces, from its props alone. */
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { metricScales } from '../../canvas/heat/metric-scale.table.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton, StaleNote } from '../../ui/states.tsx';
import type { FloorFaceState } from './floor-face.ts';
import { FloorLegend } from './floor-legend.tsx';
import { FloorMap, type FloorMapProps } from './floor-map.tsx';
import { FloorTable } from './floor-table.tsx';
import { type FloorLookAt, FloorTools } from './floor-tools.tsx';
import { type RoomTab, RoomTabs } from './room-tabs.tsx';

export type FloorViewProps = Omit<FloorMapProps, 'floor' | 'onLayer'> & {
  readonly state: FloorFaceState;
  readonly kpis: ReactNode;
  readonly rooms: readonly RoomTab[];
  /** Null where the lab has no room. */
  readonly floor: FloorMapProps['floor'] | null;
  readonly onLook: (look: Partial<FloorLookAt>) => void;
  readonly onRoom: (id: EntityId) => void;
  readonly onLabs: () => void;
  readonly onRetry: () => void;
  readonly layerNote: string | null;
  readonly onLayer: FloorMapProps['onLayer'];
};

const LoadingFloor = (): ReactNode => (
  <div className="flex flex-1 flex-col gap-3 rounded-lg border border-line bg-surface p-6">
    <Skeleton className="h-7 w-48" label="Loading the floor" />
    <Skeleton className="flex-1" label="Loading the floor" />
  </div>
);

function RoomFace(props: FloorViewProps & { readonly floor: FloorMapProps['floor'] }): ReactNode {
  const { floor, look, marks, selected, onSelect } = props;
  if (floor.plan.racks.length === 0) {
    return (
      <EmptyState
        text={`${floor.plan.room.name} has no racks yet.`}
        action={<Button onClick={props.onLabs}>Open another lab</Button>}
      />
    );
  }
  if (look.face === 'table')
    return <FloorTable marks={marks.racks} plant={props.plant} {...{ floor, selected, onSelect }} />;
  return (
    <>
      <FloorMap {...props} />
      <FloorLegend metric={look.metric} mode={look.mode} note={props.layerNote} />
    </>
  );
}

function Room(props: FloorViewProps): ReactNode {
  const { floor, state, look } = props;
  if (state.face === 'loading') return <LoadingFloor />;
  if (state.face === 'error') {
    return (
      <ErrorState
        what="The floor cannot be shown"
        refusal={state.refusal}
        still="The lab itself goes on; labs and the API are still there."
        onRetry={props.onRetry}
      />
    );
  }
  if (floor === null) {
    return (
      <EmptyState
        text="This lab has no rooms yet."
        action={<Button onClick={props.onLabs}>Open another lab</Button>}
      />
    );
  }
  const count = floor.plan.racks.length;
  return (
    <RoomTabs
      rooms={props.rooms}
      room={floor.plan.room.id}
      onRoom={props.onRoom}
      note={`${count} ${count === 1 ? 'rack' : 'racks'}, ${metricScales[look.metric].title}`}
      tools={<FloorTools look={look} metrics={floor.metrics} onLook={props.onLook} />}
    >
      {state.isLost && (
        <StaleNote
          text="The line to the lab is lost; these are the last known values"
          onRetry={props.onRetry}
        />
      )}
      <RoomFace {...props} floor={floor} />
    </RoomTabs>
  );
}

export const FloorView = (props: FloorViewProps): ReactNode => (
  <div className="flex min-h-0 flex-1 flex-col gap-3 p-3">
    <h1 className="sr-only">Floor</h1>
    {props.kpis}
    <Room {...props} />
  </div>
);
