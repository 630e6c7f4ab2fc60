import type { ReactNode } from 'react';
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { lessonsOf, nextLesson } from './lessons.ts';
import type { Lesson } from './lessons.ts';

export type LessonsTabProps = {
  readonly cards: QueryState<{ readonly cards: readonly DrillCard[] }>;
  readonly runs: readonly DrillRun[];
  readonly onOpen: (drill: string) => void;
};

function Progress({ lesson }: { readonly lesson: Lesson }): ReactNode {
  const words = useText().help;
  const { times, best, isRunning } = lesson;
  if (isRunning) return <StatusMark kind="info" word={words.running} showWord />;
  if (times === 0) return <span className="text-12 text-text-3">{words.notTaken}</span>;
  const said = best === null ? words.taken(times) : `${words.taken(times)}, ${words.best(best)}`;
  return <StatusMark kind="ok" word={said} showWord />;
}

type RowProps = Pick<LessonsTabProps, 'onOpen'> & { readonly lesson: Lesson; readonly isNext: boolean };

function LessonRow({ lesson, isNext, onOpen }: RowProps): ReactNode {
  const { help: words, scenarios } = useText();
  const { levels } = scenarios.drills;
  const { card, number } = lesson;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-t px-4 py-3">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-x-2 text-13 font-semibold">
          <span className="text-text-3">{words.lesson(number)}</span>
          {card.title}
          <span className="text-12 font-normal text-text-2">{levels[card.level]}</span>
          {isNext && (
            <span className="rounded-sm border border-line-strong px-1.5 text-11 font-semibold">
              {words.next}
            </span>
          )}
        </h3>
        <p className="max-w-2xl text-13 text-text-2">
          <span className="sr-only">{words.teaches}: </span>
          {words.teachings[card.id] ?? card.goal}
        </p>
        <div className="mt-1 text-12">
          <Progress lesson={lesson} />
        </div>
      </div>
      <Button
        look={isNext ? 'primary' : 'plain'}
        aria-label={words.openDrill(card.title)}
        onClick={() => onOpen(card.id)}
      >
        {words.open}
      </Button>
    </li>
  );
}

/** The way in for who has never run a datacenter. */
export function LessonsTab({ cards: state, runs, onOpen }: LessonsTabProps): ReactNode {
  const words = useText().help;
  return (
    <Face state={state} what={words.lessonsWhat} still={words.lessonsStill}>
      {({ cards }) => {
        const lessons = lessonsOf(cards, runs);
        if (lessons.length === 0) return <EmptyState text={words.noLessons} />;
        const next = nextLesson(lessons);
        return (
          <ScrollRegion label={words.tabs.lessons}>
            <p className="px-4 py-3 text-13 text-text-2">
              {words.lessonsHow}{' '}
              <span className="font-medium text-text">
                {words.lessonsNote(lessons.filter(({ times }) => times > 0).length, lessons.length)}
              </span>
            </p>
            <ol>
              {lessons.map((lesson) => (
                <LessonRow
                  key={lesson.card.id}
                  lesson={lesson}
                  isNext={lesson.card.id === next?.card.id}
                  onOpen={onOpen}
                />
              ))}
            </ol>
          </ScrollRegion>
        );
      }}
    </Face>
  );
}
