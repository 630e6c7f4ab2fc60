/** What a step of the tour does to the page when it comes. */
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { worldNow } from '../../data/world.ts';
import type { TourStep } from './tour.table.ts';

/** The selected rack, else the first by name. */
export function tourRack(
  entities: ReadonlyMap<EntityId, Entity>,
  selected: EntityId | null,
): EntityId | null {
  const chosen = selected === null ? undefined : entities.get(selected);
  if (chosen?.kind === 'rack') return chosen.id;
  const racks = [...entities.values()].filter(({ kind }) => kind === 'rack');
  return racks.toSorted((a, b) => a.name.localeCompare(b.name))[0]?.id ?? null;
}

export const rackNow = (): EntityId | null => tourRack(worldNow().entities, useSelection.getState().selected);

export function enterStep(step: TourStep): void {
  if (step.path !== null && window.location.pathname !== step.path) goTo(step.path);
  if (step.does === 'nothing') return;
  const rack = rackNow();
  if (rack !== null) useSelection.getState().select(rack);
}

/** True where it runs. */
export async function failOneRack(rack: EntityId): Promise<boolean> {
  const receipt = await perform({
    type: 'scenario.run',
    name: 'COOLING_FAILURE',
    target: rack,
    severity: 'partial',
  });
  return receipt !== null;
}
