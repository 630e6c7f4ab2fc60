/** The rule being written: it outlives a look at another screen, and ends with Save or Cancel. */
import { create } from 'zustand';
import type { RuleDraft } from './rule-draft.ts';

type Editing = { readonly key: string | null; readonly draft: RuleDraft | null };

export const useRuleEditing = create<Editing>(() => ({ key: null, draft: null }));

export const keepDraft = (key: string, draft: RuleDraft): void => useRuleEditing.setState({ key, draft });
export const dropDraft = (): void => useRuleEditing.setState({ key: null, draft: null });
