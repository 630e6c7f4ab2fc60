import { Copy, FilePlus2, FolderInput, FolderOutput, History } from 'lucide-react';
import type { Action } from '../../app/actions.ts';
import { always } from '../../app/actions.ts';
import { openPanel } from '../../app/panels.ts';
import { goTo } from '../../app/way.ts';

const lab = { section: 'Lab', shortcut: null, disabled: always } as const;

export const labActions: readonly Action[] = [
  { ...lab, id: 'lab.new', title: 'New lab…', icon: FilePlus2, run: () => openPanel('new-lab') },
  {
    ...lab,
    id: 'lab.save-as',
    title: 'Save this lab under another name…',
    icon: Copy,
    run: () => openPanel('save-as'),
  },
  {
    ...lab,
    id: 'lab.import',
    title: 'Import a lab file…',
    shortcut: 'Mod+o',
    icon: FolderInput,
    run: () => openPanel('import'),
  },
  {
    ...lab,
    id: 'lab.export',
    title: 'Export this lab to a file…',
    shortcut: 'Mod+e',
    icon: FolderOutput,
    run: () => openPanel('export'),
  },
  {
    ...lab,
    id: 'lab.history',
    title: 'History and rewind',
    shortcut: 'g h',
    icon: History,
    run: () => goTo('/labs?tab=history'),
  },
];
