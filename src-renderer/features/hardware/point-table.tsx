import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { agoText, valueText } from './hardware-words.ts';
import type { PointState } from './hardware-words.ts';

type PointTableProps = {
  readonly points: readonly PointState[];
  readonly now: number;
  readonly onBot: (sensor: EntityId, speaker: 'bot' | 'hardware') => void;
  readonly edit: ReactNode;
};

function StateCell({ point }: { readonly point: PointState }): ReactNode {
  if (point.problem !== null) return <StatusMark kind="minor" word="Problem" showWord />;
  if (point.value === null) return <StatusMark kind="info" word="Waits" showWord />;
  return <StatusMark kind="ok" word="Reads" showWord />;
}

/** A switch that says what it does: nothing is guessed from a colour. */
function BotCell({
  point,
  onBot,
}: Pick<PointTableProps, 'onBot'> & { readonly point: PointState }): ReactNode {
  const { sensor, speaker, topic } = point;
  if (sensor === null || speaker === null) return <span className="text-text-3">–</span>;
  const isBot = speaker === 'bot';
  return (
    <Button
      className="h-6!"
      look={isBot ? 'plain' : 'ghost'}
      aria-label={`${isBot ? 'Switch bot off' : 'Switch bot on'} on ${topic}`}
      onClick={() => onBot(sensor, isBot ? 'hardware' : 'bot')}
    >
      {isBot ? 'Switch bot off' : 'Switch bot on'}
    </Button>
  );
}

const columns = ({ now, onBot }: Pick<PointTableProps, 'now' | 'onBot'>): readonly Column<PointState>[] => [
  { id: 'state', header: 'State', width: '100px', cell: (point) => <StateCell point={point} /> },
  {
    id: 'topic',
    header: 'Speaks for',
    width: 'minmax(160px, 1.2fr)',
    compare: (a, b) => a.topic.localeCompare(b.topic, 'en', { numeric: true }),
    cell: ({ topic }) => (
      <span className="font-mono text-11" title={topic}>
        {topic}
      </span>
    ),
  },
  {
    id: 'from',
    header: 'Read from',
    width: 'minmax(110px, 0.8fr)',
    cell: ({ from }) => (
      <span className="font-mono text-11" title={from}>
        {from}
      </span>
    ),
  },
  {
    id: 'raw',
    header: 'Read',
    width: 'minmax(80px, 0.7fr)',
    cell: ({ raw }) => (
      <code className="font-mono text-11 text-text-2" title={raw ?? undefined}>
        {raw ?? '–'}
      </code>
    ),
  },
  { id: 'value', header: 'Value', width: '80px', align: 'end', cell: ({ value }) => valueText(value) },
  { id: 'at', header: 'Last', width: '80px', align: 'end', cell: ({ at }) => agoText(at, now) },
  {
    id: 'problem',
    header: 'Problem',
    width: 'minmax(120px, 1.4fr)',
    cell: ({ problem }) => <span title={problem ?? undefined}>{problem ?? ''}</span>,
  },
  { id: 'bot', header: 'Bot', width: '124px', cell: (point) => <BotCell point={point} onBot={onBot} /> },
];

export const PointTable = ({ points, edit, ...look }: PointTableProps): ReactNode => (
  <DataTable
    label="Points"
    rows={points}
    columns={columns(look)}
    keyOf={({ index, topic }) => `${index} ${topic}`}
    empty={<EmptyState text="It has no points yet: nothing is read." action={edit} />}
  />
);
