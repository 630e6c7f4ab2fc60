/** Which devices are ticked: some by name, or all that match. */
import { create } from 'zustand';

export type Pick =
  | { readonly mode: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly mode: 'all'; readonly without: ReadonlySet<string> };

export const nothingPicked: Pick = { mode: 'some', ids: new Set() };

export const useAssetPick = create<{ readonly pick: Pick }>(() => ({ pick: nothingPicked }));
export const setPick = (pick: Pick): void => useAssetPick.setState({ pick });

export const isPicked = (pick: Pick, id: string): boolean =>
  pick.mode === 'some' ? pick.ids.has(id) : !pick.without.has(id);

export function toggled(pick: Pick, id: string): Pick {
  const set = new Set(pick.mode === 'some' ? pick.ids : pick.without);
  if (!set.delete(id)) set.add(id);
  return pick.mode === 'some' ? { mode: 'some', ids: set } : { mode: 'all', without: set };
}

export const countOf = (pick: Pick, total: number): number =>
  pick.mode === 'some' ? pick.ids.size : Math.max(0, total - pick.without.size);
