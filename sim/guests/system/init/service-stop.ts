import { signalTable, type SignalName } from '../../kernel/signals.table.ts';
import { wordsFor } from './mount-units.ts';
import { change, priorities, tell, titleOf } from './record.ts';
import { control, pidsOf } from './service-start.ts';
import type { Job, Manager, UnitResult, UnitState } from './state.ts';
import { show } from './state.ts';

export function* stopOne(manager: Manager, state: UnitState): Job {
  const { service } = state.unit;
  state.restartAt = null;
  if (service === null) {
    change(manager, state, { active: 'inactive', sub: 'dead' });
    tell(manager, state, { message: `Stopped target ${titleOf(state)}.`, priority: priorities.note });
    return 'success';
  }
  if (state.active === 'failed' || state.active === 'inactive') return 'success';
  const until = manager.system.steady() + service.stopTimeout;
  state.isBusy = true;
  const words = wordsFor(state.unit.name, service.type);
  tell(manager, state, { message: `${words.undoing} ${titleOf(state)}...`, priority: priorities.note });
  change(manager, state, { active: 'deactivating', sub: 'stop' });
  for (const command of service.stop) yield* control(manager, state, { command, until });
  change(manager, state, { active: 'deactivating', sub: 'stop-sigterm' });
  yield* putAway(manager, state, until);
  state.isBusy = false;
  state.sessions.clear();
  state.mainPid = null;
  state.result = 'success';
  change(manager, state, { active: 'inactive', sub: 'dead' });
  tell(manager, state, {
    message: `${state.unit.name}: Deactivated successfully.`,
    priority: priorities.note,
  });
  tell(manager, state, { message: `${words.undone} ${titleOf(state)}.`, priority: priorities.note });
  show(manager, `[  OK  ] ${words.undone} ${titleOf(state)}.\n`);
  return 'success';
}

function* putAway(manager: Manager, state: UnitState, until: number): Job {
  const { service, name } = state.unit;
  if (service === null || service.kills === 'none') return 'success';
  const main = state.mainPid;
  const all = (): readonly number[] => pidsOf(manager, state);
  // `process` leaves the sessions of those who are logged in alone.
  const left = (): readonly number[] =>
    service.kills === 'main' && main !== null ? all().filter((pid) => pid === main) : all();
  const signal = signalNamed(service.killSignal);
  for (const pid of left()) manager.system.processes.kill(pid, signal);
  if (left().length > 0) yield { isMet: () => left().length === 0, until };
  if (left().length === 0) return 'success';
  tell(manager, state, {
    message: `${name}: State 'stop-sigterm' timed out. Killing.`,
    priority: priorities.warning,
  });
  for (const pid of left()) manager.system.processes.kill(pid, 'KILL');
  yield { isMet: () => left().length === 0, until: manager.system.steady() + 1000 };
  return 'success';
}

const signalNamed = (name: string): SignalName => (name in signalTable ? (name as SignalName) : 'TERM');

export function* reloadOne(manager: Manager, state: UnitState): Job {
  const { service } = state.unit;
  if (service === null || service.reload.length === 0) return 'protocol';
  const until = manager.system.steady() + service.startTimeout;
  tell(manager, state, { message: `Reloading ${titleOf(state)}...`, priority: priorities.note });
  change(manager, state, { active: 'reloading', sub: 'reload' });
  let result: UnitResult = 'success';
  for (const command of service.reload) {
    if ((yield* control(manager, state, { command, until })) === 'success') continue;
    result = 'exit-code';
    break;
  }
  change(manager, state, { active: 'active', sub: 'running' });
  if (result === 'success')
    tell(manager, state, { message: `Reloaded ${titleOf(state)}.`, priority: priorities.note });
  else tell(manager, state, { message: `Reload failed for ${titleOf(state)}.`, priority: priorities.error });
  return result;
}
