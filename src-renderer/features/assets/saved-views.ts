/** Views under a name, on this computer. A view's address carries it anywhere else. */
import { create } from 'zustand';

export type SavedView = { readonly name: string; readonly search: string };

const shelf = 'coldaisle.asset-views';
const most = 50;

function read(): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(shelf) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView).slice(0, most) : [];
  } catch {
    return [];
  }
}

const isView = (value: unknown): value is SavedView =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  'search' in value &&
  typeof value.name === 'string' &&
  typeof value.search === 'string';

export const useSavedViews = create<{ readonly views: readonly SavedView[] }>(() => ({ views: read() }));

function keep(views: readonly SavedView[]): void {
  useSavedViews.setState({ views });
  try {
    localStorage.setItem(shelf, JSON.stringify(views));
  } catch {
    // A browser without storage forgets them with the page; the address still carries the view.
  }
}

/** One of the same name is replaced. */
export function saveView({ name, search }: SavedView): void {
  const others = useSavedViews.getState().views.filter((view) => view.name !== name);
  keep([...others, { name, search }].slice(-most));
}

export function renameView(from: string, to: string): void {
  const { views } = useSavedViews.getState();
  const others = views.filter(({ name }) => name !== to || name === from);
  keep(others.map((view) => (view.name === from ? { ...view, name: to } : view)));
}

export const dropView = (name: string): void =>
  keep(useSavedViews.getState().views.filter((view) => view.name !== name));
