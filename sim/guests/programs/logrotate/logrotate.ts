import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import { turn } from '../../kernel/program-tools.ts';
import { has, parseOptions, valueOf, type Given } from '../text/options.ts';
import { createTool, writeAll, type Tool } from '../text/tool.ts';
import { rotate, runScript, type Job } from './rotate.ts';
import { filesFor } from './patterns.ts';
import { firstRules, readSettings, type LogSet, type Read, type Rules } from './settings.ts';
import { isDue, readState, writeState } from './state.ts';

const form = {
  short: 'dfvs:m:l:?',
  long: {
    debug: 'd',
    force: 'f',
    verbose: 'v',
    state: 's',
    mail: 'm',
    log: 'l',
    version: 'V',
    usage: '?',
    help: '?',
  },
};
const usualState = '/var/lib/logrotate/status';

/** Puts away logs that are old or large enough, and lets go of the oldest. */
export const logrotate: Program = function* (system) {
  const self = createTool(system);
  const parsed = parseOptions(system.arguments.slice(1), form);
  if (!parsed.ok) {
    yield* writeAll(system, 2, `logrotate: bad argument ${system.arguments[1] ?? ''}: unknown option\n`);
    return 2;
  }
  const { given } = parsed;
  if (has(given, 'V')) {
    yield* writeAll(system, 2, 'logrotate 3.21.0\n');
    return 0;
  }
  if (given.operands.length === 0 || has(given, '?')) {
    yield* writeAll(
      system,
      2,
      'Usage: logrotate [-dfv?] [-d|--debug] [-f|--force] [-s|--state=statefile] [-v|--verbose] [--version] <configfile>\n',
    );
    return has(given, '?') ? 0 : 1;
  }
  return yield* work(self, given);
};

function* work(self: Tool, given: Given): Step<number> {
  const { system } = self;
  const read = readAll(system, given.operands);
  for (const fault of read.told) yield* writeAll(system, 2, fault);
  const path = valueOf(given, 's') ?? usualState;
  const isTest = has(given, 'd');
  const state = readState(system, path);
  const job: Job = {
    system,
    state,
    isTest,
    isForced: has(given, 'f'),
    isTold: isTest || has(given, 'v'),
    status: read.status,
  };
  if (job.isTold) yield* writeAll(system, 2, `\nHandling ${read.sets.length} logs\n`);
  for (const set of read.sets) {
    yield* handle(job, set);
    if (system.isTired()) yield turn;
  }
  if (isTest) return job.status;
  const kept = writeState(system, path, state);
  if (kept.ok) return job.status;
  yield* writeAll(system, 2, `error: error creating state file ${path}: ${messageOf(kept.errno)}\n`);
  return 1;
}

type Settings = {
  readonly sets: readonly LogSet[];
  readonly told: readonly Bytes[];
  readonly status: number;
};

function readAll(system: System, paths: readonly Bytes[]): Settings {
  const told: Bytes[] = [];
  let status = 0;
  const readFile = (read: Read, path: Bytes): void => {
    const content = system.files.readFile(path);
    if (!content.ok) {
      told.push(`error: cannot stat ${path}: ${messageOf(content.errno)}\n`);
      status = 1;
      return;
    }
    const before = read.faults.length;
    readSettings(read, content.value);
    for (const { line, message } of read.faults.slice(before))
      told.push(`error: ${path}:${line} ${message}\n`);
    // What it does not know it leaves out, and goes on.
    if (read.faults.slice(before).some(({ message }) => !message.startsWith('unknown'))) status = 1;
  };
  const include = (read: Read, path: Bytes): void => {
    const listed = system.files.list(path);
    const outer = read.rules;
    if (!listed.ok) readFile(read, path);
    else
      for (const { name } of listed.value.toSorted((one, other) => (one.name < other.name ? -1 : 1)))
        if (
          !/^\.|~$|\.(?:rpmsave|rpmorig|rpmnew|dpkg-[a-z]+|bak|swp|disabled|ucf-(?:old|dist|new)|cfsaved|v)$/.test(
            name,
          )
        )
          readFile(read, `${path}/${name}`);
    read.rules = outer;
  };
  const read: Read = { rules: firstRules, sets: [], faults: [], include };
  for (const path of paths) include(read, path);
  return { sets: read.sets, told, status };
}

function* handle(job: Job, { patterns, rules }: LogSet): Step<void> {
  const { system } = job;
  const { found, missing } = filesFor(system, patterns);
  for (const path of rules.isMissingOk ? [] : missing) {
    job.status = 1;
    yield* writeAll(system, 2, `error: stat of ${path} failed: No such file or directory\n`);
  }
  const due: Bytes[] = [];
  for (const path of found) if (yield* isWanted(job, path, rules)) due.push(path);
  if (due.length > 0) yield* rotateAll(job, due, { patterns, rules });
}

function* rotateAll(job: Job, due: readonly Bytes[], { patterns, rules }: LogSet): Step<void> {
  const { scripts, isShared } = rules;
  const all = `${patterns.join(' ')} `;
  if (!(yield* runScript(job, scripts.firstaction, all))) return;
  if (isShared && !(yield* runScript(job, scripts.prerotate, all))) return;
  const own = isShared ? {} : scripts;
  for (const path of due) {
    if (!(yield* runScript(job, own.prerotate, path))) continue;
    if (!(yield* rotate(job, path, rules))) continue;
    job.state.set(path, job.system.now());
    yield* runScript(job, own.postrotate, path);
  }
  if (isShared) yield* runScript(job, scripts.postrotate, all);
  yield* runScript(job, scripts.lastaction, all);
}

/** By size, or by time since it was rotated last; what is seen the first time waits for its time. */
function* isWanted(job: Job, path: Bytes, rules: Rules): Step<boolean> {
  const { system, state, isTold } = job;
  const stat = system.files.stat(path);
  if (!stat.ok || stat.value.kind !== 'file') return false;
  const { size } = stat.value;
  const last = state.get(path) ?? system.now();
  if (!state.has(path)) state.set(path, Math.floor(last / 3_600_000) * 3_600_000);
  const isOn = (job.isForced || isRipe(rules, size, [last, system.now()])) && (rules.takesEmpty || size > 0);
  if (isTold)
    yield* writeAll(
      system,
      2,
      `considering log ${path}\n  log ${isOn ? 'needs' : 'does not need'} rotating\n`,
    );
  return isOn;
}

function isRipe(rules: Rules, size: number, [last, now]: readonly [number, number]): boolean {
  if (rules.size !== null && size >= rules.size) return true;
  if (rules.most !== null && size > rules.most) return true;
  return rules.every !== null && isDue(rules.every, last, now) && size >= (rules.least ?? 0);
}
