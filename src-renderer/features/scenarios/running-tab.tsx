import { CircleStop, RotateCcw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { RunList } from './run-list.tsx';
import type { RunListProps } from './run-list.tsx';

type StoppedProps = {
  readonly said: string | null;
  readonly onAgain: () => void;
};

/** What was stopped last can be had again. */
export function Stopped({ said, onAgain }: StoppedProps): ReactNode {
  const words = useText().scenarios.runs;
  if (said === null) return null;
  return (
    <div role="status" className="flex shrink-0 items-center gap-3 border-b bg-raised px-3 py-1 text-12">
      <span className="min-w-0">{said}</span>
      <Button look="ghost" icon={RotateCcw} onClick={onAgain} className="ml-auto">
        {words.again}
      </Button>
    </div>
  );
}

type RunsTabProps = Omit<RunListProps, 'label' | 'detail'> & {
  readonly onStopAll: (runs: readonly ScenarioRun[]) => void;
  readonly toCatalogue: () => void;
};

export function RunsTab({
  which,
  onStopAll,
  toCatalogue,
  ...list
}: RunsTabProps & { readonly which: 'running' | 'scheduled' }): ReactNode {
  const words = useText().scenarios.runs;
  const head = words[which];
  if (list.runs.length === 0)
    return <EmptyState text={head.empty} action={<Button onClick={toCatalogue}>{words.choose}</Button>} />;
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
