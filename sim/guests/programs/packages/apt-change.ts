import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Step as Steps } from '../../kernel/program.ts';
import type { Trouble, Work } from '../../packages/apply.ts';
import { enter, entryOf, hasSettings, save, strike, takeAway, unpack } from '../../packages/apply.ts';
import { releaseOf } from '../../packages/candidates.ts';
import { isHere } from '../../packages/installed.ts';
import { isOnline } from '../../packages/lists.ts';
import type { Adding, Step } from '../../packages/plan.ts';
import { isAdding } from '../../packages/plan.ts';
import { bringDown, bringUp, readUnitsAnew, runAnew } from '../../packages/services.ts';
import { architectureOf, labelOf } from '../../packages/store-dpkg.ts';
import type { AptCall } from './apt-call.ts';
import { mirrorsOf } from './apt-call.ts';
import { say, sizeText, warn } from './words.ts';

/** Fetches what is to come, then lets dpkg work; answers apt's status. */
export function* carryOut(call: AptCall, steps: readonly Step[]): Steps<number> {
  const fetched = yield* fetchAll(call, steps.filter(isAdding));
  if (fetched !== 0 || call.flags.has('download')) return fetched;
  if (steps.length === 0) return yield* configurePending(call.work);
  const failed: Bytes[] = [];
  const isUnpacked = yield* unpackAll(call, steps, failed);
  for (const step of steps.filter(isAdding))
    if (isUnpacked.has(step.package.name) && !(yield* setUp(call.work, step))) failed.push(step.package.name);
  if (steps.some(isAdding)) yield* triggers(call, steps.filter(isAdding));
  if (failed.length === 0) return 0;
  yield* warn(
    call.system,
    `Errors were encountered while processing:\n${failed.map((name) => ` ${name}\n`).join('')}E: Sub-process /usr/bin/dpkg returned an error code (1)\n`,
  );
  return 100;
}

const bytesASecond = 20_000_000;

function* fetchAll(call: AptCall, steps: readonly Adding[]): Steps<number> {
  const { system } = call;
  if (steps.length === 0) return 0;
  const all = steps.reduce((sum, step) => sum + step.package.fetchBytes, 0);
  const lines = steps.map((step, at) => ({ number: at + 1, text: originOf(call, step), step }));
  if (!isOnline(system)) {
    for (const { number, text, step } of lines) {
      const host = text.split('/')[2] ?? '';
      yield* say(system, `Err:${number} ${text}\n  Temporary failure resolving '${host}'\n`);
      yield* warn(system, `E: Failed to fetch ${urlOf(call, step)}  Temporary failure resolving '${host}'\n`);
    }
    yield* warn(
      system,
      'E: Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?\n',
    );
    return 100;
  }
  for (const { number, text, step } of lines)
    if (call.quiet < 2) yield* say(system, `Get:${number} ${text} [${sizeText(step.package.fetchBytes)}]\n`);
  const seconds = Math.ceil(all / bytesASecond);
  yield* system.processes.sleep(Math.floor((all / bytesASecond) * 1000) + 50);
  if (call.quiet < 2)
    yield* say(
      system,
      `Fetched ${sizeText(all)} in ${seconds}s (${sizeText(all / Math.max(seconds, 1))}/s)\n`,
    );
  return 0;
}

function originOf(call: AptCall, { package: known, version }: Adding): string {
  const release = releaseOf(call.work.catalogue, known.name, version);
  const [main, updates, security] = mirrorsOf(call);
  const from =
    release === null
      ? main
      : release.isSecurity
        ? security
        : call.work.catalogue.base === 'debian-12'
          ? main
          : updates;
  const architecture = architectureOf(known.name);
  return `${from.url} ${from.suite}/main amd64 ${known.name} ${architecture} ${version}`;
}

function urlOf(call: AptCall, { package: known, version }: Adding): string {
  const letter = known.name.startsWith('lib') ? known.name.slice(0, 4) : known.name.charAt(0);
  return `${mirrorsOf(call)[0].url}/pool/main/${letter}/${known.name}/${debOf(known.name, version)}`;
}

const debOf = (name: string, version: string): string =>
  `${name}_${version.replace(/^\d+:/, '')}_${architectureOf(name)}.deb`;

