import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { phaseAt, phaseShare, phaseWords } from './run-phase.ts';
import { useLabTick } from './use-lab-tick.ts';

export type LabNow = () => number;

type LabProgressProps = {
  readonly now: LabNow;
  readonly words: (at: number) => string;
  /** 0 … 1 */
  readonly share: (at: number) => number;
};

/** A line of text and a bar that follow the lab's clock. */
export function LabProgress({ now, words, share }: LabProgressProps): ReactNode {
  const line = useRef<HTMLSpanElement>(null);
  const bar = useRef<HTMLSpanElement>(null);
  useLabTick(now, (at) => {
    const text = words(at);
    if (line.current !== null && line.current.textContent !== text) line.current.textContent = text;
    if (bar.current !== null) bar.current.style.width = `${Math.min(1, Math.max(0, share(at))) * 100}%`;
  });
  return (
    <span className="flex min-w-0 flex-col gap-1">
      <span ref={line} data-progress className="text-12 text-text-2" />
      <span
        aria-hidden
        className="block h-1 w-full overflow-hidden rounded-full border border-line bg-raised"
      >
        <span ref={bar} className="block h-full bg-accent forced-colors:bg-[Highlight]" />
      </span>
    </span>
  );
}

export const RunProgress = ({ run, now }: { readonly run: ScenarioRun; readonly now: LabNow }): ReactNode => (
  <LabProgress now={now} words={(at) => phaseWords(phaseAt(run, at))} share={(at) => phaseShare(run, at)} />
);
