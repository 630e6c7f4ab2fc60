/** What is being done to sites: one dialog at a time, opened by a button, a menu or the palette. */
import { create } from 'zustand';
import type { EntityId } from '../../../sim/contract/ids.ts';

export type SiteTask =
  | { readonly do: 'add' }
  | { readonly do: 'edit'; readonly site: EntityId }
  | { readonly do: 'remove'; readonly site: EntityId };

export const useSiteTask = create<{ readonly task: SiteTask | null }>(() => ({ task: null }));
export const openSiteTask = (task: SiteTask): void => useSiteTask.setState({ task });
export const closeSiteTask = (): void => useSiteTask.setState({ task: null });
