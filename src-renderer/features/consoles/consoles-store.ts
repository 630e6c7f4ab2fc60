/** Which terminals are open, and how they lie. Kept in this browser: a page that comes back finds them again. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import {
  emptyPane,
  moved,
  paneOf,
  panesOf,
  stacked,
  tiled,
  withPart,
  withShown,
  withTab,
  withoutTab,
  type Edge,
  type Goal,
  type Layout,
} from './layout.ts';
import type { TerminalWish } from './terminal-link.ts';

export type OpenTerminal = TerminalWish & { readonly key: string };

export type ConsolesState = {
  readonly terminals: readonly OpenTerminal[];
  readonly layout: Layout;
  /** The pane that was used last: what is opened next comes there. */
  readonly pane: string;
  readonly fontSize: number;
  /** Counts those ever opened: two of one machine are two. */
  readonly opened: number;
  /** Sessions of the terminals, to come back to. */
  readonly sessions: Readonly<Record<string, string>>;
  /** A tab on its way to another place. */
  readonly dragged: string | null;
  /** Where it would come if it were let go now. */
  readonly aim: Goal | null;
};

export const noConsoles: ConsolesState = {
  terminals: [],
  layout: emptyPane('pane-1'),
  pane: 'pane-1',
  fontSize: 13,
  opened: 0,
  sessions: {},
  dragged: null,
  aim: null,
};

export const useConsoles = create<ConsolesState>()(
  persist(() => noConsoles, {
    name: 'coldaisle.consoles',
    version: 1,
    partialize: ({ dragged: _dragged, aim: _aim, ...kept }) => kept,
  }),
);

const smallest = 9;
const largest = 24;

/** The one in front of the pane that was used last. */
export const shownOf = ({ layout, pane }: Pick<ConsolesState, 'layout' | 'pane'>): string | null =>
  (panesOf(layout).find(({ id }) => id === pane) ?? panesOf(layout)[0])?.shown ?? null;

/** A pane that went is not used any more. */
function settled(state: ConsolesState): ConsolesState {
  const panes = panesOf(state.layout);
  return panes.some(({ id }) => id === state.pane) ? state : { ...state, pane: panes[0]?.id ?? 'pane-1' };
}

export function withOpened(state: ConsolesState, wish: TerminalWish): ConsolesState {
  const opened = state.opened + 1;
  const key = `terminal-${opened}`;
  const layout = withTab(state.layout, settled(state).pane, key);
  return settled({ ...state, terminals: [...state.terminals, { ...wish, key }], layout, opened });
}

export function withoutTerminal(state: ConsolesState, key: string): ConsolesState {
  if (!state.terminals.some((one) => one.key === key)) return state;
  const terminals = state.terminals.filter((one) => one.key !== key);
  const { [key]: _gone, ...sessions } = state.sessions;
  return settled({ ...state, terminals, sessions, layout: withoutTab(state.layout, key) });
}

export function withFocus(state: ConsolesState, key: string): ConsolesState {
  const pane = paneOf(state.layout, key);
  return pane === null ? state : { ...state, layout: withShown(state.layout, key), pane: pane.id };
}

/** `step` 1: the next one, over all panes; after the last comes the first. */
export function withNeighbour(state: ConsolesState, step: 1 | -1): ConsolesState {
  const keys = panesOf(state.layout).flatMap(({ tabs }) => tabs);
  const at = keys.indexOf(shownOf(state) ?? '');
  const next = keys[(at + step + keys.length) % keys.length];
  return next === undefined ? state : withFocus(state, next);
}

export function withMoved(state: ConsolesState, key: string, goal: Goal): ConsolesState {
  const layout = moved(state.layout, key, goal);
  return layout === state.layout ? state : withFocus({ ...state, layout }, key);
}

type Change = (state: ConsolesState) => Partial<ConsolesState>;
const change = (next: Change): void => {
  useConsoles.setState(next);
};

export const openTerminal = (wish: TerminalWish): void => change((state) => withOpened(state, wish));
export const closeTerminal = (key: string): void => change((state) => withoutTerminal(state, key));
export const showTerminal = (key: string): void => change((state) => withFocus(state, key));
export const stepTerminal = (step: 1 | -1): void => change((state) => withNeighbour(state, step));
export const moveTerminal = (key: string, goal: Goal): void =>
  change((state) => ({ ...withMoved(state, key, goal), dragged: null, aim: null }));
export const dragTerminal = (dragged: string | null): void => change(() => ({ dragged, aim: null }));
export const aimTerminal = (aim: Goal | null): void =>
  change((state) => (state.aim?.pane === aim?.pane && state.aim?.at === aim?.at ? {} : { aim }));
export const moveBorder = (split: string, part: number): void =>
  change(({ layout }) => ({ layout: withPart(layout, split, part) }));
export const layTerminals = (lie: 'tabs' | 'tiles'): void =>
  change((state) => {
    const keys = panesOf(state.layout).flatMap(({ tabs }) => tabs);
    const layout = lie === 'tiles' ? tiled(keys) : stacked(keys, shownOf(state));
    return settled({ ...state, layout });
  });
/** The one in front goes beside or below the others of its pane. */
export const splitShown = (at: Edge): void =>
  change((state) => withMoved(state, shownOf(state) ?? '', { pane: state.pane, at }));
/** The one in front goes to the tabs of the next pane. */
export const passOn = (): void =>
  change((state) => {
    const panes = panesOf(state.layout);
    const next = panes[(panes.findIndex(({ id }) => id === state.pane) + 1) % panes.length];
    return next === undefined ? state : withMoved(state, shownOf(state) ?? '', { pane: next.id, at: 'tabs' });
  });
export const rememberSession = (key: string, session: string): void =>
  change(({ sessions }) => ({ sessions: { ...sessions, [key]: session } }));
export const zoomTerminals = (by: 1 | -1): void =>
  change(({ fontSize }) => ({
    fontSize: Math.min(largest, Math.max(smallest, fontSize + by)),
  }));
