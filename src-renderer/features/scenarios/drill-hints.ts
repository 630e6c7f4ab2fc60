/** How many hints of which run were asked for; kept while one looks at other screens. */
import { create } from 'zustand';
import type { DrillRunId } from '../../../sim/contract/ids.ts';

type Hints = { readonly run: DrillRunId | null; readonly shown: number };

export const useHints = create<Hints>(() => ({ run: null, shown: 0 }));

export const hintsShown = (hints: Hints, run: DrillRunId): number => (hints.run === run ? hints.shown : 0);

export const nextHint = (run: DrillRunId): void =>
  useHints.setState((last) => ({ run, shown: hintsShown(last, run) + 1 }));
