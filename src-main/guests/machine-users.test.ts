import { expect, test } from 'vitest';
import { worldWith } from './inn.fixture.ts';
import { machineUsers, readerOf } from './machine-users.ts';

test('FR-190-260 the users of a machine are those that can log in, as its own files have it', () => {
  const files = new Map([
    [
      '/etc/passwd',
      'daemon:x:1:1::/:/usr/sbin/nologin\nanna:x:1001:1001::/home/anna:/bin/bash\nroot:x:0:0::/root:/bin/bash\nbert:x:1002:1002::/home/bert:\n',
    ],
    ['/etc/group', 'sudo:x:27:bert\n'],
  ]);
  expect(machineUsers((path) => files.get(path) ?? null)).toEqual([
    { name: 'root', uid: 0, shell: '/bin/bash', isAdmin: true },
    { name: 'anna', uid: 1001, shell: '/bin/bash', isAdmin: false },
    { name: 'bert', uid: 1002, shell: '', isAdmin: true },
  ]);
});

test('FR-190-260 a machine that never ran has the users of its distribution', () => {
  const world = worldWith(1);
  const [machine] = world.inventory.ofKind('vm');
  if (machine === undefined) throw new Error('no machine');
  const names = machineUsers(readerOf(world, machine)).map(({ name }) => name);
  expect(names).toContain('root');
  expect(names).toContain('debian');
  expect(names).not.toContain('daemon');
});
