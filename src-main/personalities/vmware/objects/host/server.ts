import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Host } from './host.ts';

/** The machine in the rack that a host runs on. */
export function serverOf(vc: Pick<Vc, 'world'>, { links }: Host): EntityOf<'device'> | undefined {
  const id = links.runsOn?.[0];
  const server = id === undefined ? undefined : vc.world().inventory.get(id);
  return server?.kind === 'device' ? server : undefined;
}
