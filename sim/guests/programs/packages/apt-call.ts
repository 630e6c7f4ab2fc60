import type { Bytes } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import { listsFetchedAt } from '../../packages/lists.ts';
import type { Work } from '../../packages/apply.ts';
import { workOn } from '../../packages/apply.ts';
import { catalogueOf } from '../../packages/catalogue.ts';
import type { Situation } from '../../packages/plan.ts';
import { say } from './words.ts';

export type AptCall = {
  readonly system: System;
  readonly tool: 'apt' | 'apt-get' | 'apt-cache' | 'apt-mark';
  readonly verb: Bytes;
  readonly names: readonly Bytes[];
  readonly isSure: boolean;
  readonly isOnlyShown: boolean;
  /** 1 says less, 2 only errors. */
  readonly quiet: number;
  readonly isPurging: boolean;
  readonly flags: ReadonlySet<Bytes>;
  readonly work: Work;
};

const flags: Readonly<Record<string, string>> = {
  '-y': 'yes',
  '--yes': 'yes',
  '--assume-yes': 'yes',
  '-s': 'simulate',
  '--simulate': 'simulate',
  '--dry-run': 'simulate',
  '--just-print': 'simulate',
  '--no-act': 'simulate',
  '-q': 'quiet',
  '--quiet': 'quiet',
  '--purge': 'purge',
  '--reinstall': 'reinstall',
  '--no-install-recommends': 'none',
  '--install-recommends': 'none',
  '--no-install-suggests': 'none',
  '-f': 'fix',
  '--fix-broken': 'fix',
  '--only-upgrade': 'only-upgrade',
  '--no-upgrade': 'no-upgrade',
  '-d': 'download',
  '--download-only': 'download',
  '--installed': 'installed',
  '--upgradable': 'upgradable',
  '--upgradeable': 'upgradable',
  '-a': 'all',
  '--all-versions': 'all',
  '--allow-downgrades': 'none',
  '--allow-unauthenticated': 'none',
  '--force-yes': 'yes',
  '--auto-remove': 'autoremove',
  '--autoremove': 'autoremove',
  '-V': 'none',
  '--names-only': 'names',
  '-n': 'names',
  '--allow-change-held-packages': 'held',
  '--fix-missing': 'none',
  '-m': 'none',
  '--no-remove': 'none',
  '--assume-no': 'no',
  '--with-new-pkgs': 'none',
  '--full': 'none',
  '-v': 'version',
  '--version': 'version',
  '-h': 'help',
  '--help': 'help',
  '--no-show-upgraded': 'none',
  '-u': 'none',
  '--allow-releaseinfo-change': 'none',
};

/** A text is what is wrong with the words. */
export function readAptCall(system: System): AptCall | Bytes {
  const [called = '', ...words] = system.arguments;
  const tool = called.slice(called.lastIndexOf('/') + 1);
  const read = readWords(words);
  if (typeof read === 'string') return read;
  const given = new Set(read.given);
  const [verb = '', ...names] = read.operands;
  const quiet = read.given.filter((flag) => flag === 'quiet').length;
  const isTool = tool === 'apt' || tool === 'apt-cache' || tool === 'apt-mark';
  return {
    system,
    tool: isTool ? tool : 'apt-get',
    verb,
    names,
    isSure: given.has('yes') || quiet >= 2,
    isOnlyShown: given.has('simulate'),
    quiet,
    isPurging: given.has('purge'),
    flags: given,
    work: workOn(system, catalogueOf(system)),
  };
}

type Words = { readonly given: Bytes[]; readonly operands: Bytes[] };
const valued = /^-[otc]./;
const valuedLong = /^--(option|target-release|default-release|config-file|color)/;

function readWords(words: readonly Bytes[]): Words | Bytes {
  const read: Words = { given: [], operands: [] };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (['-o', '-t', '-c'].includes(word)) at += 1;
    else if (!word.startsWith('-')) read.operands.push(word);
    else if (!valued.test(word) && !valuedLong.test(word)) {
      const found = flagsIn(word);
      if (found === null) return wrongOption(word);
      read.given.push(...found);
    }
  }
  return read;
}

const wrongOption = (word: Bytes): Bytes =>
  word.startsWith('--')
    ? `E: Command line option ${word} is not understood in combination with the other options\n`
    : `E: Command line option '${word.charAt(1)}' [from ${word}] is not understood in combination with the other options.\n`;

/** `--yes`, `-yqq`, `-q=2`; null: there is no such option. */
function flagsIn(word: Bytes): readonly Bytes[] | null {
  const whole = flags[word];
  if (whole !== undefined) return [whole];
  const plain = word.replace('=1', '').replace('=2', 'q');
  if (!/^-[A-Za-z]+$/.test(plain)) return null;
  const found: Bytes[] = [];
  for (const letter of plain.slice(1)) {
    const flag = flags[`-${letter}`];
    if (flag === undefined) return null;
    found.push(flag);
  }
  return found;
}

/** What apt knows: what is installed, and the lists it fetched last. */
export const situationOf = ({ work, system }: Pick<AptCall, 'work' | 'system'>): Situation => ({
  catalogue: work.catalogue,
  installed: work.installed,
  knownUntil: listsFetchedAt(system) ?? 0,
});

const mirrors = {
  'debian-12': [
    { url: 'http://deb.debian.org/debian', suite: 'bookworm', bytes: 151_000 },
    { url: 'http://deb.debian.org/debian', suite: 'bookworm-updates', bytes: 55_400 },
    { url: 'http://deb.debian.org/debian-security', suite: 'bookworm-security', bytes: 48_000 },
  ],
  'ubuntu-22.04': [
    { url: 'http://archive.ubuntu.com/ubuntu', suite: 'jammy', bytes: 270_000 },
    { url: 'http://archive.ubuntu.com/ubuntu', suite: 'jammy-updates', bytes: 128_000 },
    { url: 'http://security.ubuntu.com/ubuntu', suite: 'jammy-security', bytes: 129_000 },
  ],
} as const;

export const mirrorsOf = ({
  work,
}: Pick<AptCall, 'work'>): (typeof mirrors)['debian-12'] | (typeof mirrors)['ubuntu-22.04'] =>
  work.catalogue.base === 'ubuntu-22.04' ? mirrors['ubuntu-22.04'] : mirrors['debian-12'];

export function* reading(call: AptCall): Step<void> {
  if (call.quiet > 1) return;
  const isShown = call.system.descriptors.isTerminal(1) && call.quiet === 0;
  const done = isShown ? ' Done' : '';
  yield* say(
    call.system,
    `Reading package lists...${done}\nBuilding dependency tree...${done}\nReading state information...${done}\n`,
  );
}
