export type TokenBucket = {
  /** 0 where there were enough; otherwise the seconds until there will be, and nothing is taken. */
  readonly take: (cost: number) => number;
};

export function createTokenBucket(rate: number, burst: number): TokenBucket {
  let tokens = burst;
  let filledAt = performance.now();
  return {
    take: (cost) => {
      const now = performance.now();
      tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * rate);
      filledAt = now;
      // What costs more than the whole bucket must pass when the bucket is full, or it never would.
      const needed = Math.min(cost, burst);
      if (tokens >= needed) {
        tokens -= needed;
        return 0;
      }
      return (needed - tokens) / rate;
    },
  };
}
