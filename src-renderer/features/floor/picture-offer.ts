/** Whoever shows a floor offers its picture; actions from anywhere take it. */
import { create } from 'zustand';
import type { PictureSubject } from './picture-subject.ts';

type Offer = { readonly subject: (() => PictureSubject | null) | null };

export const usePictureOffer = create<Offer>(() => ({ subject: null }));

/** Answers how to take the offer back. */
export function offerPictures(subject: () => PictureSubject | null): () => void {
  usePictureOffer.setState({ subject });
  return () => usePictureOffer.setState((last) => (last.subject === subject ? { subject: null } : last));
}
