import { BookOpenText, Compass, GraduationCap, LibraryBig } from 'lucide-react';
import { always } from '../../app/actions.ts';
import type { Action } from '../../app/actions.ts';
import { goTo } from '../../app/way.ts';
import { text } from '../../text/text.ts';
import { startTour } from './tour-state.ts';

export function helpActions(): readonly Action[] {
  const { help: words, tour, shell } = text();
  const common = { section: shell.sections.help, shortcut: null, disabled: always } as const;
  return [
    { ...common, id: 'help.tour', title: tour.restart, icon: Compass, run: () => startTour(0) },
    {
      ...common,
      id: 'help.glossary',
      title: words.openGlossary,
      icon: LibraryBig,
      run: () => goTo('/help?tab=glossary'),
    },
    {
      ...common,
      id: 'help.lessons',
      title: words.openLessons,
      icon: GraduationCap,
      run: () => goTo('/help?tab=lessons'),
    },
    {
      ...common,
      id: 'help.documents',
      title: words.openDocuments,
      icon: BookOpenText,
      run: () => goTo('/help?tab=documents'),
    },
  ];
}
