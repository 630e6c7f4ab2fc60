import { useEffect, useEffectEvent } from 'react';
import { usePanels } from '../../app/panels.ts';
import { isForField } from '../../app/shortcuts.ts';
import { useText } from '../../text/text.ts';
import { stepRack } from './rack-deeds.ts';
import { ask } from './rack-state.ts';
import { sayNo } from './screen-deeds.ts';

/** `[` and `]` walk the row and `/` finds a rack while the racks are the screen; elsewhere they keep their meaning. */
export function useRackKeys(): void {
  const { title } = useText().rack;
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const deeds: Readonly<Record<string, () => void>> = {
      '[': () => sayNo(stepRack(-1), title),
      ']': () => sayNo(stepRack(1), title),
      '/': () => ask({ kind: 'find' }),
    };
    const deed = deeds[event.key];
    if (deed === undefined || event.ctrlKey || event.metaKey || isForField(event.key, event.target)) return;
    if (
      usePanels.getState().open !== null ||
      document.querySelector('[role="dialog"], [role="menu"]') !== null
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}
