/** What of the power screen outlives leaving it, and what its actions reach. */
import { create } from 'zustand';
import type { NodeId } from '../../canvas/one-line/site-chain.ts';

type PowerState = {
  /** True while the power screen is the screen. */
  readonly isShown: boolean;
  /** Groups that are drawn member by member. */
  readonly open: ReadonlySet<NodeId>;
  /** Grows with each wish to see all of it. */
  readonly fitTurn: number;
};

export const usePower = create<PowerState>(() => ({ isShown: false, open: new Set(), fitTurn: 0 }));

export function setOpen(id: NodeId, isOpen: boolean): void {
  usePower.setState(({ open }) => {
    const next = new Set(open);
    if (isOpen) next.add(id);
    else next.delete(id);
    return { open: next };
  });
}

export const foldAll = (): void => usePower.setState({ open: new Set() });
export const fitDiagram = (): void => usePower.setState(({ fitTurn }) => ({ fitTurn: fitTurn + 1 }));

export const powerTabs = ['diagram', 'racks', 'ups', 'energy'] as const;
export type PowerTab = (typeof powerTabs)[number];
export const tabIn = (text: string | null): PowerTab => powerTabs.find((tab) => tab === text) ?? 'diagram';
