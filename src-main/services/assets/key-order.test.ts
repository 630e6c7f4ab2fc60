import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { World } from '../../../sim/index.ts';
import { createAssetBook } from './asset-book.ts';
import { answersOf, assetLab, namesOf } from './assets.fixture.ts';
import { atOnce, createLane, inTurns, stepSize } from './in-turns.ts';
import type { Steps } from './in-turns.ts';
import { compareKeys, inKeyOrder, natural } from './key-order.ts';
import type { Key } from './key-order.ts';

const ordered = (keys: readonly Key[]): Key[] =>
  Array.from(atOnce(inKeyOrder(keys)), (at) => keys[at] ?? null);

test('FR-120-489 keys come into the order that plain comparison gives, equals as they came, none last', () => {
  const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom('ab~', 'ab\u007f', 'abé', 'abè'));
  const key = fc.oneof(text, fc.constant(null));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 60 }), (keys) => {
      expect(ordered(keys)).toEqual(keys.toSorted(compareKeys));
    }),
  );
  const many = Array.from({ length: 3 * stepSize + 7 }, (_, at) => `DC1-${(at * 7919) % 5003}`).map(natural);
  const places = atOnce(inKeyOrder(many));
  expect(Array.from(places, (at) => many[at])).toEqual(many.toSorted());
  const swapped = places.filter((at, index) => {
    const next = places[index + 1] ?? Number.POSITIVE_INFINITY;
    return many[at] === many[next] && at > next;
  });
  expect(swapped).toHaveLength(0);
});

test('FR-120-489 numbers within a name count as numbers, however long, with or without noughts in front', () => {
  const names = ['a10', 'A2', 'a02b', 'a', '9', '10', 'a123456789012', 'a23456789012', 'ab', 'a0', '007'];
  expect(names.toSorted((a, b) => compareKeys(natural(a), natural(b)))).toEqual([
    '007',
    '9',
    '10',
    'a',
    'a0',
    'A2',
    'a02b',
    'a10',
    'a23456789012',
    'a123456789012',
    'ab',
  ]);
});

function countOf(steps: Steps<unknown>): number {
  let count = 0;
  while (steps.next().done !== true) count += 1;
  return count;
}

function largeLab(devices: number): World {
  const world = assetLab();
  const pattern = world.inventory.get('device-3' as never);
  if (pattern === undefined) throw new Error('The lab has no device-3');
  for (let n = 0; n < devices; n += 1) {
    world.inventory.put({ ...pattern, id: `device-${1000 + n}`, name: `x-${devices - n}` } as typeof pattern);
  }
  return world;
}

test('FR-120-490 a look, an order and what has changed are worked off in portions, between which the host goes on', () => {
  const devices = 4 * stepSize;
  const world = largeLab(devices);
  const book = createAssetBook();
  expect(countOf(book.look(world))).toBeGreaterThanOrEqual(4);
  expect(countOf(book.inOrder(world, { sort: 'name', direction: 'ascending' }))).toBeGreaterThanOrEqual(12);
  expect(countOf(book.inOrder(world, { sort: 'name', direction: 'ascending' }))).toBe(0);
});

test('FR-120-490 what changes while a question is worked on is in the next answer, and questions do not mix', async () => {
  const world = largeLab(3 * stepSize);
  const answers = answersOf(world);
  const first = namesOf(answers, { text: 'web' });
  const second = namesOf(answers, { sort: 'name', direction: 'descending', limit: 1 });
  const changed = world.inventory.get('device-4' as never);
  if (changed === undefined) throw new Error('The lab has no device-4');
  world.inventory.put({ ...changed, name: 'zz-web' });
  expect(await first).toContain('web-2');
  expect(await second).toEqual(['zz-web']);
  expect(await namesOf(answers, { text: 'zz' })).toEqual(['zz-web']);
});

test('FR-120-490 work that fails fails alone: what waits behind it is done', async () => {
  const lane = createLane();
  const failing = lane(() => inTurns(failingSteps()));
  const next = lane(async () => 'done');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('done');
});

function* failingSteps(): Steps<never> {
  yield;
  throw new Error('broken');
}
