import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { ReportFormat } from '../../../sim/contract/reports.ts';
import { useScope } from '../../app/scope.ts';
import { useQuery } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import type { Option } from '../../ui/select.tsx';
import { showRefusal } from '../../ui/toasts.ts';
import { useInventory } from '../floor/use-inventory.ts';
import { PrintPreview } from './print-preview.tsx';
import { printedPage, saveReport } from './report-files.ts';
import { placeIn, searchWith } from './report-place.ts';
import type { ReportPlace } from './report-place.ts';
import { ReportsView } from './reports-view.tsx';
import { newDraft } from './schedule-draft.ts';
import type { ScheduleDraft } from './schedule-draft.ts';
import { SchedulesTab } from './schedules-tab.tsx';
import { useReport } from './use-report.ts';
import type { MadeReport } from './use-report.ts';

const renewMillis = 5000;

/** Sites, and the rooms in them. */
function useScopes(): {
  readonly scopes: readonly Option<string>[];
  readonly nameOf: (id: string) => string;
} {
  const { entities } = useInventory();
  const scopes = useMemo(
    () =>
      [...entities.values()].flatMap((entity): Option<string>[] => {
        if (entity.kind === 'site') return [{ value: entity.id, title: entity.name }];
        if (entity.kind !== 'room') return [];
        const site = entity.parent === null ? undefined : entities.get(entity.parent);
        return [
          { value: entity.id, title: site === undefined ? entity.name : `${site.name} / ${entity.name}` },
        ];
      }),
    [entities],
  );
  return { scopes, nameOf: (id) => scopes.find(({ value }) => value === id)?.title ?? id };
}

/** The files of the report that is shown, and its printed page. */
function useFiles({ asked }: MadeReport) {
  const [busy, setBusy] = useState<ReportFormat | null>(null);
  const [page, setPage] = useState<string | null>(null);
  const save = async (format: ReportFormat): Promise<void> => {
    if (asked === null) return;
    setBusy(format);
    await saveReport(format, asked);
    setBusy(null);
  };
  const preview = async (): Promise<void> => {
    if (asked === null) return;
    const printed = await printedPage(asked);
    if (printed.ok) setPage(printed.value);
    else showRefusal(printed.refusal);
  };
  return { busy, page, save, preview, close: () => setPage(null) };
}

/** A range of its own begins with the one that is shown. */
function startOfOwn(
  place: ReportPlace,
  change: Partial<ReportPlace>,
  { report }: MadeReport,
): Partial<ReportPlace> {
  if (change.range !== 'custom' || place.from !== '' || report.data === null) return {};
  const { from, to } = report.data.meta;
  const minute = (at: number): string => new Date(at).toISOString().slice(0, 16);
  return { from: minute(from), to: minute(to) };
}

/** What the address asks for, of the site in sight where it names no place. */
function usePlace(search: URLSearchParams): ReportPlace {
  const inScope = useScope().site?.id ?? null;
  const place = placeIn(search);
  return { ...place, within: place.within ?? inScope };
}

const isSchedules = (search: URLSearchParams): boolean => search.get('tab') === 'schedules';

export function ReportsScreen(): ReactNode {
  const words = useText().reports;
  const [search, setSearch] = useSearchParams();
  const place = usePlace(search);
  const made = useReport(place);
  const put = (change: Partial<ReportPlace>) =>
    setSearch((last) => searchWith(last, { ...startOfOwn(place, change, made), ...change }));
  const reports = useQuery('reports', {}, { every: renewMillis });
  const files = useFiles(made);
  const { scopes, nameOf } = useScopes();
  const [start, setStart] = useState<ScheduleDraft | null>(null);
  const putTab = (tab: 'report' | 'schedules') =>
    setSearch((last) => {
      const next = new URLSearchParams(last);
      if (tab === 'report') next.delete('tab');
      else next.set('tab', tab);
      return next;
    });
  const printer = reports.data?.printer;
  return (
    <>
      <ReportsView
        tab={isSchedules(search) ? 'schedules' : 'report'}
        onTab={putTab}
        cards={reports.data?.cards ?? []}
        onKind={(kind) => put({ kind })}
        bar={{
          place,
          scopes,
          onPlace: put,
          notYet: made.report.data === null ? words.making : null,
          noPdf:
            printer === undefined || printer.browser !== null ? null : `${words.noPrinter}. ${printer.hint}`,
          busy: files.busy,
          onSave: (format) => void files.save(format),
          onPrint: () => void files.preview(),
          onSchedule: () => {
            setStart(newDraft({ kind: place.kind, within: place.within, compare: place.compare }));
            putTab('schedules');
          },
          onAgain: made.again,
        }}
        report={made.report}
        hasTime={made.report.data !== null || made.asked !== null || place.range !== 'custom'}
        progress={made.progress}
        onCancel={made.cancel}
        schedules={
          <SchedulesTab
            reports={reports}
            scopes={scopes}
            nameOf={nameOf}
            start={start}
            onStarted={() => setStart(null)}
          />
        }
      />
      {files.page !== null && <PrintPreview page={files.page} onClose={files.close} />}
    </>
  );
}
