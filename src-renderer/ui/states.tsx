/** The faces a screen has besides its full one. */
import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Refusal } from '../../sim/contract/result.ts';
import { useText } from '../text/text.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { StatusMark } from './status-mark.tsx';

/** One sentence and the one action. */
export const EmptyState = ({
  text,
  action,
}: {
  readonly text: string;
  readonly action?: ReactNode;
}): ReactNode => (
  <div className="flex min-h-0 flex-1 flex-col items-center justify-center-safe gap-3 overflow-y-auto p-6 text-center text-13 text-text-2">
    <p className="max-w-96">{text}</p>
    {action}
  </div>
);

type ErrorStateProps = {
  /** What failed, as a sentence. */
  readonly what: string;
  readonly refusal: Refusal;
  /** What still works. */
  readonly still?: string;
  readonly onRetry?: () => void;
};

export function ErrorState({ what, refusal, still, onRetry }: ErrorStateProps): ReactNode {
  const words = useText().ui;
  return (
    <div
      role="alert"
      className="flex min-h-0 flex-1 flex-col items-center justify-center-safe gap-2 overflow-y-auto p-6 text-center text-13"
    >
      <StatusMark kind="major" word={what} showWord />
      <p className="max-w-lg text-text-2">
        {refusal.message} {refusal.hint}
      </p>
      {still !== undefined && <p className="max-w-lg text-12 text-text-3">{still}</p>}
      <div className="mt-1 flex items-center gap-3">
        {onRetry !== undefined && (
          <Button icon={RotateCw} onClick={onRetry}>
            {words.tryAgain}
          </Button>
        )}
        <code className="select-all rounded-sm bg-raised px-2 py-1 font-mono text-11 text-text-2">
          {refusal.code}
        </code>
      </div>
    </div>
  );
}

/** Only on first paint: after that the last data stays. */
export function Skeleton({
  className,
  label,
}: {
  readonly className?: string;
  readonly label?: string;
}): ReactNode {
  const words = useText().ui;
  return (
    <div role="status" aria-label={label ?? words.loading} className={classNames('skeleton', className)} />
  );
}

export function SkeletonRows({ count }: { readonly count: number }): ReactNode {
  const words = useText().ui;
  return (
    <div role="status" aria-label={words.loading} className="flex flex-col gap-2 p-3">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} aria-hidden className="skeleton h-5" />
      ))}
    </div>
  );
}

/** The thin bar over data that is being renewed; its style waits 300 ms, so that a quick answer never shows it. */
export const BusyBar = ({ isBusy }: { readonly isBusy: boolean }): ReactNode => (
  <div aria-hidden className={classNames('h-0.5 shrink-0', isBusy && 'thin-bar')} />
);

/** Over last known data that cannot be renewed. */
export function StaleNote({
  text,
  onRetry,
}: {
  readonly text: string;
  readonly onRetry?: () => void;
}): ReactNode {
  const words = useText().ui;
  return (
    <div role="status" className="flex shrink-0 items-center gap-2 border-b bg-raised px-3 py-0.5 text-12">
      <StatusMark kind="stale" />
      <span className="min-w-0 text-stale">{text}</span>
      {onRetry !== undefined && (
        <Button look="ghost" icon={RotateCw} onClick={onRetry} className="ml-auto shrink-0">
          {words.tryAgain}
        </Button>
      )}
    </div>
  );
}
