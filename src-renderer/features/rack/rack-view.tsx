/** The racks as they are looked at: elevations at the left, what is known of the rack at the right. */
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { Redundancy } from '../../../sim/contract/consequences.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState, ErrorState, Skeleton, StaleNote } from '../../ui/states.tsx';
import type { FloorFaceState } from '../floor/floor-face.ts';
import { Elevations, type ElevationsProps } from './elevations.tsx';
import { HeatLegend } from './heat-legend.tsx';
import { RackAlarms, RackFacts } from './rack-facts.tsx';
import { RackToolbar, type ToolbarProps } from './rack-toolbar.tsx';

export type RackViewProps = Omit<ElevationsProps, 'look'> &
  ToolbarProps & {
    readonly state: FloorFaceState;
    /** Why devices could not be read. */
    readonly refusal: Refusal | null;
    readonly alarms: readonly Alarm[];
    readonly redundancy: Redundancy | null;
    readonly nameOf: (id: EntityId) => string;
    readonly charts: ReactNode;
    readonly onLabs: () => void;
    readonly onRetry: () => void;
    readonly onRetryDevices: () => void;
  };

const Loading = (): ReactNode => (
  <div className="flex min-h-0 flex-1 gap-3 p-3">
    <Skeleton className="flex-1" />
    <Skeleton className="w-96" />
  </div>
);

function Shown(props: RackViewProps): ReactNode {
  const { models, refusal, alarms, redundancy, nameOf } = props;
  const words = useText().rack;
  const [first] = models;
  const isAlone = models.length === 1;
  if (refusal !== null && models.every(({ devices }) => devices === null)) {
    return (
      <ErrorState
        what={`${words.devicesFailed}.`}
        refusal={refusal}
        still={words.still}
        onRetry={props.onRetryDevices}
      />
    );
  }
  return (
    <>
      {refusal !== null && (
        <StaleNote text={`${words.devicesFailed}: ${refusal.message}`} onRetry={props.onRetryDevices} />
      )}
      <div className="@container flex min-h-0 flex-1">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col @max-[900px]:overflow-y-auto @min-[900px]:flex-row">
          <div className="flex min-h-0 min-w-0 flex-1 flex-col @max-[900px]:min-h-[85%]">
            <Elevations {...props} />
          </div>
          {isAlone && first !== undefined && (
            <div
              role="region"
              aria-label={words.rackName(first.rack.name)}
              tabIndex={0}
              className="@container flex w-full shrink-0 flex-col gap-3 p-3 -outline-offset-2 @min-[900px]:w-84 @min-[900px]:overflow-y-auto @min-[900px]:border-l @min-[1300px]:w-[42%]"
            >
              <RackFacts model={first} redundancy={redundancy} nameOf={nameOf} />
              <RackAlarms alarms={alarms} onSelect={props.onSelect} />
              {props.charts}
              <HeatLegend />
            </div>
          )}
        </div>
      </div>
      {!isAlone && (
        <div className="border-t px-3 py-1.5">
          <HeatLegend />
        </div>
      )}
    </>
  );
}

export function RackView(props: RackViewProps): ReactNode {
  const { state, models } = props;
  const words = useText().rack;
  if (state.face === 'loading') return <Loading />;
  if (state.face === 'error') {
    return (
      <ErrorState what={words.failed} refusal={state.refusal} still={words.still} onRetry={props.onRetry} />
    );
  }
  if (models.length === 0) {
    return (
      <EmptyState text={words.noRacks} action={<Button onClick={props.onLabs}>{words.openLabs}</Button>} />
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {state.isLost && <StaleNote text={words.lost} onRetry={props.onRetry} />}
      <RackToolbar {...props} />
      <Shown {...props} />
    </div>
  );
}
