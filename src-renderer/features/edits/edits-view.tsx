import { Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EditView } from '../../../sim/contract/edits.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Face } from '../../ui/face.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { editTitle, editorText } from './edit-words.ts';

type EditsViewProps = {
  readonly edits: QueryState<QueryAnswer<'edits'>>;
  readonly onWalk: (way: 'undo' | 'redo', edit: EditView) => void;
};

export function EditsView({ edits, onWalk }: EditsViewProps): ReactNode {
  const words = useText().edits;
  return (
    <Face state={edits} what={words.what}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState text={words.empty} />
        ) : (
          <ol aria-label={words.list} className="flex flex-col divide-y divide-line">
            {items.map((edit) => (
              <EditRow key={edit.id} edit={edit} onWalk={onWalk} />
            ))}
          </ol>
        )
      }
    </Face>
  );
}

type EditRowProps = Pick<EditsViewProps, 'onWalk'> & { readonly edit: EditView };

function EditRow({ edit, onWalk }: EditRowProps): ReactNode {
  const words = useText().edits;
  const { id, what, by, at, state, undoneBy, refusal } = edit;
  const title = editTitle(words, what);
  const way = state === 'done' ? 'undo' : 'redo';
  return (
    <li className="grid min-h-10 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-1">
      <div className="min-w-0">
        <p className={classNames('truncate text-13', state === 'undone' && 'text-text-3')} title={title}>
          {state === 'undone' ? <s>{title}</s> : title}
        </p>
        <p className="flex flex-wrap gap-x-2 text-12 text-text-2 tabular-nums">
          <span className="font-mono text-11">{id}</span>
          <span>{editorText(words, by)}</span>
          <time>{labMoment(at)}</time>
          {undoneBy !== null && <span>{words.undoneBy(editorText(words, undoneBy))}</span>}
        </p>
        {refusal !== null && (
          <p className="text-12 text-text-2">
            {refusal.message}
            {refusal.hint === undefined ? '' : `. ${refusal.hint}`}
          </p>
        )}
      </div>
      <Button
        look="ghost"
        icon={way === 'undo' ? Undo2 : Redo2}
        aria-label={way === 'undo' ? words.undoOf(title) : words.redoOf(title)}
        refusedBecause={refusal?.message ?? null}
        onClick={() => onWalk(way, edit)}
      >
        {words[way]}
      </Button>
    </li>
  );
}
