/** From key presses to an action: chords such as `Mod+k`, and sequences such as `g f`. Pure. */
export type Press = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

export type Matching = { readonly pending: string; readonly since: number };
export type Match =
  | { readonly kind: 'run'; readonly shortcut: string }
  | { readonly kind: 'wait'; readonly matching: Matching }
  | { readonly kind: 'none' };

export const nothingPending: Matching = { pending: '', since: 0 };

/** Time for the second key of a sequence. */
const sequenceMillis = 1200;

/** `Mod+k`, `Shift+Enter`, `?`: Shift is named only where it does not already make another sign. */
export function chordOf(press: Press, onMac: boolean): string {
  const isMod = onMac ? press.metaKey : press.ctrlKey;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const isLetter = key.length !== 1 || key.toLowerCase() !== key.toUpperCase();
  const parts = [isMod && 'Mod', press.altKey && 'Alt', press.shiftKey && isLetter && 'Shift', key];
  return parts.filter(Boolean).join('+');
}

export function matchPress(
  chord: string,
  state: Matching & { readonly now: number },
  shortcuts: readonly string[],
): Match {
  const isLate = state.now - state.since > sequenceMillis;
  const before = isLate ? '' : state.pending;
  const candidates = before === '' ? [chord] : [`${before} ${chord}`, chord];
  for (const candidate of candidates) {
    if (shortcuts.includes(candidate)) return { kind: 'run', shortcut: candidate };
    if (shortcuts.some((shortcut) => shortcut.startsWith(`${candidate} `))) {
      return { kind: 'wait', matching: { pending: candidate, since: state.now } };
    }
  }
  return { kind: 'none' };
}

/** A field takes back its own typing. */
const fieldChords = ['Mod+z', 'Mod+Shift+z', 'Mod+y'];

/** Plain keys belong to the field that has the focus; chords with Mod work everywhere, but for a field's own. */
export function isForField(chord: string, target: EventTarget | null): boolean {
  if (chord.startsWith('Mod+') && !fieldChords.includes(chord)) return false;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('.monaco-editor') !== null) return true;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}
