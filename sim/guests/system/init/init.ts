import type { Answer } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import type { Resting, Way } from '../../kernel/resting.ts';
import { atRest, wayOf } from '../../kernel/resting.ts';
import type { SignalName } from '../../kernel/signals.table.ts';
import { readFstab } from '../fstab.ts';
import { appendJournal } from '../journal/journal.ts';
import { readOutputs, reapChildren, restartDue, stepJobs, untilDue } from './events.ts';
import { firstBoot } from './first-boot.ts';
import { generateMounts } from './mount-units.ts';
import { hasOpenrc, runlevelServices } from './openrc.ts';
import { heed, requestPipe, startWithNeeds } from './requests.ts';
import { stopOne } from './service-stop.ts';
import type { Job, Manager } from './state.ts';
import type { Reply } from './requests.ts';
import { stateFile, writeStates } from './state.ts';
import { defaultTarget } from './unit-store.ts';
import { isLoaded, load, markRead } from './units.ts';

export const notifyPipe = '/run/systemd/notify';
export const logPipe = '/dev/log';

type Pipes = { readonly requests: number; readonly notes: number; readonly logs: number };
type Loop = {
  readonly manager: Manager;
  readonly pipes: Pipes;
  readonly replies: { readonly descriptor: number; readonly how: Reply }[];
  childEnded: boolean;
  /** What it waits for: descriptors, and a lab time. */
  watched: readonly number[];
  until: number | null;
};

/** The first process: starts units, keeps them up, reaps orphans, writes the journal, ends the machine. */
export const init: Program = function* (system) {
  const isFirst = system.pid === 1;
  if (!isFirst) return yield* notFirst(system);
  firstBoot(system);
  const pipes = yield* makePipes(system);
  const blank = yield* system.descriptors.open('/dev/null', { access: 'both' }, 0);
  const manager: Manager = {
    system,
    units: new Map(),
    aliases: new Map(),
    jobs: [],
    exits: new Map(),
    entries: [],
    console: [],
    isQuiet: system.arguments.includes('--resume'),
    blank: blank.ok ? blank.value : 0,
    isChanged: true,
    ending: null,
  };
  const loop: Loop = { manager, pipes, replies: [], childEnded: false, watched: [], until: null };
  listen(loop);
  bootEntry(manager);
  markRead(manager);
  begin(manager);
  return yield* rounds(loop);
};

function* rounds(loop: Loop): Step<number> {
  while (loop.manager.ending === null) yield* round(loop);
  return yield* shutDown(loop);
}

const watches: Way = wayOf<Loop>({
  *goOn(loop) {
    const { system } = loop.manager;
    const ready = yield* atRest(system, restOf(loop), system.again.poll(loop.watched, loop.until));
    yield* readAll(loop, ready);
    return yield* rounds(loop);
  },
  hear: (loop, signal) => () => hear(loop, signal),
});

/** Not while it ends the machine: then it is elsewhere. */
function restOf(loop: Loop): Resting | null {
  const { units, ending } = loop.manager;
  if (ending !== null) return null;
  return { way: watches, state: loop, shared: [...units.values()].map(({ unit }) => unit) };
}

function hear(loop: Loop, signal: SignalName): void {
  if (signal === 'CHLD') loop.childEnded = true;
  else loop.manager.ending = signal === 'PWR' ? 'off' : 'reboot';
}

function* notFirst(system: System): Step<number> {
  yield* system.descriptors.write(2, 'init: must be run as PID 1\n');
  return 1;
}

function listen(loop: Loop): void {
  const { system } = loop.manager;
  for (const signal of ['CHLD', 'PWR', 'INT'] as const)
    system.processes.onSignal(signal, () => hear(loop, signal));
}

function* makePipes(system: System): Step<Pipes> {
  system.files.makeDirectory('/run/systemd', 0o755);
  const make = function* (path: Bytes, mode: number): Step<number> {
    system.files.remove(path);
    system.files.makePipe(path, mode);
    system.files.changeMode(path, mode);
    const opened = yield* system.descriptors.open(path, { access: 'both' }, 0);
    return opened.ok ? opened.value : 0;
  };
  const requests = yield* make(requestPipe, 0o600);
  const notes = yield* make(notifyPipe, 0o666);
  return { requests, notes, logs: yield* make(logPipe, 0o666) };
}

function bootEntry(manager: Manager): void {
  const { system } = manager;
  manager.entries.push({
    at: system.now(),
    boot: system.machine.bootId(),
    priority: 6,
    unit: 'init.scope',
    identifier: 'systemd',
    pid: 1,
    message: `systemd running in system mode on ${system.machine.hostname()}.`,
  });
}

function begin(manager: Manager): void {
  const { system } = manager;
  const isOpenrc = hasOpenrc(system);
  if (isOpenrc) mountAll(manager);
  const names = isOpenrc ? runlevelServices(system) : [...generateMounts(system), defaultTarget(system)];
  for (const name of names) {
    const found = load(manager, name);
    if (isLoaded(found))
      manager.jobs.push({ steps: startWithNeeds(manager, found), wait: null, answer: () => undefined });
  }
}

/** OpenRC's `localmount` and `swap`: what cannot be mounted is told, and the start goes on. */
function mountAll(manager: Manager): void {
  const { system } = manager;
  const lines = readFstab(system).filter(({ at }) => at !== '/');
  if (lines.length === 0) return;
  for (const file of ['/bin/mount', '/sbin/swapon']) {
    manager.console.push(
      ` * ${file === '/bin/mount' ? 'Mounting local filesystems' : 'Activating swap devices'} ...\n`,
    );
    system.processes.spawn({
      file,
      arguments: [file, '-a'],
      environment: new Map(),
      descriptors: new Map([
        [0, manager.blank],
        [1, 1],
        [2, 2],
      ]),
      group: 'parent',
    });
  }
}

