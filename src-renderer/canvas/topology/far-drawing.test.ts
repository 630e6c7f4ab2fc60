import { expect, test } from 'vitest';
import { drawFar, inSight, nodeAt } from './far-drawing.ts';
import type { FarNode, FarScene, FarView, Pen } from './far-drawing.ts';

const size = { width: 200, height: 40 };
const node = (id: string, x: number, more: Partial<FarNode> = {}): FarNode => ({
  id,
  x,
  y: 0,
  name: id,
  tone: 'plain',
  mark: null,
  isCursor: false,
  ...more,
});
const inks = {
  box: 'box',
  border: 'border',
  faint: 'faint',
  text: 'text',
  accent: 'accent',
  critical: 'critical',
  major: 'major',
  minor: 'minor',
  info: 'info',
};
const view = (k: number): FarView => ({ width: 400, height: 300, x: 0, y: 0, k, inks });

/** Notes what a pen is told to do. */
function notedPen() {
  const notes: string[] = [];
  const note =
    (name: string) =>
    (...told: readonly unknown[]): void =>
      void notes.push(`${name} ${told[0] as string}`);
  const pen = new Proxy({}, { get: (_, name) => note(String(name)), set: () => true }) as Pen;
  return {
    pen,
    count: (name: string): number => notes.filter((one) => one.startsWith(`${name} `)).length,
    notes,
  };
}

const scene: FarScene = {
  size,
  nodes: [node('one', 0), node('two', 300, { mark: 'critical' }), node('far', 5000, { mark: 'major' })],
  lines: [
    { from: { x: 0, y: 0 }, to: { x: 300, y: 0 }, tone: 'plain' },
    { from: { x: 5000, y: 0 }, to: { x: 6000, y: 0 }, tone: 'plain' },
  ],
};

test('FR-120-553 from afar only what is in sight is drawn, names only where they can be read, alarms always', () => {
  expect(inSight(scene, view(0.5)).map(({ id }) => id)).toEqual(['one', 'two']);
  const near = notedPen();
  drawFar(near.pen, scene, view(0.5));
  expect(near.count('rect')).toBe(2);
  expect(near.count('bezierCurveTo')).toBe(1);
  expect(near.notes.filter((one) => one.startsWith('fillText'))).toEqual(['fillText one', 'fillText two']);
  expect(near.count('closePath')).toBe(1);
  const far = notedPen();
  drawFar(far.pen, scene, view(0.05));
  expect(far.count('rect')).toBe(3);
  expect(far.count('fillText')).toBe(0);
  expect(far.count('closePath')).toBe(2);
});

test('FR-120-553 what is drawn by one pen can still be pointed at, the upper one where two overlap', () => {
  expect(nodeAt(scene, { x: 310, y: 20 })).toBe('two');
  expect(nodeAt(scene, { x: 250, y: 20 })).toBeNull();
  expect(nodeAt({ ...scene, nodes: [...scene.nodes, node('over', 10)] }, { x: 20, y: 5 })).toBe('over');
});
