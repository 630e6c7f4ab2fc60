import type { ReactNode } from 'react';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { countText } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { AssetBar, PickBar } from './asset-bar.tsx';
import { AssetTable } from './asset-table.tsx';
import type { AssetTableProps } from './asset-table.tsx';
import { isFiltered, noFilter } from './asset-view.ts';
import type { Filter } from './asset-view.ts';
import { FilterChips } from './filter-chips.tsx';
import type { Rows } from './use-asset-window.ts';

export type AssetsViewProps = Omit<AssetTableProps, 'rows'> & {
  readonly state: QueryState<Rows>;
  /** What is being typed, ahead of what is asked. */
  readonly text: string;
  readonly search: string;
  readonly nameOf: (id: string) => string;
  readonly onText: (text: string) => void;
  readonly onFilter: (filter: Filter) => void;
  readonly onView: (search: string) => void;
  /** What one does in a lab without devices. */
  readonly first: ReactNode;
};

export function AssetsView(props: AssetsViewProps): ReactNode {
  const { state, view, pick, onPick } = props;
  const words = useText().assets;
  const total = state.data?.total ?? 0;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <h1 className="sr-only">{words.title}</h1>
      <AssetBar {...props} />
      <FilterChips filter={view.filter} nameOf={props.nameOf} onFilter={props.onFilter} />
      <PickBar pick={pick} total={total} onPick={onPick} />
      <Face state={state} what={words.what} still={words.still}>
        {(rows) => <Full {...props} rows={rows} />}
      </Face>
    </div>
  );
}

function Full({ rows, ...props }: AssetsViewProps & { readonly rows: Rows }): ReactNode {
  const words = useText().assets;
  if (rows.of === 0) return <EmptyState text={words.empty} action={props.first} />;
  if (rows.total === 0 && isFiltered(props.view)) {
    return (
      <EmptyState
        text={words.noneMatch(countText(rows.of))}
        action={<Button onClick={() => props.onFilter(noFilter)}>{words.clearFilters}</Button>}
      />
    );
  }
  return (
    <>
      <AssetTable {...props} rows={rows} />
      <p className="border-t px-3 py-1 text-12 text-text-2" role="status">
        {rows.total === rows.of
          ? words.devices(countText(rows.total))
          : words.devicesOf(countText(rows.total), countText(rows.of))}
      </p>
    </>
  );
}
