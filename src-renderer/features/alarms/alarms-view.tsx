import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { FloodBanner } from './flood-banner.tsx';

export const alarmTabs = ['list', 'history', 'rules', 'kpis', 'notifications'] as const;
export type AlarmTab = (typeof alarmTabs)[number];

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

export function AlarmsView({ tab, onTab, open, flood, undo, contents }: AlarmsViewProps): ReactNode {
  const words = useText().alarms;
  return (
    <section
      aria-label={words.title}
      className="m-3 flex min-h-0 flex-1 flex-col rounded-lg border bg-surface"
    >
      <h1 className="sr-only">{words.title}</h1>
      <Tabs
        label={words.title}
        value={tab}
        onChange={(id) => onTab(id as AlarmTab)}
        tabs={alarmTabs.map((id) => ({
          id,
          title: words.tabs[id],
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
}
