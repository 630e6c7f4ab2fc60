/** What the user looks at. One for all screens, so that the inspector follows; mirrored in the URL by selection-url.tsx. */
import { create } from 'zustand';
import type { EntityId } from '../../sim/contract/ids.ts';

type SelectionState = {
  readonly selected: EntityId | null;
  /** Grows with each selecting, so that choosing the same thing again opens a closed inspector. */
  readonly turn: number;
  readonly select: (id: EntityId | null) => void;
};

export const useSelection = create<SelectionState>((set) => ({
  selected: null,
  turn: 0,
  select: (id) => set((last) => ({ selected: id, turn: last.turn + 1 })),
}));
