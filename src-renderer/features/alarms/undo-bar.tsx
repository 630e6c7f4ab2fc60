import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { offerUndo, useUndo } from './undo.ts';

/** What was just done, while it can be taken back. */
export function UndoBar(): ReactNode {
  const words = useText();
  const last = useUndo((state) => state.last);
  if (last === null) return null;
  const undo = () => {
    offerUndo(null);
    void last.run();
  };
  return (
    <div role="status" className="flex shrink-0 items-center gap-3 border-b bg-raised px-3 py-1 text-12">
      <span>{last.text}</span>
      <Button look="ghost" onClick={undo} className="ml-auto">
        {words.ui.undo}
      </Button>
      <IconButton icon={X} label={words.alarms.tasks.keep} onClick={() => offerUndo(null)} />
    </div>
  );
}
