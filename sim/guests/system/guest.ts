import type { Answer } from '../answer.ts';
import type { BaseShelf } from '../bases/bases.ts';
import { createBaseShelf, distributionOf } from '../bases/bases.ts';
import type { BaseName } from '../bases/distribution.ts';
import type { Bytes } from '../bytes.ts';
import type { Credentials } from '../files/node.ts';
import type { Program } from '../kernel/program.ts';
import type { Machine, MachineOptions, Start } from '../machine.ts';
import { createMachine } from '../machine.ts';
import { createDrain, createFeed } from '../terminal/channel.ts';
import { bootText } from './boot.ts';
import { guestPrograms } from './programs.ts';
import { lateClock } from './late-clock.ts';
import type { SessionRequest } from './session.ts';
import { sessionProgram } from './session.ts';
import { isClosed } from './users/aging.ts';
import { isRight } from './users/password.ts';
import { secretNamed } from './users/accounts.ts';

export type GuestOptions = Omit<MachineOptions, 'base' | 'programs'> & {
  readonly base: BaseName;
  /** One for all guests of a host: what `createGuestShelf` gives. */
  readonly shelf: BaseShelf;
  /** `resume`: the host comes back to a guest that ran; services start anew, the console stays still. */
  readonly boot: 'power' | 'resume';
  /** What a serial console shows. */
  readonly console: (bytes: Bytes) => void;
  /** The guest's own `poweroff` or `reboot` is through: the machine is halted. */
  readonly ended: (how: GuestEnd) => void;
};
export type GuestEnd = 'off' | 'reboot';

export type Guest = Machine & {
  readonly base: BaseName;
  /** What sshd does for somebody it let in. The pid's exit is the session's. */
  readonly openSession: (request: SessionRequest & { readonly lines: Start['lines'] }) => Answer<number>;
  /** A login prompt, as on a serial console: ends when its shell does, and wants to be opened again. */
  readonly openLogin: (lines: Start['lines']) => Answer<number>;
  /** Answers after some slices of `run`: it is worked out in the guest. */
  readonly checkPassword: (user: Bytes, password: Bytes, answer: (isIt: boolean) => void) => void;
  /** As the button at its front does: services are stopped in order, then `ended` is called. */
  readonly shutDown: (how: GuestEnd) => void;
};

export const createGuestShelf = (): BaseShelf => createBaseShelf(guestPrograms.keys());

const root: Credentials = { uid: 0, gid: 0, groups: [0] };
const plain = { environment: new Map<Bytes, Bytes>(), who: root, directory: '/' } as const;

/** A machine with a distribution on its disk, booted: its first process runs and has units to start. */
export function createGuest(options: GuestOptions): Guest {
  const distribution = distributionOf(options.base);
  const late = lateClock({ ...options, bootedAt: options.view.bootedAt() });
  const machine = createMachine({
    ...options,
    clock: late.now,
    base: options.shelf(options.base),
    programs: guestPrograms,
  });
  if (options.boot === 'power') options.console(bootText(distribution, options.view));
  startFirst(machine, options);
  late.catchUp(machine);
  return {
    ...machine,
    base: options.base,
    openSession: ({ lines, ...request }) =>
      machine.start({
        ...plain,
        file: '/usr/sbin/sshd',
        arguments: ['sshd'],
        lines,
        program: sessionProgram(request),
        isFirst: false,
      }),
    openLogin: (lines) =>
      machine.start({
        ...plain,
        file: loginPath(options.base),
        arguments: ['login'],
        environment: loginEnvironment,
        lines,
        program: null,
        isFirst: false,
      }),
    checkPassword: (user, password, answer) => {
      background(machine, checking({ user, password, answer }));
    },
    shutDown: (how) => {
      machine.kill(1, how === 'off' ? 'PWR' : 'INT');
    },
  };
}

const loginPath = (base: BaseName): Bytes => (base === 'alpine-3.19' ? '/bin/login' : '/usr/bin/login');
const loginEnvironment = new Map([
  ['TERM', 'vt220'],
  ['COLDAISLE_LINE', 'ttyS0'],
]);

function startFirst(machine: Machine, { boot, console, ended }: GuestOptions): void {
  const input = createFeed();
  input.end();
  const output = createDrain({ send: (bytes) => console(bytes.replaceAll('\n', '\r\n')) });
  const started = machine.start({
    ...plain,
    file: '/sbin/init',
    arguments: boot === 'power' ? ['/sbin/init'] : ['/sbin/init', '--resume'],
    lines: { kind: 'streams', input, output, error: output },
    program: null,
    isFirst: true,
  });
  // Without an init the machine still answers, as one that was started with init=/bin/sh.
  if (!started.ok) console(`Kernel panic - not syncing: No working init found: ${started.errno}\r\n`);
  machine.onExit((pid, change) => {
    if (pid !== 1) return;
    machine.halt();
    ended(change.how === 'exited' && change.status === 1 ? 'reboot' : 'off');
  });
}

function background(machine: Machine, program: Program): void {
  machine.start({
    ...plain,
    file: '/usr/sbin/sshd',
    arguments: ['sshd: [check]'],
    lines: { kind: 'none' },
    program,
    isFirst: false,
  });
}

type Check = { readonly user: Bytes; readonly password: Bytes; readonly answer: (isIt: boolean) => void };

const checking = ({ user, password, answer }: Check): Program =>
  function* (system) {
    const secret = secretNamed(system, user);
    const isOpen = secret !== null && !isClosed(system, user);
    answer(isOpen && (yield* isRight(system, password, secret.hash)));
    return 0;
  };
