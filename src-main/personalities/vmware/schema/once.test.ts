import { expect, test } from 'vitest';
import { lately, once } from './once.ts';

test('once reads what a name stands for a single time, also where it stands for nothing', () => {
  const asked: string[] = [];
  const read = once((name) => {
    asked.push(name);
    return name === 'none' ? undefined : name.length;
  });
  expect(['one', 'none', 'one', 'none'].map(read)).toEqual([3, undefined, 3, undefined]);
  expect(asked).toEqual(['one', 'none']);
});

test('lately keeps no more than it is told to, and reads again what it has forgotten', () => {
  const asked: number[] = [];
  const read = lately(2, (asking: number) => {
    asked.push(asking);
    return asking * 10;
  });
  expect([1, 2, 1, 2, 3, 3, 1].map(read)).toEqual([10, 20, 10, 20, 30, 30, 10]);
  expect(asked).toEqual([1, 2, 3, 1]);
});
