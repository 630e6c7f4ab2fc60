/** One alarm: what happened, why it may be, what follows, what to do, and what can be done about it here. */
import {
  AlarmClockOff,
  ArchiveRestore,
  CheckCheck,
  ListTree,
  StickyNote,
  UserCheck,
  Wrench,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { AlarmRule, AlarmView, OutOfService } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { told, useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { labClock, labMoment } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { isAcknowledgeable } from './alarm-order.ts';
import { explainsText } from './alarm-rows.ts';
import { momentsOf, priorityWord, stateWords } from './alarm-words.ts';

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
    readonly annotate: (alarm: AlarmView) => void;
    readonly assign: (alarm: AlarmView) => void;
    readonly unshelve: (alarm: AlarmView) => void;
    readonly takeOut: (alarm: AlarmView) => void;
    readonly putBack: (alarm: AlarmView) => void;
    readonly fold: (alarm: AlarmView) => void;
    readonly openRule: (rule: string) => void;
    readonly close: () => void;
  };
};

function Shelf({ alarm, do: act }: Pick<AlarmDetailProps, 'alarm' | 'do'>): ReactNode {
  const words = useText().alarms.detail;
  if (alarm.isa === 'shelved')
    return (
      <Button icon={ArchiveRestore} onClick={() => act.unshelve(alarm)}>
        {words.unshelve}
      </Button>
    );
  return (
    <Button
      icon={AlarmClockOff}
      onClick={() => act.shelve(alarm)}
      refusedBecause={alarm.isa === 'normal' ? words.nothingToShelve : null}
    >
      {words.shelve}
    </Button>
  );
}

function Tools(props: AlarmDetailProps): ReactNode {
  const words = useText().alarms.detail;
  const { alarm, out, isUnfolded, do: act } = props;
  const explains = explainsText(alarm.children);
  return (
    <div className="ml-auto flex flex-wrap items-center gap-2">
      {alarm.children > 0 && (
        <Button icon={ListTree} aria-expanded={isUnfolded} onClick={() => act.fold(alarm)}>
          {isUnfolded ? words.fold(explains) : words.unfold(explains)}
        </Button>
      )}
      <Button
        icon={CheckCheck}
        onClick={() => act.acknowledge(alarm)}
        refusedBecause={isAcknowledgeable(alarm) ? null : words.seenAlready}
      >
        {words.acknowledge}
      </Button>
      <Button icon={UserCheck} onClick={() => act.assign(alarm)}>
        {words.assign}
      </Button>
      <Button icon={StickyNote} onClick={() => act.annotate(alarm)}>
        {words.annotate}
      </Button>
      <Shelf alarm={alarm} do={act} />
      <Button icon={Wrench} onClick={() => (out === null ? act.takeOut(alarm) : act.putBack(alarm))}>
        {out === null ? words.takeOut : words.putBack}
      </Button>
      <IconButton icon={X} label={words.close} onClick={act.close} />
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
  const words = useText().alarms;
  return (
    <ol aria-label={words.detail.happened} className="flex flex-col gap-1">
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
          <span>{words.said.out(out.by, out.reason)}</span>
        </li>
      )}
    </ol>
  );
}

export function AlarmDetail(props: AlarmDetailProps): ReactNode {
  const { alarm, rule, nameOf, do: act } = props;
  const words = useText().alarms;
  const { state, more } = stateWords(alarm);
  return (
    <section
      aria-label={words.detail.label(alarm.id)}
      className="flex max-h-72 min-h-44 shrink-0 flex-col border-t"
    >
      <header className="flex min-h-10 flex-wrap items-center gap-x-3 border-b px-3 py-1 text-12">
        <StatusMark kind={alarm.severity} showWord isUnacknowledged={alarm.isa === 'unacknowledged'} />
        <h2 className="text-13 font-semibold">{nameOf(alarm.source)}</h2>
        <span className="text-text-2" title={words.isa[alarm.isa]}>
          {state}
          {more}
        </span>
        <span className="text-text-3">
          {words.detail.priority(alarm.priority, priorityWord(alarm.priority))}
        </span>
        <span className={alarm.assignedTo === null ? 'text-text-3' : 'text-text-2'}>
          {alarm.assignedTo === null ? words.detail.nobody : words.detail.assignedTo(alarm.assignedTo)}
        </span>
        <Tools {...props} />
      </header>
      <ScrollRegion label={words.detail.about}>
        <div className="grid grid-cols-[minmax(220px,1fr)_minmax(0,2fr)] gap-6 p-3 text-12 max-[900px]:grid-cols-1">
          <History {...props} />
          {rule === null ? (
            <p className="text-text-2">{words.detail.noRule(alarm.rule)}</p>
          ) : (
            <div className="flex flex-col items-start gap-2">
              <dl className="grid grid-cols-3 gap-4 max-[1100px]:grid-cols-1">
                <Part title={words.detail.cause} text={told(rule.cause)} />
                <Part title={words.detail.consequence} text={told(rule.consequence)} />
                <Part title={words.detail.action} text={told(rule.action)} />
              </dl>
              <button
                type="button"
                onClick={() => act.openRule(rule.id)}
                className="min-h-6 rounded-sm text-text-2 underline underline-offset-2 hover:text-text"
              >
                {words.detail.rule(told(rule.title))}
              </button>
            </div>
          )}
        </div>
      </ScrollRegion>
    </section>
  );
}
