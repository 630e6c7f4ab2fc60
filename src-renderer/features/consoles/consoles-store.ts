/** Which terminals are open, and how they lie. A new page begins with those of its address. */
import { create } from 'zustand';
import type { TerminalWish } from './terminal-link.ts';

export type OpenTerminal = TerminalWish & { readonly key: string };

export type Lie = 'tabs' | 'tiles';

export type ConsolesState = {
  readonly terminals: readonly OpenTerminal[];
  readonly shown: string | null;
  readonly lie: Lie;
  readonly fontSize: number;
  /** Counts those ever opened: two of one machine are two. */
  readonly opened: number;
};

const first: ConsolesState = { terminals: [], shown: null, lie: 'tabs', fontSize: 13, opened: 0 };
export const useConsoles = create<ConsolesState>(() => first);

const smallest = 9;
const largest = 24;

export function withOpened(state: ConsolesState, wish: TerminalWish): ConsolesState {
  const opened = state.opened + 1;
  const key = `terminal-${opened}`;
  return { ...state, terminals: [...state.terminals, { ...wish, key }], shown: key, opened };
}

/** The one beside it is shown then: what stood right of it, else left. */
export function withoutTerminal(state: ConsolesState, key: string): ConsolesState {
  const at = state.terminals.findIndex((one) => one.key === key);
  if (at < 0) return state;
  const terminals = state.terminals.filter((one) => one.key !== key);
  const next = terminals[at] ?? terminals[at - 1];
  return { ...state, terminals, shown: state.shown === key ? (next?.key ?? null) : state.shown };
}

/** `step` 1: the next one; after the last comes the first. */
export function withNeighbour(state: ConsolesState, step: 1 | -1): ConsolesState {
  const { terminals, shown } = state;
  const at = terminals.findIndex((one) => one.key === shown);
  const next = terminals[(at + step + terminals.length) % terminals.length];
  return next === undefined ? state : { ...state, shown: next.key };
}

export const openTerminal = (wish: TerminalWish): void =>
  useConsoles.setState((state) => withOpened(state, wish));
export const closeTerminal = (key: string): void =>
  useConsoles.setState((state) => withoutTerminal(state, key));
export const showTerminal = (key: string): void => useConsoles.setState({ shown: key });
export const stepTerminal = (step: 1 | -1): void =>
  useConsoles.setState((state) => withNeighbour(state, step));
export const layTerminals = (lie: Lie): void => useConsoles.setState({ lie });
export const zoomTerminals = (by: 1 | -1): void =>
  useConsoles.setState(({ fontSize }) => ({
    fontSize: Math.min(largest, Math.max(smallest, fontSize + by)),
  }));
