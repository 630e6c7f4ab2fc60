/** The faces of the wall: its figures and its alarms. */
import type { ReactNode } from 'react';
import type { WorldPhase } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { emptyOverview, sampleOverview } from '../states/overview-samples.ts';
import { inFace, sampleAlarms, sampleName } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import { WallAlarmList } from './wall-alarm-list.tsx';
import { WallFigures } from './wall-figures.tsx';
import { WallView } from './wall-view.tsx';
import type { WallViewProps } from './wall-view.tsx';

type FaceProps = { readonly face: FaceName };
const nothing = (): void => undefined;

const phases = {
  empty: 'ready',
  loading: 'loading',
  stale: 'lost',
  error: 'ready',
  full: 'ready',
} as const satisfies Record<FaceName, WorldPhase>;

const frame: Omit<WallViewProps, 'phase' | 'title' | 'children'> = {
  lab: 'Starter',
  isLabRunning: true,
  rotation: { at: 0, count: 4, left: 12, isPaused: false },
  call: null,
  isAwake: true,
  deeds: { toggle: nothing, go: nothing, setUp: nothing, fullScreen: nothing, leave: nothing },
};

export function WallFace({ face }: FaceProps): ReactNode {
  const words = useText().wall;
  return (
    <WallView {...frame} title={words.views.overview} phase={phases[face]}>
      <Face state={inFace(face, sampleOverview, emptyOverview)} what={words.what} still={words.still}>
        {(data) =>
          data.rooms.length === 0 ? (
            <EmptyState text={words.empty} />
          ) : (
            <WallFigures overview={data} nameOf={sampleName} />
          )
        }
      </Face>
    </WallView>
  );
}

export function WallAlarmsFace({ face }: FaceProps): ReactNode {
  const words = useText().wall;
  const call = face === 'full' ? { where: 'rack A04', what: 'Inlet above 32 °C' } : null;
  return (
    <WallView {...frame} title={words.views.alarms} phase={phases[face]} call={call}>
      <Face state={inFace(face, sampleAlarms, [])} what={words.what} still={words.still}>
        {(alarms) => <WallAlarmList alarms={alarms} nameOf={sampleName} />}
      </Face>
    </WallView>
  );
}
