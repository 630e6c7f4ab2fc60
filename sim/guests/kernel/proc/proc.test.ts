import { expect, test } from 'vitest';
import type { MountOptions } from '../../files/space.ts';
import { ask, bootedAt, createBench, learner, runProgram, viewOf } from '../../machine.fixture.ts';
import { createMachine } from '../../machine.ts';
import type { System } from '../program.ts';

const text = ({ files }: System, path: string): string => {
  const read = files.readFile(path);
  return read.ok ? read.value : read.errno;
};

test('FR-190-008 devices do what their numbers say, wherever their node stands', () => {
  const bench = createBench({});
  const { output } = runProgram(
    bench,
    function* ({ descriptors, files, ...system }) {
      const rows: unknown[] = [];
      files.makeNode('/var/void', { kind: 'character', mode: 0o666, special: [1, 3] });
      for (const path of ['/dev/null', '/var/void', '/dev/zero', '/dev/full', '/dev/tty', '/dev/ptmx']) {
        const opened = yield* descriptors.open(path, { access: 'both' }, 0);
        if (!opened.ok) rows.push([path, opened.errno]);
        else
          rows.push([
            path,
            yield* descriptors.read(opened.value, 3),
            yield* descriptors.write(opened.value, 'x'),
          ]);
      }
      const random = yield* descriptors.open('/dev/urandom', { access: 'read' }, 0);
      if (!random.ok) return 1;
      const [one, two] = [
        yield* descriptors.read(random.value, 10),
        yield* descriptors.read(random.value, 10),
      ];
      rows.push(one.ok && two.ok && one.value.length === 10 && one.value !== two.value);
      rows.push(
        files.writeFile('/dev/full', 'x', 0),
        files.writeFile('/dev/null', 'x', 0),
        files.readFile('/dev/stdin').ok,
        system.pid,
      );
      yield* descriptors.write(1, JSON.stringify(rows));
      return 0;
    },
    { input: 'in' },
  );
  const ok = { ok: true };
  expect(JSON.parse(output)).toEqual([
    ['/dev/null', { ok: true, value: '' }, ok],
    ['/var/void', { ok: true, value: '' }, ok],
    ['/dev/zero', { ok: true, value: '\0\0\0' }, ok],
    ['/dev/full', { ok: true, value: '\0\0\0' }, { ok: false, errno: 'ENOSPC' }],
    ['/dev/tty', 'ENXIO'],
    ['/dev/ptmx', 'ENXIO'],
    true,
    { ok: false, errno: 'ENOSPC' },
    ok,
    false,
    2,
  ]);
  expect(
    ask(
      bench,
      ({ files }) => files.makeNode('/tmp/n', { kind: 'character', mode: 0o666, special: [1, 3] }),
      learner,
    ),
  ).toEqual({ ok: false, errno: 'EPERM' });
});

test('FR-190-007 file systems are apart: names do not cross, and what is mounted read-only stays as it is', () => {
  const bench = createBench({});
  const extra: MountOptions = {
    at: '/mnt/cd',
    origin: '/dev/sr0',
    type: 'iso9660',
    options: 'ro,relatime',
    isReadOnly: true,
    content: { kind: 'kept', base: bench.base.root, sizeBytes: 1e9, inodes: 1000 },
  };
  const host = { name: 'guest' };
  const machine = createMachine({
    base: bench.base,
    delta: new Map(),
    disk: { origin: '/dev/sda1', type: 'ext4', sizeBytes: 1e9, inodes: 1000 },
    mounts: [extra],
    view: viewOf(host),
    programs: new Map(),
    seed: 1,
    clock: () => bootedAt,
    limits: { processes: 10, descriptors: 10, heldBytes: 1e6 },
    listeners: { ready: () => undefined, fault: () => undefined, logged: () => undefined },
  });
  const seen = ask({ ...bench, machine, settle: () => machine.run(() => false) }, (system) => {
    const { files } = system;
    return [
      text(system, '/mnt/cd/etc/hostname'),
      files.writeFile('/mnt/cd/etc/hostname', 'x', 0o644),
      files.remove('/mnt/cd/etc/hostname'),
      files.makeDirectory('/mnt/cd/x', 0o755),
      files.rename('/etc/hostname', '/mnt/cd/x'),
      files.removeDirectory('/mnt/cd'),
      files.mayAccess('/mnt/cd/etc/hostname', 'write'),
      files.resolve('/mnt/cd/..'),
      files.mounts().map(({ at, type }) => `${at} ${type}`),
      files.makeDirectory('/proc/x', 0o755),
      files.remove('/proc/version'),
    ];
  });
  const no = (errno: string): unknown => ({ ok: false, errno });
  expect(seen).toEqual([
    'guest\n',
    no('EROFS'),
    no('EROFS'),
    no('EROFS'),
    no('EXDEV'),
    no('EBUSY'),
    false,
    { ok: true, value: '/mnt' },
    [
      '/ ext4',
      '/sys sysfs',
      '/proc proc',
      '/dev devtmpfs',
      '/dev/pts devpts',
      '/run tmpfs',
      '/tmp tmpfs',
      '/mnt/cd iso9660',
    ],
    no('ENOENT'),
    no('EPERM'),
  ]);
});

