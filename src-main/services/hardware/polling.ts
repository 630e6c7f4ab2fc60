/** Asks again and again: at its pace while answered, with growing pauses while not. */
export type Polling = {
  /** Resolves when the round under way is over and no other follows. */
  readonly stop: () => Promise<void>;
};

export type PollingDeps = {
  readonly everyMillis: number;
  readonly firstRetryMillis: number;
  readonly lastRetryMillis: number;
  readonly now: () => number;
  readonly round: () => Promise<'answered' | 'silent'>;
};

export function startPolling(deps: PollingDeps): Polling {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let silences = 0;
  const poll = async (): Promise<void> => {
    timer = null;
    const began = deps.now();
    silences = (await deps.round()) === 'answered' ? 0 : silences + 1;
    if (isStopped) return;
    const wait = silences === 0 ? began + deps.everyMillis - deps.now() : pauseAfter(silences, deps);
    timer = setTimeout(
      () => {
        current = poll();
      },
      Math.max(0, wait),
    );
  };
  let current = poll();
  return {
    stop: async () => {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await current;
    },
  };
}

function pauseAfter(
  silences: number,
  { everyMillis, firstRetryMillis, lastRetryMillis }: PollingDeps,
): number {
  // A slow poll is not made slower by trying again sooner than its period.
  const most = Math.max(lastRetryMillis, everyMillis);
  return Math.min(most, firstRetryMillis * 2 ** Math.min(silences - 1, 20));
}
