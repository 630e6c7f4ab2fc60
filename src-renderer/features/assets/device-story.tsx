/** What the lab's log tells of it, newest first. */
import type { ReactNode } from 'react';
import { eventSentence } from '../../data/event-text.ts';
import { useText } from '../../text/text.ts';
import { labMoment } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { SkeletonRows } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { DeviceCard, Quiet } from './device-card.tsx';
import type { Story } from './device-facts.ts';

const millisPerTick = 1000;

type StoryProps = {
  readonly story: Story | null;
  /** Lab time of tick 0. */
  readonly epoch: number;
  readonly nameOf: (id: string) => string;
};

export function DeviceStory({ story, epoch, nameOf }: StoryProps): ReactNode {
  const words = useText().assets.device;
  return (
    <DeviceCard title={words.history}>
      {story === null && <SkeletonRows count={3} />}
      {story?.items.length === 0 && <Quiet>{words.noHistory}</Quiet>}
      <div className="flex max-h-80 flex-col">
        <ScrollRegion label={words.log}>
          <ol aria-label={words.history}>
            {story?.items.map((logged) => {
              const { text: said, tone } = eventSentence(logged, nameOf);
              return (
                <li key={logged.revision} className="flex items-start gap-2 border-t px-3 py-1 text-12">
                  <time className="shrink-0 text-text-3 tabular-nums">
                    {labMoment(epoch + logged.tick * millisPerTick)}
                  </time>
                  <span className="min-w-0 flex-1">
                    {tone !== null && <StatusMark kind={tone} size={12} />} {said}{' '}
                    <span className="text-text-3">{logged.actor.name}</span>
                  </span>
                </li>
              );
            })}
          </ol>
        </ScrollRegion>
      </div>
      {story !== null && !story.isWhole && <Quiet>{words.historyCut}</Quiet>}
    </DeviceCard>
  );
}
