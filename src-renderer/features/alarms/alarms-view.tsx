import type { ReactNode } from 'react';
import { Tabs } from '../../ui/tabs.tsx';
import { FloodBanner } from './flood-banner.tsx';

export const alarmTabs = ['list', 'history', 'rules', 'kpis', 'notifications'] as const;
export type AlarmTab = (typeof alarmTabs)[number];

const titles = {
  list: 'List',
  history: 'History',
  rules: 'Rules',
  kpis: 'KPIs',
  notifications: 'Notifications',
} as const satisfies Record<AlarmTab, string>;

type AlarmsViewProps = {
  readonly tab: AlarmTab;
  readonly onTab: (tab: AlarmTab) => void;
  /** Open alarms that are not kept quiet. */
  readonly open: number;
  /** New alarms of the last minutes where they are a flood, else 0. */
  readonly flood: number;
  /** What can be taken back. */
  readonly undo: ReactNode;
  readonly contents: Readonly<Record<AlarmTab, ReactNode>>;
};

export const AlarmsView = ({ tab, onTab, open, flood, undo, contents }: AlarmsViewProps): ReactNode => (
  <section aria-label="Alarms" className="m-3 flex min-h-0 flex-1 flex-col rounded-lg border bg-surface">
    <h1 className="sr-only">Alarms</h1>
    <Tabs
      label="Alarms"
      value={tab}
      onChange={(id) => onTab(id as AlarmTab)}
      tabs={alarmTabs.map((id) => ({
        id,
        title: titles[id],
        ...(id === 'list' ? { count: open } : {}),
        content: (
          <>
            {flood > 0 && id !== 'kpis' && <FloodBanner count={flood} onKpis={() => onTab('kpis')} />}
            {undo}
            {contents[id]}
          </>
        ),
      }))}
    />
  </section>
);
