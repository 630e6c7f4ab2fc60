/** The schedules with the host behind them: they stand in the settings of the machine. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ReportSchedule, ReportsAnswer } from '../../../sim/contract/reports.ts';
import { perform } from '../../app/perform.ts';
import { useQuery } from '../../data/client.ts';
import type { QueryState } from '../../data/client.ts';
import { text, useLanguage } from '../../text/text.ts';
import type { Option } from '../../ui/select.tsx';
import { saveKept } from './report-files.ts';
import { draftOf, newDraft, scheduleFrom } from './schedule-draft.ts';
import type { ScheduleDraft } from './schedule-draft.ts';
import { ScheduleForm } from './schedule-form.tsx';
import { SchedulesView } from './schedules-view.tsx';

type SchedulesTabProps = {
  readonly reports: QueryState<ReportsAnswer>;
  readonly scopes: readonly Option<string>[];
  readonly nameOf: (id: string) => string;
  /** A schedule to begin with, from the report that is shown. */
  readonly start: ScheduleDraft | null;
  readonly onStarted: () => void;
};

export function SchedulesTab({ reports, scopes, nameOf, start, onStarted }: SchedulesTabProps): ReactNode {
  const language = useLanguage();
  const settings = useQuery('settings', {});
  const [editing, setEditing] = useState<ScheduleDraft | null>(null);
  const schedules = settings.data?.reports ?? [];
  const shown = editing ?? start;
  const renew = (): void => {
    settings.retry();
    reports.retry();
  };
  const keep = async (next: readonly ReportSchedule[], done: string): Promise<void> => {
    const kept = await perform({ type: 'desk.configure', patch: { reports: next } }, done);
    if (kept !== null) renew();
  };
  const close = (): void => {
    setEditing(null);
    onStarted();
  };
  const save = async (draft: ScheduleDraft): Promise<void> => {
    const schedule = scheduleFrom(draft, schedules, language);
    const next = schedules.some(({ id }) => id === schedule.id)
      ? schedules.map((one) => (one.id === schedule.id ? schedule : one))
      : [...schedules, schedule];
    close();
    await keep(next, text().reports.savedSchedule);
  };
  const order = async (command: Parameters<typeof perform>[0], done: string): Promise<void> => {
    await perform(command, done);
    renew();
  };
  return (
    <>
      <SchedulesView
        reports={reports}
        schedules={schedules}
        nameOf={nameOf}
        onNew={() => setEditing(newDraft({ kind: 'energy', within: null, compare: 'prior' }))}
        onChange={(schedule) => setEditing(draftOf(schedule))}
        onRemove={({ id }) =>
          void keep(
            schedules.filter((one) => one.id !== id),
            text().reports.removedSchedule,
          )
        }
        onRun={(schedule) =>
          void order({ type: 'desk.report', order: { act: 'run', schedule } }, text().reports.ran)
        }
        onDownload={(name) => void saveKept(name)}
        onDelete={(name) =>
          void order({ type: 'desk.report', order: { act: 'delete', name } }, text().reports.deleted)
        }
      />
      {shown !== null && (
        <ScheduleForm start={shown} scopes={scopes} onSave={(draft) => void save(draft)} onClose={close} />
      )}
    </>
  );
}
