import { ChevronLeft, ChevronRight, Maximize, Pause, Play, Settings2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { LabClock } from '../../app/lab-clock.tsx';
import type { WorldPhase } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { StatusKind } from '../../ui/status-mark.tsx';
import './wall.css';

export type WallDeeds = {
  readonly toggle: () => void;
  readonly go: (by: 1 | -1) => void;
  readonly setUp: () => void;
  readonly fullScreen: () => void;
  readonly leave: () => void;
};

export type WallViewProps = {
  readonly lab: string;
  readonly title: string;
  readonly phase: WorldPhase;
  readonly isLabRunning: boolean;
  readonly rotation: {
    readonly at: number;
    readonly count: number;
    readonly left: number;
    readonly isPaused: boolean;
  };
  /** What rings and is held in front, in words. */
  readonly call: { readonly where: string; readonly what: string } | null;
  readonly isAwake: boolean;
  readonly deeds: WallDeeds;
  readonly children: ReactNode;
};

const phaseMarks = {
  ready: 'ok',
  loading: 'info',
  connecting: 'stale',
  lost: 'critical',
  refused: 'critical',
} as const satisfies Record<WorldPhase, StatusKind>;

function Head({ lab, title, phase, isLabRunning }: WallViewProps): ReactNode {
  const { wall: words, clock } = useText();
  return (
    <header className="wall-label flex flex-wrap items-center gap-x-[1.5vw] gap-y-1 border-b px-[1vw] py-[0.6vh]">
      <h1 className="wall-title min-w-0 flex-1 truncate font-semibold">
        {title}
        <span className="ml-[1vw] font-normal text-text-2">{lab}</span>
      </h1>
      <span className="flex items-center gap-2">
        <StatusMark kind={phaseMarks[phase]} size={26} />
        {words.connection[phase]}
      </span>
      {!isLabRunning && phase === 'ready' && <span className="text-text-2">{words.labPaused}</span>}
      <span className="rounded-md border-2 border-line-strong px-3 font-semibold tracking-wide">
        {clock.simulated}
      </span>
      <span className="inline-flex items-center [zoom:2]">
        <LabClock />
      </span>
    </header>
  );
}

function Tools({ rotation, deeds }: WallViewProps): ReactNode {
  const words = useText().wall;
  const { isPaused } = rotation;
  return (
    <div className="wall-tools flex items-center gap-1 rounded-lg border bg-raised p-1 [zoom:1.4]">
      <IconButton
        icon={ChevronLeft}
        label={words.backward}
        shortcut="ArrowLeft"
        onClick={() => deeds.go(-1)}
      />
      <IconButton
        icon={isPaused ? Play : Pause}
        label={isPaused ? words.play : words.pause}
        shortcut="Space"
        onClick={deeds.toggle}
      />
      <IconButton
        icon={ChevronRight}
        label={words.forward}
        shortcut="ArrowRight"
        onClick={() => deeds.go(1)}
      />
      <IconButton icon={Settings2} label={words.setUp} shortcut="s" onClick={deeds.setUp} />
      <IconButton icon={Maximize} label={words.fullScreen} shortcut="f" onClick={deeds.fullScreen} />
      <IconButton icon={X} label={words.leave} shortcut="Escape" onClick={deeds.leave} />
    </div>
  );
}

function Foot(props: WallViewProps): ReactNode {
  const words = useText().wall;
  const { at, count, left, isPaused } = props.rotation;
  const said = isPaused ? words.paused : count > 1 ? words.nextIn(left) : '';
  return (
    <footer className="wall-label flex min-h-[2.4em] items-center gap-[1vw] border-t px-[1vw] text-text-2">
      <ol aria-hidden className="flex gap-2">
        {Array.from({ length: count }, (_, index) => (
          <li
            key={index}
            className={classNames('size-3 rounded-full border border-line-strong', index === at && 'bg-text')}
          />
        ))}
      </ol>
      <span>{said}</span>
      <span className="sr-only">{words.keys}</span>
      <div className="ml-auto">
        <Tools {...props} />
      </div>
    </footer>
  );
}

/** Large, quiet, and true: clock, SIMULATED and the state of the line never leave it. */
export function WallView(props: WallViewProps): ReactNode {
  const { call, phase, isAwake, children } = props;
  const words = useText().wall;
  return (
    <div className={classNames('flex h-full flex-col bg-bg', !isAwake && 'wall-quiet')}>
      <Head {...props} />
      {phase === 'lost' && (
        <p role="status" className="stale wall-label px-[1vw]">
          {words.lastKnown}
        </p>
      )}
      {call !== null && (
        <p
          role="alert"
          className="wall-title flex items-center gap-4 border-b-4 border-critical bg-raised px-[1vw] py-1"
        >
          <StatusMark kind="critical" size={40} />
          <span className="shrink-0 font-semibold">{words.interrupted(call.where)}</span>
          <span className="truncate">{call.what}</span>
        </p>
      )}
      <main className="flex min-h-0 flex-1 flex-col">{children}</main>
      <Foot {...props} />
    </div>
  );
}
