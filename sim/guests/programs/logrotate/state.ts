import type { Answer } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { secondsAt } from '../files/moment.ts';
import { momentOf } from '../system/time-text.ts';
import type { Every } from './settings.ts';

/** When each log was rotated last, in milliseconds. */
export type State = Map<Bytes, number>;

const title = 'logrotate state -- version 2\n';

export function readState({ files }: System, path: Bytes): State {
  const content = files.readFile(path);
  const state: State = new Map();
  for (const line of content.ok ? content.value.split('\n') : []) {
    const found = /^"(.*)" (\d+)-(\d+)-(\d+)(?:-(\d+):(\d+):(\d+))?$/.exec(line);
    if (found === null) continue;
    const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found
      .slice(2)
      .map((part) => Number(part ?? '0'));
    state.set(found[1] ?? '', (secondsAt(year, month - 1, day) + hour * 3600 + minute * 60 + second) * 1000);
  }
  return state;
}

export function writeState({ files }: System, path: Bytes, state: State): Answer<void> {
  const lines = [...state].map(([name, at]) => {
    const { year, month, day, hour, minute, second } = momentOf(at);
    return `"${name}" ${year}-${month + 1}-${day}-${hour}:${minute}:${second}\n`;
  });
  return files.writeFile(path, title + lines.join(''), 0o640);
}

const day = 86_400_000;

/** Whether its time is over: days, months and years are those of the calendar. */
export function isDue(every: Every, last: number, now: number): boolean {
  const [before, today] = [momentOf(last), momentOf(now)];
  if (now < last) return false;
  const days = Math.floor(now / day) - Math.floor(last / day);
  switch (every) {
    case 'hourly':
      return Math.floor(now / 3_600_000) !== Math.floor(last / 3_600_000);
    case 'daily':
      return days > 0;
    case 'weekly':
      return days >= 7 || (days > 0 && today.weekday < before.weekday);
    case 'monthly':
      return today.month !== before.month || today.year !== before.year;
    case 'yearly':
      return today.year !== before.year;
    default:
      return every satisfies never;
  }
}
