import { useEffect, useEffectEvent, useRef } from 'react';
import type { ReactNode } from 'react';
import { text } from '../text/text.ts';
import { showToast } from '../ui/toasts.ts';
import type { Action } from './actions.ts';
import { usePanels } from './panels.ts';
import { useSelection } from './selection.ts';
import { chordOf, isForField, matchPress, nothingPending } from './shortcuts.ts';

export function runAction(action: Action): void {
  const reason = action.disabled();
  if (reason === null) void action.run();
  else showToast({ kind: 'refused', title: text().shell.notNow(action.title), hint: reason });
}

const modifiers = ['Control', 'Shift', 'Alt', 'Meta'];

/** The chord, where the press is for the page and not for the field or dialog that has the focus. */
function chordForPage(event: KeyboardEvent): string | null {
  if (event.defaultPrevented || event.isComposing || modifiers.includes(event.key)) return null;
  const chord = chordOf(event, /mac/i.test(navigator.platform));
  if (isForField(chord, event.target)) return null;
  const isOverlaid =
    usePanels.getState().open !== null ||
    document.querySelector(
      '[role="dialog"]:not([data-aside]), [role="menu"], [role="listbox"][data-state="open"]',
    ) !== null;
  return isOverlaid && !chord.startsWith('Mod+') ? null : chord;
}

/** Keys pressed anywhere on the page. A dialog keeps its keys to itself, but for chords. */
export function ShortcutListener({ actions }: { readonly actions: readonly Action[] }): ReactNode {
  const matching = useRef(nothingPending);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const chord = chordForPage(event);
    if (chord === null) return;
    if (chord === 'Escape') return useSelection.getState().select(null);
    const shortcuts = actions.flatMap(({ shortcut }) => (shortcut === null ? [] : [shortcut]));
    const match = matchPress(chord, { ...matching.current, now: performance.now() }, shortcuts);
    matching.current = match.kind === 'wait' ? match.matching : nothingPending;
    if (match.kind === 'none') return;
    event.preventDefault();
    const action = match.kind === 'run' ? actions.find((one) => one.shortcut === match.shortcut) : undefined;
    if (action !== undefined) runAction(action);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return null;
}
