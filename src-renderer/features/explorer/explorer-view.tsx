import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import type { TreeWay } from '../../../sim/contract/machine-tree.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { TextInput } from '../../ui/field.tsx';
import { countText } from '../../ui/numbers.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { ListBar, TickBar } from './explorer-bar.tsx';
import { isFiltered } from './list-wish.ts';
import type { ListWish } from './list-wish.ts';
import { MachineButtons } from '../machines/machine-buttons.tsx';
import { MachineTable } from './machine-table.tsx';
import type { MachineTableProps } from './machine-table.tsx';
import { MachineTree } from './machine-tree.tsx';
import type { MachineTreeProps } from './machine-tree.tsx';
import type { Forest } from './tree-model.ts';
import type { MachineRows } from './use-machine-window.ts';

export type ExplorerViewProps = Omit<MachineTableProps, 'rows' | 'chosen'> &
  Omit<MachineTreeProps, 'forest' | 'chosen' | 'onOpen'> & {
    readonly tree: QueryState<Forest>;
    readonly list: QueryState<MachineRows>;
    readonly selected: string | null;
    /** Of the node that was chosen; null: the whole lab. */
    readonly nodeName: string | null;
    readonly sought: string;
    /** Instead of the tree, while something is sought. */
    readonly found: ReactNode;
    readonly tasks: ReactNode;
    readonly first: ReactNode;
    readonly onFold: MachineTreeProps['onOpen'];
    readonly onSeek: (text: string) => void;
    readonly onWay: (by: TreeWay) => void;
    readonly onWish: (change: Partial<ListWish>) => void;
  };

const ways = ['vendor', 'place'] as const satisfies readonly TreeWay[];

function WaySwitch({
  by,
  onWay,
}: {
  readonly by: TreeWay;
  readonly onWay: (by: TreeWay) => void;
}): ReactNode {
  const words = useText().explorer;
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={words.by}
      value={by}
      onValueChange={(next) => {
        const way = ways.find((one) => one === next);
        if (way !== undefined) onWay(way);
      }}
      className="flex gap-0.5"
    >
      {ways.map((way) => (
        <ToggleGroup.Item
          key={way}
          value={way}
          className="min-h-6 rounded-sm px-2 text-12 text-text-2 hover:text-text aria-checked:bg-hover aria-checked:text-text"
        >
          {words.ways[way]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

function TreeSide(props: ExplorerViewProps): ReactNode {
  const { tree, wish, sought, onSeek } = props;
  const words = useText().explorer;
  return (
    <Panel title={words.tree} className="w-64 shrink-0 max-lg:w-60 max-md:h-64 max-md:w-auto">
      <div className="flex shrink-0 flex-col gap-2 border-b p-2">
        <WaySwitch by={wish.by} onWay={props.onWay} />
        <TextInput
          id="explorer-find"
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          className="h-7!"
          maxLength={80}
          value={sought}
          onChange={({ target }) => onSeek(target.value)}
        />
      </div>
      {sought.trim() !== '' ? (
        props.found
      ) : (
        <Face state={tree} what={words.treeWhat}>
          {(forest) =>
            forest.get('')?.total === 0 ? (
              <EmptyState text={wish.by === 'vendor' ? words.empty : words.emptyPlace} />
            ) : (
              <MachineTree {...props} forest={forest} chosen={wish.node} onOpen={props.onFold} />
            )
          }
        </Face>
      )}
    </Panel>
  );
}

function ListSide(props: ExplorerViewProps): ReactNode {
  const { list, wish, nodeName, ticked, onWish } = props;
  const words = useText().explorer;
  return (
    <Panel
      title={nodeName === null ? words.all : words.inNode(nodeName)}
      className="min-w-0 flex-1"
      tools={<MachineButtons />}
    >
      <ListBar wish={wish} onWish={onWish} />
      <TickBar ticked={ticked} onUntickAll={props.onUntickAll} />
      {props.tasks}
      <Face state={list} what={words.what} still={words.still}>
        {(rows) => (rows.total === 0 ? <None {...props} /> : <Full {...props} rows={rows} />)}
      </Face>
    </Panel>
  );
}

function None({ wish, first, onWish }: ExplorerViewProps): ReactNode {
  const words = useText().explorer;
  if (isFiltered(wish)) {
    const clear = (): void => onWish({ text: '', power: 'any', kind: 'any' });
    return <EmptyState text={words.noneMatch} action={<Button onClick={clear}>{words.clear}</Button>} />;
  }
  return wish.node === null ? (
    <EmptyState text={words.empty} action={first} />
  ) : (
    <EmptyState text={words.none} />
  );
}

function Full({ rows, ...props }: ExplorerViewProps & { readonly rows: MachineRows }): ReactNode {
  const words = useText().explorer;
  return (
    <>
      <MachineTable {...props} rows={rows} chosen={props.selected} />
      <p className="shrink-0 border-t px-3 py-1 text-12 text-text-2" role="status">
        {words.count(countText(rows.total))}
      </p>
    </>
  );
}

export function ExplorerView(props: ExplorerViewProps): ReactNode {
  const words = useText().explorer;
  return (
    <div className="flex min-h-0 flex-1 gap-3 p-3 max-md:flex-col max-md:overflow-y-auto">
      <h1 className="sr-only">{words.title}</h1>
      <TreeSide {...props} />
      <ListSide {...props} />
    </div>
  );
}
