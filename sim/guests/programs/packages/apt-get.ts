import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step as Steps } from '../../kernel/program.ts';
import { isOnline, listsFile, listsFetchedAt, listsText } from '../../packages/lists.ts';
import { planUpgrade } from '../../packages/plan.ts';
import type { AptCall } from './apt-call.ts';
import { mirrorsOf, readAptCall, reading, situationOf } from './apt-call.ts';
import { install, purgeOrRemove, upgrade } from './apt-plan.ts';
import { depends, listAll, madison, markAll, policy, search, show } from './apt-query.ts';
import { patience, releaseTimes, spanText } from './release-times.ts';
import { holderOf, locked } from './lock.ts';
import { say, sizeText, warn } from './words.ts';

const frontLock = '/var/lib/dpkg/lock-frontend';
const listLock = '/var/lib/apt/lists/lock';

type Verb = (call: AptCall) => Steps<number>;
const changing: Readonly<Record<string, Verb>> = {
  install,
  reinstall: (call) => install({ ...call, flags: new Set([...call.flags, 'reinstall']) }),
  remove: (call) => purgeOrRemove(call, call.isPurging ? 'purge' : 'remove'),
  purge: (call) => purgeOrRemove(call, 'purge'),
  autoremove: (call) =>
    purgeOrRemove(
      { ...call, names: [], flags: new Set([...call.flags, 'autoremove']) },
      call.isPurging ? 'purge' : 'remove',
    ),
  upgrade,
  'dist-upgrade': upgrade,
  'full-upgrade': upgrade,
  update,
  clean,
  autoclean: clean,
};
const asking: Readonly<Record<string, Verb>> = {
  list: listAll,
  policy,
  show,
  showpkg: show,
  search,
  depends,
  rdepends: depends,
  madison,
  check: function* (call) {
    yield* reading(call);
    return 0;
  },
};
const marking = ['hold', 'unhold', 'auto', 'manual', 'showhold', 'showauto', 'showmanual'];

/** apt, apt-get, apt-cache and apt-mark. */
export const apt: Program = function* (system) {
  const call = readAptCall(system);
  if (typeof call === 'string') {
    yield* warn(system, call);
    return 100;
  }
  if (call.flags.has('version')) {
    yield* say(system, 'apt 2.6.1 (amd64)\n');
    return 0;
  }
  if (call.verb === '' || call.flags.has('help')) {
    yield* say(
      system,
      `apt 2.6.1 (amd64)\nUsage: ${call.tool} [options] command\n\nMost used commands: ${Object.keys(verbsOf(call)).join(', ')}\n`,
    );
    return call.verb === '' && !call.flags.has('help') ? 1 : 0;
  }
  const verb = verbsOf(call)[call.verb];
  if (verb === undefined) {
    yield* warn(system, `E: Invalid operation ${call.verb}\n`);
    return 100;
  }
  if (call.tool === 'apt' && !system.descriptors.isTerminal(1))
    yield* warn(
      system,
      '\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n',
    );
  return changing[call.verb] === undefined ? yield* verb(call) : yield* change(call, verb);
};

function verbsOf({ tool }: AptCall): Readonly<Record<string, Verb>> {
  if (tool === 'apt-mark') return Object.fromEntries(marking.map((name) => [name, markAll]));
  if (tool === 'apt-cache') return asking;
  if (tool === 'apt') return { ...changing, ...asking };
  return { ...changing, check: asking['check'] ?? listAll };
}

function* change(call: AptCall, verb: Verb): Steps<number> {
  const { system } = call;
  if (call.isOnlyShown) return yield* verb(call);
  const isUpdate = call.verb === 'update';
  const path = isUpdate ? listLock : frontLock;
  if (system.processes.who().uid !== 0) {
    yield* warn(
      system,
      isUpdate
        ? `${call.tool === 'apt' ? '' : 'Reading package lists...\n'}E: Could not open lock file ${path} - open (13: Permission denied)\nE: Unable to lock directory /var/lib/apt/lists/\n`
        : `E: Could not open lock file ${path} - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (${path}), are you root?\n`,
    );
    return 100;
  }
  const holder = holderOf(system, path);
  if (holder !== null) {
    const held = `E: Could not get lock ${path}. It is held by process ${holder.pid} (${holder.name})\nN: Be aware that removing the lock file is not a solution and may break your system.\n`;
    yield* warn(
      system,
      `${held}E: ${isUpdate ? 'Unable to lock directory /var/lib/apt/lists/' : `Unable to acquire the dpkg frontend lock (${path}), is another process using it?`}\n`,
    );
    return 100;
  }
  return yield* locked(system, path, () => verb(call));
}

