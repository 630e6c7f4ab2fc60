import { GraduationCap } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import { useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Age } from '../../ui/age.tsx';
import { runningDrill } from './drill-facts.ts';
import { drillTitle } from './scenario-words.ts';
import { useDrillCards } from './use-cards.ts';

type RunningChipProps = { readonly runs: Iterable<DrillRun>; readonly cards: readonly DrillCard[] };

export function RunningChip({ runs, cards }: RunningChipProps): ReactNode {
  const words = useText().scenarios.drills;
  const run = runningDrill(runs);
  if (run === null) return null;
  return (
    <Link
      to="/drills?tab=running"
      className="flex h-6 shrink-0 items-center gap-1.5 rounded-sm border border-maintenance px-2 font-medium text-maintenance -outline-offset-2 hover:bg-hover"
    >
      <GraduationCap aria-hidden size={13} />
      {words.chip(drillTitle(cards, run.drill))}
      <Age since={run.startedAt} />
    </Link>
  );
}

/** On every screen while a drill runs: which, for how long, and the way to it. */
export function DrillChip(): ReactNode {
  const drills = useWorld((state) => state.drills);
  // The titles are only needed while one runs.
  const isRunning = runningDrill(drills.values()) !== null;
  const cards = useDrillCards(isRunning).data?.cards ?? [];
  return <RunningChip runs={drills.values()} cards={cards} />;
}
