import type { ReactNode } from 'react';
import { csvColumns } from '../../../sim/contract/asset-columns.table.ts';
import type { CsvColumn, CsvMapping, CsvPlan } from '../../../sim/contract/assets.ts';
import { useText } from '../../text/text.ts';
import { countText } from '../../ui/numbers.ts';
import { Select } from '../../ui/select.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type ImportPlanProps = {
  readonly plan: CsvPlan;
  readonly onMapping: (mapping: CsvMapping) => void;
};

/** A column of the file is read once: whoever had it before gives it up. */
export function remapped(mapping: CsvMapping, at: number, to: CsvColumn | null): CsvMapping {
  return mapping.map((column, index) => (index === at ? to : column === to ? null : column));
}

export function ImportPlan({ plan, onMapping }: ImportPlanProps): ReactNode {
  const words = useText().assets.csv;
  const { create, change, same, wrong } = plan.counts;
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="text-13 font-medium">
        {words.counts({
          create: countText(create),
          change: countText(change),
          same: countText(same),
          wrong: countText(wrong),
        })}
      </p>
      {plan.problemCount === 0 ? (
        <StatusMark kind="ok" word={words.noProblems} showWord />
      ) : (
        <Problems plan={plan} />
      )}
      <section aria-label={words.mapping}>
        <h3 className="text-12 font-medium text-text-2">{words.mapping}</h3>
        <ul className="mt-1 grid grid-cols-2 gap-x-4 gap-y-1 max-[600px]:grid-cols-1">
          {plan.header.map((title, at) => (
            <li key={`${at}-${title}`} className="flex items-center gap-2 text-12">
              <span className="min-w-0 flex-1 truncate font-mono">{title}</span>
              <Select
                label={title}
                value={plan.mapping[at] ?? 'none'}
                options={[
                  { value: 'none', title: words.notRead },
                  ...csvColumns.map((column) => ({ value: column, title: column })),
                ]}
                onChange={(to) => onMapping(remapped(plan.mapping, at, to === 'none' ? null : to))}
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

const head = 'sticky top-0 bg-surface px-2 py-1 text-left font-medium text-text-2';

function Problems({ plan }: { readonly plan: CsvPlan }): ReactNode {
  const words = useText().assets.csv;
  const more = plan.problemCount - plan.problems.length;
  return (
    <section aria-label={words.problem} className="flex flex-col gap-1">
      <StatusMark kind="major" word={words.wrongFirst} showWord />
      <div role="region" aria-label={words.problem} tabIndex={0} className="max-h-64 overflow-auto">
        <table className="w-full border-collapse text-12">
          <thead>
            <tr>
              <th scope="col" className={`${head} text-right`}>
                {words.line}
              </th>
              <th scope="col" className={head}>
                {words.column}
              </th>
              <th scope="col" className={head}>
                {words.problem}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.problems.map(({ line, column, refusal }) => (
              <tr key={line} className="border-t align-top">
                <td className="px-2 py-1 text-right tabular-nums">{line}</td>
                <td className="px-2 py-1 font-mono">{column ?? '–'}</td>
                <td className="px-2 py-1">
                  {refusal.message} <span className="text-text-2">{refusal.hint}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="text-12 text-text-3">{words.more(countText(more))}</p>}
    </section>
  );
}
