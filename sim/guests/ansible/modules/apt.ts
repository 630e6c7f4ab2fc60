import type { Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { Module, Task } from '../module.ts';
import type { Outcome, Result } from '../result.ts';
import { broken, failure, got } from '../result.ts';
import type { Ran } from '../run.ts';
import { run } from '../run.ts';

/** Packages of Debian and Ubuntu, through the guest's own apt-get and dpkg-query. */
export const apt: Module = {
  options: {
    name: { type: 'list', also: ['package', 'pkg'] },
    state: {
      type: 'text',
      usual: 'present',
      choices: ['absent', 'build-dep', 'fixed', 'installed', 'latest', 'present', 'removed'],
    },
    update_cache: { type: 'flag', usual: false, also: ['update-cache'] },
    cache_valid_time: { type: 'number', usual: 0 },
    upgrade: { type: 'text', choices: ['dist', 'full', 'no', 'safe', 'yes'] },
    purge: { type: 'flag', usual: false },
    autoremove: { type: 'flag', usual: false },
    autoclean: { type: 'flag', usual: false },
    clean: { type: 'flag', usual: false },
    install_recommends: { type: 'flag', also: ['install-recommends'] },
    only_upgrade: { type: 'flag', usual: false },
    force: { type: 'unused', usual: false },
    default_release: { type: 'elsewhere', also: ['default-release'] },
    deb: { type: 'elsewhere' },
    dpkg_options: { type: 'unused', usual: 'force-confdef,force-confold' },
    force_apt_get: { type: 'unused' },
    fail_on_autoremove: { type: 'unused' },
    policy_rc_d: { type: 'unused' },
    lock_timeout: { type: 'unused' },
    update_cache_retries: { type: 'unused' },
    update_cache_retry_max_delay: { type: 'unused' },
    allow_unauthenticated: { type: 'unused', also: ['allow-unauthenticated'] },
    allow_downgrade: { type: 'unused', also: ['allow-downgrade', 'allow_downgrades', 'allow-downgrades'] },
    allow_change_held_packages: { type: 'unused' },
  },
  run: act,
};

const stamp = '/var/lib/apt/lists';
const statusFormat = ['$', '{Status} $', '{Version}\\n'].join('');

function* act(task: Task): Step<Result> {
  const { options } = task;
  const names = (options.list('name') ?? []).filter((name) => name !== '');
  const updated = yield* updateCache(task);
  if (!updated.ok) return updated.result;
  const cache = { cache_updated: updated.value, cache_update_time: cacheTime(task) };
  if (options.flag('clean')) return { ...(yield* apply(task, ['clean'], true)), ...cache };
  const upgrade = options.text('upgrade') ?? 'no';
  if (upgrade !== 'no') {
    const verb = upgrade === 'dist' || upgrade === 'full' ? 'dist-upgrade' : 'upgrade';
    return { ...(yield* apply(task, [verb], null)), ...cache };
  }
  if (names.length > 0) return { ...(yield* bring(task, names)), ...cache };
  if (options.flag('autoremove')) return { ...(yield* apply(task, ['autoremove'], null)), ...cache };
  if (options.flag('autoclean')) return { ...(yield* apply(task, ['autoclean'], false)), ...cache };
  return { changed: updated.value, ...cache };
}

function cacheTime({ system }: Task): number {
  const found = system.files.stat(stamp);
  return found.ok ? Math.floor(found.value.modifiedAt / 1000) : 0;
}

function* updateCache(task: Task): Step<Outcome<boolean>> {
  const { options, system, isTrial } = task;
  const valid = options.number('cache_valid_time') ?? 0;
  if (!options.flag('update_cache') && valid === 0) return got(false);
  if (valid > 0 && system.now() / 1000 - cacheTime(task) < valid) return got(false);
  if (isTrial) return got(true);
  const ran = yield* aptGet(task, ['update']);
  if (!ran.ok) return ran;
  if (ran.value.status === 0) {
    system.files.changeTimes(stamp, system.now(), system.now());
    return got(true);
  }
  return broken(`Failed to update apt cache: ${ran.value.error.trim()}`);
}

function* aptGet({ system }: Task, words: readonly Bytes[]): Step<Outcome<Ran>> {
  const ran = yield* run(system, { words: ['apt-get', '-y', ...words] });
  return ran.ok ? got(ran.value) : broken('apt-get is not on this guest: is it one of Debian or Ubuntu?');
}

function* bring(task: Task, names: readonly Bytes[]): Step<Result> {
  const { options } = task;
  const state = options.text('state') ?? 'present';
  switch (state) {
    case 'absent':
    case 'removed':
      return yield* remove(task, names);
    case 'present':
    case 'installed':
      return yield* install(task, names, 'any');
    case 'latest':
      return yield* install(task, names, 'newest');
    default:
      return failure(`Coldaisle's guests know no state=${state} of apt`);
  }
}

type Have = { readonly version: Bytes | null; readonly candidate: Bytes | null };

function* lookAt({ system }: Task, name: Bytes): Step<Have> {
  const queried = yield* run(system, {
    words: ['dpkg-query', '-W', '-f', statusFormat, name],
  });
  const row = queried.ok ? queried.value.output.trim() : '';
  const version = /^\S+ ok installed (\S+)/.exec(row)?.[1] ?? null;
  const policy = yield* run(system, { words: ['apt-cache', 'policy', name] });
  const told = /^\s*Candidate: (\S+)/m.exec(policy.ok ? policy.value.output : '')?.[1] ?? null;
  return { version, candidate: told === '(none)' ? null : told };
}

type Which = 'any' | 'newest';

function* install(task: Task, names: readonly Bytes[], which: Which): Step<Result> {
  const { options } = task;
  const wanted: Bytes[] = [];
  for (const one of names) {
    const [name = ''] = one.split('=');
    const have = yield* lookAt(task, name);
    if (have.version === null && have.candidate === null)
      return failure(`No package matching '${name}' is available`);
    if (isWanted(one, have, which) && !(have.version === null && options.flag('only_upgrade')))
      wanted.push(one);
  }
  if (wanted.length === 0) return { changed: false };
  const flags = options.truth('install_recommends') === false ? ['--no-install-recommends'] : [];
  return yield* apply(task, ['install', ...flags, ...wanted], true);
}

function isWanted(asked: Bytes, { version, candidate }: Have, which: Which): boolean {
  if (version === null) return true;
  const [, exact] = asked.split('=');
  if (exact !== undefined) return exact !== version;
  return which === 'newest' && candidate !== null && candidate !== version;
}

function* remove(task: Task, names: readonly Bytes[]): Step<Result> {
  const { options } = task;
  const there: Bytes[] = [];
  for (const name of names) if ((yield* lookAt(task, name)).version !== null) there.push(name);
  if (there.length === 0) return { changed: false };
  const flags = options.flag('autoremove') ? ['--autoremove'] : [];
  return yield* apply(task, [options.flag('purge') ? 'purge' : 'remove', ...flags, ...there], true);
}

/** `isChange` null: what it says of itself tells whether anything changed. */
function* apply(task: Task, words: readonly Bytes[], isChange: boolean | null): Step<Result> {
  const trial = task.isTrial ? ['-s'] : [];
  const ran = yield* aptGet(task, [...trial, ...words]);
  if (!ran.ok) return ran.result;
  const { status, output, error } = ran.value;
  const said = { stdout: output, stderr: error };
  if (status !== 0)
    return failure(`'apt-get -y ${words.join(' ')}' failed: ${error}`, { ...said, rc: status });
  const isNothing = /^0 upgraded, 0 newly installed, 0 to remove/m.test(output);
  return { changed: isChange ?? !isNothing, ...said };
}
