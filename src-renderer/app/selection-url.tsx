import { useEffect, useEffectEvent } from 'react';
import { NavigationType, useLocation, useNavigate, useNavigationType } from 'react-router';
import type { EntityId } from '../../sim/contract/ids.ts';
import { useSelection } from './selection.ts';

const idPattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

export function selectionIn(search: string): EntityId | null {
  const value = new URLSearchParams(search).get('sel');
  return value !== null && idPattern.test(value) ? (value as EntityId) : null;
}

export function searchWith(search: string, selected: EntityId | null): string {
  const params = new URLSearchParams(search);
  if (selected === null) params.delete('sel');
  else params.set('sel', selected);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** Keeps `?sel=` and the selection the same: back and forward and shared links select, selecting rewrites the URL. */
export function SelectionUrl(): null {
  const { pathname, search } = useLocation();
  const navigationType = useNavigationType();
  const navigate = useNavigate();
  const selected = useSelection((state) => state.selected);

  useEffect(() => {
    const wanted = selectionIn(search);
    // A link made inside the app names no selection and keeps the one there is.
    if (wanted === null && navigationType !== NavigationType.Pop) return;
    if (wanted !== useSelection.getState().selected) useSelection.getState().select(wanted);
  }, [search, navigationType]);

  const write = useEffectEvent(
    (to: { readonly pathname: string; readonly search: string }) => void navigate(to, { replace: true }),
  );

  useEffect(() => {
    // As it is by now: a link's selection, adopted a moment ago, must not be taken out of the address and put back.
    const next = searchWith(search, useSelection.getState().selected);
    if (next !== search) write({ pathname, search: next });
  }, [selected, pathname, search]);

  return null;
}
