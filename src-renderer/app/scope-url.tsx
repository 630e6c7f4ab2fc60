import { useEffect, useEffectEvent, useRef } from 'react';
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import type { EntityId } from '../../sim/contract/ids.ts';
import { useWorld } from '../data/world.ts';
import { useRememberedScopes, useScopeState } from './scope.ts';

const sitePattern = /^site-[a-z0-9-]+$/;

export function siteIn(search: string): EntityId | null {
  const value = new URLSearchParams(search).get('site');
  return value !== null && sitePattern.test(value) ? (value as EntityId) : null;
}

export function searchWithSite(search: string, site: EntityId | null): string {
  const params = new URLSearchParams(search);
  if (site === null) params.delete('site');
  else params.set('site', site);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Another lab begins with what was in sight in it last. The first one does, unless the link says otherwise. */
function useRemembered(search: string): void {
  const lab = useWorld((state) => state.status?.lab.id ?? null);
  const before = useRef<string | null>(null);
  const recall = useEffectEvent((id: string) => {
    const isFirst = before.current === null;
    before.current = id;
    if (isFirst && siteIn(search) !== null) return;
    const site = useRememberedScopes.getState()[id] ?? null;
    useScopeState.setState({ site });
  });
  useEffect(() => {
    if (lab !== null && lab !== before.current) recall(lab);
  }, [lab]);
}

/**
 * Keeps `?site=` and the scope the same: a shared link and going back scope the page, choosing a site makes a new
 * entry of the history, and a way that names no site keeps the one there is.
 */
export function ScopeUrl(): null {
  const { pathname, search, key } = useLocation();
  const navigationType = useNavigationType();
  const navigate = useNavigate();
  const { site, turn } = useScopeState();
  const written = useRef(turn);
  useRemembered(search);

  useEffect(() => {
    const wanted = siteIn(search);
    const isBack = navigationType === NavigationType.Pop && key !== 'default';
    if (wanted === null && !isBack) return;
    if (wanted !== useScopeState.getState().site) useScopeState.setState({ site: wanted });
  }, [search, navigationType, key]);

  const write = useEffectEvent((to: { readonly pathname: string; readonly search: string }) => {
    const isChosen = written.current !== turn;
    written.current = turn;
    void navigate(to, { replace: !isChosen });
  });

  useEffect(() => {
    // As it is now: the effect above may just have followed the link, and this one must not undo it.
    const next = searchWithSite(search, useScopeState.getState().site);
    if (next !== search) write({ pathname, search: next });
  }, [site, turn, pathname, search]);

  return null;
}
