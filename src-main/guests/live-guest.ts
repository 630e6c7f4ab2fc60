import type { EntityId } from '../../sim/contract/ids.ts';
import { refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { Answer } from '../../sim/guests/answer.ts';
import type { Bytes } from '../../sim/guests/bytes.ts';
import type { Credentials } from '../../sim/guests/files/node.ts';
import type { System } from '../../sim/guests/kernel/program.ts';
import { atOnce } from '../../sim/guests/kernel/program-tools.ts';
import type { Standing, Start } from '../../sim/guests/machine.ts';
import type { Console } from './console.ts';
import type { Dozer } from './doze.ts';
import type { GuestBody } from './guest-maker.ts';
import type { LiveGuestDeps } from './live-guest-deps.ts';
import { createOutbox } from './outbox.ts';
import type { Outbox } from './outbox.ts';
import type { Runnable } from './slices.ts';

export type SessionEnd =
  | 'machine-off'
  | 'machine-suspended'
  | 'machine-removed'
  | 'rewound'
  | 'lab-changed'
  | 'lost'
  | 'host-closes';

export type GuestLook = Standing & { readonly mounts: ReturnType<GuestBody['machine']['mounts']> };

/** A guest whose processes live in this host's memory. */
export type LiveGuest = {
  readonly id: EntityId;
  readonly machine: GuestBody['machine'];
  readonly console: Console;
  readonly start: (request: Start) => Answer<number>;
  /** Does one thing inside, as that user; the answer comes when what it changed is on disk, or when it cannot any more. */
  readonly inside: <T>(who: Credentials, act: (system: System) => T) => Promise<Result<T>>;
  /** What its tools would tell of it now. */
  readonly look: () => GuestLook;
  /** What a process says to the outside: it is heard when all that the guest did before is on disk. */
  readonly say: (speak: () => void) => void;
  /** Resolves when it is so, or when it is up and at rest: then it will not become so. False: it ended or froze before. */
  readonly waitFor: (isSo: () => boolean) => Promise<boolean>;
  /** Something came from outside. */
  readonly wake: () => void;
  /** Lab time went on. */
  readonly passTime: (now: number) => void;
  readonly onEnd: (listener: (reason: SessionEnd) => void) => () => void;
  /** Somebody is logged in or looks on. */
  readonly sessions: () => number;
  readonly isBusy: () => boolean;
  readonly freeze: () => void;
  readonly thaw: () => void;
  /** Its processes are gone; sessions are told why. */
  readonly end: (reason: SessionEnd) => void;
  /** Resolves when nothing is on its way to the disk. */
  readonly settled: () => Promise<void>;
};

type Waiting = { readonly isSo: () => boolean; readonly resolve: (isThere: boolean) => void };

const nobody: readonly never[] = [];

type Life = {
  state: 'running' | 'frozen' | 'ended';
  isInSlice: boolean;
  wakeAt: number | null;
  readonly listeners: Set<(reason: SessionEnd) => void>;
  /** It has been at rest: who runs away later keeps nobody from calling. */
  isUp: boolean;
  waiting: readonly Waiting[];
  /** Those who asked something inside, each told once it cannot be answered any more. */
  asking: readonly (() => void)[];
  /** What is mounted in it, as somebody last saw it. */
  seen: GuestLook['mounts'] | null;
};

export function createLiveGuest(deps: LiveGuestDeps): LiveGuest {
  const { id, body, slices } = deps;
  const { machine } = body;
  const dozer = dozerOf(deps);
  const life: Life = {
    state: 'running',
    isInSlice: false,
    wakeAt: null,
    listeners: new Set(),
    isUp: false,
    waiting: nobody,
    asking: nobody,
    seen: null,
  };
  const outbox = createOutbox(deps, () => life.state === 'ended');
  const runnable = runnableOf(deps, { life, outbox, dozer });
  const wake = (): void => {
    if (life.state === 'running') slices.wake(runnable);
  };
  const start = (request: Start): Answer<number> => {
    const started = machine.start(request);
    wake();
    return started;
  };
  const say = (speak: () => void): void => {
    // An echo of what is typed waits for nothing.
    if (life.isInSlice) outbox.add(speak);
    else speak();
  };
  return {
    id,
    machine,
    console: deps.console,
    start,
    say,
    wake,
    waitFor: (isSo) =>
      new Promise((resolve) => {
        if (life.state === 'ended' || isSo() || life.isUp) resolve(life.state !== 'ended');
        else if (life.state === 'frozen') resolve(false);
        else life.waiting = [...life.waiting, { isSo, resolve }];
      }),
    look: () => ({ ...machine.standing(), mounts: (life.seen ??= machine.mounts()) }),
    inside: (who, act) => inside({ start, say, machine, life }, who, act),
    passTime: (now) => {
      if (dozer.isDue(life.wakeAt, now)) wake();
      outbox.passTime();
    },
    isBusy: () => machine.isRunnable() || outbox.isBusy(),
    settled: outbox.settled,
    ...endings(life, { wake, drop: () => drop(deps, runnable, dozer), halt: machine.halt }),
  };
}

type Around = { readonly life: Life; readonly outbox: Outbox; readonly dozer: Dozer };

const runnableOf = (deps: LiveGuestDeps, around: Around): Runnable => ({
  run: (isTimeUp) => {
    const { life, outbox, dozer } = around;
    if (life.state !== 'running') return 'idle';
    const { machine } = deps.body;
    life.isInSlice = true;
    // Nothing on its disks is another while nothing in it runs.
    life.seen = null;
    const left = machine.run(isTimeUp);
    life.isInSlice = false;
    life.wakeAt = machine.nextWake();
    outbox.afterSlice(left);
    life.isUp ||= left === 'idle';
    release(life);
    if (left === 'more') return left;
    deps.rested(deps.id, machine);
    deps.doze.rested(dozer);
    return left;
  },
});

function drop({ slices, doze }: LiveGuestDeps, runnable: Runnable, dozer: Dozer): void {
  slices.drop(runnable);
  doze.drop(dozer);
}

/** Where lab time runs fast, what a guest does each minute of it would have it unfolded all the time. */
const shortNap = 20_000;
const awakeAfter = 60_000;

function dozerOf({
  body,
  doze: { steady },
}: LiveGuestDeps): Dozer & { readonly isDue: (at: number | null, now: number) => boolean } {
  let foldedAt: number | null = null;
  let restlessUntil = 0;
  return {
    fold: () => {
      const isFolded = body.machine.fold();
      foldedAt = isFolded ? steady() : null;
      return isFolded;
    },
    restlessUntil: () => restlessUntil,
    isDue: (at, now) => {
      if (at === null || at > now) return false;
      if (foldedAt !== null && steady() - foldedAt < shortNap) restlessUntil = steady() + awakeAfter;
      foldedAt = null;
      return true;
    },
  };
}

function release(life: Life): void {
  const { state, isUp, waiting } = life;
  if (waiting.length === 0) return;
  const isOver = (one: Waiting): boolean => state !== 'running' || isUp || one.isSo();
  const over = waiting.filter(isOver);
  life.waiting = over.length === waiting.length ? nobody : waiting.filter((one) => !over.includes(one));
  for (const one of over) one.resolve(state === 'running');
}

/** What it is asked now, nobody answers. */
function giveUp(life: Life): void {
  const { asking } = life;
  life.asking = nobody;
  for (const tell of asking) tell();
}

type Ways = { readonly wake: () => void; readonly drop: () => void; readonly halt: () => void };

function endings(
  life: Life,
  { wake, drop, halt }: Ways,
): Pick<LiveGuest, 'onEnd' | 'sessions' | 'freeze' | 'thaw' | 'end'> {
  const { listeners } = life;
  return {
    onEnd: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sessions: () => listeners.size,
    freeze: () => {
      if (life.state !== 'running') return;
      for (const listener of listeners) listener('machine-suspended');
      life.state = 'frozen';
      release(life);
      giveUp(life);
    },
    thaw: () => {
      if (life.state !== 'frozen') return;
      life.state = 'running';
      wake();
    },
    end: (reason) => {
      if (life.state === 'ended') return;
      life.state = 'ended';
      drop();
      // Before the processes are gone: nobody shall take their end for one of their own.
      for (const listener of listeners) listener(reason);
      listeners.clear();
      release(life);
      giveUp(life);
      halt();
    },
  };
}

type Inside = Pick<LiveGuest, 'start' | 'say' | 'machine'> & { readonly life: Life };

function inside<T>(guest: Inside, who: Credentials, act: (system: System) => T): Promise<Result<T>> {
  const { life } = guest;
  const unanswered = refused('wrong-state', 'The guest ended or was suspended before it could answer');
  if (life.state !== 'running') return Promise.resolve(unanswered);
  return new Promise((resolve) => {
    let answer: Result<T> = unanswered;
    const program = atOnce((system) => {
      answer = { ok: true, value: act(system) };
      return 0;
    });
    const started = guest.start({ ...hostProcess(who), lines: { kind: 'none' }, program });
    if (!started.ok) {
      resolve(refused('busy', `The guest starts no more processes (${started.errno})`));
      return;
    }
    const stop = guest.machine.onExit((pid) => {
      if (pid !== started.value) return;
      stop();
      guest.say(() => {
        life.asking = life.asking.filter((one) => one !== tell);
        resolve(answer);
      });
    });
    const tell = (): void => {
      stop();
      resolve(unanswered);
    };
    life.asking = [...life.asking, tell];
  });
}

/** What the host runs of its own in a guest, for a face. */
export const hostProcess = (
  who: Credentials,
): Pick<Start, 'file' | 'arguments' | 'environment' | 'who' | 'directory' | 'isFirst'> => ({
  file: '/usr/sbin/sshd',
  arguments: ['sshd: internal'],
  environment: new Map<Bytes, Bytes>(),
  who,
  directory: '/',
  isFirst: false,
});
