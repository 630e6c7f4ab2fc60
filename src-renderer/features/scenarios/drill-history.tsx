import { Copy, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import type { Catalogue as Texts } from '../../text/catalogue.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { endedDrills } from './drill-facts.ts';
import { ReportSheet } from './drill-report.tsx';
import { isScored, reportText } from './report-text.ts';
import { drillTitle, spanWords } from './scenario-words.ts';

export type DrillHistoryProps = {
  readonly cards: readonly DrillCard[];
  readonly runs: readonly DrillRun[];
  readonly lab: string;
  readonly chosenRun: string | null;
  readonly onChooseRun: (run: string) => void;
  readonly onCopy: (text: string) => void;
  readonly onPrint: () => void;
  readonly toDrills: () => void;
};

const scoreOf = (cards: readonly DrillCard[], run: DrillRun): number | null =>
  run.report !== null && isScored(cards, run) ? run.report.score : null;

const tookOf = ({ startedAt, endedAt }: DrillRun): number => ((endedAt ?? startedAt) - startedAt) / 1000;

const columnsOf = (
  { report, drills }: Texts['scenarios'],
  cards: readonly DrillCard[],
): readonly Column<DrillRun>[] => [
  {
    id: 'drill',
    header: report.columns.drill,
    width: 'minmax(150px, 1.4fr)',
    cell: (run) => <span className="font-medium">{drillTitle(cards, run.drill)}</span>,
    compare: (a, b) => drillTitle(cards, a.drill).localeCompare(drillTitle(cards, b.drill)),
  },
  {
    id: 'score',
    header: report.columns.score,
    width: '58px',
    align: 'end',
    cell: (run) => scoreOf(cards, run) ?? '–',
    compare: (a, b) => (scoreOf(cards, a) ?? -1) - (scoreOf(cards, b) ?? -1),
  },
  {
    id: 'outcome',
    header: report.columns.outcome,
    width: 'minmax(92px, 0.8fr)',
    cell: ({ outcome }) => drills.outcomes[outcome],
    compare: (a, b) => a.outcome.localeCompare(b.outcome),
  },
  {
    id: 'took',
    header: report.columns.took,
    width: '92px',
    align: 'end',
    cell: (run) => spanWords(tookOf(run)),
    compare: (a, b) => tookOf(a) - tookOf(b),
  },
  {
    id: 'started',
    header: report.columns.started,
    width: '162px',
    cell: ({ startedAt }) => labMoment(startedAt),
    compare: (a, b) => a.startedAt - b.startedAt,
  },
];

/** The run whose report is shown: the one asked for, else the newest. */
export function shownRun(runs: readonly DrillRun[], asked: string | null): DrillRun | null {
  const ended = endedDrills(runs);
  return ended.find(({ id }) => id === asked) ?? ended[0] ?? null;
}

export function DrillHistory(props: DrillHistoryProps): ReactNode {
  const { cards, runs, lab, chosenRun, onChooseRun, onCopy, onPrint, toDrills } = props;
  const { scenarios } = useText();
  const words = scenarios.report;
  const run = shownRun(runs, chosenRun);
  if (run === null)
    return <EmptyState text={words.none} action={<Button onClick={toDrills}>{words.choose}</Button>} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col @min-[860px]:flex-row">
      <div className="flex min-h-40 min-w-0 flex-1 flex-col border-b @min-[860px]:max-w-xl @min-[860px]:border-r @min-[860px]:border-b-0">
        <DataTable
          label={words.taken}
          rows={endedDrills(runs)}
          columns={columnsOf(scenarios, cards)}
          keyOf={({ id }) => id}
          isChosen={({ id }) => id === run.id}
          onOpen={({ id }) => onChooseRun(id)}
          empty={null}
        />
      </div>
      <div className="flex min-h-0 min-w-0 flex-[1.2] flex-col">
        <ScrollRegion label={words.label}>
          {run.report === null ? (
            <EmptyState text={words.without} />
          ) : (
            <ReportSheet
              cards={cards}
              run={run}
              report={run.report}
              lab={lab}
              tools={
                <span className="flex gap-2">
                  <Button icon={Copy} onClick={() => onCopy(reportText(cards, run, lab))}>
                    {words.copy}
                  </Button>
                  <Button icon={Printer} onClick={onPrint}>
                    {words.print}
                  </Button>
                </span>
              }
            />
          )}
        </ScrollRegion>
      </div>
    </div>
  );
}
