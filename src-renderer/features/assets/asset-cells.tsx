import { Link } from 'react-router';
import type { ReactNode } from 'react';
import type { AssetColumn, AssetRow } from '../../../sim/contract/assets.ts';
import { useText } from '../../text/text.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Lifecycle } from './asset-view.ts';
import { devicePath } from './label-draft.ts';

/** A shape for each, so that the word is not the only thing to tell them by at a glance. */
const shapes: Readonly<Record<Lifecycle, string>> = {
  planned: '◌',
  staged: '◐',
  active: '●',
  retired: '✕',
};

export function LifecycleMark({ lifecycle }: { readonly lifecycle: Lifecycle }): ReactNode {
  const words = useText().assets;
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className="inline-block w-3 text-center text-text-3">
        {shapes[lifecycle]}
      </span>
      {words.lifecycles[lifecycle]}
    </span>
  );
}

const none = <span className="text-text-3">–</span>;
const watts = (value: number): string => withUnit(numberText(value, 0), 'W');

export const isFigure = (column: AssetColumn): boolean =>
  column === 'rated' || column === 'drawn' || column === 'weight' || column === 'unit';

function Warranty({ row, today }: { readonly row: AssetRow; readonly today: string }): ReactNode {
  const words = useText().assets;
  if (row.warranty === null) return none;
  if (row.warranty >= today) return row.warranty;
  return <StatusMark kind="minor" word={words.ended(row.warranty)} showWord size={12} />;
}

function Place({ row }: { readonly row: AssetRow }): ReactNode {
  const above = row.place.split('/').slice(1, -1).join(' / ');
  return (
    <span title={row.place}>
      {row.rackName} <span className="text-11 text-text-3">{above}</span>
    </span>
  );
}

type CellProps = { readonly column: AssetColumn; readonly row: AssetRow; readonly today: string };

export function AssetCell({ column, row, today }: CellProps): ReactNode {
  const words = useText().assets;
  switch (column) {
    case 'name':
      return (
        <Link
          to={devicePath(row.id)}
          tabIndex={-1}
          title={words.device.open(row.name)}
          className="font-medium text-text hover:underline"
        >
          {row.name}
        </Link>
      );
    case 'category':
      return words.categories[row.category];
    case 'rack':
      return <Place row={row} />;
    case 'unit':
      return row.height === 1 ? `U${row.unit}` : `U${row.unit}–${row.unit + row.height - 1}`;
    case 'lifecycle':
      return <LifecycleMark lifecycle={row.lifecycle} />;
    case 'rated':
      return watts(row.rated);
    case 'drawn':
      return watts(row.drawn);
    case 'weight':
      return row.weight === null ? none : withUnit(numberText(row.weight, 1), 'kg');
    case 'warranty':
      return <Warranty row={row} today={today} />;
    case 'address':
    case 'serial':
    case 'tag':
      return row[column] === null ? none : <span className="font-mono">{row[column]}</span>;
    case 'model':
    case 'manufacturer':
    case 'feed':
    case 'owner':
    case 'service':
    case 'installed':
      return row[column] ?? none;
    default:
      return column satisfies never;
  }
}
