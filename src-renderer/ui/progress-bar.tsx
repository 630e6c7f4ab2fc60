import { Progress } from 'radix-ui';
import type { ReactNode } from 'react';

/** 0 … 1; null where the end cannot be known. */
export const ProgressBar = ({
  label,
  value,
}: {
  readonly label: string;
  readonly value: number | null;
}): ReactNode => (
  <Progress.Root
    aria-label={label}
    value={value === null ? null : Math.round(value * 100)}
    className={`h-1 w-full overflow-hidden rounded-full bg-raised ${value === null ? 'thin-bar' : ''}`}
  >
    <Progress.Indicator
      className="h-full bg-accent"
      style={{ width: value === null ? 0 : `${value * 100}%` }}
    />
  </Progress.Root>
);
