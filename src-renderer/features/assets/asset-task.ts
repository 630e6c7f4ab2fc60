/** What lies over the ledger: one thing at a time. */
import { create } from 'zustand';

export type AssetTask = 'none' | 'filter' | 'columns' | 'bulk' | 'import' | 'export' | 'types' | 'labels';

export const useAssetTask = create<{ readonly task: AssetTask; readonly isShown: boolean }>(() => ({
  task: 'none',
  isShown: false,
}));

export const openAssetTask = (task: AssetTask): void => useAssetTask.setState({ task });
export const closeAssetTask = (): void => useAssetTask.setState({ task: 'none' });
