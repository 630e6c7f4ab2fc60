import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import type { Program, Step as Steps } from '../../kernel/program.ts';
import { workOn } from '../../packages/apply.ts';
import { catalogueOf } from '../../packages/catalogue.ts';
import { isHere } from '../../packages/installed.ts';
import { planRemove } from '../../packages/plan.ts';
import { configurePending, countFiles, removeOne } from './apt-change.ts';
import { compareVersions } from './debian-version.ts';
import type { DpkgCall } from './dpkg-call.ts';
import { listFiles, listRows, ownersOf, selections, showFields, showStatus } from './dpkg-query.ts';
import { holderOf, locked } from './lock.ts';
import { say, warn } from './words.ts';

const frontLock = '/var/lib/dpkg/lock-frontend';
const usage = `
Type dpkg --help for help about installing and deinstalling packages [*];
Use 'apt' or 'aptitude' for user-friendly package management;
Type dpkg -Dhelp for a list of dpkg debug flag values;
Type dpkg --force-help for a list of forcing options;
Type dpkg-deb --help for help about manipulating *.deb files;

Options marked [*] produce a lot of output - pipe it through 'less' or 'more' !
`;

type Verb = (call: DpkgCall) => Steps<number>;

const verbs: Readonly<Record<string, Verb>> = {
  '-l': listRows,
  '--list': listRows,
  '-s': showStatus,
  '--status': showStatus,
  '-L': listFiles,
  '--listfiles': listFiles,
  '-S': ownersOf,
  '--search': ownersOf,
  '-W': showFields,
  '--show': showFields,
};
const dpkgOnly: Readonly<Record<string, Verb>> = {
  '--get-selections': selections,
  '-i': installFiles,
  '--install': installFiles,
  '--unpack': installFiles,
  '-r': (call) => change(call, 'remove'),
  '--remove': (call) => change(call, 'remove'),
  '-P': (call) => change(call, 'purge'),
  '--purge': (call) => change(call, 'purge'),
  '--configure': (call) => asRoot(call, () => configurePending(call.work)),
  '--audit': audit,
  '-C': audit,
  '--print-architecture': (call) => answer(call, 'amd64\n'),
  '--print-foreign-architectures': (call) => answer(call, ''),
  '--version': (call) => answer(call, "Debian 'dpkg' package management program version 1.21.22 (amd64).\n"),
  '--compare-versions': compare,
};

export const dpkg: Program = function* (system) {
  const words = system.arguments
    .slice(1)
    .filter((word) => word !== '-a' && word !== '--pending' && !word.startsWith('--force'));
  const [first, ...rest] = words;
  if (first === undefined) {
    yield* warn(system, `dpkg: error: need an action option\n${usage}`);
    return 2;
  }
  const verb = verbs[first] ?? dpkgOnly[first];
  if (verb === undefined) {
    yield* warn(
      system,
      `dpkg: error: ${first.startsWith('--') ? `unknown option ${first}` : first.startsWith('-') ? `unknown option -${first.charAt(1)}` : 'need an action option'}\n${usage}`,
    );
    return 2;
  }
  return yield* verb({ system, names: rest, format: null, work: workOn(system, catalogueOf(system)) });
};

export const dpkgQuery: Program = function* (system) {
  const { verb, format, names } = readQuery(system.arguments.slice(1));
  if (verb === null) {
    yield* warn(
      system,
      'dpkg-query: error: need an action option\n\nUse --help for help about querying packages.\n',
    );
    return 2;
  }
  return yield* verb({ system, names, format, work: workOn(system, catalogueOf(system)) });
};

type Query = { verb: Verb | null; format: Bytes | null; readonly names: Bytes[] };

function readQuery(words: readonly Bytes[]): Query {
  const query: Query = { verb: null, format: null, names: [] };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const joined = /^(?:-W)?(?:-?f|--showformat)=?/.exec(word);
    if (verbs[word] !== undefined) query.verb = verbs[word];
    else if (joined === null || !word.startsWith('-')) query.names.push(word);
    else {
      if (word.startsWith('-W')) query.verb = showFields;
      const rest = word.slice(joined[0].length);
      if (rest === '') at += 1;
      query.format = rest === '' ? (words[at] ?? '') : rest;
    }
  }
  return query;
}

function* answer({ system }: DpkgCall, text: Bytes): Steps<number> {
  yield* say(system, text);
  return 0;
}

