import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { useActions } from './action-table.ts';
import type { Action } from './actions.ts';
import { keySections } from './help-sheet.tsx';
import { screenKeys } from './screen-keys.ts';

/** The table as the palette, the shortcuts and the menus are given it. */
function allActions(): readonly Action[] {
  const found: Action[] = [];
  const Ask = (): ReactNode => {
    found.push(...useActions());
    return null;
  };
  renderToStaticMarkup(<Ask />);
  return found;
}

const actions = allActions();
const repeated = (items: readonly string[]): readonly string[] =>
  items.filter((item, at) => items.indexOf(item) !== at);

/** Screen keys that mean something else than the page's own shortcut, each told of with its screen. */
const overruling = new Set(['racks [', 'racks ]', 'floor-edit r', 'wall s']);

test('FR-120-511 every action has an id of its own, a title and a section: the palette finds it', () => {
  expect(actions.length).toBeGreaterThan(100);
  expect(repeated(actions.map(({ id }) => id))).toEqual([]);
  expect(actions.filter(({ title, section }) => title.trim() === '' || section.trim() === '')).toEqual([]);
  expect(repeated(actions.map(({ section, title }) => `${section}: ${title}`))).toEqual([]);
});

test('FR-120-512 no two shortcuts clash in one scope, nor is one the beginning of another', () => {
  const shortcuts = actions.flatMap(({ shortcut }) => (shortcut === null ? [] : [shortcut]));
  expect(repeated(shortcuts)).toEqual([]);
  expect(shortcuts.filter((one) => shortcuts.some((other) => other.startsWith(`${one} `)))).toEqual([]);
  const keys = screenKeys().flatMap(({ scope, keys: all }) => all.split(' ').map((key) => `${scope} ${key}`));
  expect(repeated(keys)).toEqual([]);
  const firsts = new Set(shortcuts.map((shortcut) => shortcut.split(' ')[0]));
  const clashing = keys.filter((key) => firsts.has(key.split(' ')[1]));
  expect(clashing.toSorted()).toEqual([...overruling].toSorted());
});

test('FR-120-513 every shortcut stands in the help sheet, and every key of one screen with its screen', () => {
  const rows = keySections(actions).flatMap((section) => section.rows);
  const missing = actions.filter(
    ({ shortcut, title }) =>
      shortcut !== null && !rows.some((row) => row.keys === shortcut && row.title === title),
  );
  expect(missing.map(({ id }) => id)).toEqual([]);
  for (const { keys } of screenKeys()) expect(rows.map((row) => row.keys)).toContain(keys);
  expect(repeated(rows.map(({ title }) => title))).toEqual([]);
});
