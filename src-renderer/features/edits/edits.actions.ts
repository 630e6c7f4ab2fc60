import { History, Redo2, Undo2 } from 'lucide-react';
import { always } from '../../app/actions.ts';
import type { Action } from '../../app/actions.ts';
import { openPanel } from '../../app/panels.ts';
import { text } from '../../text/text.ts';
import type { NextEdits } from './own-edits.ts';
import { walkEdit } from './walk-edit.ts';

/** Why the page's own next edit cannot be walked now; null where it can, or where only the host knows. */
export function refusedBecause(next: NextEdits, way: 'undo' | 'redo'): string | null {
  if (next === null) return null;
  const edit = next[way];
  const words = text().edits;
  if (edit === null) return way === 'undo' ? words.nothingToUndo : words.nothingToRedo;
  if (edit.refusal === null) return null;
  return [edit.refusal.message, edit.refusal.hint].filter(Boolean).join('. ');
}

export function editActions(): readonly Action[] {
  const words = text().edits;
  const { section } = words;
  return [
    {
      id: 'edit.undo',
      title: words.undo,
      section,
      shortcut: 'Mod+z',
      icon: Undo2,
      // The page learns of its own edit a moment after the lab: only the lab knows which is the last.
      disabled: always,
      run: () => walkEdit('undo', null),
    },
    {
      id: 'edit.redo',
      title: words.redo,
      section,
      shortcut: 'Mod+Shift+z',
      icon: Redo2,
      disabled: always,
      run: () => walkEdit('redo', null),
    },
    {
      id: 'edit.list',
      title: words.open,
      section,
      shortcut: null,
      icon: History,
      disabled: always,
      run: () => openPanel('edits'),
    },
  ];
}
