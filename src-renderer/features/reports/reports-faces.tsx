import type { ReactNode } from 'react';
import { inFace } from '../states/samples.ts';
import type { FaceName } from '../states/samples.ts';
import type { ReportPlace } from './report-place.ts';
import { noReports, sampleReport, sampleReports, sampleSchedules } from './reports-samples.ts';
import { ReportsView } from './reports-view.tsx';
import type { ReportTab } from './reports-view.tsx';
import { SchedulesView } from './schedules-view.tsx';

const nothing = (): void => undefined;
const place: ReportPlace = {
  kind: 'temperature',
  within: null,
  range: 'day',
  from: '',
  to: '',
  compare: 'prior',
};

function On({ face, tab }: { readonly face: FaceName; readonly tab: ReportTab }): ReactNode {
  return (
    <ReportsView
      tab={tab}
      onTab={nothing}
      cards={face === 'full' ? sampleReports.cards : []}
      onKind={nothing}
      bar={{
        place,
        scopes: [{ value: 'room-1', title: 'Site 1 / Room 1' }],
        onPlace: nothing,
        notYet: null,
        noPdf: null,
        busy: null,
        onSave: nothing,
        onPrint: nothing,
        onSchedule: nothing,
        onAgain: nothing,
      }}
      report={inFace(face, sampleReport, sampleReport)}
      hasTime={face !== 'empty'}
      progress={face === 'loading' ? { share: 0.42, what: sampleReport.meta.title, sensors: 12 } : null}
      onCancel={nothing}
      schedules={
        <SchedulesView
          reports={inFace(face, sampleReports, noReports)}
          schedules={face === 'empty' ? [] : sampleSchedules}
          nameOf={(id) => id}
          onNew={nothing}
          onChange={nothing}
          onRemove={nothing}
          onRun={nothing}
          onDownload={nothing}
          onDelete={nothing}
        />
      }
    />
  );
}

export const ReportFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <On face={face} tab="report" />
);
export const ReportSchedulesFace = ({ face }: { readonly face: FaceName }): ReactNode => (
  <On face={face} tab="schedules" />
);
