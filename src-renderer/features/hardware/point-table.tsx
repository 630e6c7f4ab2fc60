import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { text, useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { agoText, pointMark, valueText } from './hardware-words.ts';
import type { PointState } from './hardware-words.ts';

type PointTableProps = {
  readonly points: readonly PointState[];
  readonly now: number;
  readonly onBot: (sensor: EntityId, speaker: 'bot' | 'hardware') => void;
  readonly edit: ReactNode;
};

function StateCell({ point }: { readonly point: PointState }): ReactNode {
  const { kind, word } = pointMark(point);
  return <StatusMark kind={kind} word={word} showWord />;
}

/** A switch that says what it does: nothing is guessed from a colour. */
function BotCell({
  point,
  onBot,
}: Pick<PointTableProps, 'onBot'> & { readonly point: PointState }): ReactNode {
  const words = useText().hardware.points;
  const { sensor, speaker, topic } = point;
  if (sensor === null || speaker === null) return <span className="text-text-3">–</span>;
  const isBot = speaker === 'bot';
  return (
    <Button
      className="h-6!"
      look={isBot ? 'plain' : 'ghost'}
      aria-label={isBot ? words.botOffOn(topic) : words.botOnOn(topic)}
      onClick={() => onBot(sensor, isBot ? 'hardware' : 'bot')}
    >
      {isBot ? words.botOff : words.botOn}
    </Button>
  );
}

function columns({ now, onBot }: Pick<PointTableProps, 'now' | 'onBot'>): readonly Column<PointState>[] {
  const words = text().hardware.points.columns;
  return [
    { id: 'state', header: words.state, width: '100px', cell: (point) => <StateCell point={point} /> },
    {
      id: 'topic',
      header: words.topic,
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
      header: words.from,
      width: 'minmax(110px, 0.8fr)',
      cell: ({ from }) => (
        <span className="font-mono text-11" title={from}>
          {from}
        </span>
      ),
    },
    {
      id: 'raw',
      header: words.raw,
      width: 'minmax(80px, 0.7fr)',
      cell: ({ raw }) => (
        <code className="font-mono text-11 text-text-2" title={raw ?? undefined}>
          {raw ?? '–'}
        </code>
      ),
    },
    { id: 'value', header: words.value, width: '80px', align: 'end', cell: ({ value }) => valueText(value) },
    { id: 'at', header: words.at, width: '80px', align: 'end', cell: ({ at }) => agoText(at, now) },
    {
      id: 'problem',
      header: words.problem,
      width: 'minmax(120px, 1.4fr)',
      cell: ({ problem }) => <span title={problem ?? undefined}>{problem ?? ''}</span>,
    },
    {
      id: 'bot',
      header: words.bot,
      width: '124px',
      cell: (point) => <BotCell point={point} onBot={onBot} />,
    },
  ];
}

export function PointTable({ points, edit, ...look }: PointTableProps): ReactNode {
  const words = useText().hardware.points;
  return (
    <DataTable
      label={words.title}
      rows={points}
      columns={columns(look)}
      keyOf={({ index, topic }) => `${index} ${topic}`}
      empty={<EmptyState text={words.empty} action={edit} />}
    />
  );
}
