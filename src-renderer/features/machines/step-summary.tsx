import type { ReactNode } from 'react';
import type { MachinePlan } from '../../../sim/contract/machine-plan.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { spanText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { cell } from './host-table.tsx';

const mostShown = 12;

/** What is to be made, or why it would not be. */
export function StepSummary({ plan }: { readonly plan: MachinePlan | null }): ReactNode {
  const words = useText().machines;
  const { summary } = words.create;
  if (plan === null) return <p className="text-12 text-text-2">{words.place.notAsked}</p>;
  const { machines, refusal } = plan;
  const columns = [summary.name, summary.host, summary.store, summary.address, summary.ready];
  return (
    <div className="flex flex-col gap-3">
      {refusal !== null && (
        <div role="alert" className="rounded-md border border-line-strong px-3 py-2 text-13">
          <StatusMark kind="major" word={`${summary.refused}: ${refusal.message}`} showWord />
          <p className="pl-6 text-12 text-text-2">
            {refusal.hint} {machines.length > 0 && summary.part(machines.length)}
          </p>
        </div>
      )}
      {machines.length > 0 && (
        <table aria-label={summary.label} className="w-full tabular-nums">
          <thead className="text-text-2">
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" className={cell}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {machines.slice(0, mostShown).map((machine) => (
              <tr key={machine.name} className="border-t border-line">
                <th scope="row" className={classNames(cell, 'font-medium')}>
                  {machine.name}
                </th>
                <td className={cell}>{machine.host?.name ?? '–'}</td>
                <td className={cell}>{machine.datastores.map(({ name }) => name).join(', ') || '–'}</td>
                <td className={cell}>{machine.address ?? '–'}</td>
                <td className={cell}>{machine.seconds === 0 ? summary.atOnce : spanText(machine.seconds)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {machines.length > mostShown && (
        <p className="text-12 text-text-2">{summary.more(machines.length - mostShown)}</p>
      )}
    </div>
  );
}
