import type { Bytes } from '../../bytes.ts';
import type { Step as Steps } from '../../kernel/program.ts';
import type { Installed } from '../../packages/installed.ts';
import { filesOf } from '../../packages/installed.ts';
import type { Package } from '../../packages/package.ts';
import { architectureOf, labelOf, stanzaOf } from '../../packages/store-dpkg.ts';
import type { DpkgCall } from './dpkg-call.ts';
import { globMatches, isGlob, say, warn } from './words.ts';

const bare = (name: Bytes): Bytes => name.replace(/:(amd64|all)$/, '');

/** Those that a pattern names; null: there are none, and that was told. */
function* matching(call: DpkgCall, pattern: Bytes): Steps<readonly Installed[] | null> {
  const name = bare(pattern);
  const found = [...call.work.installed.values()].filter((one) =>
    isGlob(name) ? globMatches(name, one.name) : one.name === name,
  );
  if (found.length > 0) return found;
  yield* warn(call.system, `dpkg-query: no packages found matching ${pattern}\n`);
  return null;
}

function* chosen(call: DpkgCall): Steps<{ readonly all: readonly Installed[]; readonly status: number }> {
  if (call.names.length === 0) return { all: [...call.work.installed.values()], status: 0 };
  const all: Installed[] = [];
  let status = 0;
  for (const pattern of call.names) {
    const found = yield* matching(call, pattern);
    if (found === null) status = 1;
    else all.push(...found.filter((one) => !all.includes(one)));
  }
  return { all: all.toSorted((one, other) => (one.name < other.name ? -1 : 1)), status };
}

const letters = { installed: 'i', 'config-files': 'c', 'half-configured': 'F' } as const;

export const flagsOf = (one: Installed): string =>
  `${one.isHeld ? 'h' : one.state === 'config-files' ? 'r' : 'i'}${letters[one.state]}`;

export function* listRows(call: DpkgCall): Steps<number> {
  const { all, status } = yield* chosen(call);
  if (all.length === 0) return status;
  const rows = all.map((one) => {
    const about = call.work.catalogue.packages.get(one.name)?.about ?? '';
    return [labelOf(one.name), one.version, architectureOf(one.name), about] as const;
  });
  const least = [14, 15, 12, 36];
  const widths = least.map((width, at) =>
    at === 3 ? width : Math.max(width, ...rows.map((row) => (row[at] ?? '').length)),
  );
  const [name = 0, version = 0, architecture = 0] = widths;
  const about = Math.max(
    36,
    80 - 4 - name - version - architecture - 3,
    ...(call.system.descriptors.isTerminal(1) ? [] : rows.map((row) => row[3].length)),
  );
  const line = (cells: readonly string[], mark: string): string =>
    `${mark}${(cells[0] ?? '').padEnd(name)} ${(cells[1] ?? '').padEnd(version)} ${(cells[2] ?? '').padEnd(architecture)} ${(cells[3] ?? '').slice(0, about)}\n`;
  yield* say(
    call.system,
    `Desired=Unknown/Install/Remove/Purge/Hold\n| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend\n|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)\n${line(['Name', 'Version', 'Architecture', 'Description'], '||/ ')}+++-${'='.repeat(name)}-${'='.repeat(version)}-${'='.repeat(architecture)}-${'='.repeat(about)}\n`,
  );
  for (const [at, row] of rows.entries()) {
    const one = all[at];
    if (one !== undefined) yield* say(call.system, line(row, `${flagsOf(one)}  `));
  }
  return status;
}

export function* showStatus(call: DpkgCall): Steps<number> {
  const { system, work, names } = call;
  if (names.length === 0) {
    yield* warn(
      system,
      'dpkg-query: error: --status needs at least one package name argument\n\nUse --help for help about querying packages.\n',
    );
    return 2;
  }
  let status = 0;
  for (const name of names) {
    const one = work.installed.get(bare(name));
    if (one === undefined) {
      status = 1;
      yield* warn(
        system,
        `dpkg-query: package '${name}' is not installed and no information is available\nUse dpkg --info (= dpkg-deb --info) to examine archive files.\n`,
      );
    } else yield* say(system, `${stanzaOf(work.catalogue, one)}${names.length > 1 ? '\n' : ''}`);
  }
  return status;
}

