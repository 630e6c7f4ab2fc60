import type { Bytes } from '../../bytes.ts';
import type { Step as Steps } from '../../kernel/program.ts';
import { candidateOf } from '../../packages/candidates.ts';
import { isHere } from '../../packages/installed.ts';
import type { Adding, Step } from '../../packages/plan.ts';
import { isAdding, planInstall, planRemove, planUpgrade, unneeded } from '../../packages/plan.ts';
import { architectureOf } from '../../packages/store-dpkg.ts';
import type { AptCall } from './apt-call.ts';
import { reading, situationOf } from './apt-call.ts';
import { carryOut, mark } from './apt-change.ts';
import { globMatches, isGlob, named, readLine, say, sizeText, warn } from './words.ts';

export function* install(call: AptCall): Steps<number> {
  yield* reading(call);
  const wanted = yield* wantedOf(call);
  if (wanted === null) return 100;
  const situation = situationOf(call);
  const going = wanted.filter((word) => word.endsWith('-') && !situation.catalogue.packages.has(word));
  const coming = wanted.filter((word) => !going.includes(word)).map((word) => word.replace(/=.*$/, ''));
  const held = coming.filter((name) => call.work.installed.get(name)?.isHeld === true && isOld(call, name));
  const names = coming.filter((name) => !held.includes(name) && mayCome(call, name));
  const steps = [
    ...planRemove(
      situation,
      going.map((word) => word.slice(0, -1)),
      'remove',
    ),
    ...planInstall(situation, names),
    ...anew(call, names),
  ];
  for (const name of coming.filter((each) => !steps.some((step) => step.package.name === each)))
    yield* tellNewest(call, name);
  return yield* present(call, { steps, named: coming, heldBack: held });
}

const isOld = (call: AptCall, name: string): boolean =>
  call.work.installed.get(name)?.version !==
  candidateOf(call.work.catalogue, name, situationOf(call).knownUntil);

function mayCome(call: AptCall, name: string): boolean {
  const here = isHere(call.work.installed.get(name));
  return here ? !call.flags.has('no-upgrade') : !call.flags.has('only-upgrade');
}

function* tellNewest(call: AptCall, name: string): Steps<void> {
  const here = call.work.installed.get(name);
  if (!isHere(here)) {
    if (call.flags.has('only-upgrade'))
      yield* say(call.system, `Skipping ${name}, it is not installed and only upgrades are requested.\n`);
    return;
  }
  if (call.quiet < 2 && !here.isHeld)
    yield* say(call.system, `${name} is already the newest version (${here.version}).\n`);
  if (!here.isAutomatic || call.isOnlyShown) return;
  mark(call.work, name, { isAutomatic: false });
  yield* say(call.system, `${name} set to manually installed.\n`);
}

/** With --reinstall what is there comes once more. */
function anew(call: AptCall, names: readonly string[]): readonly Step[] {
  if (!call.flags.has('reinstall')) return [];
  return names.flatMap((name): Step[] => {
    const here = call.work.installed.get(name);
    const known = call.work.catalogue.packages.get(name);
    if (!isHere(here) || known === undefined || isOld(call, name)) return [];
    return [
      {
        kind: 'reinstall',
        package: known,
        version: here.version,
        from: here.version,
        isAutomatic: here.isAutomatic,
      },
    ];
  });
}

/** Patterns become names; what there is not is told. */
function* wantedOf(call: AptCall): Steps<readonly Bytes[] | null> {
  const wanted: Bytes[] = [];
  let isLost = false;
  for (const word of call.names) {
    const found = meantBy(call, word);
    if (typeof found === 'string') {
      yield* warn(call.system, found);
      isLost = true;
    } else wanted.push(...found);
  }
  return isLost ? null : wanted;
}