function* audit({ system, work }: DpkgCall): Steps<number> {
  const half = [...work.installed.values()].filter(({ state }) => state === 'half-configured');
  if (half.length === 0) return 0;
  const rows = half.map(
    ({ name }) => ` ${name.padEnd(20)} ${work.catalogue.packages.get(name)?.about ?? ''}\n`,
  );
  yield* say(
    system,
    `The following packages are only half configured, probably due to problems\nconfiguring them the first time.  The configuration should be retried using\ndpkg --configure <package> or the configure menu option in dselect:\n${rows.join('')}\n`,
  );
  return 1;
}

function* installFiles({ system, names }: DpkgCall): Steps<number> {
  if (names.length === 0) {
    yield* warn(system, `dpkg: error: --install needs at least one package archive file argument\n${usage}`);
    return 2;
  }
  let status = 0;
  for (const name of names) {
    const found = system.files.readFile(name);
    status = found.ok ? 1 : 2;
    yield* warn(
      system,
      found.ok
        ? `dpkg-deb: error: '${name}' is not a Debian format archive\ndpkg: error processing archive ${name} (--install):\n dpkg-deb --control subprocess returned error exit status 2\nErrors were encountered while processing:\n ${name}\n`
        : `dpkg: error: cannot access archive '${name}': ${messageOf(found.errno)}\n`,
    );
    if (status === 2) return status;
  }
  return status;
}

function* asRoot({ system }: DpkgCall, act: () => Steps<number>): Steps<number> {
  if (system.processes.who().uid !== 0) {
    yield* warn(system, 'dpkg: error: requested operation requires superuser privilege\n');
    return 2;
  }
  const holder = holderOf(system, frontLock);
  if (holder !== null) {
    yield* warn(
      system,
      `dpkg: error: dpkg frontend lock was locked by another process with pid ${holder.pid}\nNote: removing the lock file is always wrong, can damage the locked area\nand the entire system. See <https://wiki.debian.org/Teams/Dpkg/FAQ#db-lock>.\n`,
    );
    return 2;
  }
  return yield* locked(system, frontLock, act);
}

const change = (call: DpkgCall, kind: 'remove' | 'purge'): Steps<number> =>
  asRoot(call, () => removeAll(call, kind));

function* removeAll({ system, names, work }: DpkgCall, kind: 'remove' | 'purge'): Steps<number> {
  if (names.length === 0) {
    yield* warn(system, `dpkg: error: --${kind} needs at least one package name argument\n${usage}`);
    return 2;
  }
  const failed: Bytes[] = [];
  for (const name of names) {
    const situation = { catalogue: work.catalogue, installed: work.installed, knownUntil: 0 };
    const steps = planRemove(situation, [name], kind);
    const one = steps.find((step) => step.package.name === name);
    const blockers = steps.filter((step) => step.package.name !== name);
    if (one === undefined)
      yield* warn(system, `dpkg: warning: ignoring request to remove ${name} which isn't installed\n`);
    else if (blockers.length > 0) {
      failed.push(name);
      const rows = blockers.map((step) => ` ${step.package.name} depends on ${name}.\n`);
      yield* warn(
        system,
        `dpkg: dependency problems prevent removal of ${name}:\n${rows.join('')}\ndpkg: error processing package ${name} (--${kind}):\n dependency problems - not removing\n`,
      );
    } else {
      if (isHere(work.installed.get(name)))
        yield* say(
          system,
          `(Reading database ... ${countFiles(work)} files and directories currently installed.)\n`,
        );
      yield* removeOne(work, one);
    }
  }
  if (failed.length === 0) return 0;
  yield* warn(
    system,
    `Errors were encountered while processing:\n${failed.map((name) => ` ${name}\n`).join('')}`,
  );
  return 1;
}

function* compare({ system, names }: DpkgCall): Steps<number> {
  const [one = '', relation = '', other = ''] = names;
  const order = compareVersions(one, other);
  const holds: Readonly<Record<string, boolean>> = {
    lt: order < 0,
    le: order <= 0,
    eq: order === 0,
    ne: order !== 0,
    ge: order >= 0,
    gt: order > 0,
    '<<': order < 0,
    '<=': order <= 0,
    '=': order === 0,
    '>=': order >= 0,
    '>>': order > 0,
  };
  if (holds[relation] === undefined) {
    yield* warn(system, `dpkg: error: --compare-versions bad relation\n${usage}`);
    return 2;
  }
  return holds[relation] ? 0 : 1;
}
