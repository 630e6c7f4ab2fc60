import type { Desk, Kernel, Process } from './process.ts';

const outside = 'A system call came from outside of a process: call it in a program only.';

/** The machine whose process calls. */
export function machineAt({ kernel }: Desk): Kernel {
  if (kernel === null) throw new Error(outside);
  return kernel;
}

/** Whoever calls is whoever runs: one set of calls serves a whole machine. */
export function running(kernel: Kernel): Process {
  const { current } = kernel;
  if (current === null) throw new Error(outside);
  return current;
}

/** Asked in every loop: the slice is over after so many calls, or when the host wants its thread back. */
export function isTired(kernel: Kernel): boolean {
  kernel.breath -= 1;
  if (kernel.breath <= 0) return true;
  if ((kernel.breath & 7) !== 0) return false;
  if (!kernel.isTimeUp()) return false;
  kernel.breath = 0;
  return true;
}
