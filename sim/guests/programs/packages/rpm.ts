import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step as Steps, System } from '../../kernel/program.ts';
import type { Work } from '../../packages/apply.ts';
import { strike, takeAway, workOn } from '../../packages/apply.ts';
import { catalogueOf } from '../../packages/catalogue.ts';
import { contentOf } from '../../packages/content.ts';
import type { Installed } from '../../packages/installed.ts';
import { filesOf } from '../../packages/installed.ts';
import { planRemove } from '../../packages/plan.ts';
import { bringDown, readUnitsAnew } from '../../packages/services.ts';
import { clockText, momentOf, monthNames, two } from '../system/time-text.ts';
import { meantBy } from './dnf-call.ts';
import { partsOf, rpmArchitecture, rpmName } from './rpm-name.ts';
import { globMatches, say, warn } from './words.ts';

type RpmCall = {
  readonly system: System;
  readonly work: Work;
  readonly letters: string;
  readonly long: ReadonlySet<Bytes>;
  readonly format: Bytes | null;
  readonly names: readonly Bytes[];
};

/** rpm: asks and checks what is installed, and takes packages out. */
export const rpm: Program = function* (system) {
  const call = readCall(system);
  const { letters, long } = call;
  if (long.has('--version')) {
    yield* say(system, 'RPM version 4.16.1.3\n');
    return 0;
  }
  if (letters.includes('q') || long.has('--query')) return yield* query(call);
  if (letters.includes('V') || long.has('--verify')) return yield* verify(call);
  if (letters.includes('e') || long.has('--erase')) return yield* erase(call);
  if (/[iUF]/.test(letters) || long.has('--install') || long.has('--import')) return yield* install(call);
  yield* say(system, 'RPM version 4.16.1.3\nUsage: rpm [OPTION...]\n');
  return 1;
};

function readCall(system: System): RpmCall {
  const words = system.arguments.slice(1);
  const names: Bytes[] = [];
  const long = new Set<Bytes>();
  let letters = '';
  let format: Bytes | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--qf' || word === '--queryformat') {
      at += 1;
      format = words[at] ?? '';
    } else if (/^--(qf|queryformat)=/.test(word)) format = word.replace(/^[^=]*=/, '');
    else if (word.startsWith('--')) long.add(word);
    else if (word.startsWith('-')) letters += word.slice(1);
    else names.push(word);
  }
  return { system, work: workOn(system, catalogueOf(system)), letters, long, format, names };
}

function* query(call: RpmCall): Steps<number> {
  const { letters, long, names, work, system } = call;
  if (letters.includes('a') || long.has('--all')) {
    const all = [...work.installed.values()].filter(
      ({ name }) => names.length === 0 || names.some((pattern) => globMatches(pattern, name)),
    );
    for (const one of all) yield* tell(call, one);
    return 0;
  }
  if (names.length === 0) {
    yield* warn(system, 'rpm: no arguments given for query\n');
    return 1;
  }
  let status = 0;
  for (const name of names) {
    const found =
      letters.includes('f') || long.has('--file')
        ? yield* ownersOf(call, name)
        : yield* installedOf(call, name);
    if (found.length === 0) status += 1;
    for (const one of found) yield* tell(call, one);
  }
  return Math.min(status, 255);
}

function* installedOf({ work, system }: RpmCall, word: Bytes): Steps<readonly Installed[]> {
  const found = meantBy({ work }, word, 'installed').flatMap((name) => {
    const one = work.installed.get(name);
    return one === undefined ? [] : [one];
  });
  if (found.length === 0) yield* say(system, `package ${word} is not installed\n`);
  return found;
}

function* ownersOf({ work, system }: RpmCall, path: Bytes): Steps<readonly Installed[]> {
  const resolved = system.files.resolve(path);
  if (!resolved.ok) {
    yield* warn(system, `error: file ${path}: ${messageOf(resolved.errno)}\n`);
    return [];
  }
  const found = [...work.installed.values()].filter(({ name }) => {
    const paths = filesOf(system, work.store, name);
    return paths.includes(path) || paths.includes(resolved.value);
  });
  if (found.length === 0) yield* say(system, `file ${path} is not owned by any package\n`);
  return found;
}

function* tell(call: RpmCall, one: Installed): Steps<void> {
  yield* say(call.system, `${headOf(call, one)}${detailsOf(call, one)}`);
}

/** Its name, where nothing else is asked for. */
function headOf(call: RpmCall, one: Installed): Bytes {
  const { letters, long, format } = call;
  if (format !== null) return formatted(call, one);
  if (letters.includes('i')) return infoOf(call, one);
  const asksMore = /[lcR]/.test(letters) || long.has('--list') || long.has('--requires');
  return asksMore ? '' : `${rpmName(one.name, one.version)}\n`;
}

function detailsOf({ system, work, letters, long }: RpmCall, one: Installed): Bytes {
  const known = work.catalogue.packages.get(one.name);
  const lines = (list: readonly Bytes[]): Bytes => list.map((line) => `${line}\n`).join('');
  if (letters.includes('l') || long.has('--list')) {
    const paths = filesOf(system, work.store, one.name);
    return paths.length === 0 ? '(contains no files)\n' : lines(paths);
  }
  if (known === undefined) return '';
  if (letters.includes('c'))
    return lines(
      contentOf(work.catalogue, known).flatMap(({ isSettings, path }) => (isSettings ? [path] : [])),
    );
  return letters.includes('R') || long.has('--requires') ? lines(known.needs) : '';
}

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function dateOf(at: number): string {
  const moment = momentOf(at);
  return `${dayNames[moment.weekday] ?? ''} ${two(moment.day)} ${monthNames[moment.month] ?? ''} ${moment.year} ${clockText(moment)} UTC`;
}

