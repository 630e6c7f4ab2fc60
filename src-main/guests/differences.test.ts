import { expect, test } from 'vitest';
import { mostGuestBytes } from '../../sim/contract/guests.ts';
import type { FileDelta, NodeRecord } from '../../sim/guests/files/node.ts';
import { withChanges } from '../../sim/guests/world/book.ts';
import { differences, inCommands } from './differences.ts';

const record = (content: string, modifiedAt: number): NodeRecord => ({
  kind: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  modifiedAt,
  content,
});
const directory: NodeRecord = { kind: 'directory', mode: 0o755, uid: 0, gid: 0, modifiedAt: 1 };
const isInBase = (path: string): boolean => path.startsWith('/etc');

test('FR-190-159 the lab is told no more of a change than it needs: what grew, what the base has and is gone', () => {
  const files: FileDelta = new Map([
    ['/log', record('one\n', 1)],
    ['/new', record('x', 1)],
  ]);
  const changes: FileDelta = new Map<string, NodeRecord | null>([
    ['/log', record('one\ntwo\n', 2)],
    ['/new', null],
    ['/never', null],
    ['/etc/d', null],
    ['/etc/d/child', null],
  ]);
  expect(differences(changes, { files, isInBase })).toEqual([
    { path: '/log', is: 'longer', bytes: 'two\n', modifiedAt: 2 },
    { path: '/new', is: 'plain' },
    { path: '/etc/d', is: 'gone' },
  ]);
});

test('FR-190-159 a directory made anew where the base has one says what of that is gone', () => {
  const changes: FileDelta = new Map<string, NodeRecord | null>([
    ['/etc/d', directory],
    ['/etc/d/child', null],
  ]);
  expect(differences(changes, { files: new Map(), isInBase })).toEqual([
    { path: '/etc/d', is: 'kept', record: directory },
    { path: '/etc/d/child', is: 'gone' },
  ]);
});

test('FR-190-159 a file larger than a command comes in several and is whole in the lab', () => {
  const content = 'abcdefg'.repeat(1_500_000);
  const commands = inCommands(
    differences(new Map([['/big', record(content, 3)]]), { files: new Map(), isInBase }),
  );
  expect(commands.length).toBeGreaterThan(2);
  let standing = { files: new Map() as FileDelta, bytes: 0 };
  for (const command of commands) {
    expect(
      command.reduce((sum, change) => sum + (change.is === 'longer' ? change.bytes.length : 0), 0),
    ).toBeLessThanOrEqual(mostGuestBytes);
    standing = withChanges(standing, command);
  }
  expect(standing.bytes).toBe(content.length);
  expect(standing.files.get('/big')).toEqual(record(content, 3));
});
