import { Check, Flag, Lightbulb } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { DrillCard, DrillRun } from '../../../sim/contract/drills.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Catalogue as Texts } from '../../text/catalogue.ts';
import { told, useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { Column } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { countsOf, elapsedShare, elapsedWords } from './drill-facts.ts';
import { offsetText } from './report-text.ts';
import { LabProgress } from './run-progress.tsx';
import type { LabNow } from './run-progress.tsx';

export type RunningDrillProps = {
  readonly card: DrillCard;
  readonly run: DrillRun;
  readonly alarms: readonly Alarm[];
  readonly now: LabNow;
  readonly nameOf: (id: EntityId) => string;
  readonly hints: number;
  readonly onHint: () => void;
  readonly onGiveUp: () => void;
  readonly onAcknowledge: (alarm: Alarm) => void;
  readonly onSelect: (id: EntityId) => void;
};

function Hints({ card, hints, onHint }: Pick<RunningDrillProps, 'card' | 'hints' | 'onHint'>): ReactNode {
  const words = useText().scenarios.drill;
  const shown = card.hints.slice(0, hints);
  const left = card.hints.length - shown.length;
  if (card.hints.length === 0) return null;
  return (
    <div className="flex flex-col gap-1">
      <ol
        aria-label={words.hints}
        aria-live="polite"
        className="flex list-decimal flex-col gap-1 pl-5 text-13"
      >
        {shown.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ol>
      <div>
        <Button icon={Lightbulb} refusedBecause={left === 0 ? words.noHints : null} onClick={onHint}>
          {shown.length === 0 ? words.hint : words.nextHint(left)}
        </Button>
      </div>
    </div>
  );
}

/** The button that was pressed is gone; the keyboard must not be lost with it. */
const focusIt = (button: HTMLButtonElement | null): void => button?.focus();

/** It cannot be taken back, so it is asked twice. */
function GiveUp({ kind, onGiveUp }: { readonly kind: DrillCard['kind']; readonly onGiveUp: () => void }) {
  const words = useText().scenarios.drill;
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <Button icon={Flag} onClick={() => setAsked(true)}>
        {words.giveUp[kind]}
      </Button>
    );
  return (
    <span role="group" aria-label={words.sure} className="flex flex-wrap items-center gap-2 text-12">
      {words.follows}
      <Button look="danger" icon={Flag} ref={focusIt} onClick={onGiveUp}>
        {words.giveUpNow[kind]}
      </Button>
      <Button look="ghost" onClick={() => setAsked(false)}>
        {words.goOn}
      </Button>
    </span>
  );
}

const columnsOf = (
  words: Texts['scenarios']['drill'],
  { run, nameOf, onAcknowledge }: RunningDrillProps,
): readonly Column<Alarm>[] => [
  {
    id: 'severity',
    header: words.columns.severity,
    width: '104px',
    cell: (alarm) => (
      <StatusMark kind={alarm.severity} showWord isUnacknowledged={alarm.state === 'ACTIVE'} />
    ),
  },
  {
    id: 'at',
    header: words.columns.at,
    width: '92px',
    cell: (alarm) => offsetText(run, alarm.raisedAt),
    compare: (a, b) => a.raisedAt - b.raisedAt,
  },
  {
    id: 'source',
    header: words.columns.source,
    width: 'minmax(90px, 0.6fr)',
    cell: ({ source }) => nameOf(source),
  },
  {
    id: 'what',
    header: words.columns.what,
    width: 'minmax(150px, 1.6fr)',
    cell: ({ message }) => <span title={told(message)}>{told(message)}</span>,
  },
  { id: 'state', header: words.columns.state, width: '108px', cell: ({ state }) => words.states[state] },
  {
    id: 'do',
    header: words.columns.do,
    width: '152px',
    cell: (alarm) =>
      alarm.state === 'ACTIVE' ? (
        <Button
          icon={Check}
          className="h-6! align-top"
          aria-label={words.acknowledgeOf(alarm.id, told(alarm.message))}
          onClick={(event) => {
            event.stopPropagation();
            onAcknowledge(alarm);
          }}
        >
          {words.acknowledge}
        </Button>
      ) : null,
  },
];

function Count({ label, value }: { readonly label: string; readonly value: number }): ReactNode {
  return (
    <span className="flex items-baseline gap-1.5">
      <span className="text-16 font-semibold">{value}</span>{' '}
      <span className="text-12 text-text-2">{label}</span>
    </span>
  );
}

function DrillAlarms(props: RunningDrillProps): ReactNode {
  const words = useText().scenarios.drill;
  const { alarms, onSelect } = props;
  const { raised, acknowledged, open } = countsOf(alarms);
  return (
    <div className="flex min-h-64 min-w-0 flex-1 flex-col">
      <div
        role="group"
        aria-label={words.summary}
        className="flex min-h-11 flex-wrap items-center gap-x-5 gap-y-1 border-b px-3"
      >
        <Count label={words.counts.raised} value={raised} />
        <Count label={words.counts.acknowledged} value={acknowledged} />
        <Count label={words.counts.open} value={open} />
        <Link
          to="/alarms"
          className="ml-auto inline-flex min-h-6 items-center rounded-sm text-12 underline underline-offset-2 hover:text-accent"
        >
          {words.toAlarms}
        </Link>
      </div>
      <DataTable
        label={words.alarms}
        rows={alarms.toReversed()}
        columns={columnsOf(words, props)}
        keyOf={({ id }) => id}
        onOpen={({ source }) => onSelect(source)}
        rowClass={({ state }) =>
          state === 'ACTIVE' ? 'font-semibold' : state === 'RESOLVED' ? 'text-text-3' : ''
        }
        empty={<EmptyState text={words.calm} />}
      />
    </div>
  );
}

export function RunningDrill(props: RunningDrillProps): ReactNode {
  const words = useText().scenarios;
  const { card, run, now, hints, onHint, onGiveUp } = props;
  return (
    <div className="flex min-h-0 flex-1 flex-col @min-[860px]:flex-row">
      <div className="flex min-w-0 shrink-0 flex-col gap-4 overflow-y-auto border-b p-4 @min-[860px]:w-88 @min-[860px]:border-r @min-[860px]:border-b-0">
        <header>
          <h2 className="text-16 font-semibold">{card.title}</h2>
          <p className="text-13 text-text-2">{card.brief}</p>
        </header>
        <p className="text-13">
          <strong className="font-semibold">{words.drills.goal}</strong> {card.goal}
        </p>
        <div role="group" aria-label={words.drill.time}>
          <LabProgress
            now={now}
            words={(at) => elapsedWords(run, card.limit, at)}
            share={(at) => elapsedShare(run, card.limit, at)}
          />
        </div>
        <Hints card={card} hints={hints} onHint={onHint} />
        <div>
          <GiveUp kind={card.kind} onGiveUp={onGiveUp} />
        </div>
      </div>
      <DrillAlarms {...props} />
    </div>
  );
}
