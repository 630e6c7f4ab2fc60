import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DeviceType, TypeImport } from '../../../sim/contract/device-types.ts';
import { perform } from '../../app/perform.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { countText } from '../../ui/numbers.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { showRefusal, showToast } from '../../ui/toasts.ts';
import { upload } from '../labs/upload.ts';
import { DeviceTypePicker } from './device-type-picker.tsx';
import { zippedFolder } from './folder-zip.ts';

function useLibrary() {
  const words = useText().assets.types;
  const [turn, setTurn] = useState(0);
  const [isBusy, setIsBusy] = useState(false);
  const [report, setReport] = useState<TypeImport | null>(null);
  const take = async (file: File): Promise<void> => {
    setIsBusy(true);
    const sent = await upload(file, () => undefined);
    if (sent.ok) {
      const receipt = await perform({ type: 'desk.import-device-types', file: sent.value });
      if (receipt !== null && 'deviceTypes' in receipt) setReport(receipt.deviceTypes ?? null);
      setTurn((last) => last + 1);
    } else {
      showRefusal(sent.refusal);
    }
    setIsBusy(false);
  };
  const takeFolder = async (files: readonly File[]): Promise<void> => {
    setIsBusy(true);
    const zip = await zippedFolder(files);
    setIsBusy(false);
    if (zip === null) showToast({ kind: 'refused', title: words.noYaml, hint: words.noYamlHint });
    else await take(zip);
  };
  const remove = async (manufacturer: string): Promise<void> => {
    const receipt = await perform(
      { type: 'desk.remove-device-types', manufacturer },
      words.removed(manufacturer),
    );
    if (receipt !== null) setTurn((last) => last + 1);
  };
  return { turn, isBusy, report, take, takeFolder, remove };
}

/** The machine's library: looked through, filled from a ZIP or a file, and cleared of a maker. */
export function DeviceTypesDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useText().assets.types;
  const { turn, isBusy, report, take, takeFolder, remove } = useLibrary();
  const [chosen, setChosen] = useState<DeviceType | null>(null);
  return (
    <Dialog open wide onOpenChange={onClose} title={words.title} description={words.about}>
      <div className="flex flex-col gap-4">
        <DeviceTypePicker turn={turn} chosen={chosen?.slug ?? null} onChoose={setChosen} />
        {chosen?.origin === 'imported' && (
          <div className="flex items-center gap-2 text-12">
            <span className="min-w-0 flex-1 truncate text-text-2">{chosen.slug}</span>
            <Button
              look="danger"
              icon={Trash2}
              onClick={() => {
                void remove(chosen.manufacturer);
                setChosen(null);
              }}
            >
              {words.remove(chosen.manufacturer)}
            </Button>
          </div>
        )}
        <TypeSources
          isBusy={isBusy}
          onFile={(file) => void take(file)}
          onFolder={(files) => void takeFolder(files)}
        />
        {isBusy && <ProgressBar label={words.importing} value={null} />}
        {report !== null && <TypeReport report={report} />}
      </div>
    </Dialog>
  );
}

type TypeSourcesProps = {
  readonly isBusy: boolean;
  readonly onFile: (file: File) => void;
  readonly onFolder: (files: readonly File[]) => void;
};

/** The same file or folder may be chosen twice in a row: its field is emptied each time. */
function TypeSources({ isBusy, onFile, onFolder }: TypeSourcesProps): ReactNode {
  const words = useText().assets.types;
  return (
    <div className="flex flex-wrap gap-4">
      <Field label={words.folder} hint={words.folderHint}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
            disabled={isBusy}
            className="min-h-8 text-13"
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = '';
              if (files.length > 0) onFolder(files);
            }}
          />
        )}
      </Field>
      <Field label={words.file} hint={words.fileHint}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".zip,.yaml,.yml"
            disabled={isBusy}
            className="min-h-8 text-13"
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              event.target.value = '';
              if (file !== undefined) onFile(file);
            }}
          />
        )}
      </Field>
    </div>
  );
}

export function TypeReport({ report }: { readonly report: TypeImport }): ReactNode {
  const words = useText().assets.types;
  const { added, replaced, wrong, remarks, remarkCount } = report;
  const more = remarkCount - remarks.length;
  return (
    <section role="status" aria-label={words.report} className="flex flex-col gap-1 text-12">
      <p className="font-medium">{words.imported(countText(added), countText(replaced), countText(wrong))}</p>
      <ul className="max-h-48 overflow-y-auto">
        {remarks.map(({ file, level, message }) => (
          <li key={`${file}-${message}`} className="flex items-start gap-2 border-t py-1">
            <StatusMark kind={level === 'wrong' ? 'major' : 'info'} word={words.levels[level]} size={12} />
            <span className="min-w-0">
              <span className="font-mono text-11 break-all">{file}</span>
              <span className="block text-text-2">{message}</span>
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="text-text-3">{words.more(countText(more))}</p>}
    </section>
  );
}
