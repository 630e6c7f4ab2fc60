import type { Bytes } from '../../bytes.ts';
import { deviceUnit } from './mount-units.ts';
import { change, priorities, tell, titleOf } from './record.ts';
import type { Manager, UnitState } from './state.ts';
import { show } from './state.ts';

/** A disk that a unit needs did not come in its time. */
export function tellMissing(manager: Manager, state: UnitState, device: Bytes): void {
  const unit = deviceUnit(device);
  const say = (message: Bytes): void => tell(manager, state, { message, priority: priorities.error });
  say(`${unit}: Job ${unit}/start timed out.`);
  say(`Timed out waiting for device ${unit} - ${device}.`);
  show(manager, `[ TIME ] Timed out waiting for device ${unit} - ${device}.\n`);
  tellDependency(manager, state);
}

export function tellDependency(manager: Manager, state: UnitState): void {
  const { name } = state.unit;
  state.result = 'dependency';
  change(manager, state, { active: 'inactive', sub: 'dead' });
  tell(manager, state, { message: `Dependency failed for ${titleOf(state)}.`, priority: priorities.error });
  const message = `${name}: Job ${name}/start failed with result 'dependency'.`;
  tell(manager, state, { message, priority: priorities.note });
  show(manager, `[DEPEND] Dependency failed for ${titleOf(state)}.\n`);
}

/** Without its file systems a machine goes no further: somebody has to come. */
export function goToEmergency(manager: Manager, state: UnitState): void {
  tell(manager, state, {
    message: `${state.unit.name}: Triggering OnFailure= dependencies.`,
    priority: priorities.note,
  });
  tell(manager, state, {
    message: 'Reached target emergency.target - Emergency Mode.',
    priority: priorities.note,
  });
  show(
    manager,
    '[  OK  ] Started emergency.service - Emergency Shell.\n[  OK  ] Reached target emergency.target - Emergency Mode.\nYou are in emergency mode. After logging in, type "journalctl -xb" to view\nsystem logs, "systemctl reboot" to reboot, "systemctl default" or "exit"\nto boot into default mode.\n',
  );
}
