import { expect, test } from 'vitest';
import { withNeighbour, withOpened, withoutTerminal, type ConsolesState } from './consoles-store.ts';
import type { TerminalWish } from './terminal-link.ts';

const none: ConsolesState = { terminals: [], shown: null, lie: 'tabs', fontSize: 13, opened: 0 };
const wish = (machine: string): TerminalWish => ({
  machine,
  as: 'root',
  kind: 'shell',
  mode: 'control',
  session: null,
});
const three = ['a', 'b', 'c'].map(wish).reduce(withOpened, none);

test('FR-120-588 each terminal opened is shown, and two of one machine are two', () => {
  const again = withOpened(three, wish('a'));
  expect(again.terminals.map(({ machine }) => machine)).toEqual(['a', 'b', 'c', 'a']);
  expect(new Set(again.terminals.map(({ key }) => key)).size).toBe(4);
  expect(again.shown).toBe(again.terminals[3]?.key);
});

test('FR-120-588 closing the one that is shown shows its neighbour, and of the last none', () => {
  const middle = { ...three, shown: three.terminals[1]?.key ?? null };
  const closed = withoutTerminal(middle, middle.shown ?? '');
  expect(closed.shown).toBe(three.terminals[2]?.key);
  const last = withoutTerminal(withoutTerminal(closed, closed.shown ?? ''), three.terminals[0]?.key ?? '');
  expect([last.terminals, last.shown]).toEqual([[], null]);
  expect(withoutTerminal(last, 'terminal-9')).toBe(last);
});

test('FR-120-588 stepping goes round in both directions, and nowhere where none is open', () => {
  expect(withNeighbour(three, 1).shown).toBe(three.terminals[0]?.key);
  expect(withNeighbour(withNeighbour(three, 1), -1).shown).toBe(three.terminals[2]?.key);
  expect(withNeighbour(none, 1)).toBe(none);
});
