/** What is open and ticked in the explorer, while the page lives. */
import { create } from 'zustand';
import type { TreeWay } from '../../../sim/contract/machine-tree.ts';
import type { Powered } from '../machine/power-deeds.ts';

type ExplorerState = {
  readonly open: Readonly<Record<TreeWay, ReadonlySet<string>>>;
  /** By id: what was ticked stays so while its line is scrolled away. */
  readonly ticked: ReadonlyMap<string, Powered>;
  /** Whether the screen is there: its actions work then. */
  readonly isShown: boolean;
};

export const useExplorer = create<ExplorerState>(() => ({
  open: { vendor: new Set(), place: new Set() },
  ticked: new Map(),
  isShown: false,
}));

/** More at once would be a load, not a click. */
export const mostTicked = 1000;

export function foldNode(by: TreeWay, node: string, state: 'open' | 'closed'): void {
  useExplorer.setState(({ open }) => {
    const next = new Set(open[by]);
    if (state === 'open') next.add(node);
    else next.delete(node);
    return { open: { ...open, [by]: next } };
  });
}

export function openNodes(by: TreeWay, nodes: readonly string[]): void {
  useExplorer.setState(({ open }) => ({ open: { ...open, [by]: new Set([...open[by], ...nodes]) } }));
}

export const untickAll = (): void => useExplorer.setState({ ticked: new Map() });

export function tick(machine: Powered): void {
  useExplorer.setState(({ ticked }) => {
    const next = new Map(ticked);
    if (!next.delete(machine.id) && next.size < mostTicked) next.set(machine.id, machine);
    return { ticked: next };
  });
}

export const tickAll = (machines: readonly Powered[]): void =>
  useExplorer.setState({
    ticked: new Map(machines.slice(0, mostTicked).map((machine) => [machine.id, machine])),
  });