test('FR-190-009 /proc and /sys tell what the lab says of the machine at that moment', () => {
  const bench = createBench({});
  const seen = ask(bench, (system) => ({
    uptime: text(system, '/proc/uptime'),
    load: text(system, '/proc/loadavg').slice(0, 14),
    memory: text(system, '/proc/meminfo').split('\n').slice(0, 3),
    cores: text(system, '/proc/cpuinfo').match(/^processor/gm)?.length,
    card: ['address', 'operstate', 'speed', 'statistics/rx_bytes'].map((name) =>
      text(system, `/sys/class/net/eth0/${name}`),
    ),
    heat: [
      text(system, '/sys/class/thermal/thermal_zone0/temp'),
      text(system, '/sys/class/hwmon/hwmon0/temp1_input'),
    ],
    disk: text(system, '/sys/block/sda/size'),
    type: text(system, '/proc/sys/kernel/ostype'),
    traffic: text(system, '/proc/net/dev').split('\n')[3]?.trim().split(/ +/).slice(0, 3),
    mount: text(system, '/proc/mounts').split('\n')[0],
    uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\n$/.test(
      text(system, '/proc/sys/kernel/random/uuid'),
    ),
    online: text(system, '/sys/devices/system/cpu/online'),
    stat: text(system, '/proc/stat').split('\n')[0],
  }));
  expect(seen).toEqual({
    uptime: '60.00 90.00\n',
    load: '0.50 0.25 0.13',
    cores: 2,
    memory: ['MemTotal:        2097152 kB', 'MemFree:         1310720 kB', 'MemAvailable:    1835008 kB'],
    card: ['52:54:00:12:34:56\n', 'up\n', '10000\n', '1000\n'],
    heat: ['47250\n', '47250\n'],
    disk: '20971520\n',
    type: 'Linux\n',
    traffic: ['eth0:', '1000', '10'],
    mount: '/dev/sda1 / ext4 rw,relatime 0 0',
    uuid: true,
    online: '0-1\n',
    stat: 'cpu  3000 0 0 9000 0 0 0 0 0 0',
  });
  bench.pass(1000);
  expect(ask(bench, (system) => text(system, '/proc/uptime'))).toBe('61.00 91.50\n');
});

test('FR-190-009 the host name can be changed by root alone, through the call and through /proc', () => {
  const bench = createBench({});
  const at = '/proc/sys/kernel/hostname';
  expect(
    ask(bench, (system) => [
      system.files.writeFile(at, 'web-01\n', 0),
      system.machine.hostname(),
      text(system, at),
    ]),
  ).toEqual([{ ok: true }, 'web-01', 'web-01\n']);
  expect(
    ask(
      bench,
      ({ files, machine }) => [files.writeFile(at, 'x', 0), machine.changeHostname('x'), machine.hostname()],
      learner,
    ),
  ).toEqual([{ ok: false, errno: 'EACCES' }, { ok: false, errno: 'EPERM' }, 'web-01']);
});

test('FR-190-009 /proc/<pid> shows a process to all, its secrets to its owner, and itself under self', () => {
  const bench = createBench({});
  runProgram(
    bench,
    function* ({ processes }) {
      yield* processes.pause();
      return 0;
    },
    {},
  );
  const seen = ask(
    bench,
    (system) => {
      const { files } = system;
      const link = (path: string): unknown => files.readLink(path);
      return {
        comm: text(system, '/proc/2/comm'),
        words: text(system, '/proc/2/cmdline'),
        state: /State:\t(.*)/.exec(text(system, '/proc/2/status'))?.[1],
        stat: text(system, '/proc/2/stat').split(' ').slice(0, 6),
        secret: text(system, '/proc/2/environ'),
        cwd: link('/proc/self/cwd'),
        self: link('/proc/self'),
        exe: link('/proc/self/exe'),
        fds: files.list('/proc/self/fd').ok,
        foreign: files.list('/proc/2/fd'),
        pids: (() => {
          const list = files.list('/proc');
          return list.ok ? list.value.filter(({ name }) => /^\d/.test(name)).map(({ name }) => name) : [];
        })(),
        gone: files.stat('/proc/77').ok,
        inside: text(system, '/proc/self/root/etc/hostname'),
      };
    },
    learner,
  );
  expect(seen).toEqual({
    comm: 'probe\n',
    words: 'probe\0',
    state: 'S (sleeping)',
    stat: ['2', '(probe)', 'S', '0', '2', '2'],
    secret: 'EACCES',
    cwd: { ok: true, value: '/' },
    self: { ok: true, value: '3' },
    exe: { ok: true, value: '/bin/probe' },
    fds: true,
    foreign: { ok: false, errno: 'EACCES' },
    pids: ['2', '3'],
    gone: false,
    inside: 'guest\n',
  });
  expect(ask(bench, (system) => text(system, '/proc/2/environ'))).toBe('PATH=/bin\0');
});
