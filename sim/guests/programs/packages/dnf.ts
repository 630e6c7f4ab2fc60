import type { Bytes } from '../../bytes.ts';
import type { Program, Step as Steps } from '../../kernel/program.ts';
import { candidateOf, releaseOf } from '../../packages/candidates.ts';
import { isHere } from '../../packages/installed.ts';
import { isOnline } from '../../packages/lists.ts';
import type { Step } from '../../packages/plan.ts';
import { planInstall, planRemove, planUpgrade, unneeded } from '../../packages/plan.ts';
import type { DnfCall } from './dnf-call.ts';
import { meantBy, readDnfCall, situationOf } from './dnf-call.ts';
import { history } from './dnf-history.ts';
import { needsRoot, transact } from './dnf-plan.ts';
import { checkUpdate, info, listAll, provides, repositories, searchAll, updateInfo } from './dnf-query.ts';
import { holderOf, locked } from './lock.ts';
import { rpmName } from './rpm-name.ts';
import { say, warn } from './words.ts';

type Verb = (call: DnfCall) => Steps<number>;
const changing: Readonly<Record<string, Verb>> = {
  install,
  reinstall,
  remove,
  erase: remove,
  autoremove,
  update: upgrade,
  upgrade,
  'upgrade-minimal': upgrade,
  'distro-sync': upgrade,
};
const asking: Readonly<Record<string, Verb>> = {
  'check-update': checkUpdate,
  list: listAll,
  info,
  search: searchAll,
  history,
  repolist: repositories,
  provides,
  whatprovides: provides,
  updateinfo: updateInfo,
  makecache: (call) => told(call, 'Metadata cache created.\n'),
  clean: (call) => told(call, '0 files removed\n'),
};
const offline = new Set(['remove', 'erase', 'autoremove', 'history', 'clean']);
const lock = '/var/cache/dnf/metadata_lock.pid';

/** dnf, and yum as its other name. */
export const dnf: Program = function* (system) {
  const call = readDnfCall(system);
  if (call.flags.has('--version')) return yield* told(call, '4.14.0\n');
  const verb = changing[call.verb];
  const wantsNetwork = !offline.has(call.verb);
  if (verb === undefined) {
    const asked = asking[call.verb];
    if (asked === undefined) return yield* unknown(call);
    return wantsNetwork && !isOnline(system) ? yield* unreachable(call) : yield* asked(call);
  }
  if (system.processes.who().uid !== 0) {
    yield* warn(system, needsRoot);
    return 1;
  }
  if (wantsNetwork && !isOnline(system)) return yield* unreachable(call);
  if (wantsNetwork && !call.isQuiet) yield* say(system, 'Last metadata expiration check: 0:00:01 ago.\n');
  yield* awaitOthers(call);
  return yield* locked(system, lock, () => verb(readDnfCall(system)));
};

function* unknown({ system, verb }: DnfCall): Steps<number> {
  yield* warn(
    system,
    verb === ''
      ? 'usage: dnf [options] COMMAND\n'
      : `No such command: ${verb}. Please use /usr/bin/dnf --help\nIt could be a DNF plugin command, try: "dnf install 'dnf-command(${verb})'"\n`,
  );
  return 1;
}

/** dnf waits for whoever is at it, and says so. */
function* awaitOthers({ system }: DnfCall): Steps<void> {
  system.files.makeDirectory('/var/cache/dnf', 0o755);
  const holder = holderOf(system, lock);
  if (holder === null) return;
  yield* warn(system, `Waiting for process with pid ${holder.pid} to finish.\n`);
  while (holderOf(system, lock) !== null) yield* system.processes.sleep(500);
}

function* told({ system }: DnfCall, text: Bytes): Steps<number> {
  yield* say(system, text);
  return 0;
}

function* unreachable({ system }: DnfCall): Steps<number> {
  const url = 'https://cdn.redhat.com/content/dist/rhel9/9/x86_64/baseos/os/repodata/repomd.xml';
  yield* warn(
    system,
    `Errors during downloading metadata for repository 'baseos':\n  - Curl error (6): Couldn't resolve host name for ${url} [Could not resolve host: cdn.redhat.com]\nError: Failed to download metadata for repo 'baseos': Cannot download repomd.xml: Cannot download repodata/repomd.xml: All mirrors were tried\n`,
  );
  return 1;
}

