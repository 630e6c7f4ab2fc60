import { expect, test } from 'vitest';
import { createBench } from '../../machine.fixture.ts';
import { createDrain, createFeed } from '../../terminal/channel.ts';
import { textPrograms } from './text.table.ts';

function say(words: readonly string[], input: string): string {
  const bench = createBench({ programs: Object.fromEntries(textPrograms) });
  let said = '';
  const feed = createFeed();
  const drain = (): ReturnType<typeof createDrain> => createDrain({ send: (bytes) => (said += bytes) });
  bench.machine.start({
    file: `/bin/${words[0]}`,
    arguments: words,
    environment: new Map([['PATH', '/bin']]),
    who: { uid: 0, gid: 0, groups: [0] },
    directory: '/',
    lines: { kind: 'streams', input: feed, output: drain(), error: drain() },
    program: null,
    isFirst: false,
  });
  feed.push(input);
  feed.end();
  bench.settle();
  expect(bench.faults).toEqual([]);
  return said;
}

test.each([
  ['FR-190-074', ['grep', '-n', 'b'], '2:b\n'],
  ['FR-190-075', ['sed', '-n', '2,$s/./<&>/p'], '<b>\n<a>\n'],
  ['FR-190-076', ['sort', '-u'], 'a\nb\n'],
  ['FR-190-077', ['awk', '{n[$1]++} END {print n["a"], NR}'], '2 3\n'],
  ['FR-190-078', ['tr', 'ab', 'xy'], 'x\ny\nx\n'],
  ['FR-190-079', ['xargs', 'nosuch'], 'xargs: nosuch: No such file or directory\n'],
  ['FR-190-080', ['awk', 'BEGIN{'], 'awk: line 1: syntax error at or near end of line\n'],
] as const)('%s %j answers and comes to its end', (_id, words, expected) => {
  expect(say(words, 'a\nb\na\n')).toBe(expected);
});
