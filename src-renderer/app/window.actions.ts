import { AppWindow, Link2, MonitorPlay } from 'lucide-react';
import { text } from '../text/text.ts';
import { always } from './actions.ts';
import type { Action } from './actions.ts';
import { copyLink, openWindow } from './share-link.ts';
import { goTo } from './way.ts';

export function windowActions(): readonly Action[] {
  const words = text().wall;
  const common = { section: words.windowSection, disabled: always } as const;
  return [
    {
      ...common,
      id: 'window.new',
      title: words.newWindow,
      shortcut: 'Mod+Shift+n',
      icon: AppWindow,
      run: openWindow,
    },
    {
      ...common,
      id: 'window.copy-link',
      title: words.copyLink,
      shortcut: 'Mod+Shift+c',
      icon: Link2,
      run: () => copyLink(null),
    },
    {
      ...common,
      id: 'window.wall',
      title: words.open,
      shortcut: null,
      icon: MonitorPlay,
      run: () => goTo('/wall'),
    },
  ];
}
