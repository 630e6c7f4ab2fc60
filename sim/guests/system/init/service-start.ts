import type { Bytes } from '../../bytes.ts';
import type { ChildChange } from '../../kernel/program.ts';
import { tellMissing } from './emergency.ts';
import { wordsFor } from './mount-units.ts';
import { change, endedOf, priorities, tell, titleOf } from './record.ts';
import { runCommand } from './run-command.ts';
import type { Job, JobWait, Manager, UnitResult, UnitState } from './state.ts';
import { show } from './state.ts';
import type { Command, Service } from './unit.ts';

/** A unit that has no processes: it is reached. */
function reach(manager: Manager, state: UnitState): UnitResult {
  change(manager, state, { active: 'active', sub: 'active' });
  tell(manager, state, { message: `Reached target ${titleOf(state)}.`, priority: priorities.note });
  show(manager, `[  OK  ] Reached target ${titleOf(state)}.\n`);
  return 'success';
}

/** `vmware`, `!vmware`, `yes`. The only one that can be told from inside is VMware's. */
function isMet({ system }: Manager, condition: Bytes | null): boolean {
  if (condition === null) return true;
  const wanted = condition.replace(/^!/, '');
  const isVmware = system.machine.hypervisor() !== null;
  const isSo = isVmware && ['vmware', 'vm', 'yes', 'true', '1'].includes(wanted);
  return isSo !== condition.startsWith('!');
}

function skip(manager: Manager, state: UnitState): UnitResult {
  const condition = `ConditionVirtualization=${state.unit.virtualization ?? ''}`;
  tell(manager, state, {
    message: `${titleOf(state)} was skipped because of an unmet condition check (${condition}).`,
    priority: priorities.note,
  });
  return 'success';
}

export function* startOne(manager: Manager, state: UnitState): Job {
  const { service } = state.unit;
  if (service === null) return reach(manager, state);
  if (!isMet(manager, state.unit.virtualization)) return skip(manager, state);
  const now = manager.system.steady();
  state.starts = [...state.starts.filter((at) => now - at < service.burstSpan), now];
  state.restartAt = null;
  if (state.starts.length > service.burst) return tooOften(manager, state);
  const words = wordsFor(state.unit.name, service.type);
  tell(manager, state, { message: `${words.doing} ${titleOf(state)}...`, priority: priorities.note });
  state.main = null;
  state.mainPid = null;
  state.isNotified = false;
  state.isBusy = true;
  const result = yield* begin(manager, state, service);
  state.isBusy = false;
  if (result === 'dependency') return result;
  if (result === 'success') return started(manager, state, service);
  yield* sweep(manager, state);
  fail(manager, state, result);
  tell(manager, state, {
    message: `Failed to ${words.failing} ${titleOf(state)}.`,
    priority: priorities.error,
  });
  show(
    manager,
    `[FAILED] Failed to ${words.failing} ${titleOf(state)}.\nSee 'systemctl status ${state.unit.name}' for details.\n`,
  );
  again(manager, state, service);
  return result;
}

function tooOften(manager: Manager, state: UnitState): UnitResult {
  const { name } = state.unit;
  tell(manager, state, {
    message: `${name}: Start request repeated too quickly.`,
    priority: priorities.warning,
  });
  fail(manager, state, 'start-limit-hit');
  tell(manager, state, { message: `Failed to start ${titleOf(state)}.`, priority: priorities.error });
  return 'start-limit-hit';
}

function started(manager: Manager, state: UnitState, service: Service): UnitResult {
  const verb = wordsFor(state.unit.name, service.type).done;
  if (service.type === 'oneshot' && !service.remains)
    change(manager, state, { active: 'inactive', sub: 'dead' });
  else change(manager, state, { active: 'active', sub: subOf(state) });
  state.result = 'success';
  tell(manager, state, { message: `${verb} ${titleOf(state)}.`, priority: priorities.note });
  show(manager, `[  OK  ] ${verb} ${titleOf(state)}.\n`);
  return 'success';
}

function subOf({ unit, mainPid }: UnitState): Bytes {
  if (unit.name.endsWith('.mount')) return 'mounted';
  if (unit.name.endsWith('.swap')) return 'active';
  return mainPid === null ? 'exited' : 'running';
}

/** Its disk may come later; what is mounted already is left as it is. */
function* awaitDisk(manager: Manager, state: UnitState, service: Service): Job {
  const { system } = manager;
  const device = service.device ?? null;
  if (device === null) return 'success';
  const isThere = (): boolean => system.files.stat(device).ok;
  if (!isThere()) yield { isMet: isThere, until: system.steady() + service.startTimeout };
  if (isThere()) return 'success';
  tellMissing(manager, state, device);
  return 'dependency';
}

const isMounted = ({ system }: Manager, { place }: Service): boolean =>
  place !== undefined && place !== null && system.files.mounts().some(({ at }) => at === place);

export function fail(manager: Manager, state: UnitState, result: UnitResult): void {
  state.result = result;
  state.mainPid = null;
  change(manager, state, { active: 'failed', sub: 'failed' });
  tell(manager, state, {
    message: `${state.unit.name}: Failed with result '${result}'.`,
    priority: priorities.warning,
  });
}

/** By its policy it is tried again after a while. */
export function again(manager: Manager, state: UnitState, service: Service): void {
  const isQuiet =
    state.main !== null && service.quietStatuses.includes(Number.parseInt(state.main.status, 10));
  if (isQuiet || state.result === 'start-limit-hit' || !wantsRestart(service.restart, state.result)) return;
  state.restartAt = manager.system.steady() + service.restartDelay;
  change(manager, state, { active: 'activating', sub: 'auto-restart' });
}

