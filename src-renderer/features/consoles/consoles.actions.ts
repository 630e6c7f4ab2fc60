import {
  Columns2,
  MoveRight,
  PanelTop,
  SkipBack,
  SkipForward,
  SplitSquareHorizontal,
  SplitSquareVertical,
  X,
} from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { text } from '../../text/text.ts';
import {
  closeTerminal,
  layTerminals,
  passOn,
  shownOf,
  splitShown,
  stepTerminal,
  useConsoles,
} from './consoles-store.ts';

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
      run: () => closeTerminal(shownOf(useConsoles.getState()) ?? ''),
    },
    {
      ...common,
      id: 'consoles.right',
      title: words.actions.right,
      icon: SplitSquareHorizontal,
      run: () => splitShown('right'),
    },
    {
      ...common,
      id: 'consoles.down',
      title: words.actions.down,
      icon: SplitSquareVertical,
      run: () => splitShown('bottom'),
    },
    { ...common, id: 'consoles.pass', title: words.actions.pass, icon: MoveRight, run: passOn },
    {
      ...common,
      id: 'consoles.tiles',
      title: words.actions.tiles,
      icon: Columns2,
      run: () => layTerminals('tiles'),
    },
    {
      ...common,
      id: 'consoles.tabs',
      title: words.actions.tabs,
      icon: PanelTop,
      run: () => layTerminals('tabs'),
    },
  ];
}
