/** The kinds of reports, one sentence each. */
import type { ReactNode } from 'react';
import type { ReportKind, ReportsAnswer } from '../../../sim/contract/reports.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { labMoment } from '../../ui/numbers.ts';
import { reportKinds } from './report-kinds.table.ts';

type ReportListProps = {
  readonly chosen: ReportKind | null;
  readonly cards: ReportsAnswer['cards'];
  readonly onChoose: (kind: ReportKind) => void;
};

export function ReportList({ chosen, cards, onChoose }: ReportListProps): ReactNode {
  const words = useText().reports;
  return (
    <nav aria-label={words.list} className="w-56 shrink-0 overflow-y-auto border-r p-2 max-[900px]:w-44">
      <ul className="flex flex-col gap-1">
        {reportKinds.map((kind) => {
          const last = cards.find((card) => card.kind === kind)?.lastAt ?? null;
          return (
            <li key={kind}>
              <button
                type="button"
                aria-current={kind === chosen ? 'page' : undefined}
                onClick={() => onChoose(kind)}
                className={classNames(
                  'flex w-full flex-col gap-0.5 rounded-md px-2 py-2 text-left hover:bg-hover',
                  kind === chosen && 'bg-hover',
                )}
              >
                <span className="text-13 font-medium">{words.kinds[kind]}</span>
                <span className="text-12 text-text-2">{words.about[kind]}</span>
                <span className="text-11 text-text-3">
                  {last === null ? words.never : words.last(labMoment(last).slice(0, 16))}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
