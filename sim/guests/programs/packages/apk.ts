import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step as Steps } from '../../kernel/program.ts';
import type { Trouble, Work } from '../../packages/apply.ts';
import { enter, entryOf, save, strike, takeAway, unpack, workOn } from '../../packages/apply.ts';
import { catalogueOf } from '../../packages/catalogue.ts';
import { isOnline } from '../../packages/lists.ts';
import type { Situation, Step } from '../../packages/plan.ts';
import { isAdding, planInstall, planRemove, planUpgrade, unneeded } from '../../packages/plan.ts';
import { bringDown } from '../../packages/services.ts';
import { info, listAll, policy, search, stats, version } from './apk-query.ts';
import type { ApkCall } from './apk-call.ts';
import { holderOf, locked } from './lock.ts';
import { say, warn } from './words.ts';

type Verb = (call: ApkCall) => Steps<number>;
const changing: Readonly<Record<string, Verb>> = { add, del, update, upgrade, fix, cache: quiet };
const asking: Readonly<Record<string, Verb>> = { info, list: listAll, search, policy, stats, version };
const lock = '/lib/apk/db/lock';
const mirror = 'http://dl-cdn.alpinelinux.org/alpine/v3.19';

export const apk: Program = function* (system) {
  const words = system.arguments.slice(1);
  const [verb = '', ...names] = words.filter((word) => !word.startsWith('-'));
  const flags = new Set(words.filter((word) => word.startsWith('-')));
  const call: ApkCall = { system, verb, names, flags, work: workOn(system, catalogueOf(system)) };
  if (flags.has('--version') || flags.has('-V'))
    return yield* told(call, 'apk-tools 2.14.4, compiled for x86_64.\n');
  const run = changing[verb] ?? asking[verb];
  if (run === undefined) {
    yield* warn(
      system,
      verb === ''
        ? 'apk-tools 2.14.4, compiled for x86_64.\n\nusage: apk [<OPTIONS>...] COMMAND [<ARGUMENTS>...]\n'
        : `ERROR: '${verb}' is not an apk command. See 'apk --help'.\n`,
    );
    return 1;
  }
  if (changing[verb] === undefined) return yield* run(call);
  if (system.processes.who().uid !== 0) {
    yield* warn(
      system,
      'ERROR: Unable to lock database: Permission denied\nERROR: Failed to open apk database: Permission denied\n',
    );
    return 99;
  }
  if (holderOf(system, lock) !== null) {
    yield* warn(
      system,
      'ERROR: Unable to lock database: Resource temporarily unavailable\nERROR: Failed to open apk database: Resource temporarily unavailable\n',
    );
    return 99;
  }
  return yield* locked(system, lock, () => run(call));
};

function* told({ system }: ApkCall, text: Bytes): Steps<number> {
  yield* say(system, text);
  return 0;
}

function* quiet({ system }: ApkCall): Steps<number> {
  yield* say(system, '');
  return 0;
}

const situationOf = ({ work, system }: ApkCall): Situation => ({
  catalogue: work.catalogue,
  installed: work.installed,
  knownUntil: system.steady(),
});

/** The index is fetched each time, as where there is no cache. False: it cannot be. */
function* fetchIndex({ system, flags }: ApkCall): Steps<boolean> {
  for (const repository of ['main', 'community']) {
    const url = `${mirror}/${repository}/x86_64/APKINDEX.tar.gz`;
    if (!flags.has('-q')) yield* say(system, `fetch ${url}\n`);
    if (!isOnline(system))
      yield* warn(system, `WARNING: fetching ${mirror}/${repository}: temporary error (try again later)\n`);
  }
  return isOnline(system);
}

function* update(call: ApkCall): Steps<number> {
  const isFetched = yield* fetchIndex(call);
  if (!isFetched) {
    yield* warn(call.system, '2 unavailable, 0 stale; 0 distinct packages available\n');
    return 2;
  }
  yield* say(
    call.system,
    `v3.19.4 [${mirror}/main]\nv3.19.4 [${mirror}/community]\nOK: ${call.work.catalogue.packages.size} distinct packages available\n`,
  );
  return 0;
}

function* add(call: ApkCall): Steps<number> {
  const { system, work } = call;
  const isFetched = yield* fetchIndex(call);
  const names = call.names.map((word) => word.replace(/[=<>~@].*$/, ''));
  const lost = names.filter(
    (name) => !work.catalogue.packages.has(name) || (!isFetched && !work.installed.has(name)),
  );
  if (lost.length > 0) {
    const rows = lost.map((name) => `  ${name} (no such package):\n    required by: world[${name}]\n`);
    yield* warn(system, `ERROR: unable to select packages:\n${rows.join('')}`);
    return lost.length;
  }
  for (const name of names) want(work, name);
  return yield* carryOut(
    call,
    planInstall(
      situationOf(call),
      names.filter((name) => !work.installed.has(name)),
    ),
  );
}

