import { CircuitBoard } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { always } from '../../app/actions.ts';
import { goTo } from '../../app/way.ts';
import { text } from '../../text/text.ts';
import { editNew } from './hardware-editing.ts';

export function hardwareActions(): readonly Action[] {
  const words = text().hardware;
  return [
    {
      id: 'hardware.connect',
      title: words.connect,
      section: words.title,
      shortcut: null,
      icon: CircuitBoard,
      disabled: always,
      run: () => {
        editNew();
        goTo('/hardware');
      },
    },
  ];
}
