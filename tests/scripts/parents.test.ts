import { expect, test } from 'vitest';
import { isWhole, lineToNpm } from '../../scripts/start/parents.mjs';

type Tree = Readonly<Record<number, readonly [parent: number, name: string]>>;

const looker = (tree: Tree) => (pid: number) => {
  const found = tree[pid];
  return found === undefined ? null : { parent: found[0], name: found[1] };
};

const underNpm: Tree = {
  30: [20, 'node'],
  20: [10, 'sh'],
  10: [5, 'npm start --web'],
  5: [1, 'bash'],
  1: [0, 'init'],
};

test('the line goes up to npm and not to the terminal above it', () => {
  expect(lineToNpm(20, looker(underNpm))).toEqual([20, 10]);
  expect(lineToNpm(30, looker(underNpm))).toEqual([30, 20, 10]);
});

test('without npm above, or without /proc, the parent alone counts', () => {
  expect(lineToNpm(5, looker({ 5: [1, 'bash'], 1: [0, 'init'] }))).toEqual([5]);
  expect(lineToNpm(5, () => null)).toEqual([5]);
});

test('the line is broken once npm dies, and not when its terminal does', () => {
  const line = lineToNpm(20, looker(underNpm));
  expect(isWhole(line, looker(underNpm))).toBe(true);
  expect(isWhole(line, looker({ ...underNpm, 20: [1, 'sh'] }))).toBe(false);
  expect(isWhole(line, looker({ ...underNpm, 10: [1, 'npm start --web'] }))).toBe(true);
});
