import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { Age } from '../../ui/age.tsx';
import { classNames } from '../../ui/class-names.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

type AlarmFeedProps = {
  readonly alarms: readonly Alarm[];
  readonly selected: EntityId | null;
  readonly nameOf: (id: EntityId) => string;
  readonly onSelect: (id: EntityId) => void;
  readonly empty: ReactNode;
};

/** Bold and ringed until someone has seen it, regular then, fading once it is over. */
export function alarmWeight(alarm: Alarm): string {
  if (alarm.state === 'ACTIVE') return 'font-semibold text-text';
  return alarm.state === 'ACKNOWLEDGED' ? 'text-text-2' : 'text-text-3';
}

const columns = 'grid grid-cols-[18px_minmax(64px,auto)_minmax(0,1fr)_72px] items-center gap-x-3 px-3';

export function AlarmFeed({ alarms, selected, nameOf, onSelect, empty }: AlarmFeedProps): ReactNode {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div aria-hidden className={`${columns} h-8 shrink-0 border-b text-12 text-text-2`}>
        <span />
        <span>Source</span>
        <span>What</span>
        <span className="text-right">Age</span>
      </div>
      <div
        role="log"
        aria-label="Alarm feed"
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
            <span className="truncate" title={alarm.message}>
              {alarm.message}
            </span>
            <Age since={alarm.raisedAt} className="text-right" />
          </button>
        ))}
        {alarms.length === 0 && empty}
      </div>
    </div>
  );
}
