import { Copy, FilePlus2, FolderInput, FolderOutput, History } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { always } from '../../app/actions.ts';
import { openPanel } from '../../app/panels.ts';
import { goTo } from '../../app/way.ts';
import { text } from '../../text/text.ts';

export function labActions(): readonly Action[] {
  const words = text().labs.actions;
  const lab = { section: words.section, shortcut: null, disabled: always } as const;
  return [
    { ...lab, id: 'lab.new', title: words.create, icon: FilePlus2, run: () => openPanel('new-lab') },
    { ...lab, id: 'lab.save-as', title: words.saveAs, icon: Copy, run: () => openPanel('save-as') },
    {
      ...lab,
      id: 'lab.import',
      title: words.import,
      shortcut: 'Mod+o',
      icon: FolderInput,
      run: () => openPanel('import'),
    },
    {
      ...lab,
      id: 'lab.export',
      title: words.export,
      shortcut: 'Mod+e',
      icon: FolderOutput,
      run: () => openPanel('export'),
    },
    {
      ...lab,
      id: 'lab.history',
      title: words.history,
      shortcut: 'g b',
      icon: History,
      run: () => goTo('/labs?tab=history'),
    },
  ];
}
