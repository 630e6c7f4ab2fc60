import { expect, test } from 'vitest';
import { did, smallLab } from '../../../sim/testing/small-lab.ts';
import { createTopicBook } from './topic-book.ts';

const topicOf = (rack: string): string => `dc/site1/room1/rack-${rack}/temperature`;

test('FR-130-154 the closest topic is found for a slip of the hand, another case, and a mere name', () => {
  const world = smallLab({ seed: 'b2', racks: 40 });
  const book = createTopicBook(() => world);
  expect(book.closest('dc/site1/room1/rack-A07/temprature')).toBe(topicOf('A07'));
  expect(book.closest('DC/Site1/Room1/RACK-A31/Temperature')).toBe(topicOf('A31'));
  expect(book.closest('rack-A12')).toBe(topicOf('A12'));
  expect(book.closest('dc/site1/room1/rack-A12x/temperature')).toBe(topicOf('A12'));
});

test('FR-130-154 a thousand strange topics do not cost a look through the lab each, and a new layout is followed', () => {
  const world = smallLab({ seed: 'b2', racks: 3 });
  const book = createTopicBook(() => world);
  const found = Array.from({ length: 1000 }, (_, n) => book.closest(`attic/${n}`)).filter(
    (hint) => hint !== null,
  );
  expect(found).toHaveLength(20);
  expect(book.find(topicOf('A02'))).not.toBeNull();
  const rack = [...world.inventory.ofKind('rack')].find(({ name }) => name === 'A02');
  if (rack === undefined) throw new Error('A02 is there');
  did(world, { type: 'inventory.change', id: rack.id, name: 'Z99' });
  expect([book.find(topicOf('A02')), book.find(topicOf('Z99'))?.spec.metric]).toEqual([null, 'temperature']);
  expect(book.closest('rack-Z98')).toBe(topicOf('Z99'));
});
