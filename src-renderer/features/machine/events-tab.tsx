import type { ReactNode } from 'react';
import { eventSentence } from '../../data/event-text.ts';
import { useText } from '../../text/text.ts';
import { labMoment } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { MachinePage } from './machine-page.ts';

const millisPerTick = 1000;

type EventsProps = {
  readonly page: MachinePage;
  /** Lab time of tick 0. */
  readonly epoch: number;
  readonly nameOf: (id: string) => string;
};

/** What the lab's log tells of it, newest first. */
export function EventsTab({ page: { events }, epoch, nameOf }: EventsProps): ReactNode {
  const words = useText().machine.events;
  if (events.length === 0) return <EmptyState text={words.none} />;
  return (
    <ScrollRegion label={words.list}>
      <ol aria-label={words.list}>
        {events.map((logged) => {
          const { text: said, tone } = eventSentence(logged, nameOf);
          return (
            <li key={logged.revision} className="flex items-start gap-3 border-b px-3 py-1 text-12">
              <time className="shrink-0 text-text-3 tabular-nums">
                {labMoment(epoch + logged.tick * millisPerTick)}
              </time>
              <span className="min-w-0 flex-1">
                {tone !== null && <StatusMark kind={tone} size={12} />} {said}
              </span>
              <span className="shrink-0 text-text-3">{logged.actor.name}</span>
            </li>
          );
        })}
      </ol>
    </ScrollRegion>
  );
}
