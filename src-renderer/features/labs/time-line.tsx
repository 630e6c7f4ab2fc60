import { Rewind, SkipBack, SkipForward } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { eventSentence } from '../../data/event-text.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { eventTicks, eventsAfter, nextTick, previousTick, storyRows } from './moments.ts';
import type { StoryRow } from './moments.ts';

export type TimeLineProps = {
  /** Newest first. */
  readonly events: readonly LoggedEvent[];
  readonly epoch: number;
  readonly head: number;
  readonly nameOf: (id: string) => string;
  readonly onRewind: (tick: number) => void;
};

const inks: Readonly<Record<string, string>> = {
  critical: 'var(--critical)',
  major: 'var(--major)',
  minor: 'var(--minor)',
  maintenance: 'var(--maintenance)',
};

type MarksProps = Pick<TimeLineProps, 'events' | 'head' | 'nameOf'>;

/** Where something happened, above the slider. */
const Marks = ({ events, head, nameOf }: MarksProps): ReactNode => (
  <svg aria-hidden viewBox="0 0 1000 16" preserveAspectRatio="none" className="mx-2 h-4 w-[calc(100%-16px)]">
    {events.map((event) => {
      const x = head === 0 ? 0 : (event.tick / head) * 1000;
      const { tone } = eventSentence(event, nameOf);
      return (
        <rect
          key={event.revision}
          x={x - 1}
          y={tone === null ? 8 : 0}
          width="2"
          height={tone === null ? 8 : 16}
          fill={inks[tone ?? ''] ?? 'var(--text-3)'}
        />
      );
    })}
  </svg>
);

type SliderProps = TimeLineProps & { readonly at: number; readonly onMove: (tick: number) => void };

function Slider({ events, epoch, head, nameOf, at, onMove }: SliderProps): ReactNode {
  const words = useText().labs.timeLine;
  const ticks = useMemo(() => eventTicks(events), [events]);
  const marked = useMemo(() => storyRows(events).map(({ event }) => event), [events]);
  return (
    <div className="flex items-center gap-2">
      <IconButton icon={SkipBack} label={words.previous} onClick={() => onMove(previousTick(ticks, at))} />
      <div className="min-w-0 flex-1">
        <Marks events={marked} head={head} nameOf={nameOf} />
        <input
          type="range"
          aria-label={words.moment}
          aria-valuetext={labMoment(epoch + at * 1000)}
          min={0}
          max={head}
          value={at}
          onChange={(event) => onMove(Number(event.target.value))}
          className="h-6 w-full accent-accent"
        />
        <div aria-hidden className="flex justify-between text-11 text-text-3">
          <span>{labMoment(epoch)}</span>
          <span>{labMoment(epoch + head * 1000)}</span>
        </div>
      </div>
      <IconButton icon={SkipForward} label={words.next} onClick={() => onMove(nextTick(ticks, at, head))} />
    </div>
  );
}

type LineProps = Pick<TimeLineProps, 'epoch' | 'nameOf'> & {
  readonly row: StoryRow;
  readonly isUndone: boolean;
  readonly onMove: (tick: number) => void;
};

function StoryLine({ row, isUndone, epoch, nameOf, onMove }: LineProps): ReactNode {
  const words = useText().labs.timeLine;
  const { event, count } = row;
  const { text, tone } = eventSentence(event, nameOf);
  return (
    <li className="border-b">
      <button
        type="button"
        onClick={() => onMove(event.tick)}
        className={`grid min-h-row w-full grid-cols-[136px_16px_minmax(0,1fr)_auto] items-center gap-2 px-3 text-left -outline-offset-2 hover:bg-hover ${isUndone ? 'text-text-3 line-through' : ''}`}
      >
        <time>{labMoment(epoch + event.tick * 1000)}</time>
        <span>{tone !== null && <StatusMark kind={tone} size={12} />}</span>
        <span className="truncate">{count === 1 ? text : words.created(count)}</span>
        <span className="text-text-3">{event.actor.name}</span>
      </button>
    </li>
  );
}

/** The story of this branch; any moment of it can be gone back to, and nothing of it is lost by that. */
export function TimeLine(props: TimeLineProps): ReactNode {
  const words = useText().labs.timeLine;
  const { events, epoch, head, onRewind } = props;
  const [chosen, setChosen] = useState<number | null>(null);
  const at = Math.min(chosen ?? head, head);
  const after = eventsAfter(events, at);
  const rows = useMemo(() => storyRows(events), [events]);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3 p-3">
      <Slider {...props} at={at} onMove={setChosen} />
      <div
        role="status"
        className="flex flex-wrap items-center gap-3 rounded-md border bg-bg px-3 py-2 text-13"
      >
        <span>
          {words.labTime(
            <strong key="moment" className="font-semibold">
              {labMoment(epoch + at * 1000)}
            </strong>,
          )}
        </span>
        <span className="text-text-2">{words.after(after.length)}</span>
        <Button
          look="primary"
          icon={Rewind}
          className="ml-auto"
          onClick={() => onRewind(at)}
          refusedBecause={at >= head ? words.moveFirst : null}
        >
          {words.goBack}
        </Button>
      </div>
      <ol aria-label={words.events} className="min-h-0 flex-1 overflow-y-auto rounded-md border text-12">
        {rows.map((row) => (
          <StoryLine
            key={row.event.revision}
            row={row}
            isUndone={row.event.tick > at}
            {...props}
            onMove={setChosen}
          />
        ))}
      </ol>
    </div>
  );
}
