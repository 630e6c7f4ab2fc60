import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { assetColumns } from '../../../sim/contract/asset-columns.table.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextInput } from '../../ui/field.tsx';
import { fittingWidth, leastWidth, mostWidth, usualColumns } from './asset-view.ts';
import type { ShownColumn } from './asset-view.ts';
import { usualWidths } from './asset-widths.table.ts';
import { withMoved } from './column-order.ts';

type ColumnsDialogProps = {
  readonly columns: readonly ShownColumn[];
  readonly onColumns: (columns: readonly ShownColumn[]) => void;
  readonly onClose: () => void;
};

/** Which columns, in which order, how wide: with keys alone. */
export function ColumnsDialog({ columns, onColumns, onClose }: ColumnsDialogProps): ReactNode {
  const words = useText().assets;
  const hidden = assetColumns.filter((id) => columns.every((column) => column.id !== id));
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.columnsTitle}
      footer={
        <>
          <Button onClick={() => onColumns(usualColumns)}>{words.usualColumns}</Button>
          <Button look="primary" onClick={onClose}>
            {words.done}
          </Button>
        </>
      }
    >
      <ul className="flex flex-col">
        {columns.map((column, at) => (
          <ShownLine key={column.id} columns={columns} at={at} onColumns={onColumns} />
        ))}
        {hidden.map((id) => (
          <li key={id} className="flex min-h-8 items-center gap-2 text-text-2">
            <label className="flex flex-1 items-center gap-2">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={false}
                onChange={() => onColumns([...columns, { id, width: usualWidths[id] }])}
              />
              {words.columns[id]}
            </label>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function ShownLine(props: {
  readonly columns: readonly ShownColumn[];
  readonly at: number;
  readonly onColumns: (columns: readonly ShownColumn[]) => void;
}): ReactNode {
  const { columns, at, onColumns } = props;
  const words = useText().assets;
  const column = columns[at];
  if (column === undefined) return null;
  const { id } = column;
  const name = words.columns[id];
  const edge = (isAtEdge: boolean): string | null => (isAtEdge ? words.atEdge : null);
  return (
    <li className="flex min-h-8 items-center gap-2">
      <label className="flex flex-1 items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked
          disabled={columns.length === 1}
          onChange={() => onColumns(columns.filter((one) => one.id !== id))}
        />
        {name}
      </label>
      <WidthInput
        key={column.width}
        label={words.widthOf(name)}
        width={column.width}
        onWidth={(width) => onColumns(columns.map((one) => (one.id === id ? { id, width } : one)))}
      />
      <IconButton
        icon={ArrowUp}
        label={words.earlier(name)}
        refusedBecause={edge(at === 0)}
        onClick={() => onColumns(withMoved(columns, at, at - 1))}
      />
      <IconButton
        icon={ArrowDown}
        label={words.later(name)}
        refusedBecause={edge(at === columns.length - 1)}
        onClick={() => onColumns(withMoved(columns, at, at + 2))}
      />
    </li>
  );
}

/** Takes effect when it is left, so that `1` on the way to `180` is no width. */
function WidthInput(props: {
  readonly label: string;
  readonly width: number;
  readonly onWidth: (width: number) => void;
}): ReactNode {
  const [draft, setDraft] = useState(String(props.width));
  const settle = (): void => {
    const width = Number(draft);
    if (Number.isFinite(width) && width > 0) props.onWidth(fittingWidth(width));
    else setDraft(String(props.width));
  };
  return (
    <TextInput
      type="number"
      aria-label={props.label}
      min={leastWidth}
      max={mostWidth}
      step={10}
      className="w-20!"
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={settle}
    />
  );
}
