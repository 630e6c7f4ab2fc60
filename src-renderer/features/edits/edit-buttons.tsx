import { History, Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { openPanel } from '../../app/panels.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { editTitle } from './edit-words.ts';
import { refusedBecause } from './edits.actions.ts';
import { nextOf, useOwnEdits } from './own-edits.ts';
import type { NextEdits } from './own-edits.ts';
import { useEdits } from './use-edits.ts';
import { walkEdit } from './walk-edit.ts';

/** So far back a page looks for its own last edit; beyond, the host knows. */
const lookedAt = 40;

/** Undo, redo and the list, kept true by the list itself. */
export function EditButtons(): ReactNode {
  const { data } = useEdits(lookedAt);
  const next = useOwnEdits((state) => state.next);
  useEffect(() => {
    useOwnEdits.setState({ next: data === null ? null : nextOf(data.items) });
  }, [data]);
  return <EditButtonsView next={next} />;
}

/** Undo and redo name what they would take. */
export function EditButtonsView({ next }: { readonly next: NextEdits }): ReactNode {
  const words = useText().edits;
  const [undo, redo] = [next?.undo ?? null, next?.redo ?? null];
  return (
    <div role="group" aria-label={words.section} className="flex shrink-0 items-center max-[760px]:hidden">
      <IconButton
        icon={Undo2}
        label={undo === null ? words.undo : words.undoOf(editTitle(words, undo.what))}
        shortcut="Mod+z"
        refusedBecause={refusedBecause(next, 'undo')}
        onClick={() => void walkEdit('undo', undo)}
      />
      <IconButton
        icon={Redo2}
        label={redo === null ? words.redo : words.redoOf(editTitle(words, redo.what))}
        shortcut="Mod+Shift+z"
        refusedBecause={refusedBecause(next, 'redo')}
        onClick={() => void walkEdit('redo', redo)}
      />
      <IconButton icon={History} label={words.open} onClick={() => openPanel('edits')} />
    </div>
  );
}
