import type { Actor } from '../../../sim/contract/actors.ts';

/** Its own name in the log, so that what it did can be told from what people did. */
export const advisorActor: Actor = { origin: 'system', name: 'advisor', role: 'admin' };

/** Twins cost as much as the lab itself, twice: from so many racks on only the expected saving is told. */
const mostRacks = 300;

export const tooDear = (racks: number): string | null =>
  racks <= mostRacks
    ? null
    : `${racks} racks are too many to be simulated twice (up to ${mostRacks} are): savings are expected, not measured.`;
