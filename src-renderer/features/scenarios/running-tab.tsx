import { CircleStop, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { RunList } from './run-list.tsx';
import type { RunListProps } from './run-list.tsx';

type StoppedProps = {
  readonly words: string | null;
  readonly onAgain: () => void;
};

/** What was stopped last can be had again. */
export const Stopped = ({ words, onAgain }: StoppedProps): ReactNode =>
  words === null ? null : (
    <div role="status" className="flex shrink-0 items-center gap-3 border-b bg-raised px-3 py-1 text-12">
      <span className="min-w-0">{words}</span>
      <Button look="ghost" icon={RotateCcw} onClick={onAgain} className="ml-auto">
        Run again
      </Button>
    </div>
  );

type RunsTabProps = Omit<RunListProps, 'label' | 'detail'> & {
  readonly onStopAll: (runs: readonly ScenarioRun[]) => void;
  readonly toCatalogue: () => void;
};

const heads = {
  running: {
    label: 'Running scenarios',
    stop: 'Stop all that run',
    empty: 'Nothing runs. What a scenario breaks, and what it mends when it is stopped, is told here.',
  },
  scheduled: {
    label: 'Scheduled scenarios',
    stop: 'Take all off the schedule',
    empty: 'Nothing is scheduled. A scenario that begins later waits here for its moment.',
  },
} as const;

export function RunsTab({
  which,
  onStopAll,
  toCatalogue,
  ...list
}: RunsTabProps & { readonly which: keyof typeof heads }): ReactNode {
  const head = heads[which];
  if (list.runs.length === 0)
    return <EmptyState text={head.empty} action={<Button onClick={toCatalogue}>Choose a scenario</Button>} />;
  return (
    <>
      <div className="flex h-11 shrink-0 items-center border-b px-3">
        <Button icon={CircleStop} className="ml-auto" onClick={() => onStopAll(list.runs)}>
          {head.stop}
        </Button>
      </div>
      <ScrollRegion label={head.label}>
        <RunList {...list} label={head.label} detail="whole" />
      </ScrollRegion>
    </>
  );
}
