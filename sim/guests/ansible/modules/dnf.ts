import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Module, Task } from '../module.ts';
import type { Outcome, Result } from '../result.ts';
import { broken, failure, got } from '../result.ts';
import type { Ran } from '../run.ts';
import { run } from '../run.ts';

/** Packages of Red Hat's systems, through the guest's own dnf and rpm. */
export const dnf: Module = {
  options: {
    name: { type: 'list', also: ['pkg'] },
    state: { type: 'text', choices: ['absent', 'installed', 'latest', 'present', 'removed'] },
    update_cache: { type: 'flag', usual: false, also: ['expire-cache'] },
    update_only: { type: 'flag', usual: false },
    autoremove: { type: 'flag', usual: false },
    enablerepo: { type: 'list' },
    disablerepo: { type: 'list' },
    security: { type: 'elsewhere' },
    bugfix: { type: 'elsewhere' },
    list: { type: 'elsewhere' },
    download_only: { type: 'elsewhere' },
    allow_downgrade: { type: 'unused' },
    allowerasing: { type: 'unused' },
    best: { type: 'unused' },
    cacheonly: { type: 'unused' },
    conf_file: { type: 'unused' },
    disable_excludes: { type: 'unused' },
    disable_gpg_check: { type: 'unused' },
    disable_plugin: { type: 'unused' },
    download_dir: { type: 'unused' },
    enable_plugin: { type: 'unused' },
    exclude: { type: 'elsewhere' },
    install_repoquery: { type: 'unused' },
    install_weak_deps: { type: 'unused' },
    installroot: { type: 'unused' },
    lock_timeout: { type: 'unused' },
    nobest: { type: 'unused' },
    releasever: { type: 'unused' },
    skip_broken: { type: 'unused' },
    sslverify: { type: 'unused' },
    use_backend: { type: 'unused' },
    validate_certs: { type: 'unused' },
  },
  run: act,
};

function* act(task: Task): Step<Result> {
  const { options } = task;
  const refreshed = yield* refresh(task);
  if (!refreshed.ok) return refreshed.result;
  const names = (options.list('name') ?? []).filter((name) => name !== '');
  const isSpare = options.flag('autoremove');
  const state = options.text('state') ?? (isSpare ? 'absent' : 'present');
  if (names.length === 0)
    return isSpare
      ? yield* carry(task, [['autoremove']], 'Removed')
      : { changed: false, msg: refreshed.value, results: [], rc: 0 };
  if (state === 'absent' || state === 'removed') return yield* remove(task, names);
  return yield* install(task, names, state === 'latest' ? 'newest' : 'any');
}

function* refresh(task: Task): Step<Outcome<Bytes>> {
  if (!task.options.flag('update_cache')) return got('Nothing to do');
  if (task.isTrial) return got('Cache updated');
  const made = yield* dnfDoes(task, ['makecache']);
  if (!made.ok) return made;
  return made.value.status === 0
    ? got('Cache updated')
    : broken(`Failed to update the cache: ${made.value.error}`, { rc: 1 });
}

function* dnfDoes({ system, options }: Task, words: readonly Bytes[]): Step<Outcome<Ran>> {
  const repositories = [
    ...(options.list('enablerepo') ?? []).map((one) => `--enablerepo=${one}`),
    ...(options.list('disablerepo') ?? []).map((one) => `--disablerepo=${one}`),
  ];
  const ran = yield* run(system, { words: ['dnf', '-y', ...repositories, ...words] });
  return ran.ok
    ? got(ran.value)
    : broken('dnf is not on this guest: is it one of the Red Hat family?', { rc: 1 });
}

function* isInstalled({ system }: Task, name: Bytes): Step<boolean> {
  const ran = yield* run(system, { words: ['rpm', '-q', name] });
  return ran.ok && ran.value.status === 0;
}

/** 100: there is an update. */
function* isOutdated({ system }: Task, name: Bytes): Step<boolean> {
  const ran = yield* run(system, { words: ['dnf', '-q', 'check-update', ...(name === '*' ? [] : [name])] });
  return ran.ok && ran.value.status === 100;
}

function* install(task: Task, names: readonly Bytes[], which: 'any' | 'newest'): Step<Result> {
  const fresh: Bytes[] = [];
  const old: Bytes[] = [];
  for (const name of names) {
    if (name !== '*' && !(yield* isInstalled(task, name))) fresh.push(name);
    else if (which === 'newest' && (yield* isOutdated(task, name))) old.push(name);
  }
  const calls = [
    ...(fresh.length === 0 || task.options.flag('update_only') ? [] : [['install', ...fresh]]),
    ...(old.length === 0 ? [] : [['upgrade', ...old.filter((name) => name !== '*')]]),
  ];
  return yield* carry(task, calls, 'Installed');
}

function* remove(task: Task, names: readonly Bytes[]): Step<Result> {
  const there: Bytes[] = [];
  for (const name of names) if (yield* isInstalled(task, name)) there.push(name);
  const calls = there.length === 0 ? [] : [['remove', ...there]];
  return yield* carry(task, calls, 'Removed');
}

function* carry(task: Task, calls: readonly (readonly Bytes[])[], verb: string): Step<Result> {
  if (calls.length === 0) return { changed: false, msg: 'Nothing to do', results: [], rc: 0 };
  const results = calls.flatMap(([, ...names]) => names.map((name) => `${verb}: ${name}`));
  if (task.isTrial)
    return {
      changed: true,
      msg: 'Check mode: No changes made, but would have if not in check mode',
      results,
      rc: 0,
    };
  for (const words of calls) {
    const ran = yield* dnfDoes(task, words);
    if (!ran.ok) return ran.result;
    const { status, error, output } = ran.value;
    if (status === 0) continue;
    const missing = [...`${error}${output}`.matchAll(/Unable to find a match: (.+)/g)].flatMap(
      ([, list = '']) => list.split(/\s+/).map((name) => `No package ${name} available.`),
    );
    const msg =
      missing.length > 0 ? 'Failed to install some of the specified packages' : error.trim() || output;
    return failure(msg, { rc: status, results: [], failures: missing });
  }
  return { changed: true, msg: '', results, rc: 0 };
}