function wantsRestart(policy: Service['restart'], result: UnitResult): boolean {
  switch (policy) {
    case 'no':
      return false;
    case 'always':
      return true;
    case 'on-success':
      return result === 'success';
    case 'on-failure':
      return result !== 'success';
    case 'on-abnormal':
      return result === 'signal' || result === 'timeout';
    case 'on-abort':
      return result === 'signal';
    default:
      return policy satisfies never;
  }
}

function* begin(manager: Manager, state: UnitState, service: Service): Job {
  if (isMounted(manager, service)) return 'success';
  const disk = yield* awaitDisk(manager, state, service);
  if (disk !== 'success') return disk;
  const until = manager.system.steady() + service.startTimeout;
  change(manager, state, { active: 'activating', sub: 'start-pre' });
  for (const command of service.before) {
    const result = yield* control(manager, state, { command, until });
    if (result !== 'success') return result;
  }
  change(manager, state, { active: 'activating', sub: 'start' });
  switch (service.type) {
    case 'simple':
    case 'notify':
      return yield* startMain(manager, state, { service, until });
    case 'oneshot':
      for (const command of service.start) {
        const result = yield* control(manager, state, { command, until });
        if (result !== 'success') return result;
      }
      return 'success';
    case 'forking':
      return yield* startForking(manager, state, { service, until });
    default:
      return service.type satisfies never;
  }
}

type Starting = { readonly service: Service; readonly until: number };

function* startMain(manager: Manager, state: UnitState, { service, until }: Starting): Job {
  const [command] = service.start;
  const started = command === undefined ? null : runCommand(manager, state, command);
  if (started === null || !started.ok) return 'resources';
  const pid = started.value;
  state.mainPid = pid;
  if (service.type === 'simple') return 'success';
  yield { isMet: () => state.isNotified || manager.exits.has(pid), until };
  if (state.isNotified) return 'success';
  const end = taken(manager, pid);
  if (end === null) return 'timeout';
  tellEnd(manager, state, { end, which: 'Main' });
  return resultOf(end) === 'success' ? 'protocol' : resultOf(end);
}

function* startForking(manager: Manager, state: UnitState, { service, until }: Starting): Job {
  const [command] = service.start;
  if (command === undefined) return 'resources';
  const result = yield* control(manager, state, { command, until });
  if (result !== 'success') return result;
  state.mainPid = mainOf(manager, state, service);
  return state.mainPid === null ? 'protocol' : 'success';
}

function mainOf(manager: Manager, state: UnitState, { pidFile }: Service): number | null {
  const own = pidsOf(manager, state);
  const written = pidFile === null ? null : manager.system.files.readFile(pidFile);
  const pid = written?.ok === true ? Number.parseInt(written.value, 10) : null;
  return pid !== null && own.includes(pid) ? pid : (own[0] ?? null);
}

export function pidsOf({ system }: Manager, state: UnitState): readonly number[] {
  if (state.sessions.size === 0) return [];
  return system.processes
    .list()
    .filter(({ session, state: how }) => how !== 'zombie' && state.sessions.has(session))
    .map(({ pid }) => pid);
}

/** What is left of it goes. */
function* sweep(manager: Manager, state: UnitState): Generator<JobWait, void, void> {
  for (const pid of pidsOf(manager, state)) manager.system.processes.kill(pid, 'TERM');
  if (pidsOf(manager, state).length > 0)
    yield { isMet: () => pidsOf(manager, state).length === 0, until: manager.system.steady() + 5000 };
  for (const pid of pidsOf(manager, state)) manager.system.processes.kill(pid, 'KILL');
  state.sessions.clear();
}

type Control = { readonly command: Command; readonly until: number };

/** A command that has to end before it goes on. */
export function* control(manager: Manager, state: UnitState, { command, until }: Control): Job {
  const started = runCommand(manager, state, command);
  if (!started.ok) return 'resources';
  const pid = started.value;
  yield { isMet: () => manager.exits.has(pid), until };
  const end = taken(manager, pid);
  if (end === null) {
    manager.system.processes.kill(pid, 'KILL');
    return command.mayFail ? 'success' : 'timeout';
  }
  const result = resultOf(end);
  if (result === 'success' || command.mayFail) return 'success';
  const which = state.unit.name.endsWith('.mount') ? 'Mount' : 'Control';
  tellEnd(manager, state, { end, which });
  return result;
}

function taken(manager: Manager, pid: number): ChildChange | null {
  const end = manager.exits.get(pid) ?? null;
  manager.exits.delete(pid);
  return end;
}

export function resultOf(end: ChildChange): UnitResult {
  if (end.how === 'killed') return ['TERM', 'INT', 'HUP', 'PIPE'].includes(end.signal) ? 'success' : 'signal';
  return end.how === 'exited' && end.status !== 0 ? 'exit-code' : 'success';
}

export function tellEnd(
  manager: Manager,
  state: UnitState,
  of: { readonly end: ChildChange; readonly which: Bytes },
): void {
  const ended = endedOf(of.end);
  if (of.which === 'Main') state.main = ended;
  const message = `${state.unit.name}: ${of.which} process exited, code=${ended.code}, status=${ended.status}`;
  tell(manager, state, { message, priority: priorities.notice });
}
