import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { HardwareSource } from '../../../sim/contract/settings.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { emptyPoint, previewOf, problemsIn, sourceFrom } from './draft.ts';
import type { PointDraft, SourceDraft } from './draft.ts';
import { markOf } from './hardware-words.ts';
import type { PointState } from './hardware-words.ts';
import { LinkFields } from './link-fields.tsx';
import { LookAround } from './look-around.tsx';
import { PointFields } from './point-fields.tsx';
import type { SensorChoice } from './sensor-choices.ts';
import { usePreview } from './use-preview.ts';
import type { AskPreview, Preview } from './use-preview.ts';

export type SourceEditorProps = {
  readonly start: SourceDraft;
  /** Names that other sources have. */
  readonly taken: readonly string[];
  readonly choices: readonly SensorChoice[];
  readonly ask: AskPreview;
  /** Null where it was saved; then the editor is closed from outside. */
  readonly onSave: (source: HardwareSource, was: string | null) => Promise<Refusal | null>;
  readonly onClose: () => void;
};

function LinkState({ preview }: { readonly preview: Preview }): ReactNode {
  const words = useText().hardware.editor;
  const { state, refusal, isNew } = preview;
  if (refusal !== null)
    return <StatusMark kind="major" word={`${refusal.message} ${refusal.hint ?? ''}`} showWord />;
  if (state === null) {
    const word = isNew ? words.asks : words.asksSoon;
    return <StatusMark kind="info" word={word} showWord />;
  }
  const mark = markOf(state);
  return (
    <>
      <StatusMark kind={mark.kind} word={mark.word} showWord />
      <span className="min-w-0 text-12 text-text-2">{state.state === 'failing' ? state.detail : ''}</span>
      {isNew && <span className="text-12 text-text-3">{words.before}</span>}
    </>
  );
}

type Change = (points: readonly PointDraft[]) => readonly PointDraft[];

/** What the preview read for each point of the draft, which may have more points than it asked for. */
function readByKey(preview: Preview, keys: readonly number[]): ReadonlyMap<number, readonly PointState[]> {
  const points = preview.isNew ? [] : (preview.state?.points ?? []);
  return Map.groupBy(points, ({ index }) => keys[index] ?? -1);
}

function Points({
  draft,
  tried,
  taken,
  choices,
  read,
  onPoints,
}: Pick<SourceEditorProps, 'taken' | 'choices'> & {
  readonly draft: SourceDraft;
  readonly tried: boolean;
  readonly read: ReadonlyMap<number, readonly PointState[]>;
  readonly onPoints: (change: Change) => void;
}): ReactNode {
  const problems = tried ? problemsIn(draft, taken) : {};
  return draft.points.map((point, at) => (
    <PointFields
      key={point.key}
      kind={draft.kind}
      point={point}
      number={at + 1}
      problems={problems}
      choices={choices}
      read={read.get(point.key) ?? []}
      onChange={(change) =>
        onPoints((points) => points.map((one) => (one.key === point.key ? { ...one, ...change } : one)))
      }
      onRemove={() => onPoints((points) => points.filter((one) => one.key !== point.key))}
    />
  ));
}

/** What is written, and its way to the host. */
function useEditor({ start, taken, onSave }: Pick<SourceEditorProps, 'start' | 'taken' | 'onSave'>) {
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const problems = problemsIn(draft, taken);
  const onPoints = (change: Change) => setDraft((last) => ({ ...last, points: change(last.points) }));
  return {
    draft,
    tried,
    isBusy,
    refusal,
    /** Told only once somebody tried to save: a field that is not filled in yet is no mistake. */
    problems: tried ? problems : {},
    change: (part: Partial<SourceDraft>) => setDraft((last) => ({ ...last, ...part })),
    onPoints,
    addPoint: (from: string) =>
      onPoints((points) => [
        ...points,
        { ...emptyPoint(Math.max(-1, ...points.map(({ key }) => key)) + 1), from },
      ]),
    save: async () => {
      setTried(true);
      if (isBusy || Object.keys(problems).length > 0) return;
      setBusy(true);
      setRefusal(await onSave(sourceFrom(draft), draft.was));
      setBusy(false);
    },
  };
}

type Editor = ReturnType<typeof useEditor>;

function Footer({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }): ReactNode {
  const { hardware, ui } = useText();
  const words = hardware.editor;
  return (
    <>
      {(editor.refusal !== null || Object.keys(editor.problems).length > 0) && (
        <span role="alert" className="mr-auto min-w-0 text-12 whitespace-normal">
          <StatusMark
            kind="major"
            word={
              editor.refusal === null ? words.wrong : `${editor.refusal.message} ${editor.refusal.hint ?? ''}`
            }
            showWord
          />
        </span>
      )}
      <Button onClick={onClose}>{ui.cancel}</Button>
      <Button
        look="primary"
        onClick={() => void editor.save()}
        refusedBecause={editor.isBusy ? ui.atWork : null}
      >
        {editor.isBusy ? ui.atWorkNow : ui.save}
      </Button>
    </>
  );
}

type PointSectionProps = Pick<SourceEditorProps, 'taken' | 'choices' | 'ask'> & { readonly editor: Editor };

function PointSection({ editor, taken, choices, ask }: PointSectionProps): ReactNode {
  const { editor: words, points } = useText().hardware;
  const { draft, tried, addPoint, onPoints } = editor;
  const wanted = useMemo(() => previewOf(draft), [draft]);
  const hasPoints = wanted !== null && wanted.source.points.length > 0;
  const preview = usePreview(hasPoints ? wanted.source : null, ask);
  return (
    <>
      <LookAround source={wanted?.source ?? null} ask={ask} onUse={addPoint} />
      <section aria-label={points.title}>
        <div className="flex flex-wrap items-center gap-2 pb-2">
          <h3 className="text-13 font-semibold">{points.title}</h3>
          <div
            role="status"
            aria-label={words.preview}
            className="flex min-w-0 flex-1 flex-wrap items-center gap-2"
          >
            {draft.points.length > 0 && <LinkState preview={preview} />}
          </div>
          <Button icon={Plus} onClick={() => addPoint('')}>
            {words.addPoint}
          </Button>
        </div>
        <Points
          draft={draft}
          tried={tried}
          taken={taken}
          choices={choices}
          read={readByKey(preview, wanted?.keys ?? [])}
          onPoints={onPoints}
        />
      </section>
    </>
  );
}

/** How a source is reached and what it reads, with what it reads right now beside each line. */
export function SourceEditor(props: SourceEditorProps): ReactNode {
  const words = useText().hardware.editor;
  const { start, onClose } = props;
  const editor = useEditor(props);
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={start.was === null ? words.create : words.change(start.was)}
      description={words.about}
      footer={<Footer editor={editor} onClose={onClose} />}
    >
      <div className="flex flex-col gap-4">
        <LinkFields draft={editor.draft} problems={editor.problems} onChange={editor.change} />
        <PointSection {...props} editor={editor} />
      </div>
    </Dialog>
  );
}
