/** The runs of the lab as the screens need them. */
import { useMemo } from 'react';
import type { DrillCard } from '../../../sim/contract/drills.ts';
import type { DrillRunId, EntityId } from '../../../sim/contract/ids.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { useWorld, worldNow } from '../../data/world.ts';
import { text } from '../../text/text.ts';
import { labNow } from '../inspector/lab-now.ts';
import { splitRuns } from './run-phase.ts';
import { drillTitle, fullName, wordsOf } from './scenario-words.ts';

export const fullNameNow = (id: string): string => fullName(worldNow().entities, id as EntityId);

/** Renders when a run begins, not with each second that passes. */
export function useRuns(): ReturnType<typeof splitRuns> {
  const runs = useWorld((state) => state.runs);
  const ahead = useWorld((state) => {
    const at = state.status?.at ?? 0;
    return [...state.runs.values()].reduce((count, run) => count + (run.startedAt > at ? 1 : 0), 0);
  });
  return useMemo(() => {
    const split = splitRuns(runs.values(), worldNow().status?.at ?? labNow());
    return ahead === split.scheduled.length ? split : splitRuns(runs.values(), labNow());
  }, [runs, ahead]);
}

/** The title of the drill that a run of a drill is one of. */
export function drillOf(cards: readonly DrillCard[], id: DrillRunId): string {
  const drill = worldNow().drills.get(id)?.drill;
  return drill === undefined ? wordsOf(id) : drillTitle(cards, drill);
}

/** `Power spike on A01 was stopped`, or how many. */
export function stoppedWords(
  runs: readonly ScenarioRun[],
  titleOf: (run: ScenarioRun) => string,
): string | null {
  const [first, second] = runs;
  if (first === undefined) return null;
  if (second !== undefined) return text().scenarios.runs.stoppedMany(runs.length);
  return text().scenarios.runs.stopped(titleOf(first), fullNameNow(first.target));
}
