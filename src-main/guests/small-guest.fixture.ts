/** A guest with next to nothing on its disk, for tests of what is around it. */
import type { BaseEntry } from '../../sim/guests/files/base.ts';
import { programFile } from '../../sim/guests/kernel/image.ts';
import { createMachineBase } from '../../sim/guests/kernel/kernel.ts';
import type { MachineBase } from '../../sim/guests/kernel/kernel.ts';
import { turn } from '../../sim/guests/kernel/program-tools.ts';
import type { Program, Step } from '../../sim/guests/kernel/program.ts';
import { createMachine } from '../../sim/guests/machine.ts';
import { bash } from '../../sim/guests/shell/bash.ts';
import { sessionProgram } from '../../sim/guests/system/session.ts';
import { baseHas } from '../../sim/guests/world/base-has.ts';
import type { GuestMaker } from './guest-maker.ts';

const owned = { uid: 0, gid: 0, modifiedAt: 1_735_689_600_000 };
const accounts = 'root:x:0:0:root:/root:/bin/bash\nlearner:x:1000:1000::/home/learner:/bin/bash\n';

/** Never sleeps and never ends: `while :; do :; done` without a shell. */
const spin: Program = function* (system): Step<number> {
  system.processes.occupy({ cores: 1, memoryBytes: 104_857_600 });
  for (;;) yield turn;
};

const cat: Program = function* (system): Step<number> {
  for (;;) {
    const bytes = yield* system.descriptors.read(0, 65_536);
    if (!bytes.ok || bytes.value === '') return 0;
    yield* system.descriptors.write(1, bytes.value);
  }
};

const sleep: Program = function* (system): Step<number> {
  yield* system.processes.sleep(Number(system.arguments[1]) * 1000);
  return 0;
};

const init: Program = function* (system): Step<number> {
  yield* system.descriptors.write(1, 'Welcome to the small guest\n');
  for (;;) yield* system.processes.pause();
};

const programs = new Map(Object.entries({ bash, cat, sleep, spin, init }));

const entries: readonly BaseEntry[] = [
  ...['bin', 'etc', 'home', 'root', 'usr', 'var'].map((name) => ({
    ...owned,
    path: `/${name}`,
    kind: 'directory' as const,
    mode: 0o755,
  })),
  { ...owned, path: '/home/learner', kind: 'directory', mode: 0o755, uid: 1000, gid: 1000 },
  { ...owned, path: '/etc/passwd', kind: 'file', mode: 0o644, content: accounts },
  {
    ...owned,
    path: '/etc/group',
    kind: 'file',
    mode: 0o644,
    content: 'root:x:0:\nwheel:x:10:learner\nlearner:x:1000:\n',
  },
  { ...owned, path: '/etc/spare', kind: 'file', mode: 0o644, content: 'spare\n' },
  ...[...programs.keys()].map((name) => ({
    ...owned,
    path: `/bin/${name}`,
    kind: 'file' as const,
    mode: 0o755,
    content: programFile(name),
  })),
];

export function createSmallMaker(): GuestMaker {
  const base: MachineBase = createMachineBase(entries);
  return ({ os, diskBytes, console, ended, ...plan }) => {
    if (os === 'windows-2022') return null;
    const disk = { origin: '/dev/sda1', type: 'ext4', sizeBytes: diskBytes, inodes: 65_536 };
    const limits = { processes: 500, descriptors: 1024, heldBytes: 50_331_648 };
    const machine = createMachine({ ...plan, base, programs, disk, limits, mounts: [] });
    const root = { uid: 0, gid: 0, groups: [0] };
    const plain = {
      environment: new Map<string, string>(),
      who: root,
      directory: '/',
      isFirst: false,
    } as const;
    console(`booting by ${plan.boot}\r\n`);
    return {
      machine: {
        ...machine,
        openSession: ({ lines, ...request }) =>
          machine.start({
            ...plain,
            file: '/usr/sbin/sshd',
            arguments: ['sshd'],
            lines,
            program: sessionProgram(request),
          }),
        openLogin: (lines) =>
          machine.start({
            ...plain,
            file: '/bin/bash',
            arguments: ['-bash'],
            lines,
            program: sessionProgram({
              user: 'root',
              command: null,
              environment: new Map([['PATH', '/bin']]),
            }),
          }),
        checkPassword: (user, password, answer) => answer(user !== '' && password === 'coldaisle'),
        shutDown: (how) => {
          machine.halt();
          ended(how);
        },
      },
      isInBase: (path) => baseHas(base, path),
      services: () => [],
    };
  };
}
