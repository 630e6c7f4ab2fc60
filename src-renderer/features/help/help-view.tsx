import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { DocumentsTab } from './documents-tab.tsx';
import type { DocumentsTabProps } from './documents-tab.tsx';
import { GlossaryTab } from './glossary-tab.tsx';
import type { GlossaryTabProps } from './glossary-tab.tsx';
import { helpTabs } from './help-place.ts';
import type { HelpTab } from './help-place.ts';
import { LessonsTab } from './lessons-tab.tsx';
import type { LessonsTabProps } from './lessons-tab.tsx';
import { ScreensTab } from './screens-tab.tsx';
import type { ScreensTabProps } from './screens-tab.tsx';

export type HelpViewProps = {
  readonly tab: HelpTab;
  readonly onTab: (tab: HelpTab) => void;
  readonly screens: ScreensTabProps;
  readonly glossary: GlossaryTabProps;
  readonly lessons: LessonsTabProps;
  readonly documents: DocumentsTabProps;
};

export function HelpView({ tab, onTab, screens, glossary, lessons, documents }: HelpViewProps): ReactNode {
  const words = useText().help;
  const contents: Readonly<Record<HelpTab, ReactNode>> = {
    screens: <ScreensTab {...screens} />,
    glossary: <GlossaryTab {...glossary} />,
    lessons: <LessonsTab {...lessons} />,
    documents: <DocumentsTab {...documents} />,
  };
  return (
    <section
      aria-label={words.title}
      className="@container m-3 flex min-h-0 flex-1 flex-col rounded-lg border bg-surface max-[720px]:min-h-[520px]"
    >
      <h1 className="sr-only">{words.title}</h1>
      <Tabs
        label={words.tabsLabel}
        value={tab}
        onChange={(id) => onTab(id as HelpTab)}
        tabs={helpTabs.map((id) => ({ id, title: words.tabs[id], content: contents[id] }))}
      />
    </section>
  );
}
