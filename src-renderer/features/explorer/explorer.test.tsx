import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import type { TreeNode } from '../../../sim/contract/machine-tree.ts';
import { TooltipProvider } from '../../ui/tooltip.tsx';
import { verbRefusal, verbsFor } from '../machine/power-deeds.ts';
import { machineVerbs } from '../machine/power-verbs.table.ts';
import { faceNames } from '../states/samples.ts';
import { fitting } from './explorer-bar.tsx';
import { ExplorerFace } from './explorer-faces.tsx';
import { rowsFrom, sampleForest, sampleMachines, sampleOpen, sampleRow } from './explorer-samples.ts';
import { mostTicked, tick, tickAll, untickAll, useExplorer } from './explorer-state.ts';
import { askedOf, isFiltered, sortedBy, wishOf, withWish } from './list-wish.ts';
import { rowMenu } from './row-menu.ts';
import { emptyForest, linesOf, missingIn, stepOf, treePage, typedTo, withPage } from './tree-model.ts';
import { pagesOf, withPages } from './use-machine-window.ts';

test.each(faceNames)('FR-120-602 the explorer has its %s face', (face) => {
  const page = renderToStaticMarkup(
    <MemoryRouter>
      <TooltipProvider>
        <ExplorerFace face={face} />
      </TooltipProvider>
    </MemoryRouter>,
  );
  const says = {
    full: 'esx-02',
    empty: 'has no machines yet',
    loading: 'skeleton',
    stale: 'last known state',
    error: 'could not be read',
  };
  expect(page).toContain(says[face]);
});

const lines = linesOf(sampleForest, sampleOpen);
const names = lines.map(({ node }) => node?.name);

test('FR-120-604 only what stands open has its lines, each with its depth and its place among its siblings', () => {
  expect(names).toEqual([
    'dc-west',
    'cluster-01',
    'esx-01',
    'web-01',
    'web-02',
    'db-01',
    'esx-02',
    'RegionOne',
    '',
    'ucs-domain-01',
  ]);
  expect(lines[4]).toMatchObject({ depth: 3, index: 1, of: 3, parent: 'esx-01' });
  expect(linesOf(sampleForest, new Set()).map(({ depth }) => depth)).toEqual([0, 0, 0]);
});

test('FR-120-604 a node of a hundred thousand is read a page at a time, as its lines come into sight', () => {
  const node: TreeNode = { ...(lines[0]?.node as TreeNode), node: 'project-1/vm', children: 100_000 };
  const roots = withPage(emptyForest, { parent: '', page: 0 }, { items: [node], total: 1 });
  const open = new Set(['project-1/vm']);
  expect(missingIn(linesOf(roots, open))).toEqual([{ parent: 'project-1/vm', page: 0 }]);
  const items = Array.from({ length: treePage }, (_, at) => ({ ...node, node: `vm-${at}`, children: 0 }));
  const first = withPage(roots, { parent: 'project-1/vm', page: 0 }, { items, total: 100_000 });
  const all = linesOf(first, open);
  expect(all).toHaveLength(100_001);
  expect(missingIn(all.slice(0, 100))).toEqual([]);
  expect(missingIn(all.slice(50_000, 50_300)).map(({ page }) => page)).toEqual([249, 250, 251]);
  expect(linesOf(emptyForest, open)).toMatchObject([{ key: '#0', node: null }]);
});

test('FR-120-604 keys walk the tree: right opens or goes in, left closes or goes up, the ends hold', () => {
  const at = (name: string): number => names.indexOf(name);
  const step = (key: string, name: string) => stepOf(key, { lines, at: at(name), page: 4 });
  expect(step('ArrowDown', 'dc-west')).toEqual({ kind: 'go', to: 1 });
  expect(step('ArrowUp', 'dc-west')).toEqual({ kind: 'go', to: 0 });
  expect(step('PageDown', 'esx-02')).toEqual({ kind: 'go', to: lines.length - 1 });
  expect(step('End', 'dc-west')).toEqual({ kind: 'go', to: lines.length - 1 });
  expect(step('ArrowRight', 'esx-01')).toEqual({ kind: 'go', to: at('web-01') });
  expect(step('ArrowRight', 'esx-02')).toEqual({ kind: 'open', node: 'esx-02' });
  expect(step('ArrowRight', 'web-01')).toBeNull();
  expect(step('ArrowLeft', 'esx-01')).toEqual({ kind: 'close', node: 'esx-01' });
  expect(step('ArrowLeft', 'db-01')).toEqual({ kind: 'go', to: at('esx-01') });
  expect(step('ArrowLeft', 'ucs-domain-01')).toBeNull();
  expect(step('Enter', 'web-02')).toEqual({ kind: 'choose', to: at('web-02') });
  expect(stepOf('Enter', { lines: [], at: 0, page: 1 })).toBeNull();
});

