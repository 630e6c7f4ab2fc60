/** From the grid to the racks: each stage takes its part, and what is left goes on. */
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { numberText, withUnit } from '../../ui/numbers.ts';
import type { PowerBalance, Stage } from './where-power-goes.ts';

type Row = {
  readonly id: Stage | 'supply' | 'onsite' | 'stored' | 'it';
  readonly kilowatts: number;
  /** Where its bar begins, kW. */
  readonly from: number;
  readonly note: 'loss' | 'use' | 'other' | null;
};

const noteOf = (stage: Stage): Row['note'] =>
  stage === 'cooling' ? 'use' : stage === 'other' ? 'other' : 'loss';

export function waterfallRows({ supply, onsite, stored, steps, it }: PowerBalance): readonly Row[] {
  const rows: Row[] = [];
  let level = 0;
  for (const [id, kilowatts] of [
    ['supply', supply],
    ['onsite', onsite],
    ['stored', stored],
  ] as const) {
    if (id !== 'supply' && kilowatts < 0.05) continue;
    rows.push({ id, kilowatts, from: level, note: null });
    level += kilowatts;
  }
  for (const { stage, kilowatts } of steps) {
    level -= kilowatts;
    rows.push({ id: stage, kilowatts, from: Math.min(level, level + kilowatts), note: noteOf(stage) });
  }
  rows.push({ id: 'it', kilowatts: it, from: 0, note: null });
  return rows;
}

export function Waterfall({ balance }: { readonly balance: PowerBalance }): ReactNode {
  const words = useText().power.energy;
  const rows = waterfallRows(balance);
  const total = balance.supply + balance.onsite + balance.stored;
  const most = Math.max(total, balance.it, 0.001);
  const percent = (kilowatts: number): string => `${((Math.abs(kilowatts) / most) * 100).toFixed(2)}%`;
  return (
    <table className="w-full table-fixed text-12">
      <tbody>
        {rows.map(({ id, kilowatts, from, note }) => (
          <tr key={id} className="h-7">
            <th scope="row" className="w-52 truncate px-3 text-left font-normal">
              {words.stages[id]}
              {note !== null && note !== 'other' && (
                <span className="text-text-3"> {words.stageNote[note]}</span>
              )}
            </th>
            <td aria-hidden className="px-1" {...(note === 'other' ? { title: words.stageNote.other } : {})}>
              <span className="relative block h-4">
                <span
                  className={`absolute inset-y-0 min-w-px rounded-sm ${note === null ? 'bg-text-3' : note === 'use' ? 'bg-accent' : note === 'loss' ? 'bg-text' : 'stale'}`}
                  style={{ left: percent(Math.max(0, from)), width: percent(kilowatts) }}
                />
              </span>
            </td>
            <td className="w-24 px-2 text-right">{withUnit(numberText(kilowatts, 1), 'kW')}</td>
            <td className="w-24 px-3 text-right whitespace-nowrap text-text-2">
              {withUnit(numberText(total > 0 ? (kilowatts / total) * 100 : 0, 1), '%')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
