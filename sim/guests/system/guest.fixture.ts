import type { BaseShelf } from '../bases/bases.ts';
import type { BaseName } from '../bases/distribution.ts';
import type { Bytes } from '../bytes.ts';
import type { FileDelta } from '../files/node.ts';
import type { MachineView } from '../machine.ts';
import { bootedAt, limits, viewOf } from '../machine.fixture.ts';
import type { Wire } from '../network/wire.ts';
import { createDrain, createFeed } from '../terminal/channel.ts';
import type { Guest, GuestEnd } from './guest.ts';
import { createGuest, createGuestShelf } from './guest.ts';

export const oneShelf = createGuestShelf();

export type GuestBench = {
  readonly guest: Guest;
  readonly faults: unknown[];
  readonly shown: () => Bytes;
  readonly ended: GuestEnd[];
  readonly host: { name: string };
  readonly settle: () => void;
  /** Lab time goes on. */
  readonly pass: (milliseconds: number) => void;
  /** A command as a user, to its end. */
  readonly run: (command: Bytes, more?: { readonly user?: Bytes; readonly input?: Bytes }) => GuestRan;
};
export type GuestRan = { output: Bytes; error: Bytes; status: number | null };

export type GuestBenchOptions = {
  readonly base?: BaseName;
  readonly delta?: FileDelta;
  readonly shelf?: BaseShelf;
  readonly boot?: 'power' | 'resume';
  readonly diskBytes?: number;
  readonly wire?: Wire;
  readonly name?: string;
  /** Milliseconds after its start that somebody looks into it. */
  readonly late?: number;
  /** The lab's own, asked again and again. */
  readonly disks?: MachineView['disks'];
};

export function createGuestBench(options: GuestBenchOptions): GuestBench {
  const faults: unknown[] = [];
  const ended: GuestEnd[] = [];
  const host = { name: options.name ?? 'web-01' };
  let shown = '';
  let now = bootedAt + (options.late ?? 60_000);
  const guest = createGuest({
    base: options.base ?? 'debian-12',
    shelf: options.shelf ?? oneShelf,
    boot: options.boot ?? 'power',
    console: (bytes) => {
      shown += bytes;
    },
    ended: (how) => ended.push(how),
    delta: options.delta ?? new Map(),
    disk: {
      origin: '/dev/sda1',
      type: 'ext4',
      sizeBytes: options.diskBytes ?? 10_737_418_240,
      inodes: 655_360,
    },
    mounts: [],
    view: { ...viewOf(host), ...(options.disks === undefined ? {} : { disks: options.disks }) },
    ...(options.wire === undefined ? {} : { wire: options.wire }),
    seed: 7,
    clock: () => now,
    limits,
    listeners: { ready: () => undefined, fault: ({ error }) => faults.push(error), logged: () => undefined },
  });
  const settle = (): void => {
    for (let slices = 0; slices < 20_000; slices += 1) if (guest.run(() => false) === 'idle') return;
    throw new Error('The guest does not come to rest.');
  };
  settle();
  return {
    guest,
    faults,
    ended,
    host,
    settle,
    shown: () => shown,
    pass: (milliseconds) => {
      now += milliseconds;
      settle();
    },
    run: (command, more) => {
      const ran: GuestRan = { output: '', error: '', status: null };
      const input = createFeed();
      const opened = guest.openSession({
        user: more?.user ?? 'root',
        command,
        environment: new Map(),
        lines: {
          kind: 'streams',
          input,
          output: createDrain({ send: (bytes) => (ran.output += bytes) }),
          error: createDrain({ send: (bytes) => (ran.error += bytes) }),
        },
      });
      if (!opened.ok) throw new Error(`No session: ${opened.errno}`);
      const stop = guest.onExit((pid, change) => {
        if (pid === opened.value && change.how === 'exited') ran.status = change.status;
      });
      input.push(more?.input ?? '');
      input.end();
      settle();
      // What takes lab time gets some.
      for (let waits = 0; ran.status === null && waits < 40; waits += 1) {
        const next = guest.nextWake();
        if (next === null) break;
        now = Math.max(now, next);
        settle();
      }
      stop();
      return ran;
    },
  };
}
