/** Which source is open in the form: the palette opens it too. */
import { create } from 'zustand';

type Editing = {
  readonly on: { readonly kind: 'new' } | { readonly kind: 'old'; readonly id: string } | null;
};

export const useEditing = create<Editing>(() => ({ on: null }));

export const editNew = (): void => useEditing.setState({ on: { kind: 'new' } });
export const editOld = (id: string): void => useEditing.setState({ on: { kind: 'old', id } });
export const endEditing = (): void => useEditing.setState({ on: null });
