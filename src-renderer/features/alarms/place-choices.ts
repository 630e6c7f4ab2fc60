/** Sites, rooms and rows as choices of a filter, each below what it is in. Pure. */
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { WorldState } from '../../data/world.ts';

export type PlaceChoice = { readonly id: EntityId; readonly title: string };

const placed = ['site', 'room', 'row'];

/** A floor of a thousand rows would be no choice any more: rows are offered while they are few. */
const mostRows = 60;

export function placeChoices({
  entities,
  children,
}: Pick<WorldState, 'entities' | 'children'>): readonly PlaceChoice[] {
  const choices: (PlaceChoice & { readonly kind: Entity['kind'] })[] = [];
  const visit = (id: EntityId, above: string): void => {
    const entity = entities.get(id);
    if (entity === undefined || !placed.includes(entity.kind)) return;
    const title = above === '' ? entity.name : `${above} / ${entity.name}`;
    choices.push({ id, title, kind: entity.kind });
    for (const child of children.get(id) ?? []) visit(child, title);
  };
  for (const id of children.get('') ?? []) visit(id, '');
  const rows = choices.filter(({ kind }) => kind === 'row').length;
  return choices
    .filter(({ kind }) => kind !== 'row' || rows <= mostRows)
    .map(({ id, title }) => ({ id, title }));
}
