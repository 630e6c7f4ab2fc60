import { expect, test } from 'vitest';
import { filesIn, namesOf, processesIn } from './read-look.ts';

const passwd = 'root:x:0:0:root:/root:/bin/sh\nwww:x:33:33::/:/bin/false\n';
const stat = (pid: number, name: string, more: string): string => `${pid} (${name}) ${more}`;
/** state, parent, group, session, terminal, then what is not asked for up to the times of user and kernel. */
const fields = (state: string, parent: number, terminal: number): string =>
  `${state} ${parent} 1 1 ${terminal} 0 0 0 0 0 0 150 50 0 0 20 0 1 0 1000 0`;

test('FR-190-391 what a container tells of its processes is read as ps would show it', () => {
  const said = [
    `\x01${stat(1, 'sh', fields('S', 0, 0))}\n0 700\n/bin/sh\0-c\0sleep 1\0`,
    `\x01${stat(9, 'a) b', fields('R', 1, 136 * 256 + 2))}\n33 12\n`,
    '\x01no process at all',
    '\x01\x02110.00',
  ].join('');
  const seen = processesIn(said, { userOf: namesOf(passwd), now: 1_000_000 });
  expect(seen).toEqual([
    {
      pid: 1,
      parent: 0,
      user: 'root',
      terminal: null,
      command: '/bin/sh -c sleep 1',
      state: 'sleeping',
      demand: 0.02,
      processorTime: 2000,
      memory: 716_800,
      startedAt: 900_000,
    },
    expect.objectContaining({
      pid: 9,
      user: 'www',
      terminal: 'pts/2',
      command: '[a) b]',
      state: 'running',
    }),
  ]);
});

test('FR-190-391 what a container tells of a folder is read with kinds, owners and goals, whatever its names hold', () => {
  const said = [
    '/etc/x\n',
    '81a4 12 0 0 5 plain\n',
    '41ed 4096 33 0 6 two\nlines\n',
    'a1ff 5 0 7 7 to\n',
    'a1ff 5 0 0 7 lost\n',
    '\x01to\x02folder\x02two\nlines\n',
    '\x01lost\x02nowhere\x02/gone\n',
  ].join('');
  const names = { userOf: namesOf(passwd), groupOf: namesOf(undefined) };
  const { path, items, total } = filesIn(said, names);
  expect([path, total]).toEqual(['/etc/x', 4]);
  expect(items.map(({ name }) => name)).toEqual(['lost', 'plain', 'to', 'two\nlines']);
  expect(items[0]).toMatchObject({ kind: 'link', goal: '/gone', leads: 'nowhere' });
  expect(items[1]).toEqual({
    name: 'plain',
    kind: 'file',
    size: 12,
    mode: 0o644,
    user: 'root',
    group: '0',
    modifiedAt: 5000,
    goal: null,
    leads: 'file',
  });
  expect(items[2]).toMatchObject({ goal: 'two\nlines', leads: 'folder', group: '7' });
  expect(items[3]).toMatchObject({ kind: 'directory', user: 'www', leads: 'folder' });
  expect(filesIn('/empty\n', names)).toEqual({ path: '/empty', items: [], total: 0 });
});
