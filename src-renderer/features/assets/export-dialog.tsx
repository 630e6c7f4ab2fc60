import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { AssetFilterInput } from '../../../sim/contract/assets.ts';
import { query } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { countText } from '../../ui/numbers.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { showDone, showRefusal } from '../../ui/toasts.ts';
import { csvParts, saveFile } from './export-csv.ts';

type ExportDialogProps = {
  readonly filter: AssetFilterInput;
  readonly total: number;
  readonly onClose: () => void;
};

export function ExportDialog({ filter, total, onClose }: ExportDialogProps): ReactNode {
  const words = useText().assets.csv;
  const [share, setShare] = useState<number | null>(null);
  const stopped = useRef(false);
  useEffect(
    () => () => {
      stopped.current = true;
    },
    [],
  );
  const run = async (): Promise<void> => {
    stopped.current = false;
    setShare(0);
    const isStopped = (): boolean => stopped.current;
    const parts = await csvParts(filter, { query, onProgress: setShare, isStopped });
    if (isStopped()) return;
    if (parts.ok) {
      saveFile('devices.csv', parts.value);
      showDone(words.exported(countText(total)));
    } else {
      showRefusal(parts.refusal);
    }
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.exportTitle}
      description={words.exportAbout(countText(total))}
      footer={
        <>
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button
            look="primary"
            refusedBecause={share === null ? null : words.running}
            onClick={() => void run()}
          >
            {words.exportNow}
          </Button>
        </>
      }
    >
      {share === null ? (
        <p className="text-12 text-text-2">{words.exportNote}</p>
      ) : (
        <ProgressBar label={words.running} value={share} />
      )}
    </Dialog>
  );
}
