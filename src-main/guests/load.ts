import type { Machine } from '../../sim/guests/machine.ts';

/** Load averages as a kernel keeps them: processes that run or want to, damped over one, five and fifteen minutes. */
export type Load = {
  readonly pass: (now: number, machine: Pick<Machine, 'demand' | 'isRunnable'>) => void;
  readonly now: () => readonly [number, number, number];
};

const minutes = [1, 5, 15] as const;

export function createLoad(startedAt: number): Load {
  let at = startedAt;
  let averages: readonly [number, number, number] = [0, 0, 0];
  return {
    now: () => averages,
    pass: (now, machine) => {
      const seconds = (now - at) / 1000;
      if (seconds <= 0) return;
      at = now;
      const { cores } = machine.demand();
      const next = minutes.map((span, index) => {
        const keep = Math.exp(-seconds / (60 * span));
        return (averages[index] ?? 0) * keep + cores * (1 - keep);
      });
      averages = [next[0] ?? 0, next[1] ?? 0, next[2] ?? 0];
    },
  };
}
