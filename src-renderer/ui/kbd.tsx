import type { ReactNode } from 'react';

const isMac = (): boolean => /mac/i.test(navigator.platform);

const arrows: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** `Mod+k` → Ctrl K or ⌘K; `g f` → G then F. */
export function keyCaps(keys: string, onMac: boolean): readonly string[] {
  return keys.split(' ').map((chord) =>
    chord
      .split('+')
      .map((key) => {
        if (key === 'Mod') return onMac ? '⌘' : 'Ctrl';
        if (key in arrows) return arrows[key];
        return key.length === 1 ? key.toUpperCase() : key;
      })
      .join(onMac ? '' : ' '),
  );
}

export const Kbd = ({ keys }: { readonly keys: string }): ReactNode => (
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
