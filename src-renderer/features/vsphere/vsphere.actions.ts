import { Eraser } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { always } from '../../app/actions.ts';
import { text } from '../../text/text.ts';
import { clearCalls } from './vsphere-orders.ts';

export function vsphereActions(): readonly Action[] {
  const words = text().vsphere;
  return [
    {
      id: 'vsphere.clear-calls',
      title: words.clearCalls,
      section: words.title,
      shortcut: null,
      icon: Eraser,
      disabled: always,
      run: () => void clearCalls(),
    },
  ];
}
