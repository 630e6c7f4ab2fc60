/** Why clients wait: the lab stands still, and nothing that takes lab time goes on. */
import { Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type PausedNoteProps = {
  /** What waits. */
  readonly what: string;
  readonly onRun: () => void;
};

export function PausedNote({ what, onRun }: PausedNoteProps): ReactNode {
  const words = useText().vsphere;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12">
      <StatusMark kind="stale" word={words.waitsPaused} showWord />
      <span className="text-text-2">{what}</span>
      <Button icon={Play} onClick={onRun}>
        {words.letRun}
      </Button>
    </div>
  );
}