export function* listFiles({ system, work, names }: DpkgCall): Steps<number> {
  let status = 0;
  for (const name of names) {
    if (work.installed.get(bare(name)) === undefined) {
      status = 1;
      yield* warn(
        system,
        `dpkg-query: package '${name}' is not installed\nUse dpkg --contents (= dpkg-deb --contents) to list archive files contents.\n`,
      );
    } else
      yield* say(
        system,
        filesOf(system, work.store, bare(name))
          .map((path) => `${path}\n`)
          .join(''),
      );
  }
  return status;
}

export function* ownersOf({ system, work, names }: DpkgCall): Steps<number> {
  let status = 0;
  const lists = [...work.installed.values()].map((one) => ({
    name: one.name,
    paths: filesOf(system, work.store, one.name),
  }));
  for (const pattern of names) {
    const wanted = wantedPath(pattern);
    const found = new Map<Bytes, Bytes[]>();
    for (const { name, paths } of lists)
      for (const path of paths)
        if (wanted(path)) found.set(path, [...(found.get(path) ?? []), labelOf(name)]);
    if (found.size === 0) {
      status = 1;
      yield* warn(
        system,
        `dpkg-query: no path found matching pattern ${isGlob(pattern) || pattern.startsWith('/') ? pattern : `*${pattern}*`}\n`,
      );
    }
    for (const [path, owners] of found) yield* say(system, `${owners.join(', ')}: ${path}\n`);
  }
  return status;
}

/** /bin is a name of /usr/bin: both ask for the same file. */
function wantedPath(pattern: Bytes): (path: Bytes) => boolean {
  const full = isGlob(pattern) || pattern.startsWith('/') ? pattern : `*${pattern}*`;
  const merged = full.replace(/^\/(bin|sbin|lib)\//, '/usr/$1/');
  return isGlob(full) ? (path) => globMatches(full, path) : (path) => path === full || path === merged;
}

export function* selections({ system, work, names }: DpkgCall): Steps<number> {
  for (const one of work.installed.values()) {
    if (names.length > 0 && !names.some((pattern) => globMatches(pattern, one.name))) continue;
    const label = labelOf(one.name);
    yield* say(
      system,
      `${label}${'\t'.repeat(Math.max(1, 6 - Math.floor(label.length / 8)))}${wishOf(one)}\n`,
    );
  }
  return 0;
}

const usual = '${binary:Package}\\t${Version}\\n';

export function* showFields(call: DpkgCall): Steps<number> {
  const { all, status } = yield* chosen(call);
  for (const one of all) yield* say(call.system, filled(call, one));
  return status;
}

function filled({ work, format }: DpkgCall, one: Installed): Bytes {
  const fields: Readonly<Record<string, string>> = {
    ...knownFields(work.catalogue.packages.get(one.name)),
    Package: one.name,
    'binary:Package': labelOf(one.name),
    Version: one.version,
    Architecture: architectureOf(one.name),
    Status: `${wishOf(one)} ok ${one.state}`,
    'db:Status-Abbrev': `${flagsOf(one)} `,
    'db:Status-Status': one.state,
    Maintainer: 'The lab <root@localhost>',
    'source:Package': one.name,
  };
  return (format ?? usual)
    .replace(/\$\{([^};]+)(?:;(-?\d+))?\}/g, (_all, name: string, width: string | undefined) => {
      const value = fields[name] ?? '';
      const size = Number(width ?? 0);
      return size < 0 ? value.padEnd(-size) : value.padStart(size);
    })
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
    .replaceAll('\\\\', '\\');
}

function wishOf({ isHeld, state }: Installed): string {
  if (isHeld) return 'hold';
  return state === 'config-files' ? 'deinstall' : 'install';
}

function knownFields(known: Package | undefined): Readonly<Record<string, string>> {
  if (known === undefined) return {};
  return {
    'Installed-Size': String(known.kilobytes),
    Section: known.section,
    Priority: known.priority,
    Depends: known.needs.join(', '),
    Description: known.about,
    'binary:Summary': known.about,
  };
}
