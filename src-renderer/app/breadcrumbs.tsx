import type { ReactNode } from 'react';
import type { Entity } from '../../sim/contract/entities.ts';
import { lineage, useWorld, worldNow } from '../data/world.ts';
import type { WorldState } from '../data/world.ts';
import { useText } from '../text/text.ts';
import { useScope } from './scope.ts';
import { useSelection } from './selection.ts';

/** Lab, then site and room of what is selected; of the first room where nothing is. */
export function trailOf(
  state: Pick<WorldState, 'entities' | 'children'>,
  selected: Entity['id'] | null,
): readonly Entity[] {
  const line = lineage(state.entities, selected).toReversed();
  const isPlace = (entity: Entity): boolean => entity.kind === 'site' || entity.kind === 'room';
  if (line.length > 0) return line.filter(isPlace);
  const site = state.children.get('')?.[0];
  const entity = site === undefined ? undefined : state.entities.get(site);
  return entity === undefined ? [] : [entity];
}

export function Breadcrumbs(): ReactNode {
  const words = useText().shell;
  const lab = useWorld((state) => state.status?.lab.name ?? null);
  const selected = useSelection((state) => state.selected);
  const select = useSelection((state) => state.select);
  // Asked for, so that a rename shows: the maps themselves are changed in place.
  const layout = useWorld((state) => state.layout);
  const { site, sites } = useScope();
  const isAll = selected === null && sites.length > 1;
  const trail = isAll
    ? [site].filter((one) => one !== null)
    : layout === 0
      ? []
      : trailOf(worldNow(), selected);
  return (
    <nav aria-label={words.place} className="min-w-0 max-[820px]:hidden">
      <ol className="flex min-w-0 items-center gap-1 text-13 text-text-2">
        <li className="truncate">{lab ?? words.noLab}</li>
        {trail.map((entity, index) => (
          <li key={entity.id} className="flex min-w-0 items-center gap-1">
            <span aria-hidden>/</span>
            <button
              type="button"
              onClick={() => select(entity.id)}
              className={`min-h-6 truncate rounded-sm hover:text-text ${index === trail.length - 1 ? 'font-semibold text-text' : ''}`}
            >
              {entity.name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
