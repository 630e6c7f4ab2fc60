import { expect, test } from 'vitest';
import { moved } from './layout.ts';
import {
  noConsoles,
  shownOf,
  withFocus,
  withMoved,
  withNeighbour,
  withOpened,
  withoutTerminal,
} from './consoles-store.ts';
import type { TerminalWish } from './terminal-link.ts';

const wish = (machine: string): TerminalWish => ({
  machine,
  as: 'root',
  kind: 'shell',
  mode: 'control',
  session: null,
});
const three = ['a', 'b', 'c'].map(wish).reduce(withOpened, noConsoles);
const keyOf = (at: number): string => three.terminals[at]?.key ?? '';

test('FR-120-588 each terminal opened is shown, and two of one machine are two', () => {
  const again = withOpened(three, wish('a'));
  expect(again.terminals.map(({ machine }) => machine)).toEqual(['a', 'b', 'c', 'a']);
  expect(new Set(again.terminals.map(({ key }) => key)).size).toBe(4);
  expect(shownOf(again)).toBe(again.terminals[3]?.key);
});

test('FR-120-588 closing the one that is shown shows its neighbour, and of the last none', () => {
  const closed = withoutTerminal(withFocus(three, keyOf(1)), keyOf(1));
  expect(shownOf(closed)).toBe(keyOf(2));
  const last = withoutTerminal(withoutTerminal(closed, keyOf(2)), keyOf(0));
  expect([last.terminals, shownOf(last)]).toEqual([[], null]);
  expect(withoutTerminal(last, 'terminal-9')).toBe(last);
});

test('FR-120-588 stepping goes round in both directions, and nowhere where none is open', () => {
  expect(shownOf(withNeighbour(three, 1))).toBe(keyOf(0));
  expect(shownOf(withNeighbour(withNeighbour(three, 1), -1))).toBe(keyOf(2));
  expect(withNeighbour(noConsoles, 1)).toBe(noConsoles);
});

test('FR-120-660 what is opened comes into the pane that was used last, also after that pane went', () => {
  const split = withMoved(three, keyOf(2), { pane: 'pane-1', at: 'right' });
  expect(split.pane).not.toBe('pane-1');
  const four = withOpened(split, wish('d'));
  expect(shownOf(four)).toBe(four.terminals[3]?.key);
  const gone = withoutTerminal(split, keyOf(2));
  expect([gone.pane, gone.layout]).toEqual([
    'pane-1',
    { ...moved(gone.layout, '', { pane: '', at: 'tabs' }) },
  ]);
  expect(shownOf(withNeighbour(split, 1))).toBe(keyOf(0));
});

test('FR-120-661 a session is forgotten with its terminal', () => {
  const known = { ...three, sessions: { [keyOf(0)]: 'terminal-7', [keyOf(1)]: 'terminal-8' } };
  expect(withoutTerminal(known, keyOf(0)).sessions).toEqual({ [keyOf(1)]: 'terminal-8' });
});
