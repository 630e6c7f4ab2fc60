import type { Bytes } from '../../bytes.ts';
import { change } from './record.ts';
import { goToEmergency, tellDependency } from './emergency.ts';
import { generateMounts } from './mount-units.ts';
import { startOne } from './service-start.ts';
import { reloadOne, stopOne } from './service-stop.ts';
import type { Job, Manager, UnitResult, UnitState } from './state.ts';
import { defaultTarget } from './unit-store.ts';
import { isLoaded, load, reloadAll, startOrder } from './units.ts';

export const requestPipe = '/run/systemd/private';

/** What init answers: the unit's result, or why nothing was tried. */
export type Reply = UnitResult | 'absent' | 'masked' | 'no-reload' | 'inactive';

/** Starts a unit with all it needs. A need that fails stops it, a wish does not. */
export function* startWithNeeds(manager: Manager, state: UnitState): Job {
  for (const next of startOrder(manager, state)) {
    if (next.active === 'active' || next.isBusy) continue;
    const missing = next.unit.requires.some((name) => {
      const found = load(manager, name);
      return !isLoaded(found) || found.active === 'failed' || found.result === 'dependency';
    });
    const result = missing ? 'dependency' : yield* startOne(manager, next);
    if (missing) tellDependency(manager, next);
    if (missing && next.unit.name === 'local-fs.target') {
      goToEmergency(manager, next);
      return 'dependency';
    }
    if (next === state) return result;
  }
  return 'success';
}

function* restart(manager: Manager, state: UnitState): Job {
  yield* stopOne(manager, state);
  return yield* startWithNeeds(manager, state);
}

export type Request = { readonly verb: Bytes; readonly name: Bytes; readonly answer: (reply: Reply) => void };

export function heed(manager: Manager, { verb, name, answer }: Request): void {
  switch (verb) {
    case 'daemon-reload':
      generateMounts(manager.system);
      reloadAll(manager);
      return answer('success');
    case 'default':
      return heedUnit(manager, { verb: 'start', name: defaultTarget(manager.system), answer });
    case 'poweroff':
    case 'halt':
    case 'reboot':
      manager.ending = verb === 'reboot' ? 'reboot' : 'off';
      return answer('success');
    case 'reset-failed':
      forgive(manager, name);
      return answer('success');
    default:
      heedUnit(manager, { verb, name, answer });
  }
}

function forgive(manager: Manager, name: Bytes): void {
  for (const state of manager.units.values()) {
    if (name !== '' && state.unit.name !== name) continue;
    state.starts = [];
    state.restarts = 0;
    if (state.active !== 'failed') continue;
    state.result = 'success';
    change(manager, state, { active: 'inactive', sub: 'dead' });
  }
}

function heedUnit(manager: Manager, { verb, name, answer }: Request): void {
  const state = load(manager, name);
  if (!isLoaded(state)) return answer(state.kind);
  const run = (steps: Job): void => {
    manager.jobs.push({ steps, wait: null, answer });
  };
  const isUp = state.active === 'active';
  switch (verb) {
    case 'start':
      return isUp ? answer('success') : run(startWithNeeds(manager, state));
    case 'stop':
      return run(stopOne(manager, state));
    case 'restart':
      return run(restart(manager, state));
    case 'try-restart':
      return isUp ? run(restart(manager, state)) : answer('success');
    case 'reload':
      if (!isUp) return answer('inactive');
      return state.unit.service?.reload.length === 0 ? answer('no-reload') : run(reloadOne(manager, state));
    case 'reload-or-restart':
      return run(
        isUp && state.unit.service?.reload.length !== 0 ? reloadOne(manager, state) : restart(manager, state),
      );
    default:
      return answer('protocol');
  }
}
