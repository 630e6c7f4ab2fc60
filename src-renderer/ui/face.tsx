import type { ReactNode } from 'react';
import type { QueryState } from '../data/client.ts';
import { useText } from '../text/text.ts';
import { BusyBar, ErrorState, SkeletonRows, StaleNote } from './states.tsx';

type FaceProps<T> = {
  readonly state: QueryState<T>;
  /** What is shown, as the subject of a sentence: `The alarms`. */
  readonly what: string;
  /** What still works when this does not. */
  readonly still?: string;
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
};

/** Loading, error and stale around whatever is shown when there are data. The empty face belongs to the data. */
export function Face<T>({ state, what, still, skeleton, children }: FaceProps<T>): ReactNode {
  const { data, phase, refusal, retry } = state;
  const words = useText().ui;
  if (data === null) {
    if (phase !== 'error' || refusal === null) return skeleton ?? <SkeletonRows count={8} />;
    return (
      <ErrorState
        what={words.notRead(what)}
        refusal={refusal}
        {...(still === undefined ? {} : { still })}
        onRetry={retry}
      />
    );
  }
  return (
    <>
      <BusyBar isBusy={phase === 'loading'} />
      {phase === 'stale' && (
        <StaleNote text={words.lastKnown(what, refusal?.message ?? null)} onRetry={retry} />
      )}
      {children(data)}
    </>
  );
}
