import type { ReactNode } from 'react';
import { text, useText } from '../text/text.ts';

const isMac = (): boolean => /mac/i.test(navigator.platform);

const arrows: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** `Mod+k` → Ctrl K or ⌘K; `g f` → G then F. */
export function keyCaps(keys: string, onMac: boolean): readonly string[] {
  const named: Readonly<Record<string, string>> = text().ui.keys;
  return keys.split(' ').map((chord) =>
    chord
      .split('+')
      .map((key) => {
        if (key === 'Mod' && onMac) return '⌘';
        return arrows[key] ?? named[key] ?? (key.length === 1 ? key.toUpperCase() : key);
      })
      .join(onMac ? '' : ' '),
  );
}

export function Kbd({ keys }: { readonly keys: string }): ReactNode {
  // Keys have names of their own in some languages.
  useText();
  return (
    <span className="inline-flex shrink-0 gap-1">
      {keyCaps(keys, isMac()).map((cap, index) => (
        <kbd
          key={`${cap}-${index}`}
          className="rounded-sm border border-line px-1 font-sans text-11 text-text-3"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}
