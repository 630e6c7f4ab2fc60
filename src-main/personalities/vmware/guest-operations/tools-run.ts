import type { Machine } from '../../../../sim/guests/machine.ts';

/** Its tools are a process like any other: who ends it has none. */
export const toolsRunIn = ({ processes }: Pick<Machine, 'processes'>): boolean =>
  processes().some(({ name, state }) => name === 'vmtoolsd' && state !== 'zombie');
