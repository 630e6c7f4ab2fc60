import type { ReactNode } from 'react';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { eventSentence } from '../../data/event-text.ts';
import { useText } from '../../text/text.ts';
import { labClock } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type EventFeedProps = {
  readonly items: readonly LoggedEvent[];
  /** Lab time at tick 0. */
  readonly epoch: number;
  readonly nameOf: (id: string) => string;
  /** Told what the event is about, or null. */
  readonly onOpen: (about: string | null) => void;
};

/** Newest first: what happened, when, and who did it. */
export const EventFeed = ({ items, epoch, nameOf, onOpen }: EventFeedProps): ReactNode => {
  const words = useText().overview.events;
  if (items.length === 0) return <EmptyState text={words.empty} />;
  return (
    <ol aria-label={words.label} className="text-12">
      {items.map((item) => {
        const { text, tone, about } = eventSentence(item, nameOf);
        return (
          <li key={item.revision} className="border-b">
            <button
              type="button"
              onClick={() => onOpen(about)}
              className="grid min-h-row w-full grid-cols-[64px_16px_minmax(0,1fr)_auto] items-center gap-2 px-3 text-left -outline-offset-2 hover:bg-hover"
            >
              <time className="text-text-3">{labClock(epoch + item.tick * 1000)}</time>
              <span>{tone !== null && <StatusMark kind={tone} size={12} />}</span>
              <span className="truncate" title={text}>
                {text}
              </span>
              <span className="text-text-3">{item.actor.name}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
};
