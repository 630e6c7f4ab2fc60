/** What runs on a host: a machine is a world with a number of its own, the same for as long as it exists. */
import type { Vm } from '../objects/machine/paper.ts';
import type { Ask } from './command.ts';

const firstWorld = 2_100_000;

export function worldIdOf({ id, aliases }: Vm): number {
  const number = Number(/\d+$/.exec(aliases.moRef ?? id)?.[0] ?? 0);
  return firstWorld + number * 10;
}

/** Machines that are on, in the order of their worlds. */
export const worldsOf = ({ vc, host }: Ask): readonly Vm[] =>
  vc
    .members()
    .ofHost(host.id)
    .filter(({ spec }) => spec.power === 'on' || spec.power === 'paused')
    .toSorted((a, b) => worldIdOf(a) - worldIdOf(b));