test('FR-120-604 letters lead to the next name that begins so, round the end', () => {
  const from = (name: string, typed: string): string | undefined => {
    const to = typedTo(lines, { at: names.indexOf(name), typed });
    return to === null ? undefined : names[to];
  };
  expect(from('dc-west', 'e')).toBe('esx-01');
  expect(from('esx-01', 'E')).toBe('esx-02');
  expect(from('esx-01', 'es')).toBe('esx-01');
  expect(from('ucs-domain-01', 'dc')).toBe('dc-west');
  expect(from('dc-west', 'zz')).toBeUndefined();
});

test('FR-120-605 what the list shows stands in the address, and only what is not usual', () => {
  const wish = wishOf(
    new URLSearchParams('by=place&node=rack-3&q=web&power=on&kind=vm&sort=share&order=down'),
  );
  expect(askedOf(wish)).toEqual({
    within: 'rack-3',
    text: 'web',
    power: ['on'],
    kinds: ['vm'],
    sort: 'share',
    order: 'down',
  });
  expect(withWish(new URLSearchParams('sel=vm-1'), wish).toString()).toBe(
    'sel=vm-1&by=place&power=on&kind=vm&sort=share&order=down&q=web&node=rack-3',
  );
  expect(wishOf(withWish(new URLSearchParams(), wish))).toEqual(wish);
  const usual = wishOf(new URLSearchParams('by=nonsense&power=9'));
  expect(withWish(new URLSearchParams(), usual).toString()).toBe('');
  expect(askedOf({ ...usual, node: 'project-1/vm' }).within).toBe('project-1');
  expect([isFiltered(usual), isFiltered(wish)]).toEqual([false, true]);
  expect([sortedBy(usual, 'name'), sortedBy(usual, 'share'), sortedBy(usual, 'os')]).toEqual([
    { sort: 'name', order: 'down' },
    { sort: 'share', order: 'down' },
    { sort: 'os', order: 'up' },
  ]);
});

test('FR-120-605 pages in sight are held, a few of them, and another question begins anew', () => {
  expect(pagesOf({ from: 95, to: 210 })).toEqual([0, 1, 2]);
  const page = (number: number) => ({ page: number, total: 5000, items: [sampleRow] });
  let held = withPages(null, 'a', [page(0)]);
  for (let number = 1; number < 20; number += 1) held = withPages(held, 'a', [page(number)]);
  expect([...(held?.pages.keys() ?? [])]).toEqual(Array.from({ length: 12 }, (_, at) => at + 8));
  expect(withPages(held, 'b', [page(3)])).toMatchObject({ mark: 'b', total: 5000 });
  expect(withPages(held, 'b', [])).toBe(held);
});

const [web, suspended, off, template, blade, host] = Array.from({ length: 6 }, (_, at) =>
  sampleMachines.at(at),
).map((row) => {
  if (row === null) throw new Error('There are six');
  return row;
});

test('FR-120-606 each button works in the states it is for, and says why not in the others', () => {
  if (!web || !suspended || !off || !template || !blade || !host) throw new Error('There are six');
  const works = (row: typeof web) => verbsFor(row.kind).filter((verb) => verbRefusal(verb, row) === null);
  expect(works(web)).toEqual(['shutdown', 'reboot', 'suspend', 'pause', 'reset', 'off']);
  expect(works(suspended)).toEqual(['on', 'resume', 'off']);
  expect(works(off)).toEqual(['on']);
  expect(works(template)).toEqual([]);
  expect(works(blade)).toEqual(['shutdown', 'reboot', 'reset', 'off']);
  expect(works(host)).toEqual(['reboot', 'off', 'enter']);
  expect(verbRefusal('leave', { ...host, mode: 'maintenance' })).toBeNull();
  expect(verbRefusal('shutdown', off)).toBe('db-01 is off');
  expect(verbRefusal('on', template)).toContain('template');
  expect(verbRefusal('suspend', host)).toContain('virtual machines');
  expect(rowMenu(web, () => undefined)[1]?.items).toHaveLength(machineVerbs.vm.length);
});

test('FR-120-606 of many ticked machines only those in the state for it are switched', () => {
  if (!web || !off || !template || !host) throw new Error('There are some');
  expect(fitting('on', [web, off, template, host]).map(({ name }) => name)).toEqual(['db-01']);
  expect(fitting('off', [web, off, host]).map(({ name }) => name)).toEqual(['web-01', 'esx-01']);
});

test('FR-120-606 what is ticked stays so while it is scrolled away, a thousand at most', () => {
  untickAll();
  tick(sampleRow);
  expect([...useExplorer.getState().ticked.keys()]).toEqual(['vm-1']);
  tick(sampleRow);
  expect(useExplorer.getState().ticked.size).toBe(0);
  const many = Array.from({ length: mostTicked + 5 }, (_, at) => ({
    ...sampleRow,
    id: `vm-${at}` as typeof sampleRow.id,
  }));
  tickAll(many);
  tick({ ...sampleRow, id: 'vm-9999' as typeof sampleRow.id });
  expect(useExplorer.getState().ticked.size).toBe(mostTicked);
  untickAll();
  expect(rowsFrom(many).at(mostTicked + 5)).toBeNull();
});
