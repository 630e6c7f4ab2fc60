import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { told, useText } from '../../text/text.ts';
import { Age } from '../../ui/age.tsx';
import { classNames } from '../../ui/class-names.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { explainsText } from './alarm-rows.ts';
import { FloodBanner } from './flood-banner.tsx';

type AlarmFeedProps = {
  readonly alarms: readonly Alarm[];
  /** How many others each root explains; those are not in the feed themselves. */
  readonly explained: ReadonlyMap<string, number>;
  /** New alarms of the last minutes where they are a flood, else 0. */
  readonly flood: number;
  readonly onKpis: () => void;
  readonly selected: EntityId | null;
  readonly nameOf: (id: EntityId) => string;
  readonly onSelect: (id: EntityId) => void;
  readonly empty: ReactNode;
};

/** Bold and ringed until someone has seen it, regular then, fading once it is over. */
function alarmWeight(alarm: Alarm): string {
  if (alarm.state === 'ACTIVE') return 'font-semibold text-text';
  return alarm.state === 'ACKNOWLEDGED' ? 'text-text-2' : 'text-text-3';
}

const columns = 'grid grid-cols-[18px_minmax(64px,auto)_minmax(0,1fr)_72px] items-center gap-x-3 px-3';

function Message({ alarm, explains }: { readonly alarm: Alarm; readonly explains: number }): ReactNode {
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={told(alarm.message)}>
      <span className="truncate">{told(alarm.message)}</span>
      {explains > 0 && <span className="shrink-0 text-text-3">{explainsText(explains)}</span>}
    </span>
  );
}

export function AlarmFeed(props: AlarmFeedProps): ReactNode {
  const words = useText().alarms.feed;
  const { alarms, explained, flood, onKpis, selected, nameOf, onSelect, empty } = props;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {flood > 0 && <FloodBanner count={flood} onKpis={onKpis} />}
      <div aria-hidden className={`${columns} h-8 shrink-0 border-b text-12 text-text-2`}>
        <span />
        <span>{words.source}</span>
        <span>{words.what}</span>
        <span className="text-right">{words.age}</span>
      </div>
      <div
        role="log"
        aria-label={words.label}
        aria-relevant="additions text"
        className="min-h-0 flex-1 overflow-auto"
      >
        {alarms.map((alarm) => (
          <button
            key={alarm.id}
            type="button"
            aria-pressed={selected === alarm.source}
            onClick={() => onSelect(alarm.source)}
            className={classNames(
              columns,
              'min-h-row w-full border-b text-left text-12 -outline-offset-2 hover:bg-hover',
              selected === alarm.source && 'bg-hover',
              alarmWeight(alarm),
            )}
          >
            <StatusMark kind={alarm.severity} isUnacknowledged={alarm.state === 'ACTIVE'} />
            <span className="truncate">{nameOf(alarm.source)}</span>
            <Message alarm={alarm} explains={explained.get(alarm.id) ?? 0} />
            <Age since={alarm.raisedAt} className="text-right" />
          </button>
        ))}
        {alarms.length === 0 && empty}
      </div>
    </div>
  );
}
