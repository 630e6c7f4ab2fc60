/** Which part of the lab is in sight: one site, or all of them. One for all screens; mirrored in the URL by scope-url.tsx. */
import { useMemo } from 'react';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Entity, EntityOf } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { ancestorOf, useWorld, worldNow } from '../data/world.ts';
import type { WorldState } from '../data/world.ts';

type ScopeState = {
  /** Null: all sites. It may name a site that this lab has not: then nothing is left out. */
  readonly site: EntityId | null;
  /** Grows with each choice of the user, so that going back leads to the scope before. */
  readonly turn: number;
};

type Tables = Pick<WorldState, 'entities' | 'children'>;

export const useScopeState = create<ScopeState>(() => ({ site: null, turn: 0 }));

/** By lab, as the ids of sites mean nothing in another. Kept in this browser. */
export const useRememberedScopes = create<Readonly<Record<string, EntityId | null>>>()(
  persist(() => ({}), {
    name: 'coldaisle.scopes',
    storage: createJSONStorage(() => window.localStorage),
    version: 1,
  }),
);

export function chooseSite(site: EntityId | null): void {
  useScopeState.setState(({ turn }) => ({ site, turn: turn + 1 }));
  const lab = worldNow().status?.lab.id;
  if (lab !== undefined) useRememberedScopes.setState({ [lab]: site });
}

/** As they were made. */
export const sitesIn = ({ entities, children }: Tables): readonly EntityOf<'site'>[] =>
  (children.get('') ?? []).flatMap((id) => {
    const entity = entities.get(id);
    return entity?.kind === 'site' ? [entity] : [];
  });

/** The chosen site where there is one to choose from; null means the whole lab. */
function scopeIn(tables: Tables, chosen: EntityId | null): EntityOf<'site'> | null {
  const sites = sitesIn(tables);
  return sites.length < 2 ? null : (sites.find(({ id }) => id === chosen) ?? null);
}

export type Scope = {
  readonly site: EntityOf<'site'> | null;
  readonly sites: readonly EntityOf<'site'>[];
  /** For queries that take `site`, and for those that take `within`. */
  readonly asSite: { readonly site?: EntityId };
  readonly asWithin: { readonly within?: EntityId };
};

export function useScope(): Scope {
  const chosen = useScopeState((state) => state.site);
  // Asked for, so that a site that is made, renamed or removed shows: the maps themselves are changed in place.
  const layout = useWorld((state) => state.layout);
  const story = useWorld((state) => state.story);
  return useMemo(() => {
    const tables = layout === 0 && story === 0 ? emptyTables : worldNow();
    const site = scopeIn(tables, chosen);
    return {
      site,
      sites: sitesIn(tables),
      asSite: site === null ? {} : { site: site.id },
      asWithin: site === null ? {} : { within: site.id },
    };
  }, [chosen, layout, story]);
}

const emptyTables: Tables = { entities: new Map(), children: new Map() };

/** For actions and event handlers. */
export const scopeNow = (): EntityOf<'site'> | null => scopeIn(worldNow(), useScopeState.getState().site);

/** Whether a thing lies in sight. A device, which the page does not hold, is asked by its entity or its rack. */
export function isInScope(thing: Entity | EntityId, tables: Tables = worldNow()): boolean {
  const scope = scopeIn(tables, useScopeState.getState().site);
  if (scope === null) return true;
  const { id, parent } = typeof thing === 'string' ? { id: thing, parent: null } : thing;
  const from = tables.entities.has(id) ? id : parent;
  return ancestorOf(tables.entities, from, 'site')?.id === scope.id;
}

/** Rooms in sight, site by site, as they were made. */
export function roomsInScope(tables: Tables = worldNow()): readonly EntityOf<'room'>[] {
  const scope = scopeIn(tables, useScopeState.getState().site);
  const sites = scope === null ? sitesIn(tables) : [scope];
  return sites.flatMap(({ id }) =>
    (tables.children.get(id) ?? []).flatMap((child) => {
      const entity = tables.entities.get(child);
      return entity?.kind === 'room' ? [entity] : [];
    }),
  );
}
