/** How long the outside world is waited for, in milliseconds. Tests wait less. */
export type HardwareLimits = {
  readonly connectMillis: number;
  readonly answerMillis: number;
  readonly firstRetryMillis: number;
  readonly lastRetryMillis: number;
  /** A preview answers after this long with what it has. */
  readonly previewMillis: number;
  /** Within this time, the same words on a topic we published on are our own, come back. */
  readonly echoMillis: number;
  /** Listeners are told of changes this often. */
  readonly tellMillis: number;
};

export const usualLimits: HardwareLimits = {
  connectMillis: 3000,
  answerMillis: 2000,
  firstRetryMillis: 1000,
  lastRetryMillis: 30_000,
  previewMillis: 5000,
  echoMillis: 1000,
  tellMillis: 250,
};
