/** Reports that make themselves, and the files that came of it. */
import { CalendarPlus, Download, Pencil, Play, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type {
  ReportFile,
  ReportSchedule,
  ReportsAnswer,
  ScheduleState,
} from '../../../sim/contract/reports.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { Face } from '../../ui/face.tsx';
import { bytesText, labMoment, wallMoment } from '../../ui/numbers.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

export type SchedulesViewProps = {
  readonly reports: QueryState<ReportsAnswer>;
  readonly schedules: readonly ReportSchedule[];
  readonly nameOf: (id: string) => string;
  readonly onNew: () => void;
  readonly onChange: (schedule: ReportSchedule) => void;
  readonly onRemove: (schedule: ReportSchedule) => void;
  readonly onRun: (id: string) => void;
  readonly onDownload: (name: string) => void;
  readonly onDelete: (name: string) => void;
};

type Row = { readonly schedule: ReportSchedule; readonly state: ScheduleState | undefined };

const momentOrDash = (at: number | null | undefined): string =>
  at === null || at === undefined ? '–' : labMoment(at).slice(0, 16);

function Outcome({ state }: { readonly state: ScheduleState | undefined }): ReactNode {
  const words = useText().reports;
  if (state === undefined) return '–';
  if (state.running === 'yes') return words.running;
  const missed = state.missed === 0 ? '' : `, ${words.missed(state.missed)}`;
  if (state.problem !== '')
    return (
      <span className="flex items-center gap-1" title={state.problem}>
        <StatusMark kind="major" word={state.problem} showWord />
        {missed}
      </span>
    );
  return `${state.lastAt === null ? '–' : words.fine}${missed}`;
}

function useScheduleColumns(props: SchedulesViewProps): readonly Column<Row>[] {
  const words = useText().reports;
  const { columns } = words;
  return [
    {
      id: 'report',
      header: columns.report,
      width: 'minmax(180px, 1.4fr)',
      cell: ({ schedule: { kind, within } }) =>
        within === undefined ? words.kinds[kind] : `${words.kinds[kind]}: ${props.nameOf(within)}`,
    },
    {
      id: 'every',
      header: columns.every,
      width: 'minmax(120px, 1fr)',
      cell: ({ schedule: { every, at } }) => `${words.every[every]}, ${at}`,
    },
    { id: 'format', header: columns.format, width: '72px', cell: ({ schedule }) => words[schedule.format] },
    {
      id: 'next',
      header: columns.next,
      width: '140px',
      cell: ({ schedule, state }) => (schedule.state === 'off' ? words.off : momentOrDash(state?.nextAt)),
    },
    {
      id: 'last',
      header: columns.lastMade,
      width: '140px',
      cell: ({ state }) => momentOrDash(state?.lastAt),
    },
    {
      id: 'result',
      header: columns.result,
      width: 'minmax(120px, 1fr)',
      cell: ({ state }) => <Outcome state={state} />,
    },
    {
      id: 'actions',
      header: columns.actions,
      width: '108px',
      cell: ({ schedule }) => (
        <span className="flex">
          <IconButton icon={Play} label={words.runNow} onClick={() => props.onRun(schedule.id)} />
          <IconButton icon={Pencil} label={words.change} onClick={() => props.onChange(schedule)} />
          <IconButton icon={Trash2} label={words.remove} onClick={() => props.onRemove(schedule)} />
        </span>
      ),
    },
  ];
}

function useFileColumns({ onDownload, onDelete }: SchedulesViewProps): readonly Column<ReportFile>[] {
  const words = useText().reports;
  const { columns } = words;
  return [
    {
      id: 'file',
      header: columns.file,
      width: 'minmax(240px, 2fr)',
      cell: ({ name }) => <span className="font-mono">{name}</span>,
      compare: (a, b) => a.name.localeCompare(b.name),
    },
    {
      id: 'size',
      header: columns.size,
      width: '96px',
      align: 'end',
      cell: ({ bytes }) => bytesText(bytes),
      compare: (a, b) => a.bytes - b.bytes,
    },
    {
      id: 'made',
      header: columns.made,
      width: '150px',
      cell: ({ madeAt }) => wallMoment(madeAt),
      compare: (a, b) => a.madeAt - b.madeAt,
    },
    {
      id: 'actions',
      header: columns.actions,
      width: '80px',
      cell: ({ name }) => (
        <span className="flex">
          <IconButton icon={Download} label={`${words.download}: ${name}`} onClick={() => onDownload(name)} />
          <IconButton icon={Trash2} label={`${words.delete}: ${name}`} onClick={() => onDelete(name)} />
        </span>
      ),
    },
  ];
}

export function SchedulesView(props: SchedulesViewProps): ReactNode {
  const words = useText().reports;
  const scheduleColumns = useScheduleColumns(props);
  const fileColumns = useFileColumns(props);
  const add = (
    <Button icon={CalendarPlus} onClick={props.onNew}>
      {words.newSchedule}
    </Button>
  );
  return (
    <div className="grid min-h-0 flex-1 grid-rows-2 gap-3 p-3">
      <Panel
        title={words.schedules}
        note={<span className="text-12">{words.schedulesNote}</span>}
        tools={add}
      >
        <Face state={props.reports} what={words.schedules} still={words.still}>
          {({ schedules: states }) => (
            <DataTable
              label={words.schedules}
              rows={props.schedules.map((schedule) => ({
                schedule,
                state: states.find(({ id }) => id === schedule.id),
              }))}
              columns={scheduleColumns}
              keyOf={({ schedule }) => schedule.id}
              empty={<EmptyState text={words.noSchedules} action={add} />}
            />
          )}
        </Face>
      </Panel>
      <Panel
        title={words.files}
        note={<span className="truncate font-mono text-11">{props.reports.data?.directory}</span>}
      >
        <Face state={props.reports} what={words.files} still={words.still}>
          {({ files }) => (
            <DataTable
              label={words.files}
              rows={files}
              columns={fileColumns}
              keyOf={({ name }) => name}
              empty={<EmptyState text={words.noFiles} />}
            />
          )}
        </Face>
      </Panel>
    </div>
  );
}
