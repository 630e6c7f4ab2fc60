/** The live views of the wall: its own large ones, and screens of the control room in large type. */
import { Suspense, lazy, useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import { nameOfEntity, useWorld, worldNow } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Face } from '../../ui/face.tsx';
import { EmptyState, SkeletonRows } from '../../ui/states.tsx';
import { openAlarms } from './wall-alarms.ts';
import { WallAlarmList } from './wall-alarm-list.tsx';
import { WallFigures } from './wall-figures.tsx';
import type { WallStep } from './wall-plan.ts';
import { WallSites } from './wall-sites.tsx';

const FloorScreen = lazy(async () => ({
  default: (await import('../floor/floor-screen.tsx')).FloorScreen,
}));
const PowerScreen = lazy(async () => ({
  default: (await import('../power/power-screen.tsx')).PowerScreen,
}));

function Overview(): ReactNode {
  const words = useText().wall;
  const overview = useQuery('overview', {}, { every: 2000 });
  return (
    <Face state={overview} what={words.what} still={words.still}>
      {(data) =>
        data.rooms.length === 0 ? (
          <EmptyState text={words.empty} />
        ) : (
          <WallFigures overview={data} nameOf={nameOfEntity} />
        )
      }
    </Face>
  );
}

function Alarms(): ReactNode {
  const alarms = useWorld((state) => state.alarms);
  const shown = useMemo(() => openAlarms(alarms.values()), [alarms]);
  return <WallAlarmList alarms={shown} nameOf={nameOfEntity} />;
}

function Sites(): ReactNode {
  const layout = useWorld((state) => state.layout);
  const sites = useMemo(
    () => (layout === 0 ? [] : [...worldNow().entities.values()].filter(({ kind }) => kind === 'site')),
    [layout],
  );
  return <WallSites sites={sites} />;
}

/** A screen as it is, its type made larger; it can be looked at, and not touched. */
const Large = ({ path, children }: { readonly path: string; readonly children: ReactNode }): ReactNode => (
  <div inert className="wall-large flex min-h-0 flex-1 flex-col overflow-hidden">
    <Suspense fallback={<SkeletonRows count={8} />}>
      {/* The screen reads its own address, and not the wall's. */}
      <Routes location={path}>
        <Route path={path} element={children} />
      </Routes>
    </Suspense>
  </div>
);

export function WallContent({ step }: { readonly step: WallStep }): ReactNode {
  const { view, about } = step;
  useEffect(() => useSelection.getState().select(about), [about]);
  switch (view) {
    case 'overview':
      return <Overview />;
    case 'floor':
      return (
        <Large path="/floor">
          <FloorScreen />
        </Large>
      );
    case 'power':
      return (
        <Large path="/power">
          <PowerScreen />
        </Large>
      );
    case 'alarms':
      return <Alarms />;
    case 'sites':
      return <Sites />;
    default:
      return view satisfies never;
  }
}
