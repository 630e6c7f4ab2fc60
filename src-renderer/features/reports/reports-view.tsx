/** The reports screen from its props alone. */
import type { ReactNode } from 'react';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { ReportKind, ReportsAnswer } from '../../../sim/contract/reports.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ReportBar } from './report-bar.tsx';
import type { ReportBarProps } from './report-bar.tsx';
import type { ReportProgress } from './use-report.ts';
import { ReportList } from './report-list.tsx';
import { ReportSheet } from './report-sheet.tsx';

export type ReportTab = 'report' | 'schedules';

export type ReportsViewProps = {
  readonly tab: ReportTab;
  readonly onTab: (tab: ReportTab) => void;
  readonly cards: ReportsAnswer['cards'];
  readonly onKind: (kind: ReportKind) => void;
  readonly bar: ReportBarProps;
  readonly report: QueryState<QueryAnswer<'report'>>;
  /** There is a stretch of lab time to tell of. */
  readonly hasTime: boolean;
  readonly progress: ReportProgress | null;
  readonly onCancel: () => void;
  readonly schedules: ReactNode;
};

function Making({
  progress,
  onCancel,
}: Pick<ReportsViewProps, 'onCancel'> & { readonly progress: ReportProgress }): ReactNode {
  const { share, what, sensors } = progress;
  const words = useText().reports;
  return (
    <div role="status" className="flex items-center gap-3 border-b px-3 py-1 text-12 text-text-2">
      <span className="whitespace-nowrap">
        {what === '' ? words.making : words.reading(what)}, {words.read(sensors)}
      </span>
      <ProgressBar label={words.making} value={share} />
      <Button look="ghost" onClick={onCancel}>
        {words.cancel}
      </Button>
    </div>
  );
}

function ReportTabContent(props: ReportsViewProps): ReactNode {
  const { bar, report, hasTime, progress, onCancel, cards, onKind } = props;
  const words = useText().reports;
  return (
    <div className="flex min-h-0 flex-1">
      <ReportList chosen={bar.place.kind} cards={cards} onChoose={onKind} />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ReportBar {...bar} />
        {progress !== null && <Making progress={progress} onCancel={onCancel} />}
        {hasTime ? (
          <Face state={report} what={words.what} still={words.still}>
            {(made) => (
              <ScrollRegion label={made.meta.title}>
                <ReportSheet report={made} />
              </ScrollRegion>
            )}
          </Face>
        ) : (
          <EmptyState text={bar.place.range === 'custom' ? words.giveRange : words.none} />
        )}
      </div>
    </div>
  );
}

export function ReportsView(props: ReportsViewProps): ReactNode {
  const words = useText().reports;
  return (
    <>
      <h1 className="sr-only">{words.list}</h1>
      <Tabs
        label={words.list}
        value={props.tab}
        onChange={(id) => props.onTab(id === 'schedules' ? 'schedules' : 'report')}
        tabs={[
          { id: 'report', title: words.tabs.report, content: <ReportTabContent {...props} /> },
          { id: 'schedules', title: words.tabs.schedules, content: props.schedules },
        ]}
      />
    </>
  );
}
