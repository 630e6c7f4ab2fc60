/** One alarm: what happened, why it may be, what follows, what to do, and what can be done about it here. */
import { AlarmClockOff, ArchiveRestore, CheckCheck, ListTree, Wrench, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AlarmRule, AlarmView, OutOfService } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { labClock, labMoment } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { isAcknowledgeable } from './alarm-order.ts';
import { explainsText } from './alarm-rows.ts';
import { momentsOf, priorityWords, stateWords } from './alarm-words.ts';
import { isaTitles } from './isa-states.table.ts';

export type AlarmDetailProps = {
  readonly alarm: AlarmView;
  readonly rule: AlarmRule | null;
  /** Who took its sensor out of service, and why. */
  readonly out: OutOfService | null;
  readonly isUnfolded: boolean;
  readonly nameOf: (id: EntityId) => string;
  readonly do: {
    readonly acknowledge: (alarm: AlarmView) => void;
    readonly shelve: (alarm: AlarmView) => void;
    readonly unshelve: (alarm: AlarmView) => void;
    readonly takeOut: (alarm: AlarmView) => void;
    readonly putBack: (alarm: AlarmView) => void;
    readonly fold: (alarm: AlarmView) => void;
    readonly openRule: (rule: string) => void;
    readonly close: () => void;
  };
};

function Tools(props: AlarmDetailProps): ReactNode {
  const { alarm, out, isUnfolded, do: act } = props;
  return (
    <div className="ml-auto flex flex-wrap items-center gap-2">
      {alarm.children > 0 && (
        <Button icon={ListTree} aria-expanded={isUnfolded} onClick={() => act.fold(alarm)}>
          {isUnfolded ? 'Fold' : 'Unfold'} {explainsText(alarm.children)}
        </Button>
      )}
      <Button
        icon={CheckCheck}
        onClick={() => act.acknowledge(alarm)}
        refusedBecause={isAcknowledgeable(alarm) ? null : 'Someone has seen it already'}
      >
        Acknowledge…
      </Button>
      {alarm.isa === 'shelved' ? (
        <Button icon={ArchiveRestore} onClick={() => act.unshelve(alarm)}>
          Unshelve
        </Button>
      ) : (
        <Button
          icon={AlarmClockOff}
          onClick={() => act.shelve(alarm)}
          refusedBecause={alarm.isa === 'normal' ? 'It is over: there is nothing to shelve' : null}
        >
          Shelve…
        </Button>
      )}
      {out === null ? (
        <Button icon={Wrench} onClick={() => act.takeOut(alarm)}>
          Sensor out of service…
        </Button>
      ) : (
        <Button icon={Wrench} onClick={() => act.putBack(alarm)}>
          Sensor back in service
        </Button>
      )}
      <IconButton icon={X} label="Close the alarm" onClick={act.close} />
    </div>
  );
}

const Part = ({ title, text }: { readonly title: string; readonly text: string }): ReactNode => (
  <div className="flex min-w-0 flex-col gap-0.5">
    <dt className="text-11 font-medium text-text-3">{title}</dt>
    <dd>{text === '' ? '–' : text}</dd>
  </div>
);

function History({ alarm, out }: Pick<AlarmDetailProps, 'alarm' | 'out'>): ReactNode {
  return (
    <ol aria-label="What happened" className="flex flex-col gap-1">
      {momentsOf(alarm).map(({ at, text }) => (
        <li key={`${at} ${text}`} className="grid grid-cols-[64px_minmax(0,1fr)] gap-2">
          <time className="text-text-3" title={labMoment(at)}>
            {labClock(at)}
          </time>
          <span>{text}</span>
        </li>
      ))}
      {out !== null && (
        <li className="grid grid-cols-[64px_minmax(0,1fr)] gap-2">
          <time className="text-text-3" title={labMoment(out.since)}>
            {labClock(out.since)}
          </time>
          <span>
            Sensor taken out of service by {out.by}: {out.reason}
          </span>
        </li>
      )}
    </ol>
  );
}

export function AlarmDetail(props: AlarmDetailProps): ReactNode {
  const { alarm, rule, nameOf, do: act } = props;
  const { state, more } = stateWords(alarm);
  return (
    <section aria-label={`Alarm ${alarm.id}`} className="flex max-h-72 min-h-44 shrink-0 flex-col border-t">
      <header className="flex min-h-10 flex-wrap items-center gap-x-3 border-b px-3 py-1 text-12">
        <StatusMark kind={alarm.severity} showWord isUnacknowledged={alarm.isa === 'unacknowledged'} />
        <h2 className="text-13 font-semibold">{nameOf(alarm.source)}</h2>
        <span className="text-text-2" title={isaTitles[alarm.isa]}>
          {state}
          {more}
        </span>
        <span className="text-text-3">
          Priority {alarm.priority}, {priorityWords[alarm.priority as 1 | 2 | 3 | 4]}
        </span>
        <Tools {...props} />
      </header>
      <ScrollRegion label="About the alarm">
        <div className="grid grid-cols-[minmax(220px,1fr)_minmax(0,2fr)] gap-6 p-3 text-12 max-[900px]:grid-cols-1">
          <History {...props} />
          {rule === null ? (
            <p className="text-text-2">
              Its rule, <code className="font-mono">{alarm.rule}</code>, is no longer there; what it said is
              lost.
            </p>
          ) : (
            <div className="flex flex-col items-start gap-2">
              <dl className="grid grid-cols-3 gap-4 max-[1100px]:grid-cols-1">
                <Part title="What may be the cause" text={rule.cause} />
                <Part title="If nobody acts" text={rule.consequence} />
                <Part title="What to do" text={rule.action} />
              </dl>
              <button
                type="button"
                onClick={() => act.openRule(rule.id)}
                className="min-h-6 rounded-sm text-text-2 underline underline-offset-2 hover:text-text"
              >
                Rule: {rule.title}
              </button>
            </div>
          )}
        </div>
      </ScrollRegion>
    </section>
  );
}
