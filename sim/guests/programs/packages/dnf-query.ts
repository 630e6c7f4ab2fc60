import type { Step as Steps } from '../../kernel/program.ts';
import { candidateOf, releaseOf } from '../../packages/candidates.ts';
import { filesOf, isHere } from '../../packages/installed.ts';
import type { Package } from '../../packages/package.ts';
import { planUpgrade } from '../../packages/plan.ts';
import type { DnfCall } from './dnf-call.ts';
import { meantBy, situationOf } from './dnf-call.ts';
import { partsOf, rpmArchitecture, rpmName, shortSize } from './rpm-name.ts';
import { globMatches, say, warn } from './words.ts';

const row = (name: string, version: string, repository: string): string =>
  `${`${name}.${rpmArchitecture(name)}`.padEnd(36)} ${version.padEnd(30)} ${repository}\n`;

/** 100 where there is something to update, as scripts rely on. */
export function* checkUpdate(call: DnfCall): Steps<number> {
  const { steps } = planUpgrade(situationOf(call));
  const wanted = steps.filter(
    ({ package: known }) => call.names.length === 0 || call.names.includes(known.name),
  );
  if (wanted.length === 0) return 0;
  yield* say(call.system, '\n');
  for (const { package: known, version } of wanted)
    yield* say(call.system, row(known.name, version, known.section));
  return 100;
}

const kinds = ['installed', 'available', 'updates', 'upgrades', 'all'];

export function* listAll(call: DnfCall): Steps<number> {
  const [first = ''] = call.names;
  const kind = kinds.includes(first) ? first : (kinds.find((one) => call.flags.has(`--${one}`)) ?? 'all');
  const patterns = kinds.includes(first) ? call.names.slice(1) : call.names;
  const shown = partsOfList(call, patterns).filter(([of, , rows]) => of.includes(kind) && rows.length > 0);
  if (shown.length === 0 && patterns.length > 0) {
    yield* warn(call.system, 'Error: No matching Packages to list\n');
    return 1;
  }
  for (const [, title, rows] of shown) yield* say(call.system, `${title}\n${rows.join('')}`);
  return 0;
}

type Part = readonly [kinds: readonly string[], title: string, rows: readonly string[]];

function partsOfList({ system, work }: DnfCall, patterns: readonly string[]): readonly Part[] {
  const { packages } = work.catalogue;
  const fits = (name: string): boolean =>
    patterns.length === 0 ||
    patterns.some((pattern) => globMatches(pattern, name) || pattern === `${name}.${rpmArchitecture(name)}`);
  const known = [...packages.values()].filter(({ name }) => fits(name));
  const newest = (name: string): string => candidateOf(work.catalogue, name, system.steady()) ?? '';
  const versionOf = (name: string): string | undefined => work.installed.get(name)?.version;
  const here = known.filter(({ name }) => versionOf(name) !== undefined);
  return [
    [
      ['installed', 'all'],
      'Installed Packages',
      here.map(({ name, section }) => row(name, versionOf(name) ?? '', `@${section}`)),
    ],
    [
      ['updates', 'upgrades'],
      'Available Upgrades',
      here
        .filter(({ name }) => versionOf(name) !== newest(name))
        .map(({ name, section }) => row(name, newest(name), section)),
    ],
    [
      ['available', 'all'],
      'Available Packages',
      known.filter((one) => !here.includes(one)).map(({ name, section }) => row(name, newest(name), section)),
    ],
  ];
}

export function* info(call: DnfCall): Steps<number> {
  const names = call.names.flatMap((word) => meantBy(call, word, 'all'));
  if (names.length === 0) {
    yield* warn(call.system, 'Error: No matching Packages to list\n');
    return 1;
  }
  for (const name of names) {
    const known = call.work.catalogue.packages.get(name);
    if (known !== undefined) yield* say(call.system, infoOf(call, known));
  }
  return 0;
}

