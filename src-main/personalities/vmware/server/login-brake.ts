/** Whoever guesses passwords waits longer with every wrong one. */
export type LoginBrake = {
  /** Milliseconds that this one waits before it is told. */
  readonly wait: (who: string) => number;
  readonly wrong: (who: string) => void;
  readonly right: (who: string) => void;
};

const freeTries = 3;
const firstWait = 250;
const longestWait = 5000;
/** So long after the last wrong one all is forgotten. */
const forgetMillis = 900_000;
const mostNames = 10_000;

type Tries = { readonly wrong: number; readonly at: number };

export function createLoginBrake(now: () => number): LoginBrake {
  const tries = new Map<string, Tries>();
  const current = (who: string): number => {
    const known = tries.get(who);
    return known === undefined || now() - known.at > forgetMillis ? 0 : known.wrong;
  };
  return {
    wait: (who) => {
      const beyond = current(who) - freeTries;
      return beyond < 0 ? 0 : Math.min(longestWait, firstWait * 2 ** beyond);
    },
    wrong: (who) => {
      if (tries.size >= mostNames) tries.clear();
      tries.set(who, { wrong: current(who) + 1, at: now() });
    },
    right: (who) => void tries.delete(who),
  };
}
