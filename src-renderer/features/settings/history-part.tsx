import type { ReactNode } from 'react';
import type { Status } from '../../../sim/contract/queries.ts';
import { useText } from '../../text/text.ts';
import { bytesText } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { historyWords } from './history-words.ts';

type HistoryPartProps = {
  readonly rawDays: string;
  readonly bucketDays: string;
  /** Null: not asked yet. */
  readonly storage: Status['storage'] | null;
};

export function HistoryPart({ rawDays, bucketDays, storage }: HistoryPartProps): ReactNode {
  const words = useText().settings.history;
  const meant = historyWords(rawDays, bucketDays);
  return (
    <div className="flex flex-col gap-1 border-b px-4 py-3 text-12">
      <h3 className="text-13 font-semibold">{words.title}</h3>
      <p aria-live="polite" className="text-text-2">
        {meant ?? words.sayBoth}
      </p>
      {storage === null ? (
        <p className="text-text-3">{words.diskUnknown}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-x-3">
          <StatusMark
            kind={storage.state === 'ok' ? 'ok' : 'critical'}
            word={bytesText(storage.bytes)}
            showWord
          />
          <span className="text-text-2">{storage.state === 'ok' ? words.onDisk : storage.detail}</span>
        </p>
      )}
    </div>
  );
}
