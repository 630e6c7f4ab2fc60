import { expect, test } from 'vitest';
import { ask, bootedAt, createBench, learner } from '../machine.fixture.ts';
import { errno, names, text } from './asked.fixture.ts';

test('FR-190-001 a change in one guest is in no other, and the base stays as it was', () => {
  const one = createBench({});
  const other = createBench({ base: one.base });
  ask(one, ({ files }) => files.writeFile('/etc/hostname', 'changed\n', 0o644));
  ask(one, ({ files }) => files.remove('/usr/share/words'));
  expect(ask(one, (system) => [text(system, '/etc/hostname'), text(system, '/usr/share/words')])).toEqual([
    'changed\n',
    'ENOENT',
  ]);
  expect(ask(other, (system) => [text(system, '/etc/hostname'), text(system, '/usr/share/words')])).toEqual([
    'guest\n',
    'one\ntwo\nthree\n',
  ]);
  expect([...one.machine.delta().keys()].toSorted()).toEqual([
    '/etc/hostname',
    '/usr/share',
    '/usr/share/words',
  ]);
  expect(other.machine.delta().size).toBe(0);
});

test('FR-190-003 paths are walked as Linux walks them', () => {
  const bench = createBench({});
  const seen = ask(bench, (system) => {
    const { files } = system;
    files.makeDirectory('/tmp/a', 0o755);
    files.writeFile('/tmp/a/f', 'f', 0o644);
    files.makeLink('a', '/tmp/to-a');
    files.makeLink('nowhere', '/tmp/dangling');
    files.makeLink('/tmp/loop2', '/tmp/loop1');
    files.makeLink('loop1', '/tmp/loop2');
    files.changeDirectory('/tmp/to-a/../to-a');
    return {
      here: files.workingDirectory(),
      through: text(system, '/tmp/to-a/./../to-a//f'),
      relative: text(system, 'f'),
      slash: errno(files.stat('/tmp/a/f/')),
      under: errno(files.stat('/tmp/a/f/x')),
      loop: errno(files.stat('/tmp/loop1')),
      dangling: [errno(files.stat('/tmp/dangling')), errno(files.linkStat('/tmp/dangling'))],
      long: errno(files.stat(`/tmp/${'x'.repeat(256)}`)),
      longer: errno(files.stat('/x'.repeat(2100))),
      empty: errno(files.stat('')),
      resolved: files.resolve('../to-a/f'),
      made: [errno(files.writeFile('/tmp/dangling', 'now', 0o644)), text(system, '/tmp/nowhere')],
      aboveRoot: files.resolve('/../../etc'),
    };
  });
  expect(seen).toEqual({
    here: '/tmp/a',
    through: 'f',
    relative: 'f',
    slash: 'ENOTDIR',
    under: 'ENOTDIR',
    loop: 'ELOOP',
    dangling: ['ENOENT', 'ok'],
    long: 'ENAMETOOLONG',
    longer: 'ENAMETOOLONG',
    empty: 'ENOENT',
    resolved: { ok: true, value: '/tmp/a/f' },
    made: ['ok', 'now'],
    aboveRoot: { ok: true, value: '/etc' },
  });
});

test('FR-190-003 forty links are followed, the forty-first is too many', () => {
  const bench = createBench({});
  const seen = ask(bench, ({ files }) => {
    files.writeFile('/tmp/l0', 'end', 0o644);
    for (let at = 1; at <= 41; at += 1) files.makeLink(`l${at - 1}`, `/tmp/l${at}`);
    return [errno(files.stat('/tmp/l40')), errno(files.stat('/tmp/l41'))];
  });
  expect(seen).toEqual(['ok', 'ELOOP']);
});

test('FR-190-004 twins are one file until the last name goes', () => {
  const bench = createBench({});
  const seen = ask(bench, (system) => {
    const { files } = system;
    files.makeTwin('/usr/share/words', '/usr/share/twin');
    files.writeFile('/usr/share/twin', 'both\n', 0o644);
    const links = files.stat('/usr/share/words');
    files.remove('/usr/share/words');
    const left = files.stat('/usr/share/twin');
    return [
      text(system, '/usr/share/twin'),
      links.ok && links.value.links,
      left.ok && left.value.links,
      errno(files.makeTwin('/usr', '/tmp/x')),
      errno(files.makeTwin('/usr/share/twin', '/tmp/x')),
    ];
  });
  expect(seen).toEqual(['both\n', 2, 1, 'EPERM', 'EXDEV']);
});

test('FR-190-004 rename goes over what may be replaced and refuses the rest', () => {
  const bench = createBench({});
  const seen = ask(bench, (system) => {
    const { files } = system;
    files.changeDirectory('/home');
    for (const path of ['d', 'd/in', 'empty', 'full', 'full/x']) files.makeDirectory(path, 0o755);
    files.writeFile('f', 'f', 0o644);
    files.writeFile('g', 'g', 0o644);
    files.makeTwin('f', 'same');
    return [
      errno(files.rename('d', 'd/in/deeper')),
      errno(files.rename('f', 'd')),
      errno(files.rename('d', 'f')),
      errno(files.rename('d', 'full')),
      errno(files.rename('f', '/tmp/f')),
      errno(files.rename('none', 'x')),
      errno(files.rename('f', 'same')),
      errno(files.rename('f', 'g')),
      text(system, 'g'),
      errno(files.rename('d', 'empty')),
      names(system, '.'),
      names(system, 'empty'),
      errno(files.removeDirectory('full')),
      errno(files.removeDirectory('f')),
      errno(files.remove('full')),
      errno(files.rename('.', 'x')),
    ];
  });
  expect(seen).toEqual([
    'EINVAL',
    'EISDIR',
    'ENOTDIR',
    'ENOTEMPTY',
    'EXDEV',
    'ENOENT',
    'ok',
    'ok',
    'f',
    'ok',
    'empty full g learner same',
    'in',
    'ENOTEMPTY',
    'ENOENT',
    'EISDIR',
    'EBUSY',
  ]);
});

test('FR-190-004 a directory of the base can be moved, and made anew where it was', () => {
  const bench = createBench({});
  const seen = ask(bench, (system) => {
    const { files } = system;
    files.rename('/usr/share', '/usr/shared');
    files.makeDirectory('/usr/share', 0o755);
    return [names(system, '/usr'), names(system, '/usr/share'), text(system, '/usr/shared/words')];
  });
  expect(seen).toEqual(['share shared', '', 'one\ntwo\nthree\n']);
  const again = createBench({ base: bench.base, delta: bench.machine.delta() });
  expect(
    ask(again, (system) => [
      names(system, '/usr'),
      names(system, '/usr/share'),
      text(system, '/usr/shared/words'),
    ]),
  ).toEqual(seen);
});

test('FR-190-007 times, numbers and kinds are told as stat tells them', () => {
  const bench = createBench({});
  const seen = ask(bench, ({ files }) => {
    const before = files.stat('/etc/hostname');
    files.changeTimes('/etc/hostname', bootedAt + 1, bootedAt + 2);
    const after = files.stat('/etc/hostname');
    return [before, after].map((stat) =>
      stat.ok
        ? [
            stat.value.modifiedAt - bootedAt,
            stat.value.accessedAt - bootedAt,
            stat.value.changedAt - bootedAt,
            stat.value.inode > 0,
          ]
        : stat,
    );
  });
  expect(seen).toEqual([
    [0, 0, 0, true],
    [2, 1, 60_000, true],
  ]);
  expect(ask(bench, ({ files }) => errno(files.changeTimes('/etc/hostname', 1, 2)), learner)).toBe('EPERM');
});
