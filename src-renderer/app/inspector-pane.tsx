import { X } from 'lucide-react';
import { Suspense, lazy, useEffect, useId } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useEntity } from '../data/world.ts';
import { LiveAlarmFeed } from '../features/alarms/live-alarm-feed.tsx';
import { inspectorWidths, prefer, usePreferences } from '../theme/preferences.ts';
import { useText } from '../text/text.ts';
import { IconButton } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { EmptyState, SkeletonRows } from '../ui/states.tsx';
import { useSelection } from './selection.ts';

const InspectorBody = lazy(async () => ({
  default: (await import('../features/inspector/inspector-body.tsx')).InspectorBody,
}));

const clampWidth = (width: number): number =>
  Math.min(inspectorWidths.most, Math.max(inspectorWidths.least, Math.round(width)));

/** Drawn with the pointer, or moved with the arrow keys. */
function Divider({ width }: { readonly width: number }): ReactNode {
  const words = useText().inspectorPane;
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    prefer({ inspectorWidth: clampWidth(window.innerWidth - event.clientX) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: 16, ArrowRight: -16 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    prefer({ inspectorWidth: clampWidth(width + step) });
  };
  return (
    <div
      role="separator"
      aria-label={words.width}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={inspectorWidths.least}
      aria-valuemax={inspectorWidths.most}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      onDoubleClick={() => prefer({ inspectorWidth: inspectorWidths.usual })}
      className="absolute inset-y-0 -left-1 z-10 w-2 cursor-col-resize touch-none hover:bg-line"
    />
  );
}

/** Screens that have no list of alarms of their own. */
const mapPaths = ['/floor', '/topology', '/power'];

/** In a narrow window it lies over the screen, and is there only while it has something to say. */
const aside =
  'relative flex min-h-0 flex-col border-l bg-surface max-[1000px]:absolute max-[1000px]:inset-y-0 max-[1000px]:right-0 max-[1000px]:z-30 max-[1000px]:max-w-[calc(100vw-48px)]';

export function InspectorPane(): ReactNode {
  const { inspectorPane: words, ui } = useText();
  const width = usePreferences((state) => state.inspectorWidth);
  const selected = useSelection((state) => state.selected);
  const turn = useSelection((state) => state.turn);
  const select = useSelection((state) => state.select);
  const isOpen = usePreferences((state) => state.inspectorOpen);
  const entity = useEntity(selected);
  const titleId = useId();
  useEffect(() => {
    if (turn > 0 && useSelection.getState().selected !== null) prefer({ inspectorOpen: true });
  }, [turn]);
  const hasFeed = mapPaths.includes(useLocation().pathname);
  if (!isOpen || (!hasFeed && selected === null)) return null;
  const title = entity === null ? (selected ?? words.nothing) : ui.thing(entity.kind, entity.name);
  const close = () => {
    if (selected === null) prefer({ inspectorOpen: false });
    else select(null);
  };
  return (
    <aside
      data-tour="inspector"
      aria-labelledby={titleId}
      style={{ width }}
      className={classNames(aside, selected === null && 'max-[1000px]:hidden')}
    >
      <Divider width={width} />
      <header className="flex h-10 shrink-0 items-center pr-1 pl-3">
        <h2 id={titleId} className="min-w-0 flex-1 truncate text-13 font-semibold">
          {title}
        </h2>
        <IconButton
          icon={X}
          label={selected === null ? words.close : words.clear}
          shortcut="Escape"
          onClick={close}
        />
      </header>
      {selected !== null && (
        <div className="min-h-0 shrink overflow-auto">
          <Suspense fallback={<SkeletonRows count={6} />}>
            <InspectorBody />
          </Suspense>
        </div>
      )}
      {selected === null && (
        <div className="flex h-32 shrink-0">
          <EmptyState text={words.empty} />
        </div>
      )}
      {hasFeed && (
        <section aria-label={words.alarms} className="flex min-h-48 flex-1 flex-col border-t">
          <h3 className="flex h-10 shrink-0 items-center px-3 text-13 font-semibold">{words.alarms}</h3>
          <LiveAlarmFeed />
        </section>
      )}
    </aside>
  );
}