/** Words become names; null: one of them means nothing, and that was told. */
function* chosen(call: DnfCall): Steps<readonly string[] | null> {
  const lost: Bytes[] = [];
  const names: string[] = [];
  for (const word of call.names) {
    const found = meantBy(call, word, 'all');
    if (found.length === 0) {
      lost.push(word);
      yield* say(call.system, `No match for argument: ${word}\n`);
    } else names.push(...found);
  }
  if (lost.length === 0) return names;
  yield* warn(call.system, `Error: Unable to find a match: ${lost.join(' ')}\n`);
  return null;
}

function* install(call: DnfCall): Steps<number> {
  const names = yield* chosen(call);
  if (names === null) return 1;
  const situation = situationOf(call);
  for (const name of names) {
    const here = situation.installed.get(name);
    const newest = candidateOf(situation.catalogue, name, situation.knownUntil);
    if (isHere(here) && here.version === newest)
      yield* say(call.system, `Package ${rpmName(name, here.version)} is already installed.\n`);
  }
  return yield* transact(call, planInstall(situation, names));
}

function* reinstall(call: DnfCall): Steps<number> {
  const steps: Step[] = [];
  for (const word of call.names) {
    const [name = ''] = meantBy(call, word, 'installed');
    const here = call.work.installed.get(name);
    const known = call.work.catalogue.packages.get(name);
    if (here === undefined || known === undefined) {
      yield* say(call.system, `No match for argument: ${word}\n`);
      yield* warn(call.system, 'Error: No packages marked for reinstall.\n');
      return 1;
    }
    steps.push({
      kind: 'reinstall',
      package: known,
      version: here.version,
      from: here.version,
      isAutomatic: here.isAutomatic,
    });
  }
  return yield* transact(call, steps);
}

const protectedNames = new Set(['dnf', 'systemd', 'sudo', 'rpm', 'glibc', 'bash', 'redhat-release', 'yum']);

function* remove(call: DnfCall): Steps<number> {
  const names: string[] = [];
  for (const word of call.names) {
    const found = meantBy(call, word, 'installed');
    if (found.length === 0) yield* say(call.system, `No match for argument: ${word}\n`);
    names.push(...found);
  }
  if (names.length === 0) {
    yield* say(call.system, 'No packages marked for removal.\n');
    return yield* transact(call, []);
  }
  return yield* takeOut(call, names);
}

function* takeOut(call: DnfCall, names: readonly string[]): Steps<number> {
  const situation = situationOf(call);
  const steps = [...planRemove(situation, names, 'remove')];
  const guarded = steps.map((step) => step.package.name).filter((name) => protectedNames.has(name));
  if (guarded.length > 0) {
    yield* warn(
      call.system,
      `Error: \n Problem: The operation would result in removing the following protected packages: ${guarded.join(', ')}\n(try to add '--skip-broken' to skip uninstallable packages or '--nobest' to use not only best candidate packages)\n`,
    );
    return 1;
  }
  const left = new Map(
    [...situation.installed].filter(([name]) => !steps.some((step) => step.package.name === name)),
  );
  steps.push(
    ...planRemove({ ...situation, installed: left }, unneeded({ ...situation, installed: left }), 'remove'),
  );
  return yield* transact(call, steps);
}

function* autoremove(call: DnfCall): Steps<number> {
  return yield* takeOut(call, unneeded(situationOf(call)));
}

function* upgrade(call: DnfCall): Steps<number> {
  const names = yield* chosen(call);
  if (names === null) return 1;
  const { steps } = planUpgrade(situationOf(call));
  const isSecurity = call.flags.has('--security');
  const wanted = steps.filter(
    (step) =>
      (names.length === 0 || names.includes(step.package.name)) &&
      (!isSecurity || releaseOf(call.work.catalogue, step.package.name, step.version)?.isSecurity === true),
  );
  return yield* transact(call, wanted);
}
