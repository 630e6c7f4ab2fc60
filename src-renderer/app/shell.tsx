import { Suspense, useEffect, useEffectEvent } from 'react';
import type { ReactNode } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useText } from '../text/text.ts';
import { SkeletonRows } from '../ui/states.tsx';
import { TourHost } from '../features/help/tour-host.tsx';
import { useActions } from './action-table.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { LastScreen } from './last-screen.tsx';
import { InspectorPane } from './inspector-pane.tsx';
import { NativeMenu } from './native-menu.tsx';
import { Navigation, useIsFolded } from './navigation.tsx';
import { PanelHost } from './panel-host.tsx';
import { ScreenFault } from './screen-fault.tsx';
import { ScopeUrl } from './scope-url.tsx';
import { SelectionUrl } from './selection-url.tsx';
import { ShortcutListener } from './shortcut-listener.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { ScrollMemory } from './scroll-memory.tsx';
import { useWay } from './way.ts';
import './touch.css';

function WayFollower(): ReactNode {
  const { path, turn } = useWay();
  const navigate = useNavigate();
  // The router's function changes with each place; only an asked-for way may move us.
  const go = useEffectEvent((to: string) => void navigate(to));
  const way = JSON.stringify({ path, turn });
  useEffect(() => {
    const asked = JSON.parse(way) as { readonly path: string | null };
    if (asked.path !== null) go(asked.path);
  }, [way]);
  return null;
}

export function Shell(): ReactNode {
  const words = useText().shell;
  const isFolded = useIsFolded();
  const actions = useActions();
  const { pathname } = useLocation();
  return (
    <div
      data-shell
      className="grid h-full grid-cols-[minmax(0,1fr)] grid-rows-[var(--top-bar,40px)_auto_minmax(0,1fr)_26px]"
    >
      <a
        href="#screen"
        className="fixed top-1 left-1 z-50 -translate-y-12 rounded-md bg-accent px-3 py-1 text-13 text-accent-ink focus:translate-y-0"
      >
        {words.skip}
      </a>
      <TopBar />
      <div>
        <ConnectionBanner />
      </div>
      <div
        className="relative grid min-h-0"
        style={{
          gridTemplateColumns: `${isFolded ? 'var(--navigation-folded, 48px)' : '208px'} minmax(0, 1fr) auto`,
          gridTemplateRows: 'minmax(0, 1fr)',
        }}
      >
        <Navigation />
        <main id="screen" tabIndex={-1} className="flex min-h-0 min-w-0 flex-col overflow-auto outline-none">
          <ScreenFault key={pathname}>
            <Suspense fallback={<SkeletonRows count={8} />}>
              <Outlet />
            </Suspense>
          </ScreenFault>
        </main>
        <InspectorPane />
      </div>
      <StatusBar />
      <PanelHost actions={actions} />
      <ShortcutListener actions={actions} />
      <NativeMenu actions={actions} />
      <SelectionUrl />
      <ScopeUrl />
      <LastScreen />
      <ScrollMemory />
      <TourHost />
      <WayFollower />
    </div>
  );
}
