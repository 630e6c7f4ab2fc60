import { messageOf, type Answer } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Stat } from '../../files/node.ts';
import type { Step, System } from '../../kernel/program.ts';
import { timeText } from '../../shell/builtins/strftime.ts';
import { accountNamed, groupNamed } from '../../system/users/accounts.ts';
import { pack } from '../archive/gzip-form.ts';
import { writeAll } from '../text/tool.ts';
import type { Rules } from './settings.ts';
import type { State } from './state.ts';

export type Job = {
  readonly system: System;
  readonly state: State;
  /** Nothing is changed. */
  readonly isTest: boolean;
  readonly isForced: boolean;
  readonly isTold: boolean;
  status: number;
};

/** False: it failed and was told. */
export function* rotate(job: Job, path: Bytes, rules: Rules): Step<boolean> {
  const { system, isTest, isTold } = job;
  const { files } = system;
  const stat = files.stat(path);
  if (!stat.ok) return false;
  if (isTold) yield* writeAll(system, 2, `rotating log ${path}, log->rotateCount is ${rules.keeps}\n`);
  if (isTest) return true;
  const stem = stemOf(path, rules);
  const moved = rules.dateFormat === null ? shift(system, { stem, rules }) : nothing;
  if (!moved.ok) return yield* told(job, `error renaming ${stem}`, moved);
  const goal = goalOf(system, stem, rules);
  if (files.stat(goal).ok)
    return yield* told(job, `destination ${goal} already exists, skipping rotation`, null);
  const gone = putAway(system, rules, { path, goal, stat: stat.value });
  if (!gone.ok) return yield* told(job, `failed to rename ${path} to ${goal}`, gone);
  if (rules.isCompressed) yield* compress(job, rules.isDelayed ? previousOf(system, stem, rules) : goal);
  letGo(system, stem, rules);
  return true;
}

type Moving = { readonly path: Bytes; readonly goal: Bytes; readonly stat: Stat };

/** What it leaves in its place is as it was told. */
function putAway(system: System, rules: Rules, moving: Moving): Answer<void> {
  const { files } = system;
  const { path, goal, stat } = moving;
  if (rules.copies === 'no') {
    const moved = files.rename(path, goal);
    if (moved.ok && rules.creates !== null) create(system, path, { rules, stat });
    return moved;
  }
  const made = copied(system, moving);
  if (made.ok && rules.copies === 'truncate') emptied(system, path);
  return made;
}

const nothing: Answer<void> = { ok: true, value: undefined };

function* told(job: Job, what: Bytes, answer: Answer<void> | null): Step<false> {
  job.status = 1;
  const why = answer === null || answer.ok ? '' : `: ${messageOf(answer.errno)}`;
  yield* writeAll(job.system, 2, `error: ${what}${why}\n`);
  return false;
}

const nameOf = (path: Bytes): Bytes => path.slice(path.lastIndexOf('/') + 1);
const directoryOf = (path: Bytes): Bytes => path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '/';

/** Where rotated ones lie, without what is put behind. */
function stemOf(path: Bytes, { directory, extension }: Rules): Bytes {
  const own = extension !== '' && path.endsWith(extension) ? path.slice(0, -extension.length) : path;
  if (directory === null) return own;
  const place = directory.startsWith('/') ? directory : `${directoryOf(path)}/${directory}`;
  return `${place}/${nameOf(own)}`;
}

const numbered = (stem: Bytes, number: number, { extension }: Rules): Bytes =>
  `${stem}.${number}${extension}`;

type Shifting = { readonly stem: Bytes; readonly rules: Rules };

/** Each to the next number, the last first; packed or not. */
function shift({ files }: System, { stem, rules }: Shifting): Answer<void> {
  const { keeps, start } = rules;
  for (let number = start + Math.max(keeps, 1) - 1; number >= start; number -= 1)
    for (const end of ['', '.gz']) {
      const from = numbered(stem, number, rules) + end;
      if (!files.linkStat(from).ok) continue;
      const moved = files.rename(from, numbered(stem, number + 1, rules) + end);
      if (!moved.ok) return moved;
    }
  return nothing;
}

function goalOf(system: System, stem: Bytes, rules: Rules): Bytes {
  const { dateFormat, start, extension } = rules;
  if (dateFormat === null) return numbered(stem, start, rules);
  const seconds = Math.floor(system.now() / 1000);
  return `${stem}${timeText(dateFormat.replaceAll('%s', String(seconds)), seconds)}${extension}`;
}