function* unpackAll(call: AptCall, steps: readonly Step[], failed: Bytes[]): Steps<ReadonlySet<string>> {
  const { system, work } = call;
  const done = new Set<string>();
  let isCounted = false;
  for (const step of steps) {
    const { name } = step.package;
    if (isAdding(step) && step.from === null)
      yield* say(system, `Selecting previously unselected package ${labelOf(name)}.\n`);
    if (!isCounted)
      yield* say(
        system,
        `(Reading database ... ${countFiles(work)} files and directories currently installed.)\n`,
      );
    isCounted = true;
    if (!isAdding(step)) {
      yield* removeOne(work, step);
      continue;
    }
    const deb = `${name}_${step.version.replace(/:/, '%3a')}_${architectureOf(name)}.deb`;
    yield* say(system, `Preparing to unpack .../${deb} ...\n`);
    const over = step.from === null ? '' : ` over (${step.from})`;
    yield* say(system, `Unpacking ${labelOf(name)} (${step.version})${over} ...\n`);
    const trouble = yield* unpack(work, step.package);
    if (trouble === null) done.add(name);
    else {
      failed.push(`/var/cache/apt/archives/${deb}`);
      yield* tellTrouble(call, deb, trouble);
    }
  }
  return done;
}

function* tellTrouble({ system }: AptCall, deb: string, { path, errno }: Trouble): Steps<void> {
  yield* warn(
    system,
    `dpkg: error processing archive /var/cache/apt/archives/${deb} (--unpack):\n cannot copy extracted data for '.${path}' to '${path}.dpkg-new': failed to write (${messageOf(errno)})\n`,
  );
}

export function countFiles({ system, store, installed }: Work): number {
  let count = 0;
  for (const one of installed.values()) {
    const list = system.files.stat(store.listOf(one.name));
    if (list.ok) count += Math.ceil(list.value.size / 32);
  }
  return count;
}

/** Files are there; now its service comes up. False: it did not. */
function* setUp(work: Work, step: Adding): Steps<boolean> {
  const { system, catalogue } = work;
  const { name } = step.package;
  yield* say(system, `Setting up ${labelOf(name)} (${step.version}) ...\n`);
  if (step.from !== null) yield* runAnew(system, catalogue, step.package);
  const unit = step.from === null ? yield* bringUp(system, catalogue, step.package) : null;
  if (unit !== null)
    yield* warn(
      system,
      `Job for ${unit} failed because the control process exited with error code.\nSee "systemctl status ${unit}" and "journalctl -xeu ${unit}" for details.\ninvoke-rc.d: initscript ${unit.replace('.service', '')}, action "start" failed.\ndpkg: error processing package ${labelOf(name)} (--configure):\n installed ${name} package post-installation script subprocess returned error exit status 1\n`,
    );
  const trouble = enter(work, entryOf(work, step, unit === null ? 'installed' : 'half-configured'));
  if (trouble !== null)
    yield* warn(
      system,
      `dpkg: unrecoverable fatal error, aborting:\n unable to flush updated status of '${name}': ${messageOf(trouble.errno)}\n`,
    );
  return unit === null && trouble === null;
}

/** `dpkg --configure -a`, and what apt does when there is nothing else to do. */
export function* configurePending(work: Work): Steps<number> {
  let status = 0;
  for (const one of [...work.installed.values()].filter(({ state }) => state === 'half-configured')) {
    const known = work.catalogue.packages.get(one.name);
    if (known === undefined) continue;
    const step = {
      kind: 'install',
      package: known,
      version: one.version,
      from: null,
      isAutomatic: one.isAutomatic,
    } as const;
    if (!(yield* setUp(work, step))) status = 100;
  }
  return status;
}

function* triggers({ system }: AptCall, steps: readonly Adding[]): Steps<void> {
  if (steps.some(({ package: known }) => known.name.startsWith('lib')))
    yield* say(system, 'Processing triggers for libc-bin (2.36-9+deb12u9) ...\n');
}

export function* removeOne(work: Work, { kind, package: known, version }: Step): Steps<void> {
  const { system } = work;
  const { name } = known;
  if (isHere(work.installed.get(name))) {
    yield* say(system, `Removing ${labelOf(name)} (${version}) ...\n`);
    yield* bringDown(system, work.catalogue, known);
  }
  if (kind === 'purge')
    yield* say(system, `Purging configuration files for ${labelOf(name)} (${version}) ...\n`);
  yield* takeAway(work, name, kind === 'purge' ? 'remove' : 'keep');
  yield* readUnitsAnew(system, work.catalogue, known);
  const left = work.installed.get(name);
  if (kind === 'purge' || left === undefined || !hasSettings(work, known)) strike(work, name);
  else enter(work, { ...left, state: 'config-files', isAutomatic: false });
}

/** Marks that have nothing to do with files. */
export function mark(
  work: Work,
  name: string,
  change: { readonly isHeld?: boolean; readonly isAutomatic?: boolean },
): Trouble | null {
  const one = work.installed.get(name);
  return one === undefined ? null : save(work, new Map([...work.installed, [name, { ...one, ...change }]]));
}
