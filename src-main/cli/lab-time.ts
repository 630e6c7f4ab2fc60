import { misused, type Outcome } from './outcome.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** The lab's clock runs in UTC and is shown so: 2026-01-05 08:00:12. */
export function labTime(millis: number): string {
  return new Date(millis).toISOString().slice(0, 19).replace('T', ' ');
}

export const labTimeOrDash = (millis: number | null): string => (millis === null ? '–' : labTime(millis));

/** 14 s, 3 min, 2 h 5 min, 4 d. */
export function duration(millis: number): string {
  const rounded = Math.max(0, Math.round(millis / second)) * second;
  if (rounded < minute) return `${rounded / second} s`;
  if (rounded < hour) return `${Math.floor(rounded / minute)} min`;
  if (rounded < day) {
    const minutes = Math.floor((rounded % hour) / minute);
    return minutes === 0
      ? `${Math.floor(rounded / hour)} h`
      : `${Math.floor(rounded / hour)} h ${minutes} min`;
  }
  return `${Math.floor(rounded / day)} d`;
}

const unitMillis: Readonly<Record<string, number>> = { s: second, m: minute, h: hour, d: day };

/** `90s`, `10m`, `1h30m` in milliseconds; null where it is none of these. */
export function readDuration(text: string): number | null {
  if (!/^(?:\d+[smhd])+$/.test(text)) return null;
  let total = 0;
  for (const part of text.matchAll(/(\d+)([smhd])/g))
    total += Number(part[1]) * (unitMillis[part[2] ?? ''] ?? 0);
  return total;
}

/** The present moment of a lab. */
export type Moment = { readonly epoch: number; readonly tick: number; readonly now: number };

/** `-10m` back from now, `08:30` the last time it was half past eight, an ISO time, or a tick. */
export function readMoment(text: string, lab: Moment): Outcome<number> {
  if (/^\d+$/.test(text)) return { ok: true, value: Number(text) };
  const back = text.startsWith('-') ? readDuration(text.slice(1)) : null;
  if (back !== null) return tickAt(lab.now - back, text, lab);
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (clock !== null) return tickAt(lastTimeOfDay(clock, lab.now), text, lab);
  const given = readIso(text);
  if (given !== null) return tickAt(given, text, lab);
  return misused(
    `${text} is no moment`,
    'Give a tick (600), a time back (-10m), a time of day (08:30) or a date and time (2026-01-05T08:30:00Z)',
  );
}

function lastTimeOfDay(clock: RegExpExecArray, now: number): number {
  const wanted = Number(clock[1]) * hour + Number(clock[2]) * minute + Number(clock[3] ?? 0) * second;
  const today = Math.floor(now / day) * day + wanted;
  return today <= now ? today : today - day;
}

/** Without a zone it is lab time, which is UTC. */
function readIso(text: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (match === null) return null;
  const millis = Date.parse(`${match[1] ?? ''}T${match[2] ?? '00:00'}${match[3] ?? 'Z'}`);
  return Number.isNaN(millis) ? null : millis;
}

function tickAt(millis: number, text: string, lab: Moment): Outcome<number> {
  const tick = Math.floor((millis - lab.epoch) / second);
  if (tick < 0) return misused(`${text} is before the lab began, at ${labTime(lab.epoch)}`);
  if (millis > lab.now) return misused(`${text} is still to come: it is ${labTime(lab.now)} in the lab`);
  return { ok: true, value: tick };
}
