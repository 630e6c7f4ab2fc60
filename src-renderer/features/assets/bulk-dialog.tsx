import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { execute, query } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { countText } from '../../ui/numbers.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { showDone, showRefusal } from '../../ui/toasts.ts';
import { nothingPicked, setPick } from './asset-pick.ts';
import { editOf, emptyBulk, firstNumber } from './bulk-draft.ts';
import type { BulkDraft } from './bulk-draft.ts';
import { BulkFields } from './bulk-fields.tsx';
import { doBulk, meantParams, stepSize } from './do-bulk.ts';
import type { Meant } from './do-bulk.ts';

type Preview = {
  readonly answer: QueryAnswer<'asset-edit'> | null;
  readonly refusal: Refusal | null;
};
const noPreview: Preview = { answer: null, refusal: null };
const settleMillis = 250;

/** What the draft would change, asked a moment after the last key. */
function usePreview(meant: Meant, draft: BulkDraft): Preview {
  const [preview, setPreview] = useState(noPreview);
  const edit = editOf(draft);
  const question = edit === null ? null : JSON.stringify({ edit, from: firstNumber(draft) });
  useEffect(() => {
    let live = true;
    const timer = setTimeout(() => {
      const ask = async (): Promise<void> => {
        if (question === null) return setPreview(noPreview);
        const asked = JSON.parse(question) as { edit: object; from: number };
        const answer = await query('asset-edit', { ...meantParams(meant), ...asked, limit: 5 });
        if (!live) return;
        setPreview(
          answer.ok ? { answer: answer.value, refusal: null } : { answer: null, refusal: answer.refusal },
        );
      };
      void ask();
    }, settleMillis);
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [question, meant]);
  return preview;
}

type BulkDialogProps = {
  readonly meant: Meant;
  readonly count: number;
  readonly onClose: () => void;
};

export function BulkDialog({ meant, count, onClose }: BulkDialogProps): ReactNode {
  const words = useText().assets.bulk;
  const [draft, setDraft] = useState(emptyBulk);
  const [share, setShare] = useState<number | null>(null);
  const stopped = useRef(false);
  const preview = usePreview(meant, draft);
  const changing = preview.answer?.changing ?? 0;
  const apply = async (): Promise<void> => {
    const edit = editOf(draft);
    if (edit === null) return;
    setShare(0);
    const end = await doBulk(
      { meant, edit, from: firstNumber(draft) },
      { client: { query, execute }, onProgress: setShare, isStopped: () => stopped.current },
    );
    if (end.refusal !== null) showRefusal(end.refusal);
    if (end.changed > 0 || end.refusal === null) showDone(words.changed(countText(end.changed)));
    setPick(nothingPicked);
    onClose();
  };
  const close = (): void => {
    stopped.current = true;
    if (share === null) onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={close}
      title={words.title(countText(count))}
      description={words.about}
      footer={
        <>
          <Button onClick={close}>{share === null ? words.cancel : words.stop}</Button>
          <Button
            look="primary"
            refusedBecause={share === null && changing > 0 ? null : words.nothingYet}
            onClick={() => void apply()}
          >
            {words.apply(countText(changing))}
          </Button>
        </>
      }
    >
      <BulkFields draft={draft} onDraft={setDraft} />
      <PreviewLines preview={preview} />
      {share !== null && <ProgressBar label={words.progress} value={share} />}
    </Dialog>
  );
}

function PreviewLines({ preview: { answer, refusal } }: { readonly preview: Preview }): ReactNode {
  const words = useText().assets.bulk;
  if (refusal !== null) {
    return (
      <p role="alert" className="mt-4 text-12 text-critical">
        {refusal.message} {refusal.hint}
      </p>
    );
  }
  if (answer === null) return <p className="mt-4 text-12 text-text-3">{words.nothingYet}</p>;
  const { meant, changing, problemCount, problems } = answer;
  const steps = Math.ceil(meant / stepSize);
  return (
    <div role="status" className="mt-4 flex flex-col gap-1 text-12">
      <p className="font-medium">
        {words.preview(countText(changing), countText(meant - changing - problemCount))}
      </p>
      {steps > 1 && <p className="text-text-2">{words.steps(countText(steps))}</p>}
      {problemCount > 0 && (
        <>
          <p className="text-major">{words.problems(countText(problemCount))}</p>
          <ul className="text-text-2">
            {problems.slice(0, 5).map(({ id, name, because }) => (
              <li key={id}>
                {name}: {because}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
