import type { Vc } from '../../vc.ts';
import type { Answer } from '../fault.ts';
import { faulted } from '../fault.ts';
import { switchUuid } from './network.ts';
import type { Switch } from './network.ts';

const plain = (uuid: string): string => uuid.replaceAll(/[\s-]/g, '').toLowerCase();

/** By its UUID, however it is written. */
export function switchBy(vc: Pick<Vc, 'world'>, uuid: string): Switch | undefined {
  const wanted = plain(uuid);
  return vc
    .world()
    .inventory.ofKind('vswitch')
    .find(
      ({ aliases, spec }) => spec.type === 'distributed' && plain(switchUuid(aliases.uuid ?? '')) === wanted,
    );
}

export const noSwitch = (uuid: string): Answer<never> => faulted('NotFound', `There is no switch ${uuid}.`);