/** A text says what is wrong with the word. */
function meantBy(call: AptCall, word: Bytes): readonly Bytes[] | Bytes {
  const { packages } = call.work.catalogue;
  const [name = '', version] = word.replace(/:(amd64|all)/, '').split('=');
  if (/^\.?\//.test(name)) return `E: Unsupported file ${name} given on commandline\n`;
  if (isGlob(name)) {
    const found = [...packages.keys()].filter((each) => globMatches(name, each));
    return found.length > 0 ? found : `E: Unable to locate package ${name}\n`;
  }
  const bare = packages.has(name) ? name : name.replace(/[-+]$/, '');
  const isKnown = situationOf(call).knownUntil > 0 || isHere(call.work.installed.get(bare));
  if (!packages.has(bare) || !isKnown) return `E: Unable to locate package ${name}\n`;
  if (version !== undefined && !isOut(call, name, version))
    return `E: Version '${version}' for '${name}' was not found\n`;
  return [name];
}

const isOut = (call: AptCall, name: string, version: string): boolean =>
  call.work.installed.get(name)?.version === version ||
  candidateOf(call.work.catalogue, name, situationOf(call).knownUntil) === version;

export function* upgrade(call: AptCall): Steps<number> {
  if (call.names.length > 0)
    return yield* install({ ...call, flags: new Set([...call.flags, 'only-upgrade']) });
  yield* reading(call);
  if (call.quiet < 2) yield* say(call.system, 'Calculating upgrade...\n');
  return yield* present(call, { ...planUpgrade(situationOf(call)), named: [] });
}

export function* purgeOrRemove(call: AptCall, kind: 'remove' | 'purge'): Steps<number> {
  yield* reading(call);
  const situation = situationOf(call);
  const names: string[] = [];
  let isLost = false;
  for (const word of call.names) {
    const found = isGlob(word)
      ? [...situation.installed.keys()].filter((each) => globMatches(word, each))
      : [word];
    if (!isGlob(word) && !situation.catalogue.packages.has(word)) {
      yield* warn(call.system, `E: Unable to locate package ${word}\n`);
      isLost = true;
    }
    names.push(...found);
  }
  if (isLost) return 100;
  const steps = [...planRemove(situation, names, kind)];
  for (const name of names)
    if (!steps.some((step) => step.package.name === name))
      yield* say(call.system, `Package '${name}' is not installed, so not removed\n`);
  if (call.flags.has('autoremove')) {
    const left = new Map(
      [...situation.installed].filter(([name]) => !steps.some((step) => step.package.name === name)),
    );
    steps.push(
      ...planRemove({ ...situation, installed: left }, unneeded({ ...situation, installed: left }), kind),
    );
  }
  const essential = steps.filter(({ package: known }) => known.priority === 'required');
  if (essential.length > 0) return yield* refuseEssential(call, essential);
  return yield* present(call, { steps, named: names, heldBack: [] });
}

function* refuseEssential(call: AptCall, steps: readonly Step[]): Steps<number> {
  const names = steps.map((step) => step.package.name);
  yield* say(
    call.system,
    named(
      'WARNING: The following essential packages will be removed.\nThis should NOT be done unless you know exactly what you are doing!',
      names,
    ),
  );
  yield* warn(
    call.system,
    'E: Removing essential system-critical packages is not permitted. This might break the system.\n',
  );
  return 100;
}

type Plan = {
  readonly steps: readonly Step[];
  /** What was asked for by name. */
  readonly named: readonly string[];
  readonly heldBack: readonly string[];
};

const namesOf = (steps: readonly Step[]): readonly string[] => steps.map((step) => step.package.name);

/** Says what will be done, asks where it is more than was said, and does it. */
function* present(call: AptCall, plan: Plan): Steps<number> {
  const { system } = call;
  const { steps } = plan;
  const adding = steps.filter(isAdding);
  const removing = steps.filter((step) => !isAdding(step));
  if (call.quiet < 2) yield* say(system, summary(call, plan));
  if (call.isOnlyShown) return yield* pretend(call, steps);
  if (steps.length === 0) return yield* carryOut(call, steps);
  if (call.quiet < 2) yield* say(system, sizes(adding, removing));
  const room = system.files.mounts().find(({ at }) => at === '/');
  const bytes = adding.reduce((sum, step) => sum + step.package.fetchBytes, 0);
  if (room !== undefined && room.sizeBytes - room.usedBytes < bytes) {
    yield* warn(system, "E: You don't have enough free space in /var/cache/apt/archives/.\n");
    return 100;
  }
  const isMore = removing.length > 0 || adding.some((step) => !plan.named.includes(step.package.name));
  if (isMore && !call.isSure && !(yield* isAgreed(call))) return 1;
  return yield* carryOut(call, steps);
}

function* isAgreed(call: AptCall): Steps<boolean> {
  yield* say(call.system, 'Do you want to continue? [Y/n] ');
  const answer = call.flags.has('no') ? 'n' : yield* readLine(call.system);
  if (answer !== null && (answer === '' || /^[yY]/.test(answer))) return true;
  yield* say(call.system, 'Abort.\n');
  return false;
}

function summary(call: AptCall, { steps, named: asked, heldBack }: Plan): string {
  const fresh = steps.filter((step) => step.kind === 'install');
  const newer = steps.filter((step) => step.kind === 'upgrade');
  const again = steps.filter((step) => step.kind === 'reinstall');
  const gone = steps.filter((step) => !isAdding(step));
  const extra = namesOf([...fresh, ...newer]).filter((name) => asked.length > 0 && !asked.includes(name));
  const left = planUpgrade(situationOf(call));
  const behind = [...namesOf(left.steps), ...left.heldBack].filter((name) => !namesOf(newer).includes(name));
  return [
    idle(call, steps),
    named('The following packages have been kept back:', heldBack),
    named('The following additional packages will be installed:', extra),
    named(
      'The following packages will be REMOVED:',
      gone.map(({ kind, package: known }) => `${known.name}${kind === 'purge' ? '*' : ''}`),
    ),
    named('The following NEW packages will be installed:', namesOf(fresh)),
    named('The following packages will be upgraded:', namesOf(newer)),
    `${newer.length} upgraded, ${fresh.length} newly installed, ${again.length > 0 ? `${again.length} reinstalled, ` : ''}${gone.length} to remove and ${behind.length} not upgraded.\n`,
  ].join('');
}

/** What nobody needs any more, but stays until it is asked away. */
function idle(call: AptCall, steps: readonly Step[]): string {
  const gone = namesOf(steps.filter((step) => !isAdding(step)));
  const left = new Map([...call.work.installed].filter(([name]) => !gone.includes(name)));
  const names = unneeded({ catalogue: call.work.catalogue, installed: left });
  if (names.length === 0 || call.flags.has('autoremove')) return '';
  const [was, them] = names.length === 1 ? ['package was', 'it'] : ['packages were', 'them'];
  return `${named(`The following ${was} automatically installed and ${names.length === 1 ? 'is' : 'are'} no longer required:`, names)}Use 'apt autoremove' to remove ${them}.\n`;
}

function sizes(adding: readonly Adding[], removing: readonly Step[]): string {
  const grown = adding.reduce((sum, step) => sum + (step.from === null ? step.package.kilobytes : 0), 0);
  const shrunk = removing.reduce((sum, step) => sum + step.package.kilobytes, 0);
  const bytes = adding.reduce((sum, step) => sum + step.package.fetchBytes, 0);
  const change = (grown - shrunk) * 1024;
  const get = adding.length === 0 ? '' : `Need to get ${sizeText(bytes)} of archives.\n`;
  return change < 0
    ? `${get}After this operation, ${sizeText(-change)} disk space will be freed.\n`
    : `${get}After this operation, ${sizeText(change)} of additional disk space will be used.\n`;
}

function* pretend({ system, work }: AptCall, steps: readonly Step[]): Steps<number> {
  const from = work.catalogue.base === 'debian-12' ? 'Debian:12/bookworm' : 'Ubuntu:22.04/jammy';
  const shown = (step: Adding): string => `(${step.version} ${from} [${architectureOf(step.package.name)}])`;
  for (const step of steps)
    yield* say(
      system,
      isAdding(step)
        ? `Inst ${step.package.name}${step.from === null ? '' : ` [${step.from}]`} ${shown(step)}\n`
        : `${step.kind === 'purge' ? 'Purg' : 'Remv'} ${step.package.name} [${step.version}]\n`,
    );
  for (const step of steps.filter(isAdding)) yield* say(system, `Conf ${step.package.name} ${shown(step)}\n`);
  return 0;
}
