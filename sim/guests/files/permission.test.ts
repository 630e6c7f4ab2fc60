import { expect, test } from 'vitest';
import { ask, createBench, learner } from '../machine.fixture.ts';
import { errno } from './asked.fixture.ts';

test('FR-190-002 owner, group and others are asked in this order, and the first that fits decides', () => {
  const bench = createBench({});
  const modes = [0o077, 0o400, 0o040, 0o004];
  ask(bench, ({ files }) => {
    for (const mode of modes) {
      files.writeFile(`/tmp/own-${mode}`, 'x', 0o600);
      files.changeOwner(`/tmp/own-${mode}`, 1000, 27);
      files.changeMode(`/tmp/own-${mode}`, mode);
      files.writeFile(`/tmp/group-${mode}`, 'x', 0o600);
      files.changeOwner(`/tmp/group-${mode}`, 5, 27);
      files.changeMode(`/tmp/group-${mode}`, mode);
      files.writeFile(`/tmp/other-${mode}`, 'x', 0o600);
      files.changeMode(`/tmp/other-${mode}`, mode);
    }
    return true;
  });
  const can = (kind: string, who: typeof learner | undefined): boolean[] =>
    ask(bench, ({ files }) => modes.map((mode) => files.mayAccess(`/tmp/${kind}-${mode}`, 'read')), who);
  expect(can('own', learner)).toEqual([false, true, false, false]);
  expect(can('group', learner)).toEqual([true, false, true, false]);
  expect(can('other', learner)).toEqual([true, false, false, true]);
  expect(can('own', undefined)).toEqual([true, true, true, true]);
});

test('FR-190-002 root passes but runs nothing that has no x bit; every directory on the way needs its x', () => {
  const bench = createBench({});
  expect(
    ask(bench, ({ files }) => [
      files.mayAccess('/etc/hostname', 'write'),
      files.mayAccess('/etc/hostname', 'run'),
    ]),
  ).toEqual([true, false]);
  ask(bench, ({ files }) => [
    files.makeDirectory('/tmp/shut', 0o700),
    files.writeFile('/tmp/shut/in', 'x', 0o666),
  ]);
  expect(
    ask(
      bench,
      ({ files }) => [
        errno(files.stat('/tmp/shut/in')),
        errno(files.changeDirectory('/tmp/shut')),
        errno(files.list('/tmp/shut')),
      ],
      learner,
    ),
  ).toEqual(['EACCES', 'EACCES', 'EACCES']);
  expect(
    ask(
      bench,
      ({ files }) => [
        errno(files.writeFile('/etc/new', 'x', 0o644)),
        errno(files.remove('/etc/hostname')),
        errno(files.changeMode('/etc/hostname', 0o777)),
        errno(files.changeOwner('/etc/hostname', 1000, null)),
      ],
      learner,
    ),
  ).toEqual(['EACCES', 'EACCES', 'EPERM', 'EPERM']);
});

test('FR-190-002 in a sticky directory only owners take names away; a set-gid directory hands its group down', () => {
  const bench = createBench({});
  ask(bench, ({ files }) => [
    files.writeFile('/tmp/roots', 'x', 0o666),
    files.makeDirectory('/home/team', 0o777),
    files.changeOwner('/home/team', 0, 27),
    files.changeMode('/home/team', 0o2777),
  ]);
  expect(
    ask(
      bench,
      ({ files }) => [errno(files.remove('/tmp/roots')), errno(files.rename('/tmp/roots', '/tmp/mine'))],
      learner,
    ),
  ).toEqual(['EPERM', 'EPERM']);
  const made = ask(
    bench,
    ({ files }) => {
      files.changeUmask(0o027);
      files.makeDirectory('/home/team/sub', 0o777);
      files.writeFile('/home/team/file', '', 0o666);
      return ['/home/team/sub', '/home/team/file'].map((path) => files.stat(path));
    },
    learner,
  );
  expect(made.map((stat) => (stat.ok ? [stat.value.mode.toString(8), stat.value.gid] : stat))).toEqual([
    ['2750', 27],
    ['640', 27],
  ]);
});
