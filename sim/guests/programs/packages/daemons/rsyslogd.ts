import type { Bytes } from '../../../bytes.ts';
import type { Program, Step, System } from '../../../kernel/program.ts';
import type { Entry } from '../../../system/journal/journal.ts';
import { journalSize, readJournal } from '../../../system/journal/journal.ts';
import { stampText } from '../../system/time-text.ts';
import { hangUp, logTo, ready, serve } from './daemon.ts';

/** How soon what the journal has is in the files too. */
const glance = 10_000;
const secret = new Set([
  'sshd',
  'sudo',
  'su',
  'passwd',
  'login',
  'useradd',
  'usermod',
  'userdel',
  'groupadd',
  'chpasswd',
]);

/** Sorts what the journal has into files, from the moment it is started. */
export const rsyslogd: Program = function* (system) {
  const isRedhat = system.files.stat('/etc/redhat-release').ok;
  let seen = readJournal(system) ?? [];
  let size = journalSize(system);
  yield* logTo(
    system,
    fileOf('rsyslogd', isRedhat),
    lineOf(system, {
      at: system.now(),
      identifier: 'rsyslogd',
      pid: system.pid,
      message: '[origin software="rsyslogd" swVersion="8.2302.0"] start',
    }),
  );
  yield* ready(system);
  const act = function* (): Step<number | null> {
    if (journalSize(system) === size) return null;
    size = journalSize(system);
    const all = readJournal(system) ?? [];
    const entries = newSince(seen, all);
    for (const entry of entries)
      yield* logTo(system, fileOf(entry.identifier, isRedhat), lineOf(system, entry));
    seen = all;
    return null;
  };
  return yield* serve(system, {
    listening: [],
    name: 'rsyslogd',
    answer: hangUp,
    every: { milliseconds: glance, act },
  });
};

/** By time; of one moment those that are more than there were. */
function newSince(before: readonly Entry[], all: readonly Entry[]): readonly Entry[] {
  const last = before.at(-1)?.at ?? 0;
  const known = before.filter(({ at }) => at === last).length;
  const same = all.filter(({ at }) => at === last);
  return [...same.slice(known), ...all.filter(({ at }) => at > last)];
}

function fileOf(identifier: Bytes, isRedhat: boolean): Bytes {
  if (secret.has(identifier)) return isRedhat ? '/var/log/secure' : '/var/log/auth.log';
  if (/^cron/i.test(identifier)) return isRedhat ? '/var/log/cron' : '/var/log/cron.log';
  return isRedhat ? '/var/log/messages' : '/var/log/syslog';
}

const lineOf = (
  system: System,
  { at, identifier, pid, message }: Pick<Entry, 'at' | 'identifier' | 'pid' | 'message'>,
): Bytes =>
  `${stampText(at)} ${system.machine.hostname()} ${identifier}${pid > 1 ? `[${pid}]` : ''}: ${message}`;
