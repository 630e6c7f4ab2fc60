const modifiers: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  Ctrl: 'Control',
  Control: 'Control',
  Cmd: 'Command',
  Meta: 'Meta',
  Shift: 'Shift',
  Alt: 'Alt',
  Option: 'Alt',
};

const keys: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Escape',
  Enter: 'Enter',
  Space: 'Space',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
};

/** Keys pressed one after the other, as in `g f`: a native menu cannot draw these. */
export const isSequence = (shortcut: string): boolean => shortcut.includes(' ');

export const sequenceText = (shortcut: string): string => shortcut.toUpperCase();

/** Electron's spelling, or null where it has none: Electron throws at a spelling it does not know. */
export function acceleratorOf(shortcut: string, platform: string): string | null {
  if (isSequence(shortcut)) return null;
  const parts = shortcut.endsWith('+')
    ? [...shortcut.slice(0, -1).split('+').filter(Boolean), 'Plus']
    : shortcut.split('+');
  const key = keyName(parts.at(-1) ?? '');
  const held = parts.slice(0, -1).map((part) => modifiers[part]);
  if (key === null || held.includes(undefined)) return null;
  // macOS takes every shown key as registered, and a bare letter there would be taken from every text field.
  if (held.length === 0 && platform === 'darwin') return null;
  return [...held, key].join('+');
}

function keyName(key: string): string | null {
  if (key === 'Plus') return key;
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key;
  if (/^[\x21-\x7e]$/.test(key)) return key.toUpperCase();
  return keys[key] ?? null;
}
