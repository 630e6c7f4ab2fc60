import { expect, test } from 'vitest';
import { ask, createBench } from '../machine.fixture.ts';
import { errno, text } from './asked.fixture.ts';

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
