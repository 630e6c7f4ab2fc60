import type { ReactNode } from 'react';
import type { Operation } from '../../../sim/contract/operations.ts';
import { useText } from '../../text/text.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

const isShown = ({ state }: Operation): boolean =>
  state === 'queued' || state === 'running' || state === 'failed';

/** Long work under way, and what came to nothing. */
export function OperationList({ operations }: { readonly operations: readonly Operation[] }): ReactNode {
  const words = useText().labs.operations;
  const shown = operations.filter(isShown).slice(-4);
  if (shown.length === 0) return null;
  return (
    <ul aria-label={words.label} className="border-b">
      {shown.map((operation) => (
        <li
          key={operation.id}
          className="flex min-h-10 flex-col justify-center gap-1 px-3 py-1.5 text-12 not-first:border-t"
        >
          {operation.state === 'failed' ? (
            <StatusMark
              kind="major"
              word={words.failed(operation.title, operation.refusal?.message ?? null)}
              showWord
            />
          ) : (
            <>
              <span>{operation.title}</span>
              <ProgressBar label={operation.title} value={operation.progress} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
