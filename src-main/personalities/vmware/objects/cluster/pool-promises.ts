/** Whether a pool may take more than its own from above, and what it has promised already. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { childrenOfKind } from '../inventory/tree.ts';
import { faulted, done } from '../fault.ts';
import type { Answer } from '../fault.ts';
import { settingOf } from '../host/settings.ts';

type Pool = EntityOf<'pool'>;
export type Resource = 'cpu' | 'memory';
/** What is not said may take more; `scale`: whether pools below count their shares as shares of this one's. */
export type Expandable = Readonly<Partial<Record<Resource, boolean>>> & { readonly scale?: string };

export const expandableKey = (id: string): string => `pool/${id}/expandable`;
export const expandableOf = (vc: Vc, { id }: Pick<Pool, 'id'>): Expandable =>
  settingOf<Expandable>(vc, expandableKey(id), {});

/** Of a machine that runs: what it reserves, and the memory that the host spends on it. */
function heldBy({ spec }: EntityOf<'vm'>, of: Resource): number {
  if (spec.power === 'off') return 0;
  return of === 'cpu' ? spec.cpu.reservation : spec.reserved.reservation + Math.round(spec.memory * 0.02);
}

/** Megahertz or megabytes that pools and machines in it were promised. */
function promisedIn(vc: Vc, pool: Pool, of: Resource): number {
  const machines = vc
    .members()
    .ofPool(pool.id)
    .reduce((sum, vm) => sum + heldBy(vm, of), 0);
  return childrenOfKind(vc, pool.id, 'pool').reduce((sum, child) => {
    const own = child.spec[of].reservation;
    const taken = promisedIn(vc, child, of);
    return sum + (expandableOf(vc, child)[of] === false ? own : Math.max(own, taken));
  }, machines);
}

type Wish = { readonly of: Resource; readonly reservation: number };

/** A pool that may take nothing from above holds its promises with what is its own. */
export function holdsItsOwn(vc: Vc, pool: Pool, { of, reservation }: Wish): Answer<null> {
  const requested = promisedIn(vc, pool, of);
  if (requested <= reservation) return done(null);
  const unit = of === 'cpu' ? 'MHz' : 'MB';
  const type = of === 'cpu' ? 'InsufficientCpuResourcesFault' : 'InsufficientMemoryResourcesFault';
  const scale = of === 'cpu' ? 1 : 1_048_576;
  return faulted(
    type,
    `${pool.name} reserves ${reservation} ${unit} and has promised ${requested} ${unit}: it must be expandable.`,
    { unreserved: reservation * scale, requested: requested * scale },
  );
}
