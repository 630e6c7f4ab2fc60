import { create } from 'zustand';
import type { Refusal } from '../../sim/contract/result.ts';

export type Toast = {
  readonly id: number;
  readonly kind: 'done' | 'refused';
  readonly title: string;
  readonly hint: string | null;
  /** What may be done about it at once. */
  readonly action?: { readonly label: string; readonly run: () => void };
};

type Toasts = { readonly items: readonly Toast[]; readonly last: number };

export const useToasts = create<Toasts>(() => ({ items: [], last: 0 }));

const mostAtOnce = 4;

export function showToast(toast: Omit<Toast, 'id'>): void {
  useToasts.setState(({ items, last }) => ({
    items: [...items, { ...toast, id: last + 1 }].slice(-mostAtOnce),
    last: last + 1,
  }));
}

export const showDone = (title: string): void => showToast({ kind: 'done', title, hint: null });

export const showRefusal = (refusal: Refusal): void =>
  showToast({ kind: 'refused', title: refusal.message, hint: refusal.hint ?? null });

export const dropToast = (id: number): void =>
  useToasts.setState(({ items }) => ({ items: items.filter((toast) => toast.id !== id) }));