function* update(call: AptCall): Steps<number> {
  const { system } = call;
  const sources = mirrorsOf(call);
  if (!isOnline(system)) return yield* updateAlone(call);
  const untimely = sources.flatMap((source) => untimelyOf(call, source));
  const fetched = yield* fetch(call);
  yield* system.processes.sleep(200);
  if (fetched > 0 && call.quiet < 2)
    yield* say(system, `Fetched ${sizeText(fetched)} in 1s (${sizeText(fetched)}/s)\n`);
  if (untimely.length > 0) return yield* refuse(call, untimely);
  const written = system.files.writeFile(listsFile, listsText(system.steady()), 0o644);
  if (!written.ok) {
    yield* warn(
      system,
      `E: Failed to fetch ${sources[0].url}/dists/${sources[0].suite}/InRelease  Could not write file: ${messageOf(written.errno)}\nE: Some index files failed to download. They have been ignored, or old ones used instead.\n`,
    );
    return 100;
  }
  if (call.tool === 'apt') yield* tellPending(call);
  else if (call.quiet < 2) yield* say(system, 'Reading package lists...\n');
  return 0;
}

function* refuse({ system, quiet }: AptCall, untimely: readonly Bytes[]): Steps<number> {
  if (quiet < 2) yield* say(system, 'Reading package lists...\n');
  for (const line of untimely) yield* warn(system, `E: ${line}\n`);
  return 100;
}

/** Tells of every list and answers how many bytes came. */
function* fetch(call: AptCall): Steps<number> {
  let fetched = 0;
  for (const [at, { url, suite, bytes }] of mirrorsOf(call).entries()) {
    const isNew = isChanged(call, suite);
    if (isNew) fetched += bytes;
    const size = isNew ? ` [${sizeText(bytes)}]` : '';
    if (call.quiet < 2)
      yield* say(call.system, `${isNew ? 'Get' : 'Hit'}:${at + 1} ${url} ${suite} InRelease${size}\n`);
  }
  return fetched;
}

type Mirror = ReturnType<typeof mirrorsOf>[number];

/** A list of a time to come is not believed, nor one that is too old by the machine's clock. */
function untimelyOf({ system }: AptCall, { url, suite }: Mirror): readonly Bytes[] {
  const times = releaseTimes(suite, system.steady());
  const file = `Release file for ${url}/dists/${suite}/InRelease`;
  const end = 'Updates for this repository will not be applied.';
  const early = times.from - system.now();
  if (early > patience) return [`${file} is not valid yet (invalid for another ${spanText(early)}). ${end}`];
  const late = times.until === null ? 0 : system.now() - times.until;
  return late > 0 ? [`${file} is expired (invalid since ${spanText(late)}). ${end}`] : [];
}

/** Whether a suite has something that was not there when it was fetched last. */
function isChanged({ system, work }: AptCall, suite: string): boolean {
  const before = listsFetchedAt(system);
  if (before === null) return true;
  if (suite.endsWith('-updates')) return false;
  const isSecurity = suite.endsWith('-security');
  return [...work.catalogue.releases.values()]
    .flat()
    .some((one) => one.isSecurity === isSecurity && one.at > before && one.at <= system.steady());
}

function* tellPending(call: AptCall): Steps<void> {
  yield* reading(call);
  const { steps } = planUpgrade(situationOf(call));
  const one = steps.length === 1;
  yield* say(
    call.system,
    steps.length === 0
      ? 'All packages are up to date.\n'
      : `${steps.length} package${one ? '' : 's'} can be upgraded. Run 'apt list --upgradable' to see ${one ? 'it' : 'them'}.\n`,
  );
}

/** As apt does without a network: it warns, and what was fetched before is used. */
function* updateAlone(call: AptCall): Steps<number> {
  const { system } = call;
  const sources = mirrorsOf(call);
  const hostOf = (url: string): Bytes => url.split('/')[2] ?? '';
  for (const [at, { url, suite }] of sources.entries())
    yield* say(
      system,
      `Err:${at + 1} ${url} ${suite} InRelease\n  Temporary failure resolving '${hostOf(url)}'\n`,
    );
  yield* say(system, 'Reading package lists...\n');
  for (const { url, suite } of sources)
    yield* warn(
      system,
      `W: Failed to fetch ${url}/dists/${suite}/InRelease  Temporary failure resolving '${hostOf(url)}'\n`,
    );
  yield* warn(
    system,
    'W: Some index files failed to download. They have been ignored, or old ones used instead.\n',
  );
  return 0;
}

function* clean({ system }: AptCall): Steps<number> {
  const place = '/var/cache/apt/archives';
  const listed = system.files.list(place);
  if (listed.ok)
    for (const { name, kind } of listed.value) if (kind === 'file') system.files.remove(`${place}/${name}`);
  yield* say(system, '');
  return 0;
}