function infoOf(call: DnfCall, known: Package): string {
  const here = call.work.installed.get(known.name);
  const isThere = isHere(here);
  const version = isThere
    ? here.version
    : (candidateOf(call.work.catalogue, known.name, call.system.steady()) ?? '');
  const parts = partsOf(version);
  const rows: readonly (readonly [string, string])[] = [
    ['Name', known.name],
    ...(parts.epoch === '(none)' ? [] : [['Epoch', parts.epoch] as const]),
    ['Version', parts.version],
    ['Release', parts.release],
    ['Architecture', rpmArchitecture(known.name)],
    ['Size', shortSize(isThere ? known.kilobytes * 1024 : known.fetchBytes)],
    ['Source', `${known.name}-${parts.version}-${parts.release}.src.rpm`],
    ['Repository', isThere ? '@System' : known.section],
    ['Summary', known.about],
  ];
  const title = isThere ? 'Installed Packages' : 'Available Packages';
  return `${title}\n${rows.map(([name, value]) => `${name.padEnd(12)} : ${value}\n`).join('')}\n`;
}

export function* searchAll(call: DnfCall): Steps<number> {
  const found = [...call.work.catalogue.packages.values()].filter((known) =>
    call.names.every((word) => `${known.name} ${known.about}`.toLowerCase().includes(word.toLowerCase())),
  );
  if (found.length === 0) {
    yield* say(call.system, 'No matches found.\n');
    return 0;
  }
  yield* say(call.system, `${`===== Name & Summary Matched: ${call.names.join(', ')} `.padEnd(80, '=')}\n`);
  for (const known of found)
    yield* say(call.system, `${known.name}.${rpmArchitecture(known.name)} : ${known.about}\n`);
  return 0;
}

export function* repositories({ system }: DnfCall): Steps<number> {
  yield* say(
    system,
    'repo id                              repo name\nappstream                            Red Hat Enterprise Linux 9 - AppStream\nbaseos                               Red Hat Enterprise Linux 9 - BaseOS\n',
  );
  return 0;
}

export function* provides(call: DnfCall): Steps<number> {
  const [path = ''] = call.names;
  const { installed, catalogue, store } = call.work;
  const owner = [...installed.keys()].find((name) => filesOf(call.system, store, name).includes(path));
  const program = path.slice(path.lastIndexOf('/') + 1);
  const known = [...catalogue.packages.values()].find(({ name, programs }) =>
    owner === undefined ? programs.some((one) => one.name === program) : name === owner,
  );
  if (known === undefined) {
    yield* warn(
      call.system,
      'Error: No matches found. If searching for a file, try specifying the full path or using a wildcard prefix ("*/") at the beginning.\n',
    );
    return 1;
  }
  const version = installed.get(known.name)?.version ?? known.version;
  const repository = owner === undefined ? known.section : '@System';
  yield* say(
    call.system,
    `${rpmName(known.name, version)} : ${known.about}\nRepo        : ${repository}\nMatched from:\nFilename    : ${path}\n\n`,
  );
  return 0;
}

export function* updateInfo(call: DnfCall): Steps<number> {
  const { steps } = planUpgrade(situationOf(call));
  const releases = steps.map((step) => ({
    step,
    release: releaseOf(call.work.catalogue, step.package.name, step.version),
  }));
  if (call.names.includes('list')) {
    for (const { step, release } of releases)
      yield* say(
        call.system,
        `${(release?.advisory || '-').padEnd(20)} ${(release?.isSecurity === true ? 'Security' : 'bugfix').padEnd(10)} ${rpmName(step.package.name, step.version)}\n`,
      );
    return 0;
  }
  const security = releases.filter(({ release }) => release?.isSecurity === true).length;
  if (releases.length > 0)
    yield* say(
      call.system,
      `Updates Information Summary: available\n    ${security} Security notice(s)\n    ${releases.length - security} Bugfix notice(s)\n`,
    );
  return 0;
}
