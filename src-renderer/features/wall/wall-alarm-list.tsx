import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { told, useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { labClock } from '../../ui/numbers.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

const mostShown = 10;

type WallAlarmListProps = {
  readonly alarms: readonly Alarm[];
  readonly nameOf: (id: EntityId) => string;
};

/** The alarms that need someone first, large. */
export function WallAlarmList({ alarms, nameOf }: WallAlarmListProps): ReactNode {
  const all = useText();
  const words = all.wall;
  if (alarms.length === 0) {
    return (
      <div className="wall-title grid flex-1 place-items-center p-8 text-center text-text-2">
        <span className="flex items-center gap-4">
          <StatusMark kind="ok" size={44} />
          {words.noAlarms}
        </span>
      </div>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col p-[1vw]">
      <div role="log" aria-label={words.views.alarms} className="min-h-0 flex-1 overflow-hidden">
        <ul className="wall-label flex flex-col gap-[0.6vh]">
          {alarms.slice(0, mostShown).map((alarm) => (
            <li
              key={alarm.id}
              className="grid grid-cols-[40px_minmax(6em,auto)_minmax(0,1fr)_auto] items-center gap-[1vw] rounded-lg border bg-surface px-[1.2vw] py-[0.9vh]"
            >
              <StatusMark kind={alarm.severity} size={34} />
              <span className="font-semibold">{nameOf(alarm.source)}</span>
              <span
                className={classNames('truncate', alarm.state === 'ACTIVE' ? 'font-semibold' : 'text-text-2')}
              >
                {told(alarm.message)}
              </span>
              <span className="text-text-2">
                {all.alarmStates[alarm.state]} {labClock(alarm.raisedAt)}
              </span>
            </li>
          ))}
        </ul>
      </div>
      {alarms.length > mostShown && (
        <p className="wall-label pt-2 text-text-2">{words.more(alarms.length - mostShown)}</p>
      )}
    </div>
  );
}
