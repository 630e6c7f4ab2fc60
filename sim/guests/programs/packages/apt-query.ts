import type { Step as Steps } from '../../kernel/program.ts';
import { candidateOf, releasesBy } from '../../packages/candidates.ts';
import { isHere } from '../../packages/installed.ts';
import type { Package } from '../../packages/package.ts';
import { architectureOf, fieldsOf, statusFile } from '../../packages/store-dpkg.ts';
import type { AptCall } from './apt-call.ts';
import { mirrorsOf, situationOf } from './apt-call.ts';
import { mark } from './apt-change.ts';
import { globMatches, isGlob, say, warn } from './words.ts';

/** Known are those the lists name, and those that are here. */
function packagesOf(call: AptCall): readonly Package[] {
  const { knownUntil, installed } = situationOf(call);
  const all = [...call.work.catalogue.packages.values()];
  const known = knownUntil > 0 ? all : all.filter(({ name }) => isHere(installed.get(name)));
  return known.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

const newestOf = (call: AptCall, { name, version }: Package): string =>
  candidateOf(call.work.catalogue, name, situationOf(call).knownUntil) ?? version;

export function* listAll(call: AptCall): Steps<number> {
  if (call.quiet < 2) yield* say(call.system, 'Listing...\n');
  for (const known of packagesOf(call))
    if (call.names.length === 0 || call.names.some((pattern) => globMatches(pattern, known.name)))
      yield* say(call.system, listRow(call, known));
  return 0;
}

/** '' where the flags leave it out. */
function listRow(call: AptCall, known: Package): string {
  const { name } = known;
  const here = call.work.installed.get(name);
  const newest = newestOf(call, known);
  const isThere = isHere(here);
  const isBehind = isThere && here.version !== newest;
  if ((call.flags.has('installed') && !isThere) || (call.flags.has('upgradable') && !isBehind)) return '';
  const own = isThere ? ` [installed${here.isAutomatic ? ',automatic' : ''}]` : '';
  const state = isBehind ? ` [upgradable from: ${here.version}]` : own;
  return `${name}/${suiteOf(call, name)} ${newest} ${architectureOf(name)}${state}\n`;
}

function suiteOf(call: AptCall, name: string): string {
  const { suite } = mirrorsOf(call)[0];
  const release = releasesBy(call.work.catalogue, name, situationOf(call).knownUntil).at(-1);
  if (release === undefined) return suite;
  return `${suite}-${release.isSecurity ? 'security' : 'updates'}`;
}

export function* policy(call: AptCall): Steps<number> {
  for (const name of call.names) {
    const known = packagesOf(call).find((one) => one.name === name);
    if (known === undefined) continue;
    yield* say(call.system, policyOf(call, known));
  }
  return 0;
}

function policyOf(call: AptCall, known: Package): string {
  const { installed, knownUntil, catalogue } = situationOf(call);
  const here = installed.get(known.name);
  const current = isHere(here) ? here.version : '(none)';
  const [main, , security] = mirrorsOf(call);
  const out = releasesBy(catalogue, known.name, knownUntil).map((one) => ({
    version: one.version,
    from: one.isSecurity ? security : main,
  }));
  const versions = [...out.toReversed(), { version: known.version, from: main }];
  const rows = versions.map(({ version, from }) => {
    const own = version === current ? `\n        100 ${statusFile}` : '';
    return `${version === current ? ' ***' : '    '} ${version} 500\n        500 ${from.url} ${from.suite}/main amd64 Packages${own}\n`;
  });
  return `${known.name}:\n  Installed: ${current}\n  Candidate: ${newestOf(call, known)}\n  Version table:\n${rows.join('')}`;
}

export function* show(call: AptCall): Steps<number> {
  let status = 0;
  for (const name of call.names) {
    const known = packagesOf(call).find((one) => one.name === name);
    if (known === undefined) {
      yield* warn(call.system, 'E: No packages found\n');
      status = 100;
      continue;
    }
    const version = newestOf(call, known);
    const deb = `pool/main/${known.name.charAt(0)}/${known.name}/${known.name}_${version.replace(/^\d+:/, '')}_${architectureOf(known.name)}.deb`;
    yield* say(
      call.system,
      `Package: ${known.name}\n${fieldsOf(known, version).join('\n')}\nFilename: ${deb}\nSize: ${known.fetchBytes}\n\n`,
    );
  }
  return status;
}

export function* search(call: AptCall): Steps<number> {
  const patterns = call.names.map(
    (word) => new RegExp(isGlob(word) ? word.replace(/[*]/g, '.*') : word, 'i'),
  );
  if (patterns.length === 0) {
    yield* warn(call.system, 'E: You must give at least one search pattern\n');
    return 100;
  }
  if (call.tool === 'apt') yield* say(call.system, 'Sorting...\nFull Text Search...\n');
  for (const known of packagesOf(call)) {
    const text = call.flags.has('names') ? known.name : `${known.name} ${known.about}`;
    if (!patterns.every((pattern) => pattern.test(text))) continue;
    const suite = mirrorsOf(call)[0].suite;
    yield* say(
      call.system,
      call.tool === 'apt'
        ? `${known.name}/${suite} ${newestOf(call, known)} ${architectureOf(known.name)}\n  ${known.about}\n\n`
        : `${known.name} - ${known.about}\n`,
    );
  }
  return 0;
}

export function* depends(call: AptCall): Steps<number> {
  const isBackwards = call.verb === 'rdepends';
  for (const name of call.names) {
    const known = packagesOf(call).find((one) => one.name === name);
    if (known === undefined) {
      yield* warn(call.system, 'E: No packages found\n');
      return 100;
    }
    const others = packagesOf(call).filter(({ needs }) => needs.includes(name));
    yield* say(
      call.system,
      isBackwards
        ? `${name}\nReverse Depends:\n${others.map((other) => `  ${other.name}\n`).join('')}`
        : `${name}\n${known.needs.map((need) => `  Depends: ${need}\n`).join('')}`,
    );
  }
  return 0;
}

export function* madison(call: AptCall): Steps<number> {
  for (const name of call.names) {
    const known = packagesOf(call).find((one) => one.name === name);
    if (known === undefined) continue;
    const { catalogue, knownUntil } = situationOf(call);
    const [main, , security] = mirrorsOf(call);
    for (const one of releasesBy(catalogue, name, knownUntil).toReversed()) {
      const from = one.isSecurity ? security : main;
      yield* say(
        call.system,
        ` ${name.padStart(9)} | ${one.version.padStart(10)} | ${from.url} ${from.suite}/main amd64 Packages\n`,
      );
    }
    yield* say(
      call.system,
      ` ${name.padStart(9)} | ${known.version.padStart(10)} | ${main.url} ${main.suite}/main amd64 Packages\n`,
    );
  }
  return 0;
}

/** apt-mark: hold, unhold, auto, manual and what is so. */
export function* markAll(call: AptCall): Steps<number> {
  const { system, work, verb, names } = call;
  if (verb.startsWith('show')) {
    for (const one of [...work.installed.values()].filter(isHere))
      if (verb === 'showhold' ? one.isHeld : one.isAutomatic === (verb === 'showauto'))
        yield* say(system, `${one.name}\n`);
    return 0;
  }
  if (names.length === 0) {
    yield* warn(system, 'E: No packages found\n');
    return 100;
  }
  for (const name of names) {
    const status = yield* markOne(call, name);
    if (status !== 0) return status;
  }
  return 0;
}

const words: Readonly<Record<string, readonly [already: string, now: string]>> = {
  hold: ['was already set on hold.', 'set on hold.'],
  unhold: ['was already not on hold.', 'Canceled hold on'],
  auto: ['was already set to automatically installed.', 'set to automatically installed.'],
  manual: ['was already set to manually installed.', 'set to manually installed.'],
};

function* markOne({ system, work, verb }: AptCall, name: string): Steps<number> {
  const one = work.installed.get(name);
  if (one === undefined) {
    yield* warn(system, `E: Unable to locate package ${name}\n`);
    return 100;
  }
  const [already = '', now = ''] = words[verb] ?? [];
  const isSame =
    verb === 'hold' || verb === 'unhold'
      ? one.isHeld === (verb === 'hold')
      : one.isAutomatic === (verb === 'auto');
  if (isSame) {
    yield* say(system, `${name} ${already}\n`);
    return 0;
  }
  if (system.processes.who().uid !== 0) {
    yield* warn(
      system,
      'E: Could not create temporary file for /var/lib/apt/extended_states - mkstemp (13: Permission denied)\nE: Failed to write temporary StateFile /var/lib/apt/extended_states\n',
    );
    return 100;
  }
  mark(
    work,
    name,
    verb === 'hold' || verb === 'unhold' ? { isHeld: verb === 'hold' } : { isAutomatic: verb === 'auto' },
  );
  yield* say(system, verb === 'unhold' ? `${now} ${name}.\n` : `${name} ${now}\n`);
  return 0;
}
