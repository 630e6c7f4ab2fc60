import { expect, it } from 'vitest';
import { createGuestBench } from '../../../system/guest.fixture.ts';

it('FR-190-423 chage tells and sets how old a password may become', () => {
  const bench = createGuestBench({});
  bench.run(
    'useradd -m bob; echo bob:Secret-77 | chpasswd; chage -d 2023-11-01 -M 30 -W 5 -I 10 -E 2024-02-29 bob',
  );
  expect(bench.run('chage -l bob').output).toBe(
    [
      'Last password change\t\t\t\t\t: Nov 01, 2023',
      'Password expires\t\t\t\t\t: Dec 01, 2023',
      'Password inactive\t\t\t\t\t: Dec 11, 2023',
      'Account expires\t\t\t\t\t\t: Feb 29, 2024',
      'Minimum number of days between password change\t\t: 0',
      'Maximum number of days between password change\t\t: 30',
      'Number of days of warning before password expires\t: 5\n',
    ].join('\n'),
  );
  expect(bench.run('passwd -S bob; chage -E -1 bob; chage -l -i bob | sed -n "1p;4p"').output).toBe(
    'bob P 11/01/2023 0 30 5 10\nLast password change\t\t\t\t\t: 2023-11-01\nAccount expires\t\t\t\t\t\t: never\n',
  );
  bench.run('chage -d 0 bob');
  expect(bench.run('chage -l bob | head -n 1').output).toContain(': password must be changed\n');
  expect(bench.run('chage -E 2023-02-30 bob')).toMatchObject({
    error: "chage: invalid date '2023-02-30'\n",
    status: 2,
  });
  expect(bench.run('chage -M 9 bob', { user: 'bob' })).toMatchObject({
    error: 'chage: Permission denied.\n',
    status: 1,
  });
  expect(bench.run('chage -l bob', { user: 'bob' }).status).toBe(0);
  expect(bench.faults).toEqual([]);
});

it('FR-190-423 an account that is over lets nobody in, whatever he knows', () => {
  const bench = createGuestBench({});
  const asked: boolean[] = [];
  const ask = (): void => {
    bench.guest.checkPassword('bob', 'Secret-77', (isIt) => asked.push(isIt));
    bench.pass(5000);
  };
  bench.run('useradd -m bob; echo bob:Secret-77 | chpasswd');
  ask();
  bench.run('chage -E 2023-11-14 bob');
  ask();
  expect(bench.run('su bob -c id')).toMatchObject({
    error:
      'Your account has expired; please contact your system administrator.\nsu: User account has expired\n',
    status: 1,
  });
  bench.run('chage -E -1 -M 10 -I 5 -d 2023-10-01 bob');
  ask();
  bench.run('chage -M -1 bob');
  ask();
  expect(asked).toEqual([true, false, false, true]);
  expect(bench.faults).toEqual([]);
});
