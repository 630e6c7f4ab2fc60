import type { Bytes } from '../../bytes.ts';
import type { ChildChange } from '../../kernel/program.ts';
import { signalTable } from '../../kernel/signals.table.ts';
import { statusNames } from './statuses.table.ts';
import type { ActiveState, Ended, Manager, UnitState } from './state.ts';

const note = 6;
const notice = 5;
const warning = 4;
const error = 3;
export const priorities = { note, notice, warning, error } as const;

/** What init itself says of a unit. */
export function tell(
  manager: Manager,
  state: UnitState,
  said: { readonly message: Bytes; readonly priority: number },
): void {
  const { system } = manager;
  manager.entries.push({
    at: system.now(),
    boot: system.machine.bootId(),
    priority: said.priority,
    unit: state.unit.name,
    identifier: 'systemd',
    pid: 1,
    message: said.message,
  });
}

export function change(
  manager: Manager,
  state: UnitState,
  to: { readonly active: ActiveState; readonly sub: Bytes },
): void {
  if (state.active !== to.active) state.since = manager.system.now();
  state.active = to.active;
  state.sub = to.sub;
  manager.isChanged = true;
}

export function endedOf(end: ChildChange): Ended {
  if (end.how === 'killed')
    return { pid: end.pid, code: 'killed', status: `${signalTable[end.signal].number}/${end.signal}` };
  const status = end.how === 'exited' ? end.status : 0;
  return { pid: end.pid, code: 'exited', status: `${status}/${statusNames[status] ?? 'n/a'}` };
}

/** `nginx.service - A web server`, as it is named in what is told. */
export const titleOf = ({ unit }: UnitState): Bytes =>
  unit.description === unit.name ? unit.name : `${unit.name} - ${unit.description}`;
