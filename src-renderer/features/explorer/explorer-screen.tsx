/** Every machine of the lab: a tree to find it by, a list to act on it. `/explorer?by=place&node=rack-3`. */
import { useCallback, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import type { TreeWay } from '../../../sim/contract/machine-tree.ts';
import { useSelection } from '../../app/selection.ts';
import { goTo } from '../../app/way.ts';
import { query } from '../../data/client.ts';
import { useEntity } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { showRefusal } from '../../ui/toasts.ts';
import { machinePath } from '../machine/power-deeds.ts';
import { TaskStrip } from '../machine/task-strip.tsx';
import { foldNode, mostTicked, openNodes, tick, tickAll, untickAll, useExplorer } from './explorer-state.ts';
import { ExplorerView } from './explorer-view.tsx';
import { askedOf, sortedBy, wishOf, withWish } from './list-wish.ts';
import type { ListWish } from './list-wish.ts';
import { Found } from './tree-finder.tsx';
import type { TreeLine } from './tree-model.ts';
import { useMachineWindow } from './use-machine-window.ts';
import type { Sight } from './use-machine-window.ts';
import { useTree } from './use-tree.ts';

const firstSight: Sight = { from: 0, to: 40 };

/** Opens every node on the way to it. Null where it stands in the tree nowhere. */
async function wayTo(by: TreeWay, id: EntityId): Promise<string | null> {
  const answer = await query('tree-path', { by, id });
  if (!answer.ok) {
    showRefusal(answer.refusal);
    return null;
  }
  const nodes = answer.value.path.map(({ node }) => node);
  openNodes(by, nodes.slice(0, -1));
  return nodes.at(-1) ?? null;
}

/** Of the tree’s first load: its roots stand open, so that something is seen at once. */
function useOpenedRoots(by: TreeWay, roots: readonly string[] | null): void {
  const names = JSON.stringify(roots);
  useEffect(() => {
    const known = JSON.parse(names) as readonly string[] | null;
    if (known !== null && useExplorer.getState().open[by].size === 0) openNodes(by, known);
  }, [by, names]);
}

/** As many as may be ticked at once, of all that match. */
async function tickMatching(wish: ListWish): Promise<void> {
  const answer = await query('machines', { ...askedOf(wish), limit: mostTicked });
  if (answer.ok) tickAll(answer.value.items);
  else showRefusal(answer.refusal);
}

function chosenIn(search: URLSearchParams, thing: EntityId | null): URLSearchParams {
  if (thing !== null) search.set('sel', thing);
  return search;
}

function useNodeTitle(node: string | null): string | null {
  const entity = useEntity((node?.split('/')[0] ?? null) as EntityId | null);
  return node === null ? null : (entity?.name ?? node);
}

export function ExplorerScreen(): ReactNode {
  const { shell } = useText();
  const [search, setSearch] = useSearchParams();
  const wish = wishOf(search);
  const open = useExplorer((state) => state.open[wish.by]);
  const ticked = useExplorer((state) => state.ticked);
  const { selected, select } = useSelection();
  const [sight, setSight] = useState(firstSight);
  const [sought, setSought] = useState('');
  const onSight = useCallback((next: Sight) => setSight(next), []);
  const tree = useTree(wish.by, open);
  const list = useMachineWindow(askedOf(wish), sight);
  const roots =
    tree.data
      ?.get('')
      ?.pages.get(0)
      ?.map(({ node }) => node) ?? null;
  useOpenedRoots(wish.by, roots);
  useEffect(() => {
    useExplorer.setState({ isShown: true });
    return () => useExplorer.setState({ isShown: false });
  }, []);
  const onWish = (change: Partial<ListWish>): void =>
    setSearch((last) => withWish(last, { ...wishOf(last), ...change }), { replace: true });
  // Node and selection in one writing of the address: of two at once the second would undo the first.
  const choose = (node: string, thing: EntityId | null): void =>
    setSearch((last) => chosenIn(withWish(last, { ...wishOf(last), node }), thing), { replace: true });
  const show = async (id: EntityId): Promise<void> => {
    const node = await wayTo(wish.by, id);
    setSought('');
    if (node !== null) choose(node, id);
  };
  const onChoose = ({ node }: TreeLine): void => {
    if (node !== null) choose(node.node, node.is === 'thing' ? (node.node as EntityId) : null);
  };
  return (
    <ExplorerView
      {...{ tree, list, wish, open, ticked, selected, sought, onChoose, onWish, onSight }}
      nodeName={useNodeTitle(wish.node)}
      found={<Found text={sought} onShow={(id) => void show(id)} />}
      tasks={<TaskStrip target={null} />}
      first={<Button onClick={() => goTo('/labs')}>{shell.goTo(shell.screens.labs)}</Button>}
      onFold={(node, state) => foldNode(wish.by, node, state)}
      onNeed={tree.need}
      onSeek={setSought}
      onWay={(by) => onWish({ by, node: null })}
      onSort={(column) => onWish(sortedBy(wish, column))}
      onTick={(row: MachineRow) => tick(row)}
      onTickAll={() => void tickMatching(wish)}
      onUntickAll={untickAll}
      onOpen={({ id }) => select(id)}
      onPage={({ id }) => goTo(machinePath(id))}
      onShow={({ id }) => void show(id)}
    />
  );
}
