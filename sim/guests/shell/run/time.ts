import type { Bytes } from '../../bytes.ts';
import type { Shell } from '../shell.ts';
import { valueOf } from '../variables/store.ts';

type Clock = { readonly wall: number; readonly processor: number };

export function clockOf(shell: Shell): Clock {
  const own = shell.system.processes.list().find((each) => each.pid === shell.system.pid);
  return { wall: shell.system.now(), processor: own?.processorTime ?? 0 };
}

/** What `time` says, in TIMEFORMAT's words. */
export function timeText(shell: Shell, from: Clock, form: 'bash' | 'posix'): Bytes {
  const to = clockOf(shell);
  const format =
    form === 'posix'
      ? 'real %2R\nuser %2U\nsys %2S'
      : (valueOf(shell, 'TIMEFORMAT') ?? '\nreal\t%3lR\nuser\t%3lU\nsys\t%3lS');
  if (format === '') return '';
  const spans: Readonly<Record<string, number>> = {
    R: to.wall - from.wall,
    U: to.processor - from.processor,
    S: 0,
    P: 0,
  };
  const text = format.replace(/%%|%[0-3]?l?[RUSP]/g, (whole) => {
    if (whole === '%%') return '%';
    const digits = /\d/.exec(whole)?.[0] ?? '3';
    return spanText(spans[whole.at(-1) ?? ''] ?? 0, Number(digits), whole.includes('l'));
  });
  return `${text}\n`;
}

function spanText(milliseconds: number, digits: number, isLong: boolean): string {
  const seconds = milliseconds / 1000;
  if (!isLong) return seconds.toFixed(digits);
  const minutes = Math.floor(seconds / 60);
  return `${minutes}m${(seconds - minutes * 60).toFixed(digits)}s`;
}
