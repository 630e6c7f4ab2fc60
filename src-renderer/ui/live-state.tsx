import type { ReactNode } from 'react';
import type { Metric } from '../../sim/contract/entities.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import { classNames } from './class-names.ts';
import { LiveValue } from './live-value.tsx';
import { StatusMark, statusInks } from './status-mark.tsx';
import { useSaid } from './use-said.ts';

type LiveStateProps = {
  readonly sensor: EntityId;
  readonly metric?: Metric;
  readonly className?: string;
};

/** A state in its word: quiet while it is as it should be, with a shape and a colour where it is not. */
export function LiveState({ sensor, metric = 'state', className }: LiveStateProps): ReactNode {
  const { severity } = useSaid(sensor, metric);
  return (
    <span className={classNames('inline-flex min-w-0 items-center gap-1.5', className)}>
      {severity !== null && <StatusMark kind={severity} size={12} />}
      <LiveValue
        sensor={sensor}
        metric={metric}
        className={classNames('truncate', severity !== null && `font-medium ${statusInks[severity]}`)}
      />
    </span>
  );
}