function previousOf(system: System, stem: Bytes, rules: Rules): Bytes {
  if (rules.dateFormat === null) return numbered(stem, rules.start + 1, rules);
  return (
    rotatedOf(system, stem, rules)
      .filter((path) => !path.endsWith('.gz'))
      .at(-2) ?? ''
  );
}

function copied({ files }: System, { path, goal, stat }: Moving): Answer<void> {
  const content = files.readFile(path);
  if (!content.ok) return content;
  const written = files.writeFile(goal, content.value, 0o600);
  if (written.ok) like({ files }, goal, stat);
  return written;
}

/** By the very file: who has it open goes on writing into it. */
const emptied = ({ files }: System, path: Bytes): Answer<void> => files.writeFile(path, '', 0o600);

function like(
  { files }: Pick<System, 'files'>,
  path: Bytes,
  { mode, uid, gid, accessedAt, modifiedAt }: Stat,
): void {
  files.changeMode(path, mode & 0o7777);
  files.changeOwner(path, uid, gid);
  files.changeTimes(path, accessedAt, modifiedAt);
}

function create(
  system: System,
  path: Bytes,
  { rules, stat }: { readonly rules: Rules; readonly stat: Stat },
): void {
  const { files } = system;
  const { mode, user, group } = rules.creates ?? { mode: null, user: null, group: null };
  files.writeFile(path, '', 0o600);
  files.changeMode(path, mode ?? stat.mode & 0o7777);
  const uid = user === null ? stat.uid : (accountNamed(system, user)?.uid ?? stat.uid);
  const gid = group === null ? stat.gid : (groupNamed(system, group)?.gid ?? stat.gid);
  files.changeOwner(path, uid, gid);
}

function* compress({ system }: Job, path: Bytes): Step<void> {
  const { files } = system;
  const stat = files.stat(path);
  const content = files.readFile(path);
  if (!stat.ok || !content.ok) return;
  const written = files.writeFile(`${path}.gz`, pack(content.value, { name: null, seconds: 0 }), 0o600);
  if (!written.ok) {
    files.remove(`${path}.gz`);
    yield* writeAll(system, 2, `error: error compressing ${path}: ${messageOf(written.errno)}\n`);
    return;
  }
  like(system, `${path}.gz`, stat.value);
  files.remove(path);
}

/** With a date behind them, the oldest first. */
function rotatedOf({ files }: System, stem: Bytes, { extension }: Rules): readonly Bytes[] {
  const listed = files.list(directoryOf(stem));
  const paths = listed.ok ? listed.value.map(({ name }) => `${directoryOf(stem)}/${name}`) : [];
  return paths
    .filter(
      (path) =>
        path.startsWith(`${stem}-`) && /\d{8}/.test(path.slice(stem.length)) && path.includes(extension),
    )
    .toSorted();
}

function letGo(system: System, stem: Bytes, rules: Rules): void {
  const { files } = system;
  const { keeps, start, dateFormat, maxAge } = rules;
  if (keeps < 0) return;
  if (dateFormat !== null) {
    const all = rotatedOf(system, stem, rules);
    for (const path of all.slice(0, Math.max(0, all.length - keeps))) files.remove(path);
    return;
  }
  for (const end of ['', '.gz']) {
    files.remove(numbered(stem, start + keeps, rules) + end);
    for (let number = start; maxAge !== null && number < start + keeps; number += 1) {
      const path = numbered(stem, number, rules) + end;
      const stat = files.stat(path);
      if (stat.ok && system.now() - stat.value.modifiedAt > maxAge * 86_400_000) files.remove(path);
    }
  }
}

/** By the shell, with the log as its word; false: it failed. */
export function* runScript(job: Job, script: Bytes | undefined, path: Bytes): Step<boolean> {
  const { system, isTest } = job;
  if (script === undefined || isTest) return true;
  const started = system.processes.spawn({
    file: '/bin/sh',
    arguments: ['sh', '-c', script, 'logrotate_script', path],
    environment: system.environment,
    descriptors: new Map([
      [0, 0],
      [1, 1],
      [2, 2],
    ]),
    group: 'parent',
  });
  const ended = started.ok
    ? yield* system.processes.wait({ pid: started.value, isHanging: true, alsoStopped: false })
    : started;
  if (ended.ok && ended.value?.how === 'exited' && ended.value.status === 0) return true;
  job.status = 1;
  yield* writeAll(system, 2, `error: error running script for ${path}\n`);
  return false;
}
