import { CalendarClock, FileChartColumn } from 'lucide-react';
import { always } from '../../app/actions.ts';
import type { Action } from '../../app/actions.ts';
import { goTo } from '../../app/way.ts';
import { text } from '../../text/text.ts';
import { reportKinds } from './report-kinds.table.ts';

export function reportActions(): readonly Action[] {
  const words = text().reports;
  const common = { section: words.section, shortcut: null, disabled: always };
  return [
    ...reportKinds.map((kind): Action => ({
      ...common,
      id: `reports.${kind}`,
      title: words.open(words.kinds[kind]),
      icon: FileChartColumn,
      run: () => goTo(`/reports?kind=${kind}`),
    })),
    {
      ...common,
      id: 'reports.schedules',
      title: words.tabs.schedules,
      icon: CalendarClock,
      run: () => goTo('/reports?tab=schedules'),
    },
  ];
}