function infoOf({ work }: RpmCall, one: Installed): string {
  const known = work.catalogue.packages.get(one.name);
  const parts = partsOf(one.version);
  const rows: readonly (readonly [string, string])[] = [
    ['Name', one.name],
    ...(parts.epoch === '(none)' ? [] : [['Epoch', parts.epoch] as const]),
    ['Version', parts.version],
    ['Release', parts.release],
    ['Architecture', rpmArchitecture(one.name)],
    ['Install Date', dateOf(one.installedAt)],
    ['Size', String((known?.kilobytes ?? 0) * 1024)],
    ['Source RPM', `${one.name}-${parts.version}-${parts.release}.src.rpm`],
    ['Summary', known?.about ?? ''],
  ];
  return rows.map(([name, value]) => `${name.padEnd(12)}: ${value}\n`).join('');
}

function formatted({ work, format }: RpmCall, one: Installed): Bytes {
  const parts = partsOf(one.version);
  const known = work.catalogue.packages.get(one.name);
  const fields: Readonly<Record<string, string>> = {
    NAME: one.name,
    VERSION: parts.version,
    RELEASE: parts.release,
    EPOCH: parts.epoch,
    EPOCHNUM: parts.epoch.replace('(none)', '0'),
    ARCH: rpmArchitecture(one.name),
    SUMMARY: known?.about ?? '',
    SIZE: String((known?.kilobytes ?? 0) * 1024),
    INSTALLTIME: String(Math.floor(one.installedAt / 1000)),
    VENDOR: 'The lab',
    NEVRA: `${one.name}-${parts.epoch === '(none)' ? '' : `${parts.epoch}:`}${parts.version}-${parts.release}.${rpmArchitecture(one.name)}`,
  };
  return (format ?? '')
    .replace(/%(-?\d*)\{(\w+)(?::\w+)?\}/g, (_all, width: string, name: string) => {
      const value = fields[name.toUpperCase()] ?? '(none)';
      const size = Number(width === '' ? '0' : width);
      return size < 0 ? value.padEnd(-size) : value.padStart(size);
    })
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t');
}

/** What differs from the package: S size, 5 content, T time, M mode; `missing` what is gone. */
function* verify(call: RpmCall): Steps<number> {
  const { work, system, letters, names } = call;
  const all = letters.includes('a') ? [...work.installed.values()] : [];
  for (const name of names) all.push(...(yield* installedOf(call, name)));
  let status = names.length > 0 && all.length === 0 ? 1 : 0;
  for (const { name } of all) {
    const known = work.catalogue.packages.get(name);
    const listed = new Set(filesOf(system, work.store, name));
    for (const file of known === undefined ? [] : contentOf(work.catalogue, known)) {
      if (!listed.has(file.path) || file.path.startsWith('/var/log/')) continue;
      const differs = differenceOf(system, file);
      if (differs === null) continue;
      status = 1;
      yield* say(system, `${differs.padEnd(9)}  ${file.isSettings ? 'c' : ' '} ${file.path}\n`);
    }
  }
  return status;
}

function differenceOf(
  system: System,
  file: { readonly path: Bytes; readonly content: Bytes; readonly mode: number },
): string | null {
  const found = system.files.stat(file.path);
  if (!found.ok) return 'missing ';
  const content = system.files.readFile(file.path);
  const isSame = content.ok && content.value === file.content;
  const size = found.value.size === file.content.length ? '.' : 'S';
  const mode = (found.value.mode & 0o777) === (file.mode & 0o777) ? '.' : 'M';
  const text = `${size}${mode}${isSame ? '.' : '5'}....${isSame ? '.' : 'T'}.`;
  return /[^.]/.test(text) ? text : null;
}

function* erase({ work, system, names, long }: RpmCall): Steps<number> {
  if (system.processes.who().uid !== 0) {
    yield* warn(
      system,
      "error: can't create transaction lock on /var/lib/rpm/.rpm.lock (Permission denied)\n",
    );
    return 1;
  }
  for (const word of names) {
    const [name] = meantBy({ work }, word, 'installed');
    const known = work.catalogue.packages.get(name ?? '');
    if (known === undefined) {
      yield* warn(system, `error: package ${word} is not installed\n`);
      return 1;
    }
    const situation = { catalogue: work.catalogue, installed: work.installed, knownUntil: 0 };
    const blockers = planRemove(situation, [known.name], 'remove').filter(
      (step) => step.package.name !== known.name,
    );
    if (blockers.length > 0 && !long.has('--nodeps')) {
      const rows = blockers.map(
        (step) => `\t${known.name} is needed by (installed) ${rpmName(step.package.name, step.version)}\n`,
      );
      yield* warn(system, `error: Failed dependencies:\n${rows.join('')}`);
      return 1;
    }
    yield* bringDown(system, work.catalogue, known);
    yield* takeAway(work, known.name, 'remove');
    strike(work, known.name);
    yield* readUnitsAnew(system, work.catalogue, known);
  }
  return 0;
}

function* install({ system, names, long }: RpmCall): Steps<number> {
  if (long.has('--import')) return 0;
  if (names.length === 0) {
    yield* warn(system, 'rpm: no packages given for install\n');
    return 1;
  }
  for (const name of names) {
    const found = system.files.readFile(name);
    yield* warn(
      system,
      found.ok
        ? `error: ${name}: not an rpm package (or package manifest)\n`
        : `error: open of ${name} failed: ${messageOf(found.errno)}\n`,
    );
  }
  return names.length;
}
