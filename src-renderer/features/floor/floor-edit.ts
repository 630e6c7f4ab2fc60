/** What is chosen on the floor, what of it is taken up, and which form is open. */
import { create } from 'zustand';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Ghost } from '../../canvas/floor/floor-scene.ts';
import type { Point } from '../../canvas/floor/viewport.ts';
import { atRest, type Lift, type Snap } from './lift.ts';
import type { RopeDraft } from './rope-draft.ts';

export type FloorForm = 'racks' | 'unit' | 'row' | 'room' | 'remove' | 'card' | 'rope';

export type FloorEdit = {
  readonly isOn: boolean;
  /** Several at once; the inspector follows the one selection of all screens. */
  readonly chosen: ReadonlySet<EntityId>;
  /** Null: nothing is taken up. */
  readonly lift: Lift | null;
  readonly snap: Snap;
  readonly form: FloorForm | null;
  /** Racks that a form proposes. */
  readonly proposal: readonly Ghost[];
  /** The rope whose course is drawn while its form is open. */
  readonly rope: RopeDraft | null;
  /** Where the plan was clicked last while a form asks for a point. */
  readonly point: Point | null;
};

const nothing: ReadonlySet<EntityId> = new Set();

export const useFloorEdit = create<FloorEdit>(() => ({
  isOn: false,
  chosen: nothing,
  lift: null,
  snap: 'fine',
  form: null,
  proposal: [],
  rope: null,
  point: null,
}));

export const leaveEdit = (): void =>
  useFloorEdit.setState({ isOn: false, lift: null, form: null, proposal: [], rope: null, point: null });

export const chooseNone = (): void => useFloorEdit.setState({ chosen: nothing, lift: null });
export const choose = (ids: Iterable<EntityId>): void =>
  useFloorEdit.setState({ chosen: new Set(ids), lift: null });

export const openForm = (form: FloorForm): void =>
  useFloorEdit.setState({ form, proposal: [], rope: null, point: null, lift: null });
export const closeForm = (): void =>
  useFloorEdit.setState({ form: null, proposal: [], rope: null, point: null });

/** Opens the form with what is known of the rope; chosen things would take its keys. */
export const openRope = (rope: RopeDraft): void =>
  useFloorEdit.setState({
    isOn: true,
    form: 'rope',
    rope,
    chosen: nothing,
    proposal: [],
    point: null,
    lift: null,
  });

export function changeRope(change: (rope: RopeDraft) => RopeDraft): void {
  const { rope } = useFloorEdit.getState();
  if (rope !== null) useFloorEdit.setState({ rope: change(rope) });
}

export function toggleChosen(id: EntityId): void {
  const next = new Set(useFloorEdit.getState().chosen);
  if (!next.delete(id)) next.add(id);
  choose(next);
}

/** Moves what is taken up by so much more; takes it up first where it is not. */
export function nudge(by: Point): void {
  const { lift, chosen } = useFloorEdit.getState();
  if (chosen.size === 0) return;
  const from = lift ?? atRest;
  const tenth = (metres: number): number => Math.round(metres * 1000) / 1000;
  useFloorEdit.setState({
    lift: { ...from, by: { x: tenth(from.by.x + by.x), y: tenth(from.by.y + by.y) } },
  });
}

export function turn(): void {
  const { lift, chosen } = useFloorEdit.getState();
  if (chosen.size === 0) return;
  const from = lift ?? atRest;
  useFloorEdit.setState({ lift: { ...from, turns: (from.turns + 1) % 4 } });
}

/** One step back: what is taken up, then what is chosen, then the editing itself. */
export function stepBack(): boolean {
  const { lift, chosen, isOn, form } = useFloorEdit.getState();
  if (form !== null) closeForm();
  else if (lift !== null) useFloorEdit.setState({ lift: null });
  else if (chosen.size > 0) chooseNone();
  else if (isOn) leaveEdit();
  else return false;
  return true;
}
