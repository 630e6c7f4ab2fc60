import { useState } from 'react';
import type { ScenarioCard, ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { perform } from '../../app/perform.ts';
import { useWorld } from '../../data/world.ts';
import { labNow } from '../inspector/lab-now.ts';
import { runAgain } from './run-phase.ts';

/** One command each; those that were stopped. A refusal of one is told and keeps none of the others back. */
export async function stopRuns(runs: readonly ScenarioRun[]): Promise<readonly ScenarioRun[]> {
  const receipts = await Promise.all(runs.map(({ id }) => perform({ type: 'scenario.stop', id })));
  return runs.filter((_, index) => receipts[index] !== null);
}

/** Stopping, and having again what was stopped last. */
export function useStopping(cards: readonly ScenarioCard[]) {
  const story = useWorld((state) => state.story);
  const [held, setHeld] = useState<{ readonly runs: readonly ScenarioRun[]; readonly story: number }>({
    runs: [],
    story,
  });
  // Another lab, or a moment before: what was stopped there cannot be had again here.
  const stopped = held.story === story ? held.runs : [];
  return {
    stopped,
    stop: async (runs: readonly ScenarioRun[]) => setHeld({ runs: await stopRuns(runs), story }),
    again: async () => {
      setHeld({ runs: [], story });
      const now = labNow();
      const cardOf = (run: ScenarioRun) => cards.find(({ name }) => name === run.name);
      await Promise.all(stopped.map((run) => perform(runAgain(run, cardOf(run), now))));
    },
  };
}
