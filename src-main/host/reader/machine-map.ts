import type { MachineMap } from '../../../sim/contract/machine-map.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { createMapDraft } from './map-draft.ts';
import type { Params } from './params.ts';
import { virtualMap } from './virtual-map.ts';
import type { MapSource } from './virtual-map.ts';
import { wireMap } from './wire-map.ts';

/** Machines that one drawing shows: more are neither read nor drawn in a frame. */
const mostMachines = 2000;

export function readMachineMap(
  { session }: { readonly session: () => { readonly world: MapSource } },
  { layer, open }: Params<'machine-map'>,
): Result<MachineMap> {
  const draft = createMapDraft({ open: open === undefined ? null : new Set(open), mostMachines });
  const draw = { virtual: virtualMap, wires: wireMap }[layer];
  draw(session().world, draft);
  return accepted({ layer, ...draft.drawn() });
}
