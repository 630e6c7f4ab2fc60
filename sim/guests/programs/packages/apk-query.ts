import type { Step as Steps } from '../../kernel/program.ts';
import { candidateOf } from '../../packages/candidates.ts';
import { filesOf } from '../../packages/installed.ts';
import type { Package } from '../../packages/package.ts';
import type { ApkCall } from './apk-call.ts';
import { globMatches, say } from './words.ts';

export function* info(call: ApkCall): Steps<number> {
  const { system, work, names, flags } = call;
  if (names.length === 0) {
    yield* say(system, [...work.installed.keys()].map((name) => `${name}\n`).join(''));
    return 0;
  }
  let status = 0;
  for (const name of names) {
    const here = work.installed.get(name);
    if (flags.has('-W') || flags.has('--who-owns')) {
      status = Math.max(status, yield* tellOwner(call, name));
      continue;
    }
    if (here === undefined) status = 1;
    else if (flags.has('-e') || flags.has('--installed')) yield* say(system, `${name}\n`);
    else yield* say(system, aboutOf(call, name, here.version));
  }
  return status;
}

function aboutOf({ system, work, flags }: ApkCall, name: string, version: string): string {
  const known = work.catalogue.packages.get(name);
  const title = `${name}-${version}`;
  if (flags.has('-L') || flags.has('--contents'))
    return `${title} contains:\n${filesOf(system, work.store, name)
      .map((path) => `${path.slice(1)}\n`)
      .join('')}\n`;
  if (flags.has('-R') || flags.has('--depends'))
    return `${title} depends on:\n${(known?.needs ?? []).map((need) => `${need}\n`).join('')}\n`;
  const size = Math.round(known?.kilobytes ?? 0);
  return `${title} description:\n${known?.about ?? name}\n\n${title} installed size:\n${size} KiB\n\n`;
}

function* tellOwner({ system, work }: ApkCall, path: string): Steps<number> {
  const owner = [...work.installed.values()].find(({ name }) =>
    filesOf(system, work.store, name).includes(path),
  );
  if (owner === undefined) {
    yield* system.descriptors.write(2, `ERROR: ${path}: Could not find owner package\n`);
    return 1;
  }
  yield* say(system, `${path} is owned by ${owner.name}-${owner.version}\n`);
  return 0;
}

export function* listAll(call: ApkCall): Steps<number> {
  const { system, work, names } = call;
  for (const known of work.catalogue.packages.values())
    if (names.length === 0 || names.some((pattern) => globMatches(pattern, known.name)))
      yield* say(system, rowOf(call, known));
  return 0;
}

/** '' where the flags leave it out. */
function rowOf({ system, work, flags }: ApkCall, { name, version: first }: Package): string {
  const here = work.installed.get(name);
  const newest = candidateOf(work.catalogue, name, system.steady()) ?? first;
  const isBehind = here !== undefined && here.version !== newest;
  if (has(flags, '-I', '--installed') && here === undefined) return '';
  if (has(flags, '-u', '--upgradable') && !isBehind) return '';
  const own = here === undefined ? '' : ' [installed]';
  const state = isBehind ? ` [upgradable from: ${name}-${here.version}]` : own;
  return `${name}-${newest} x86_64 {${name}}${state}\n`;
}

const has = (flags: ApkCall['flags'], ...names: readonly string[]): boolean =>
  names.some((name) => flags.has(name));

export function* search({ system, work, names, flags }: ApkCall): Steps<number> {
  for (const known of work.catalogue.packages.values()) {
    const text = flags.has('-d') || flags.has('-v') ? `${known.name} ${known.about}` : known.name;
    if (!names.every((word) => (flags.has('-e') ? known.name === word : globMatches(`*${word}*`, text))))
      continue;
    const version = candidateOf(work.catalogue, known.name, system.steady()) ?? known.version;
    yield* say(system, `${known.name}-${version}${flags.has('-v') ? ` - ${known.about}` : ''}\n`);
  }
  return 0;
}

const repository = 'http://dl-cdn.alpinelinux.org/alpine/v3.19';

export function* policy({ system, work, names }: ApkCall): Steps<number> {
  for (const name of names) {
    const known = work.catalogue.packages.get(name);
    if (known === undefined) continue;
    const newest = candidateOf(work.catalogue, name, system.steady()) ?? known.version;
    const here = work.installed.get(name);
    const own = here === undefined ? '' : '    lib/apk/db/installed\n';
    const rows =
      here !== undefined && here.version !== newest
        ? `  ${here.version}:\n${own}  ${newest}:\n    ${repository}/${known.section}\n`
        : `  ${newest}:\n${own}    ${repository}/${known.section}\n`;
    yield* say(system, `${name} policy:\n${rows}`);
  }
  return 0;
}

export function* version({ system, work, names }: ApkCall): Steps<number> {
  yield* say(system, 'Installed:                                Available:\n');
  for (const here of work.installed.values()) {
    const newest = candidateOf(work.catalogue, here.name, system.steady());
    if (newest === null || (names.length > 0 && !names.includes(here.name)) || newest === here.version)
      continue;
    yield* say(system, `${`${here.name}-${here.version}`.padEnd(41)} < ${newest}\n`);
  }
  return 0;
}

export function* stats({ system, work }: ApkCall): Steps<number> {
  yield* say(
    system,
    `installed:\n  packages: ${work.installed.size}\navailable:\n  packages: ${work.catalogue.packages.size}\n`,
  );
  return 0;
}
