/** Edits outlive the screen: whoever goes away and comes back finds them as they were. */
import { create } from 'zustand';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { Edits } from './settings-draft.ts';
import type { SectionId } from './settings-fields.table.ts';

type Kept = {
  readonly edits: Edits;
  /** What the host said of the last try, until the section is changed again. */
  readonly refusals: Readonly<Partial<Record<SectionId, Refusal>>>;
  /** Saved last, to be said. */
  readonly saved: SectionId | null;
};

export const useEdits = create<Kept>(() => ({ edits: {}, refusals: {}, saved: null }));

export function writeEdits(section: SectionId, edits: Edits): void {
  useEdits.setState(({ refusals }) => {
    const { [section]: _, ...rest } = refusals;
    return { edits, refusals: rest, saved: null };
  });
  guardClosing();
}

export const sayRefused = (section: SectionId, refusal: Refusal): void =>
  useEdits.setState(({ refusals }) => ({ refusals: { ...refusals, [section]: refusal }, saved: null }));

export function saySaved(section: SectionId, edits: Edits): void {
  writeEdits(section, edits);
  useEdits.setState({ saved: section });
}

export const countOfEdits = (): number => Object.keys(useEdits.getState().edits).length;

const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Closing the tab would lose them: as long as there are any, the browser asks first. */
function guardClosing(): void {
  if (countOfEdits() > 0) window.addEventListener('beforeunload', askFirst);
  else window.removeEventListener('beforeunload', askFirst);
}
