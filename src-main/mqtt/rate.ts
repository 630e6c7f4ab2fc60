/** Lets `perSecond` through on the long run and `burst` at once. */
export type TokenBucket = { readonly take: () => boolean };
export type RateCap = { readonly perSecond: number; readonly burst: number };

export function createTokenBucket(cap: RateCap, now: () => number): TokenBucket {
  let tokens = cap.burst;
  let filledAt = now();
  return {
    take: () => {
      const at = now();
      tokens = Math.min(cap.burst, tokens + ((at - filledAt) / 1000) * cap.perSecond);
      filledAt = at;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}

/** How many in the last sixty seconds, to the second. */
export type MinuteCount = { readonly add: () => void; readonly total: () => number };

const seconds = 60;

export function createMinuteCount(now: () => number): MinuteCount {
  const slots = new Uint32Array(seconds);
  let last = Math.floor(now() / 1000);
  const advance = (): number => {
    const second = Math.floor(now() / 1000);
    const passed = Math.min(seconds, second - last);
    for (let n = 1; n <= passed; n += 1) slots[(last + n) % seconds] = 0;
    // A jump of more than a minute has emptied every slot already.
    last = second;
    return second % seconds;
  };
  return {
    add: () => {
      const slot = advance();
      slots[slot] = (slots[slot] ?? 0) + 1;
    },
    total: () => {
      advance();
      return slots.reduce((sum, count) => sum + count, 0);
    },
  };
}

/** True for a key the first time, and again only after `everyMillis`: keeps a flood out of the log. */
export function createSeldom(everyMillis: number, now: () => number): (key: string) => boolean {
  const saidAt = new Map<string, number>();
  const maxKeys = 1000;
  return (key) => {
    const at = now();
    const said = saidAt.get(key);
    if (said !== undefined && at - said < everyMillis) return false;
    if (saidAt.size >= maxKeys) saidAt.clear();
    saidAt.set(key, at);
    return true;
  };
}
