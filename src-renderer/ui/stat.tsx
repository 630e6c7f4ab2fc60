import { useId } from 'react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Spark } from './spark.tsx';
import { StatusMark, statusInks } from './status-mark.tsx';
import type { StatusKind } from './status-mark.tsx';

type StatProps = {
  /** Words, or words with a term of the glossary in them. */
  readonly label: ReactNode;
  /** Already rounded to the quantity's decimals; null where there is none yet. */
  readonly value: string | null;
  readonly unit?: string;
  readonly note?: ReactNode;
  readonly trend?: readonly (number | null)[];
  /** Beyond a limit: coloured, and marked with a shape. Normal stays grey. */
  readonly status?: Exclude<StatusKind, 'ok'> | null;
};

export function Stat({ label, value, unit, note, trend, status }: StatProps): ReactNode {
  const id = useId();
  const isAbnormal = status !== undefined && status !== null;
  const ink = isAbnormal ? statusInks[status] : 'text-text';
  return (
    <div role="group" aria-labelledby={id} className="flex min-w-0 flex-col gap-1 px-3 py-2">
      <span id={id} className="truncate text-12 text-text-2">
        {label}
      </span>
      <span className={classNames('flex items-baseline gap-1 whitespace-nowrap', ink)}>
        <span className="text-20 leading-6 font-semibold">{value ?? '–'}</span>
        {unit !== undefined && value !== null && (
          <span className={classNames('text-12', !isAbnormal && 'text-text-2')}>{unit}</span>
        )}
        {note !== undefined && (
          <span className={classNames('truncate text-12', !isAbnormal && 'text-text-2')}>{note}</span>
        )}
        {isAbnormal && (
          <span className="ml-auto self-center">
            <StatusMark kind={status} />
          </span>
        )}
      </span>
      <Spark values={trend ?? []} className={classNames('h-6 w-full', isAbnormal ? ink : 'text-text-3')} />
    </div>
  );
}
