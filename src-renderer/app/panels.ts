/** What lies over the screen: at most one at a time, so that Escape always means the same. */
import { create } from 'zustand';
import type { EntityId } from '../../sim/contract/ids.ts';

export type PanelName =
  | 'palette'
  | 'help'
  | 'scenario'
  | 'new-lab'
  | 'save-as'
  | 'export'
  | 'import'
  | 'acknowledge'
  | 'edits'
  | 'machine-create'
  | 'machine-clone'
  | 'machine-migrate'
  | 'machine-tasks';

type Panels = {
  readonly open: PanelName | null;
  /** What the panel is opened on, where it is on something. */
  readonly target: EntityId | null;
  /** What the target was dragged onto. */
  readonly onto: EntityId | null;
  /** A file to begin with: dropped, or opened from outside. */
  readonly file: string | null;
};

export const usePanels = create<Panels>(() => ({ open: null, target: null, onto: null, file: null }));

export const openPanel = (
  open: PanelName,
  on: { readonly target?: EntityId; readonly onto?: EntityId; readonly file?: string } = {},
): void =>
  usePanels.setState({ open, target: on.target ?? null, onto: on.onto ?? null, file: on.file ?? null });

export const closePanel = (): void => usePanels.setState({ open: null });
