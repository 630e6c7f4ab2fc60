import { CircuitBoard } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { always } from '../../app/actions.ts';
import { goTo } from '../../app/way.ts';
import { editNew } from './hardware-editing.ts';

export const hardwareActions: readonly Action[] = [
  {
    id: 'hardware.connect',
    title: 'Connect a device…',
    section: 'Hardware',
    shortcut: null,
    icon: CircuitBoard,
    disabled: always,
    run: () => {
      editNew();
      goTo('/hardware');
    },
  },
];
