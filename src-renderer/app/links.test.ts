import { expect, test } from 'vitest';
import { startPath } from './last-screen.tsx';
import { addressOf, elementAt, putBack } from './scroll-places.ts';
import { shareLink } from './share-link.ts';

const origin = 'http://127.0.0.1:4711';

test('FR-120-469 a copied link carries view, filters and selection, and never the token', () => {
  const at = { origin, pathname: '/alarms', search: '?tab=rules&sel=rack-1', hash: '#token=abc&part' };
  expect(shareLink(at)).toBe(`${origin}/alarms?tab=rules&sel=rack-1#part`);
  expect(shareLink({ ...at, search: '?token=abc', hash: '' })).toBe(`${origin}/alarms`);
});

test('FR-120-469 a link to the overview says so, as a bare address leads to the last screen', () => {
  expect(shareLink({ origin, pathname: '/', search: '', hash: '' })).toBe(`${origin}/?screen=overview`);
  expect(shareLink({ origin, pathname: '/', search: '?sel=rack-1', hash: '' })).toBe(`${origin}/?sel=rack-1`);
});

test('FR-120-471 a bare start leads to the last screen; a link, a reload and an unknown screen do not', () => {
  const bare = { pathname: '/', search: '' };
  expect(startPath(bare, { last: '/alarms', how: 'navigate' })).toBe('/alarms');
  expect(startPath({ ...bare, search: '?screen=overview' }, { last: '/alarms', how: 'navigate' })).toBeNull();
  expect(startPath({ ...bare, pathname: '/floor' }, { last: '/alarms', how: 'navigate' })).toBeNull();
  expect(startPath(bare, { last: '/alarms', how: 'reload' })).toBeNull();
  expect(startPath(bare, { last: '/gone', how: 'navigate' })).toBeNull();
  expect(startPath(bare, { last: null, how: 'navigate' })).toBeNull();
});

type Node = {
  children: Node[];
  parentElement: Node | null;
  scrollTop: number;
  scrollHeight: number;
  clientHeight: number;
};

function tree(...heights: readonly number[]): {
  readonly root: Element;
  readonly leaves: readonly Element[];
} {
  const node = (scrollHeight: number): Node => ({
    children: [],
    parentElement: null,
    scrollTop: 0,
    scrollHeight,
    clientHeight: 100,
  });
  const root = node(100);
  const middle = { ...node(100), parentElement: root };
  root.children.push(middle);
  middle.children.push(...heights.map((height) => ({ ...node(height), parentElement: middle })));
  return {
    root: root as unknown as Element,
    leaves: middle.children as unknown as readonly Element[],
  };
}

test('FR-120-470 what was scrolled is found again by its place, and waits until it is tall enough', () => {
  const { root, leaves } = tree(500, 120);
  const [tall, short] = leaves;
  if (tall === undefined || short === undefined) throw new Error('The tree has no leaves');
  expect([addressOf(root, tall), addressOf(root, short), addressOf(root, root)]).toEqual(['0.0', '0.1', '']);
  expect([elementAt(root, '0.1'), elementAt(root, '0.7'), elementAt(root, '')]).toEqual([short, null, root]);
  const left = putBack(
    root,
    new Map([
      ['0.0', 300],
      ['0.1', 300],
      ['0.9', 5],
    ]),
  );
  expect([...left]).toEqual([
    ['0.1', 300],
    ['0.9', 5],
  ]);
  expect([tall.scrollTop, short.scrollTop]).toEqual([300, 0]);
});