/** One look at everything; waits where nothing is to be done. */
function* round(loop: Loop): Step<void> {
  const { manager, pipes } = loop;
  const { system } = manager;
  loop.childEnded = false;
  yield* reapChildren(manager);
  restartDue(manager);
  stepJobs(manager);
  yield* flush(loop);
  const isOver = manager.ending !== null && manager.jobs.length === 0;
  if (loop.childEnded || isOver) return;
  const outputs = [...manager.units.values()].flatMap(({ output }) =>
    output === null ? [] : [output.reading],
  );
  loop.watched = [pipes.requests, pipes.notes, pipes.logs, ...outputs];
  const left = untilDue(manager);
  loop.until = left === null ? null : system.steady() + left;
  yield* readAll(loop, yield* atRest(system, restOf(loop), system.descriptors.poll(loop.watched, left)));
}

function* readAll(loop: Loop, ready: Answer<readonly number[]>): Step<void> {
  const { manager, pipes } = loop;
  if (!ready.ok) return;
  yield* readOutputs(manager, ready.value);
  if (ready.value.includes(pipes.notes)) yield* readNotes(loop);
  if (ready.value.includes(pipes.logs)) yield* readLogs(loop);
  if (ready.value.includes(pipes.requests)) yield* readRequests(loop);
}

/** The states before the answers: who asked looks at them next. */
function* flush(loop: Loop): Step<void> {
  const { manager } = loop;
  const { descriptors } = manager.system;
  if (manager.isChanged) writeStates(manager);
  appendJournal(manager.system, manager.entries.splice(0));
  for (const line of manager.console.splice(0)) yield* descriptors.write(1, line);
  for (const { descriptor, how } of loop.replies.splice(0)) {
    yield* descriptors.write(descriptor, `${how}\n`);
    descriptors.close(descriptor);
  }
}

function* linesFrom({ manager }: Loop, descriptor: number): Step<readonly Bytes[]> {
  const bytes = yield* manager.system.descriptors.read(descriptor, 65_536);
  return bytes.ok ? bytes.value.split('\n').filter((line) => line !== '') : [];
}

/** `42 READY=1`: a service says that it is up. */
function* readNotes(loop: Loop): Step<void> {
  for (const line of yield* linesFrom(loop, loop.pipes.notes)) {
    const [pid, said] = line.split(' ');
    for (const state of loop.manager.units.values())
      if (said === 'READY=1' && state.mainPid === Number(pid)) state.isNotified = true;
  }
}

/** `<30>sshd[42]: text`: what programs tell the log. */
function* readLogs(loop: Loop): Step<void> {
  const { manager } = loop;
  for (const line of yield* linesFrom(loop, loop.pipes.logs)) {
    const [, priority = '13', identifier = '', pid = '0', message = ''] =
      /^<(\d+)>([^\s:[]+)(?:\[(\d+)\])?: ?(.*)$/.exec(line) ?? ['', '13', 'unknown', '0', line];
    const owner = manager.system.processes.list().find((process) => process.pid === Number(pid));
    const unit = [...manager.units.values()].find(
      ({ sessions }) => owner !== undefined && sessions.has(owner.session),
    );
    manager.entries.push({
      at: manager.system.now(),
      boot: manager.system.machine.bootId(),
      priority: Number(priority) & 7,
      unit: unit?.unit.name ?? '',
      identifier,
      pid: Number(pid),
      message,
    });
  }
}

/** `reply<TAB>verb<TAB>unit`, answered on the pipe named first. */
function* readRequests(loop: Loop): Step<void> {
  const { manager } = loop;
  for (const line of yield* linesFrom(loop, loop.pipes.requests)) {
    const [reply = '', verb = '', name = ''] = line.split('\t');
    const { system } = manager;
    const opened = yield* system.descriptors.open(reply, { access: 'both' }, 0);
    if (!opened.ok) continue;
    heed(manager, {
      verb,
      name,
      answer: (how) => {
        loop.replies.push({ descriptor: opened.value, how });
      },
    });
  }
}

/** Stops what runs in the order opposite to its start, then ends every process; the status says whether it comes back. */
function* shutDown(loop: Loop): Step<number> {
  const { manager } = loop;
  const { system } = manager;
  manager.jobs.push({ steps: stopAll(manager), wait: null, answer: () => undefined });
  while (manager.jobs.length > 0) yield* round(loop);
  const isBack = manager.ending === 'reboot';
  manager.console.push(
    `[  OK  ] Reached target ${isBack ? 'reboot.target - System Reboot' : 'poweroff.target - System Power Off'}.\n`,
  );
  yield* flush(loop);
  system.processes.kill(-1, 'TERM');
  yield* system.processes.sleep(10);
  system.processes.kill(-1, 'KILL');
  for (const path of [stateFile, requestPipe, notifyPipe, logPipe]) system.files.remove(path);
  yield* system.descriptors.write(1, isBack ? 'reboot: Restarting system\n' : 'reboot: Power down\n');
  return isBack ? 1 : 0;
}

function* stopAll(manager: Manager): Job {
  for (const state of [...manager.units.values()].toReversed())
    if (state.unit.service !== null && state.active !== 'inactive') yield* stopOne(manager, state);
  return 'success';
}
