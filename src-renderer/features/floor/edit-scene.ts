/** From what is chosen, taken up and proposed to what is drawn. Pure. */
import type { Ghost } from '../../canvas/floor/floor-scene.ts';
import type { FloorEdit } from './floor-edit.ts';
import { snaps, type Wanted } from './lift.ts';
import type { proposed } from './new-things.ts';
import { problemText } from './problem-text.ts';

const asGhost = ({ problem, ...spot }: ReturnType<typeof proposed>[number] | Wanted): Ghost => ({
  ...spot,
  problem: problem === null ? null : problemText(spot.name, problem),
});

export const proposalGhosts = (spots: ReturnType<typeof proposed>): readonly Ghost[] => spots.map(asGhost);
export const liftGhosts = (wanted: readonly Wanted[]): readonly Ghost[] => wanted.map(asGhost);

/** Tenths of a metre would be a grey wash. */
export const gridOf = ({ isOn }: Pick<FloorEdit, 'isOn'>): number | null => (isOn ? snaps.tile : null);
