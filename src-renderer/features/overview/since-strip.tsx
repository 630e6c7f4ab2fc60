import { Check, History } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { numberText, wallMoment, withUnit } from '../../ui/numbers.ts';
import type { Changes, LastLook } from './use-last-look.ts';
import type { Since } from './last-look.ts';

type SinceStripProps = {
  readonly state: LastLook;
  readonly onSeen: () => void;
  /** Told the place where a change can be looked at. */
  readonly onGo: (path: string) => void;
};

type Told = { readonly id: string; readonly text: string; readonly path: string };

const signed = (value: number, decimals: number): string =>
  `${value > 0 ? '+' : ''}${numberText(value, decimals)}`;

/** A change that its figure would not show is none. */
const isSeen = (value: number | null, least: number): value is number =>
  value !== null && Math.abs(value) >= least;

function useTold(since: Since, changes: Changes): readonly Told[] {
  const words = useText().overview.since;
  const told: (Told | null)[] = [
    since.raised === 0 ? null : { id: 'raised', text: words.raised(since.raised), path: '/alarms' },
    since.resolved === 0
      ? null
      : { id: 'resolved', text: words.resolved(since.resolved), path: '/alarms?tab=history' },
    ...since.edits.map(({ by, count }) => ({
      id: `edits ${by}`,
      text: words.edits(count, by),
      path: '/labs?tab=history',
    })),
    since.scenarios === 0
      ? null
      : { id: 'scenarios', text: words.scenarios(since.scenarios), path: '/scenarios?tab=running' },
    since.drills === 0 ? null : { id: 'drills', text: words.drills(since.drills), path: '/drills' },
    since.isMore ? { id: 'more', text: words.more, path: '/labs?tab=history' } : null,
    isSeen(changes.power, 0.1)
      ? { id: 'power', text: words.power(withUnit(signed(changes.power, 1), 'kW')), path: '/power' }
      : null,
    isSeen(changes.pue, 0.01)
      ? { id: 'pue', text: words.pue(signed(changes.pue, 2)), path: '/cooling' }
      : null,
    isSeen(changes.maxInlet, 0.1)
      ? { id: 'inlet', text: words.inlet(withUnit(signed(changes.maxInlet, 1), 'K')), path: '/floor' }
      : null,
  ];
  return told.filter((one) => one !== null);
}

const quiet = 'truncate text-12 text-text-2';

function Body({ state, onGo }: Pick<SinceStripProps, 'state' | 'onGo'>): ReactNode {
  const words = useText().overview.since;
  if (state.phase !== 'told')
    return <span className={quiet}>{state.phase === 'first' ? words.first : words.reading}</span>;
  return <ToldList since={state.since} changes={state.changes} onGo={onGo} />;
}

function ToldList({
  since,
  changes,
  onGo,
}: {
  readonly since: Since;
  readonly changes: Changes;
  readonly onGo: (path: string) => void;
}): ReactNode {
  const words = useText().overview.since;
  const told = useTold(since, changes);
  if (told.length === 0) return <span className={quiet}>{words.nothing}</span>;
  return (
    <ul aria-label={words.label} className="flex min-w-0 gap-x-1 overflow-x-auto">
      {told.map(({ id, text, path }) => (
        <li key={id} className="shrink-0">
          <button
            type="button"
            onClick={() => onGo(path)}
            className="h-6 rounded-sm px-2 text-12 whitespace-nowrap -outline-offset-2 underline decoration-line-strong underline-offset-3 hover:bg-hover"
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** One line of one height, whatever it has to tell. */
export function SinceStrip({ state, onSeen, onGo }: SinceStripProps): ReactNode {
  const words = useText().overview.since;
  return (
    <section
      aria-label={words.label}
      className="flex h-9 shrink-0 items-center gap-2 rounded-lg border bg-surface px-3"
    >
      <History aria-hidden size={14} className="shrink-0 text-text-3" />
      <h2 className="shrink-0 text-12 font-semibold max-[700px]:sr-only">
        {state.phase === 'told' ? words.title(wallMoment(state.look.at)) : words.label}
      </h2>
      <div className="flex min-w-0 flex-1 items-center">
        <Body state={state} onGo={onGo} />
      </div>
      {state.phase === 'told' && (
        <Button look="ghost" icon={Check} className="h-6 shrink-0" onClick={onSeen}>
          {words.dismiss}
        </Button>
      )}
    </section>
  );
}