/** What is in the world file stays. */
function want(work: Work, name: string): void {
  const here = work.installed.get(name);
  if (here !== undefined && here.isAutomatic)
    save(work, new Map([...work.installed, [name, { ...here, isAutomatic: false }]]));
}

function* del(call: ApkCall): Steps<number> {
  const { system, work } = call;
  const situation = situationOf(call);
  for (const name of call.names) {
    const steps = planRemove(situation, [name], 'remove').filter((step) => step.package.name !== name);
    const needy = steps.filter((step) => !call.names.includes(step.package.name));
    if (needy.length === 0) continue;
    const rows = needy.map((step) => ` ${step.package.name}`).join('');
    yield* say(
      system,
      `World updated, but the following packages are not removed due to:\n  ${name}:${rows}\n\n${summaryOf(work)}`,
    );
    return 0;
  }
  const steps = [...planRemove(situation, call.names, 'remove')];
  const left = new Map(
    [...situation.installed].filter(([name]) => !steps.some((step) => step.package.name === name)),
  );
  steps.push(
    ...planRemove({ ...situation, installed: left }, unneeded({ ...situation, installed: left }), 'remove'),
  );
  return yield* carryOut(call, steps);
}

function* upgrade(call: ApkCall): Steps<number> {
  if (!(yield* fetchIndex(call))) return 2;
  return yield* carryOut(call, planUpgrade(situationOf(call)).steps);
}

function* fix(call: ApkCall): Steps<number> {
  for (const name of call.names) {
    const known = call.work.catalogue.packages.get(name);
    if (known !== undefined && call.work.installed.has(name)) yield* unpack(call.work, known);
  }
  yield* say(call.system, summaryOf(call.work));
  return 0;
}

function* carryOut(call: ApkCall, steps: readonly Step[]): Steps<number> {
  const { system, work, flags } = call;
  const isShown = !flags.has('-q') && !flags.has('--quiet');
  let faults = 0;
  for (const [at, step] of steps.entries()) {
    if (isShown) yield* say(system, `(${at + 1}/${steps.length}) ${lineOf(step)}\n`);
    if (flags.has('-s') || flags.has('--simulate')) continue;
    const trouble = yield* doOne(call, step);
    if (trouble === null) continue;
    faults += 1;
    yield* warn(
      system,
      `ERROR: Failed to create ${trouble.path.slice(1)}: ${messageOf(trouble.errno)}\nERROR: ${step.package.name}-${step.version}: ${messageOf(trouble.errno)}\n`,
    );
  }
  if (isShown && steps.length > 0) yield* say(system, `Executing busybox-1.36.1-r19.trigger\n`);
  if (isShown)
    yield* say(
      system,
      faults === 0 ? summaryOf(work) : `${faults} error${faults === 1 ? '' : 's'}; ${sizeOf(work)}\n`,
    );
  return Math.min(faults, 99);
}

function lineOf(step: Step): string {
  const { name } = step.package;
  switch (step.kind) {
    case 'install':
      return `Installing ${name} (${step.version})`;
    case 'upgrade':
      return `Upgrading ${name} (${step.from ?? ''} -> ${step.version})`;
    case 'reinstall':
      return `Reinstalling ${name} (${step.version})`;
    case 'remove':
    case 'purge':
      return `Purging ${name} (${step.version})`;
    default:
      return step satisfies never;
  }
}

function* doOne({ system, work }: ApkCall, step: Step): Steps<Trouble | null> {
  if (!isAdding(step)) {
    yield* bringDown(system, work.catalogue, step.package);
    yield* takeAway(work, step.package.name, 'remove');
    return strike(work, step.package.name);
  }
  yield* system.processes.sleep(Math.floor(step.package.fetchBytes / 20_000) + 10);
  const trouble = yield* unpack(work, step.package);
  return trouble ?? enter(work, entryOf(work, step, 'installed'));
}

const sizeOf = ({ installed, catalogue }: Work): string => {
  const kilobytes = [...installed.keys()].reduce(
    (sum, name) => sum + (catalogue.packages.get(name)?.kilobytes ?? 0),
    0,
  );
  return `${Math.round(kilobytes / 1024)} MiB in ${installed.size} packages`;
};
const summaryOf = (work: Work): string => `OK: ${sizeOf(work)}\n`;
