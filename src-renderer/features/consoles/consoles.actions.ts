import { SkipBack, SkipForward, X } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { text } from '../../text/text.ts';
import { closeTerminal, stepTerminal, useConsoles } from './consoles-store.ts';

export function consoleActions(): readonly Action[] {
  const words = text().consoles;
  const common = {
    section: words.actions.section,
    shortcut: null,
    disabled: () => (useConsoles.getState().terminals.length === 0 ? words.noTerminal : null),
  } as const;
  return [
    {
      ...common,
      id: 'consoles.next',
      title: words.actions.next,
      icon: SkipForward,
      run: () => stepTerminal(1),
    },
    {
      ...common,
      id: 'consoles.previous',
      title: words.actions.previous,
      icon: SkipBack,
      run: () => stepTerminal(-1),
    },
    {
      ...common,
      id: 'consoles.close',
      title: words.actions.close,
      icon: X,
      run: () => closeTerminal(useConsoles.getState().shown ?? ''),
    },
  ];
}
