/** What undo and redo would take now, for buttons and shortcuts; kept by the buttons in the top bar. */
import { create } from 'zustand';
import type { EditView } from '../../../sim/contract/edits.ts';
import { isOfThisPage } from './edit-words.ts';

/** Null before the list was read: then the host is asked. */
export type NextEdits = { readonly undo: EditView | null; readonly redo: EditView | null } | null;

type OwnEdits = { readonly next: NextEdits };

export const useOwnEdits = create<OwnEdits>(() => ({ next: null }));

export function nextOf(items: readonly EditView[]): NonNullable<NextEdits> {
  const own = items.filter(({ by, turn }) => isOfThisPage(by) && turn === 'next');
  return {
    undo: own.find(({ state }) => state === 'done') ?? null,
    redo: own.find(({ state }) => state === 'undone') ?? null,
  };
}
