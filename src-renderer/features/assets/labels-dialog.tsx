import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { AssetRow } from '../../../sim/contract/assets.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { countText, numberText, withUnit } from '../../ui/numbers.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Select } from '../../ui/select.tsx';
import type { Meant } from './do-bulk.ts';
import {
  codeContents,
  codeKinds,
  finestModule,
  labelFields,
  labelsOf,
  leastModule,
  pagesOfLabels,
  sheetOf,
  usualLabels,
} from './label-draft.ts';
import type { LabelDraft, Labels } from './label-draft.ts';
import { LabelFace, LabelPaper } from './label-paper.tsx';
import { labelSheets } from './label-sheets.table.ts';
import { useDrawn } from './use-drawn.ts';
import { mostLabels, useLabelRows } from './use-label-rows.ts';

type LabelsDialogProps = {
  readonly meant: Meant;
  readonly count: number;
  readonly onClose: () => void;
};

/** Asks for the devices; what is under the dialog's preview is what the printer gets. */
export function LabelsDialog({ meant, count, onClose }: LabelsDialogProps): ReactNode {
  const { rows, refusal } = useLabelRows(meant);
  return <LabelsForm rows={rows} refused={refusal?.message ?? null} count={count} onClose={onClose} />;
}

type LabelsFormProps = {
  readonly rows: readonly AssetRow[] | null;
  readonly refused: string | null;
  readonly count: number;
  readonly onClose: () => void;
};

const nothing: Labels = { labels: [], without: [] };

function LabelsForm({ rows, refused, count, onClose }: LabelsFormProps): ReactNode {
  const words = useText().assets.labels;
  const [draft, setDraft] = useState(usualLabels);
  const made = useMemo(
    () => (rows === null ? nothing : labelsOf(rows, draft, window.location.origin)),
    [rows, draft],
  );
  const total = made.labels.length;
  const drawn = useDrawn(made, total);
  const paper = useMemo(() => made.labels.slice(0, drawn), [made, drawn]);
  const pages = pagesOfLabels(made.labels, draft).length;
  const drawing = words.drawing(countText(drawn), countText(total));
  const reason = rows === null ? words.coming : total === 0 ? words.nothing : drawn < total ? drawing : null;
  return (
    <Dialog
      open
      wide
      onOpenChange={onClose}
      title={words.title(countText(count))}
      description={words.about}
      footer={
        <>
          <Button onClick={onClose}>{words.close}</Button>
          <Button look="primary" icon={Printer} refusedBecause={reason} onClick={() => window.print()}>
            {words.print(countText(total), countText(pages))}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <LabelFields draft={draft} onDraft={setDraft} />
        <div className="flex min-w-0 flex-col gap-3">
          {rows === null && refused === null && <ProgressBar label={words.coming} value={null} />}
          {refused !== null && (
            <p role="alert" className="text-12 text-critical">
              {refused}
            </p>
          )}
          {drawn < total && <ProgressBar label={drawing} value={drawn / total} />}
          <LabelPreview draft={draft} made={made} />
          <LabelRemarks draft={draft} made={made} isCut={count > mostLabels} />
        </div>
      </div>
      {paper.length > 0 && <LabelPaper labels={paper} draft={draft} />}
    </Dialog>
  );
}

type DraftProps = { readonly draft: LabelDraft; readonly onDraft: (draft: LabelDraft) => void };

function LabelFields({ draft, onDraft }: DraftProps): ReactNode {
  const words = useText().assets.labels;
  const { columns, rows } = sheetOf(draft);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <Field label={words.sheet}>
        {({ id }) => (
          <Select
            id={id}
            label={words.sheet}
            value={draft.sheet}
            options={labelSheets.map((sheet) => ({
              value: sheet.id,
              title: words.sheetName(sheet.paper, `${sheet.columns} × ${sheet.rows}`),
              note: withUnit(`${numberText(sheet.width, 1)} × ${numberText(sheet.height, 1)}`, 'mm'),
            }))}
            onChange={(sheet) => onDraft({ ...draft, sheet, from: 1 })}
          />
        )}
      </Field>
      <Field label={words.code}>
        {({ id }) => (
          <Select
            id={id}
            label={words.code}
            value={draft.code}
            options={codeKinds.map((value) => ({ value, title: words.codes[value] }))}
            onChange={(code) => onDraft({ ...draft, code })}
          />
        )}
      </Field>
      <Field label={words.content} hint={draft.content === 'link' ? words.linkHint : ''}>
        {({ id }) => (
          <Select
            id={id}
            label={words.content}
            value={draft.content}
            options={codeContents.map((value) => ({ value, title: words.contents[value] }))}
            onChange={(content) => onDraft({ ...draft, content })}
          />
        )}
      </Field>
      <Field label={words.from} hint={words.fromHint}>
        {(ids) => (
          <TextInput
            {...ids}
            type="number"
            min={1}
            max={columns * rows}
            value={draft.from}
            onChange={(event) => onDraft({ ...draft, from: Math.max(1, Number(event.target.value) || 1) })}
          />
        )}
      </Field>
      <FieldBoxes draft={draft} onDraft={onDraft} />
    </div>
  );
}

function FieldBoxes({ draft, onDraft }: DraftProps): ReactNode {
  const { labels: words, columns } = useText().assets;
  return (
    <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
      <legend className="mb-1 text-12 text-text-2">{words.fields}</legend>
      {labelFields.map((field) => (
        <label key={field} className="flex min-h-6 items-center gap-2 text-13">
          <input
            type="checkbox"
            className="size-4 accent-accent"
            checked={draft.fields.includes(field)}
            onChange={(event) => {
              const isOn = event.target.checked;
              const fields = labelFields.filter((one) => (one === field ? isOn : draft.fields.includes(one)));
              onDraft({ ...draft, fields });
            }}
          />
          {columns[field]}
        </label>
      ))}
    </fieldset>
  );
}

type MadeProps = { readonly draft: LabelDraft; readonly made: Labels };

function LabelPreview({ draft, made }: MadeProps): ReactNode {
  const words = useText().assets.labels;
  const [first] = made.labels;
  if (first === undefined) return null;
  return (
    <figure className="flex flex-col gap-1">
      <figcaption className="text-12 text-text-2">{words.preview}</figcaption>
      <div className="w-fit max-w-full overflow-auto rounded-md border">
        <LabelFace label={first} draft={draft} />
      </div>
    </figure>
  );
}

function LabelRemarks({ draft, made, isCut }: MadeProps & { readonly isCut: boolean }): ReactNode {
  const words = useText().assets.labels;
  const { without, labels } = made;
  const finest = useMemo(() => finestModule(labels, draft), [labels, draft]);
  const isFine = finest !== null && finest < leastModule[draft.code];
  return (
    <div role="status" className="flex flex-col gap-1 text-12">
      {without.length > 0 && (
        <p className="text-major">
          {words.without(countText(without.length), words.contents[draft.content])}{' '}
          <span className="text-text-2">{without.slice(0, 5).join(', ')}</span>
        </p>
      )}
      {isFine && <p className="text-major">{words.tooFine(withUnit(numberText(finest, 2), 'mm'))}</p>}
      {isCut && <p className="text-major">{words.cut(countText(mostLabels))}</p>}
      <p className="text-text-3">{words.scale}</p>
    </div>
  );
}
