import type { ReactNode } from 'react';
import { closePanel } from '../../app/panels.ts';
import { useText } from '../../text/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { EditsView } from './edits-view.tsx';
import { useEdits } from './use-edits.ts';
import { walkEdit } from './walk-edit.ts';

/** As many as the lab remembers. */
const all = 200;

export function EditsPanel(): ReactNode {
  const words = useText().edits;
  const edits = useEdits(all);
  return (
    <Dialog
      open
      wide
      title={words.list}
      description={words.about}
      onOpenChange={(open) => (open ? undefined : closePanel())}
    >
      <EditsView edits={edits} onWalk={(way, edit) => void walkEdit(way, edit)} />
    </Dialog>
  );
}
