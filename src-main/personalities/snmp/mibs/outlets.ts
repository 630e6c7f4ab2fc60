import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { World } from '../../../../sim/index.ts';
import { childrenOfKind } from '../readings.ts';

/** What is plugged in; its turn, going round the phases. */
export type Outlet = { readonly device: string; readonly turn: number };

/**
 * As physics plugs them in: by slot, from the bottom; two power supplies on both feeds, one on its own, and where
 * the rack has no such feed, on the one there is. What draws nothing takes its turn but no outlet.
 */
export function outletsOf(world: World, pdu: EntityOf<'pdu'>): Outlet[] {
  if (pdu.parent === null) return [];
  const feeds = new Set(childrenOfKind(world, pdu.parent, 'pdu').map(({ spec }) => spec.feed));
  return childrenOfKind(world, pdu.parent, 'device')
    .toSorted((a, b) => a.spec.slot.position - b.spec.slot.position || (a.id < b.id ? -1 : 1))
    .filter((device) => isOn(device, { feed: pdu.spec.feed, feeds }))
    .map(({ name, spec }, turn) => ({ device: name, turn, draws: spec.ratedPower > 0 || spec.idlePower > 0 }))
    .filter(({ draws }) => draws);
}

type Feeds = { readonly feed: 'A' | 'B'; readonly feeds: ReadonlySet<'A' | 'B'> };

const isOn = ({ spec }: EntityOf<'device'>, { feed, feeds }: Feeds): boolean =>
  spec.psus === 2 || spec.feed === feed || !feeds.has(spec.feed);
