import type { Bytes } from '../../bytes.ts';
import type { ChildChange, Step } from '../../kernel/program.ts';
import { change, priorities, tell } from './record.ts';
import { again, fail, pidsOf, resultOf, startOne, tellEnd } from './service-start.ts';
import type { Manager, UnitState } from './state.ts';

/** Takes what ended: a job may wait for it, a service may have lost its main process. */
export function* reapChildren(manager: Manager): Step<boolean> {
  let isAny = false;
  for (;;) {
    const answer = yield* manager.system.processes.wait({ pid: null, isHanging: false, alsoStopped: false });
    if (!answer.ok || answer.value === null) return isAny;
    isAny = true;
    noteEnd(manager, answer.value);
  }
}

function noteEnd(manager: Manager, end: ChildChange): void {
  const state = [...manager.units.values()].find(({ mainPid }) => mainPid === end.pid);
  if (state === undefined || state.isBusy) {
    manager.exits.set(end.pid, end);
    return;
  }
  mainEnded(manager, state, end);
}

function mainEnded(manager: Manager, state: UnitState, end: ChildChange): void {
  const { service } = state.unit;
  if (service === null) return;
  const result = resultOf(end);
  if (result !== 'success') tellEnd(manager, state, { end, which: 'Main' });
  for (const pid of pidsOf(manager, state))
    if (service.kills === 'all') manager.system.processes.kill(pid, 'TERM');
  state.sessions.clear();
  if (result === 'success') {
    state.mainPid = null;
    state.result = 'success';
    change(manager, state, { active: 'inactive', sub: 'dead' });
    tell(manager, state, {
      message: `${state.unit.name}: Deactivated successfully.`,
      priority: priorities.note,
    });
  } else fail(manager, state, result);
  again(manager, state, service);
}

/** Units whose time to be tried again has come. */
export function restartDue(manager: Manager): void {
  const now = manager.system.steady();
  for (const state of manager.units.values()) {
    if (state.restartAt === null || state.restartAt > now) continue;
    state.restartAt = null;
    state.restarts += 1;
    const message = `${state.unit.name}: Scheduled restart job, restart counter is at ${state.restarts}.`;
    tell(manager, state, { message, priority: priorities.note });
    manager.jobs.push({ steps: startOne(manager, state), wait: null, answer: () => undefined });
  }
}

/** Goes on with every job whose wait is over. */
export function stepJobs(manager: Manager): void {
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const job of manager.jobs.slice()) {
      if (!isDue(manager, job.wait)) continue;
      isMoving = true;
      const next = job.steps.next();
      if (next.done === true) {
        manager.jobs.splice(manager.jobs.indexOf(job), 1);
        job.answer(next.value);
      } else job.wait = next.value;
    }
  }
}

function isDue({ system }: Manager, wait: Manager['jobs'][number]['wait']): boolean {
  return wait === null || wait.isMet() || (wait.until !== null && system.steady() >= wait.until);
}

/** Lab milliseconds until something is due by the clock; null: nothing is. */
export function untilDue(manager: Manager): number | null {
  const times = [
    ...[...manager.units.values()].map(({ restartAt }) => restartAt),
    ...manager.jobs.map(({ wait }) => wait?.until ?? null),
  ]
    .filter((at) => at !== null)
    .filter((at) => at !== Infinity);
  return times.length === 0 ? null : Math.max(0, Math.min(...times) - manager.system.steady());
}

/** What services wrote becomes lines of the journal. */
export function* readOutputs(manager: Manager, ready: readonly number[]): Step<void> {
  for (const state of manager.units.values()) {
    const { output } = state;
    if (output === null || !ready.includes(output.reading)) continue;
    const bytes = yield* manager.system.descriptors.read(output.reading, 65_536);
    if (!bytes.ok) continue;
    const lines = (output.held + bytes.value).split('\n');
    output.held = lines.pop() ?? '';
    for (const line of lines) if (line !== '') said(manager, state, line);
  }
}

function said(manager: Manager, state: UnitState, message: Bytes): void {
  const [first = state.unit.name] = state.unit.service?.start[0]?.words ?? [];
  manager.entries.push({
    at: manager.system.now(),
    boot: manager.system.machine.bootId(),
    priority: priorities.note,
    unit: state.unit.name,
    identifier: first.slice(first.lastIndexOf('/') + 1),
    pid: state.mainPid ?? Math.max(0, ...state.sessions),
    message,
  });
}
