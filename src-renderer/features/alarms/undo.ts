/** The last thing done that can be taken back, until the next one. */
import { create } from 'zustand';

export type Undo = { readonly text: string; readonly run: () => Promise<void> };

export const useUndo = create<{ readonly last: Undo | null }>(() => ({ last: null }));

export const offerUndo = (last: Undo | null): void => useUndo.setState({ last });
