import type { ReactNode } from 'react';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { eventSentence } from '../../data/event-text.ts';
import { labClock } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type EventFeedProps = {
  readonly items: readonly LoggedEvent[];
  /** Lab time at tick 0. */
  readonly epoch: number;
  readonly nameOf: (id: string) => string;
};

/** Newest first: what happened, when, and who did it. */
export const EventFeed = ({ items, epoch, nameOf }: EventFeedProps): ReactNode => {
  if (items.length === 0) return <EmptyState text="Nothing has happened in this lab yet." />;
  return (
    <ol aria-label="Recent events" className="text-12">
      {items.map((item) => {
        const { text, tone } = eventSentence(item, nameOf);
        return (
          <li key={item.revision} className="grid min-h-row grid-cols-[64px_16px_minmax(0,1fr)_auto] items-center gap-2 border-b px-3">
            <time className="text-text-3">{labClock(epoch + item.tick * 1000)}</time>
            <span>{tone !== null && <StatusMark kind={tone} size={12} />}</span>
            <span className="truncate" title={text}>
              {text}
            </span>
            <span className="text-text-3">{item.actor.name}</span>
          </li>
        );
      })}
    </ol>
  );
};
