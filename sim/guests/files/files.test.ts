import { expect, test } from 'vitest';
import type { System } from '../kernel/program.ts';
import { ask, bootedAt, createBench, learner } from '../machine.fixture.ts';

const errno = (answer: { readonly ok: boolean; readonly errno?: string }): string => answer.errno ?? 'ok';
const text = ({ files }: System, path: string): string => {
  const read = files.readFile(path);
  return read.ok ? read.value : read.errno;
};
const names = ({ files }: System, path: string): string => {
  const list = files.list(path);
  return list.ok
    ? list.value
        .map(({ name }) => name)
        .toSorted()
        .join(' ')
    : list.errno;
};

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

test('FR-190-006 a full disk says so, keeps what was there, and is mended by removing', () => {
  const bench = createBench({ diskBytes: 1_000_000 });
  const seen = ask(bench, (system) => {
    const { files } = system;
    const used = (): number => files.mounts()[0]?.usedBytes ?? 0;
    const before = used();
    const first = errno(files.writeFile('/var/big', 'x'.repeat(800_000), 0o644));
    const second = errno(files.writeFile('/etc/hostname', 'y'.repeat(300_000), 0o644));
    const kept = text(system, '/etc/hostname');
    files.remove('/var/big');
    return [
      first,
      second,
      kept,
      errno(files.writeFile('/etc/hostname', 'y'.repeat(300_000), 0o644)),
      errno(files.remove('/etc/hostname')),
      used() - before,
    ];
  });
  expect(seen).toEqual(['ok', 'ENOSPC', 'guest\n', 'ok', 'ok', -4096]);
});

test('FR-190-006 gigabytes of zeros fill the disk, not the memory, and holes take no room', () => {
  const bench = createBench({ diskBytes: 2_100_000_000 });
  const box: unknown[] = [];
  bench.machine.start({
    file: '/bin/dd',
    arguments: ['dd'],
    environment: new Map(),
    who: { uid: 0, gid: 0, groups: [] },
    directory: '/',
    lines: { kind: 'none' },
    isFirst: false,
    program: function* ({ descriptors, files }) {
      const used = (): number => files.mounts()[0]?.usedBytes ?? 0;
      const before = used();
      const zero = yield* descriptors.open('/dev/zero', { access: 'read' }, 0);
      const file = yield* descriptors.open('/var/zeros', { access: 'write', create: true }, 0o644);
      const hole = yield* descriptors.open('/var/hole', { access: 'write', create: true }, 0o644);
      if (!zero.ok || !file.ok || !hole.ok) return 1;
      for (let count = 0; count < 2000; count += 1) {
        const bytes = yield* descriptors.read(zero.value, 1_000_000);
        if (bytes.ok) yield* descriptors.write(file.value, bytes.value);
      }
      descriptors.truncate(hole.value, 50_000_000_000);
      box.push(Math.round((used() - before) / 1_000_000), files.stat('/var/hole'));
      const more = yield* descriptors.write(file.value, '\0'.repeat(200_000_000));
      box.push(errno(more));
      return 0;
    },
  });
  bench.settle();
  expect(box).toMatchObject([2000, { value: { size: 50_000_000_000, allocated: 0 } }, 'ENOSPC']);
  const record = bench.machine.delta().get('/var/zeros');
  expect([record?.content, record?.size]).toEqual(['', 2_000_000_000]);
});

test('FR-190-006 a disk without free inodes makes no more files', () => {
  const bench = createBench({ diskBytes: 1_000_000 });
  const seen = ask(bench, ({ files }) => {
    const made = Array.from({ length: 300 }, (_, at) => errno(files.makeDirectory(`/var/d${at}`, 0o755)));
    return [made.filter((answer) => answer === 'ok').length < 300, made.at(-1)];
  });
  expect(seen).toEqual([true, 'ENOSPC']);
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
