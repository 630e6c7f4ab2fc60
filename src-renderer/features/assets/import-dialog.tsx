import { useState } from 'react';
import type { ReactNode } from 'react';
import { csvColumns } from '../../../sim/contract/asset-columns.table.ts';
import type { CsvMapping, CsvPlan } from '../../../sim/contract/assets.ts';
import { perform } from '../../app/perform.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { countText } from '../../ui/numbers.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { showRefusal } from '../../ui/toasts.ts';
import { upload } from '../labs/upload.ts';
import { saveFile } from './export-csv.ts';
import { ImportPlan } from './import-plan.tsx';

type Found = { readonly file: string; readonly plan: CsvPlan };

const templateLine = [
  ['', 'web-01', 'A01', '10', '1', 'both', 'server', 'Generic', '1U server', '400', '160', '2', '', 'day'],
  ['active', '14.5', '', '2', '10.0.0.10', 'SN-0001', 'DC1-00001', 'Web team', 'Shop', '2026-01-05'],
  ['2029-01-05', ''],
].flat();

const saveTemplate = (): void =>
  saveFile('devices-template.csv', [`${csvColumns.join(',')}\r\n${templateLine.join(',')}\r\n`]);

/** What is right to import: all where nothing is wrong, else what is left. */
const goodIn = ({ counts }: CsvPlan): number => counts.create + counts.change;

function useImport(onClose: () => void) {
  const words = useText().assets.csv;
  const [found, setFound] = useState<Found | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const look = async (file: string, mapping?: CsvMapping): Promise<void> => {
    setIsBusy(true);
    const receipt = await perform({
      type: 'desk.check-assets',
      file,
      ...(mapping === undefined ? {} : { mapping }),
    });
    setIsBusy(false);
    if (receipt !== null && 'csv' in receipt && receipt.csv !== undefined)
      setFound({ file, plan: receipt.csv });
  };
  const send = async (file: File): Promise<void> => {
    setIsBusy(true);
    const sent = await upload(file, () => undefined);
    setIsBusy(false);
    if (sent.ok) await look(sent.value);
    else showRefusal(sent.refusal);
  };
  const run = async ({ file, plan }: Found): Promise<void> => {
    setIsBusy(true);
    const lines = plan.problemCount === 0 ? 'all' : 'good';
    const done = words.imported(countText(goodIn(plan)));
    const receipt = await perform({ type: 'desk.import-assets', file, lines, mapping: plan.mapping }, done);
    setIsBusy(false);
    if (receipt !== null) onClose();
    else await look(file, plan.mapping);
  };
  return { found, isBusy, look, send, run, forget: () => setFound(null) };
}

export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useText().assets.csv;
  const { found, isBusy, look, send, run, forget } = useImport(onClose);
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={words.importTitle}
      description={words.importAbout}
      footer={
        found !== null && (
          <ImportButtons
            plan={found.plan}
            isBusy={isBusy}
            onAgain={forget}
            onImport={() => void run(found)}
          />
        )
      }
    >
      {isBusy && (
        <div role="status" className="mb-3 text-12 text-text-2">
          {words.looking}
          <ProgressBar label={words.looking} value={null} />
        </div>
      )}
      {found === null ? (
        <ChooseFile isBusy={isBusy} onFile={(file) => void send(file)} />
      ) : (
        <ImportPlan plan={found.plan} onMapping={(mapping) => void look(found.file, mapping)} />
      )}
    </Dialog>
  );
}

type ImportButtonsProps = {
  readonly plan: CsvPlan;
  readonly isBusy: boolean;
  readonly onAgain: () => void;
  readonly onImport: () => void;
};

function ImportButtons({ plan, isBusy, onAgain, onImport }: ImportButtonsProps): ReactNode {
  const words = useText().assets.csv;
  const good = goodIn(plan);
  const count = countText(good);
  const reason = isBusy ? words.running : good === 0 ? words.nothingToDo : null;
  return (
    <>
      <Button onClick={onAgain}>{words.again}</Button>
      <Button look="primary" refusedBecause={reason} onClick={onImport}>
        {plan.problemCount === 0 ? words.importAll(count) : words.importGood(count)}
      </Button>
    </>
  );
}

function ChooseFile(props: { readonly isBusy: boolean; readonly onFile: (file: File) => void }): ReactNode {
  const words = useText().assets.csv;
  const [pasted, setPasted] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const isReady = file !== null || pasted.trim() !== '';
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) props.onFile(file ?? new File([pasted], 'pasted.csv', { type: 'text/csv' }));
      }}
    >
      <Field label={words.choose}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            accept=".csv,.txt,text/csv"
            className="min-h-8 text-13"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
        )}
      </Field>
      <Field label={words.paste}>
        {(ids) => (
          <TextArea
            {...ids}
            rows={6}
            spellCheck={false}
            className="font-mono"
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button look="ghost" onClick={saveTemplate}>
          {words.template}
        </Button>
        <span className="ml-auto" />
        <Button
          look="primary"
          type="submit"
          refusedBecause={props.isBusy ? words.running : isReady ? null : words.nothingYet}
        >
          {words.look}
        </Button>
      </div>
    </form>
  );
}
