import type { Bytes } from '../../bytes.ts';
import { hasOpenrc, openrcUnit } from './openrc.ts';
import type { Manager, UnitState } from './state.ts';
import type { Found } from './unit-store.ts';
import { findUnit } from './unit-store.ts';

/** A unit that is loaded stays as it was read until `daemon-reload`. */
export function load(manager: Manager, asked: Bytes): UnitState | Exclude<Found, { readonly kind: 'unit' }> {
  const known = manager.units.get(manager.aliases.get(asked) ?? asked);
  if (known !== undefined) return known;
  const found = search(manager, asked);
  if (found.kind !== 'unit') return found;
  const { unit } = found;
  if (unit.name !== asked) manager.aliases.set(asked, unit.name);
  const existing = manager.units.get(unit.name);
  if (existing !== undefined) return existing;
  const state: UnitState = {
    unit,
    active: 'inactive',
    sub: 'dead',
    mainPid: null,
    sessions: new Set(),
    since: 0,
    result: 'success',
    main: null,
    starts: [],
    restarts: 0,
    restartAt: null,
    isNotified: false,
    isBusy: false,
    output: null,
  };
  manager.units.set(unit.name, state);
  return state;
}

function search({ system }: Manager, asked: Bytes): Found {
  if (!hasOpenrc(system)) return findUnit(system, asked);
  const unit = openrcUnit(system, asked);
  return unit === null ? { kind: 'absent', name: asked } : { kind: 'unit', unit };
}

export const isLoaded = (found: ReturnType<typeof load>): found is UnitState => 'unit' in found;

/** Reads every unit again; those that are gone and do nothing are forgotten. */
export function reloadAll(manager: Manager): void {
  manager.aliases.clear();
  for (const [name, state] of manager.units) {
    const found = search(manager, name);
    if (found.kind === 'unit') state.unit = found.unit;
    else if (state.active === 'inactive') manager.units.delete(name);
  }
  markRead(manager);
  manager.isChanged = true;
}

/** When units were last read: systemctl tells of files that are newer. */
export function markRead({ system }: Manager): void {
  system.files.writeFile('/run/systemd/read-at', `${system.now()}\n`, 0o644);
}

/** What has to be started for a unit, in the order it is started: what it needs and wants, each after what it says. */
export function startOrder(manager: Manager, first: UnitState): readonly UnitState[] {
  const wanted = new Set<UnitState>();
  gather(manager, first, wanted);
  const order: UnitState[] = [];
  const seen = new Set<UnitState>();
  const visit = (state: UnitState): void => {
    if (seen.has(state)) return;
    seen.add(state);
    const { requires, wants, after } = state.unit;
    // A target comes after what it wants, as systemd orders it by itself.
    const before = state.unit.service === null ? [...requires, ...wants, ...after] : [...requires, ...after];
    for (const name of before) {
      const found = load(manager, name);
      if (isLoaded(found) && wanted.has(found)) visit(found);
    }
    order.push(state);
  };
  for (const state of wanted) visit(state);
  return order;
}

function gather(manager: Manager, state: UnitState, into: Set<UnitState>): void {
  if (into.has(state)) return;
  into.add(state);
  for (const name of [...state.unit.requires, ...state.unit.wants]) {
    const found = load(manager, name);
    if (isLoaded(found)) gather(manager, found, into);
  }
}
