import { expect, test } from 'vitest';
import {
  edgeAt,
  emptyPane,
  moved,
  paneOf,
  panesOf,
  placed,
  tiled,
  withPart,
  withTab,
  withoutTab,
} from './layout.ts';
import type { Layout } from './layout.ts';

const three = ['a', 'b', 'c'].reduce<Layout>(
  (layout, tab) => withTab(layout, 'pane-1', tab),
  emptyPane('pane-1'),
);

test('FR-120-660 a terminal is moved beside another, side by side or below', () => {
  const right = moved(three, 'c', { pane: 'pane-1', at: 'right' });
  expect(placed(right).panes.map(({ pane, rect }) => [pane.tabs, rect.left, rect.width])).toEqual([
    [['a', 'b'], 0, 50],
    [['c'], 50, 50],
  ]);
  const below = moved(right, 'b', { pane: paneOf(right, 'c')?.id ?? '', at: 'bottom' });
  expect(placed(below).panes.map(({ pane, rect }) => [pane.tabs, rect.top, rect.height])).toEqual([
    [['a'], 0, 100],
    [['c'], 0, 50],
    [['b'], 50, 50],
  ]);
});

test('FR-120-660 a pane whose last terminal leaves gives its place to its neighbour', () => {
  const right = moved(three, 'c', { pane: 'pane-1', at: 'left' });
  const back = moved(right, 'c', { pane: 'pane-1', at: 'tabs' });
  expect(back).toMatchObject({ kind: 'pane', tabs: ['a', 'b', 'c'], shown: 'c' });
  expect(withoutTab(right, 'c')).toMatchObject({ kind: 'pane', tabs: ['a', 'b'] });
  const alone = withTab(emptyPane('pane-1'), 'pane-1', 'a');
  expect(moved(alone, 'a', { pane: 'pane-1', at: 'right' })).toBe(alone);
  expect(moved(alone, 'z', { pane: 'pane-1', at: 'right' })).toBe(alone);
});

test('FR-120-660 what stood beside a closed terminal is shown, and the last leaves an empty pane', () => {
  const closed = withoutTab(three, 'c');
  expect(closed).toMatchObject({ shown: 'b' });
  expect(withoutTab(withoutTab(closed, 'a'), 'b')).toMatchObject({ tabs: [], shown: null });
});

test('FR-120-660 all lie in tiles of one size', () => {
  const tabs = Array.from({ length: 24 }, (_, at) => `t${at}`);
  const { panes, borders } = placed(tiled(tabs));
  expect(panes).toHaveLength(24);
  expect(new Set(panes.map(({ pane }) => pane.id)).size).toBe(24);
  // 24 are five rows of five, the last one shorter.
  for (const { rect } of panes.slice(0, 20)) {
    expect(rect.width).toBeCloseTo(20);
    expect(rect.height).toBeCloseTo(20);
  }
  expect(panes[20]?.rect.width).toBeCloseTo(25);
  expect(borders).toHaveLength(23);
});

test('FR-120-660 a border is moved, but no pane is closed by it', () => {
  const right = moved(three, 'c', { pane: 'pane-1', at: 'right' });
  const split = right.kind === 'split' ? right.id : '';
  const wide = placed(withPart(right, split, 0.7)).panes[0]?.rect.width;
  expect(wide).toBeCloseTo(70);
  expect(placed(withPart(right, split, 2)).panes[1]?.rect.width).toBeCloseTo(10);
  expect(panesOf(right)).toHaveLength(2);
});

test('FR-120-660 what is dropped near an edge splits there, and in the middle joins the tabs', () => {
  expect([edgeAt(0.1, 0.5), edgeAt(0.9, 0.5), edgeAt(0.5, 0.1), edgeAt(0.5, 0.9), edgeAt(0.5, 0.5)]).toEqual([
    'left',
    'right',
    'top',
    'bottom',
    'tabs',
  ]);
});
