import { expect, test } from 'vitest';
import { createFilterTrie } from './filter-trie.ts';
import { covers, fewestFilters } from './topic-filters.ts';
import { createTopicTrie } from './topic-trie.ts';

const topics = ['a', 'a/b', 'a/b/c', 'a//c', '/a', '$SYS/a', '$SYS', 'b/b'];

// MQTT 3.1.1, 4.7.1 and 4.7.2.
const table: readonly (readonly [filter: string, matched: readonly string[]])[] = [
  ['#', ['a', 'a/b', 'a/b/c', 'a//c', '/a', 'b/b']],
  ['+', ['a']],
  ['+/+', ['a/b', '/a', 'b/b']],
  ['a/#', ['a', 'a/b', 'a/b/c', 'a//c']],
  ['a/+', ['a/b']],
  ['a/+/c', ['a/b/c', 'a//c']],
  ['+/a', ['/a']],
  ['$SYS/#', ['$SYS/a', '$SYS']],
  ['a/b', ['a/b']],
  ['c', []],
];

test.each(table)('FR-140-015 the filter %s finds the retained topics it should', (filter, matched) => {
  const trie = createTopicTrie<string>();
  for (const topic of [...topics, 'gone/x']) trie.set(topic, topic);
  trie.remove('gone/x');
  expect([...trie.match(filter)].toSorted()).toEqual([...matched].toSorted());
  expect(trie.size()).toBe(topics.length);
});

test('FR-140-015 a topic finds the filters that match it, each once, also after they changed', () => {
  const trie = createFilterTrie<string>();
  for (const [filter] of table) trie.add(filter, filter);
  for (const topic of topics) {
    const expected = table.filter(([, matched]) => matched.includes(topic)).map(([filter]) => filter);
    expect([...trie.match(topic)].toSorted()).toEqual(expected.toSorted());
  }
  trie.remove('a/#', 'a/#');
  expect([...trie.match('a/b')].toSorted()).toEqual(['#', '+/+', 'a/+', 'a/b']);
});

test('FR-140-054 of overlapping filters only the widest is asked for outside', () => {
  expect([...fewestFilters(['dc/+/alarms/#', 'dc/#', 'dc/a', 'x/+', 'x/1', '$x/#', '#'])]).toEqual([
    '$x/#',
    '#',
  ]);
  expect([...fewestFilters(['dc/+/alarms/#', 'dc/#'])]).toEqual(['dc/#']);
  expect(covers('a/+', 'a/#')).toBe(false);
  expect(covers('a/+', 'a/+/b')).toBe(false);
  expect(covers('a/#', 'a')).toBe(true);
});
