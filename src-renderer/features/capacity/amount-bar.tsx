import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { countText, numberText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

export type Amount = {
  readonly used: number;
  readonly reserved: number;
  readonly of: number | null;
};

type AmountBarProps = {
  readonly label: string;
  readonly amount: Amount;
  readonly decimals: number;
  readonly isOver: boolean;
  readonly note?: string;
};

const share = (part: number, of: number): number => (of <= 0 ? 0 : Math.min(100, (100 * part) / of));

/** Large ones are whole and grouped: nobody reads a tenth of two thousand kilowatts. */
const amountText = (value: number, decimals: number): string =>
  decimals === 0 || Math.abs(value) >= 1000 ? countText(value) : numberText(value, decimals);

/** Used is filled, reserved is paler, the rest is free; the figures say the same. */
export function AmountBar({ label, amount, decimals, isOver, note }: AmountBarProps): ReactNode {
  const words = useText().capacity;
  const { used, reserved, of } = amount;
  const sum = amountText(used + reserved, decimals);
  const figures = of === null ? sum : `${sum} / ${amountText(of, decimals)}`;
  if (of === null && used + reserved === 0) return <span className="text-text-3">–</span>;
  const title = [
    words.amount(label, numberText(used, decimals), numberText(reserved, decimals)),
    of === null ? words.noLimit : '',
    note ?? '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div title={title} className="flex min-w-16 flex-col gap-0.5">
      <span className="flex items-center gap-1 whitespace-nowrap tabular-nums">
        {isOver && <StatusMark kind="critical" word={words.over} size={12} />}
        <span className={isOver ? 'font-semibold text-critical' : ''}>{figures}</span>
      </span>
      {of !== null && <Fill used={used} reserved={reserved} of={of} isOver={isOver} />}
    </div>
  );
}

type FillProps = {
  readonly used: number;
  readonly reserved: number;
  readonly of: number;
  readonly isOver: boolean;
};

function Fill({ used, reserved, of, isOver }: FillProps): ReactNode {
  const first = share(used, of);
  const second = Math.min(100 - first, share(reserved, of));
  return (
    <svg aria-hidden className="h-1.5 w-full rounded-sm bg-hover" preserveAspectRatio="none">
      <rect width={`${first}%`} height="100%" className={isOver ? 'fill-critical' : 'fill-text-3'} />
      <rect x={`${first}%`} width={`${second}%`} height="100%" className="fill-text-3 opacity-50" />
    </svg>
  );
}
