/** The event log of a server's management controller: what became of the host's power and of the server's sensors. */
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { isoOf } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import type { Call } from '../managed.ts';
import type { Host } from './host.ts';
import { serverOf } from './server.ts';
import { hostKey, settingOf, writePaper } from './settings.ts';

type Line = { readonly at: number; readonly message: string; readonly sensor: number };

const keyOf = ({ id }: Host): string => hostKey(id, 'event-log');
const clearedAt = (vc: Pick<Vc, 'papers'>, host: Host): number =>
  settingOf<{ at: number }>(vc, keyOf(host), { at: 0 }).at;

/** The host's own starts, as far as the lab remembers its tasks. */
const powerLines = (vc: Vc, { id }: Host): readonly Line[] =>
  vc
    .world()
    .tasks.all()
    .flatMap(({ target, verb, startedAt }) =>
      target === id && verb === 'boot'
        ? [{ at: startedAt, message: 'Assert + System Boot Initiated', sensor: 0 }]
        : [],
    );

function alarmLines(vc: Vc, host: Host): readonly Line[] {
  const server = serverOf(vc, host)?.id;
  return vc
    .world()
    .alarms.open()
    .filter(({ source }) => source === server || source === host.id)
    .map(({ raisedAt, message }, at) => ({ at: raisedAt, message: `Assert + ${message}`, sensor: at + 1 }));
}

/** Oldest first, numbered from 1; what was there when somebody cleared it is gone. */
export function eventLogOf(vc: Vc, host: Host): readonly Data[] {
  const since = clearedAt(vc, host);
  return [...powerLines(vc, host), ...alarmLines(vc, host)]
    .filter(({ at }) => at > since)
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, message, sensor }, index) => ({
      _type: 'SystemEventInfo',
      recordId: index + 1,
      when: isoOf(at),
      selType: 2,
      message,
      sensorNumber: sensor,
    }));
}

export const clearEventLog = (call: Call, host: Host): Promise<Answer> =>
  writePaper(call, keyOf(host), { at: call.vc.now() });
