import type { BaseName } from '../bases/distribution.ts';
import { abouts } from './abouts.table.ts';
import { alpineReleases, alpineRows } from './alpine-rows.table.ts';
import { debianReleases, debianRows } from './debian-rows.table.ts';
import type { Catalogue, Package, Release } from './package.ts';
import { redhatReleases, redhatRows } from './redhat-rows.table.ts';
import { ubuntuReleases, ubuntuRows } from './ubuntu-rows.table.ts';

const tables: Readonly<Record<BaseName, readonly [rows: string, releases: string]>> = {
  'debian-12': [debianRows, debianReleases],
  'ubuntu-22.04': [ubuntuRows, ubuntuReleases],
  'rhel-9': [redhatRows, redhatReleases],
  'alpine-3.19': [alpineRows, alpineReleases],
};

export function rowsOf(base: BaseName): Pick<Catalogue, 'packages' | 'releases'> {
  const [rows, releases] = tables[base];
  const packages = linesOf(rows).map(packageOf);
  const later = Map.groupBy(linesOf(releases).map(releaseOf), (release) => release.package);
  return { packages: new Map(packages.map((one) => [one.name, one])), releases: later };
}

/** Programs that a distribution has only once a package brings them. */
export function programsToInstall(base: BaseName): ReadonlySet<string> {
  const packages = linesOf(tables[base][0]).map(packageOf);
  const present = new Set(
    packages.filter(({ isInBase }) => isInBase).flatMap(({ programs }) => programs.map(({ name }) => name)),
  );
  const all = packages.flatMap(({ programs }) => programs.map(({ name }) => name));
  return new Set(all.filter((name) => !present.has(name)));
}

const linesOf = (text: string): readonly string[] => text.trim().split('\n');
const wordsOf = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');
const priorities = { R: 'required', I: 'important', S: 'standard', O: 'optional' } as const;

function packageOf(line: string): Package {
  const cells = line.split('|');
  const cell = (at: number): string => cells[at] ?? '';
  const [mark, section, version] = [cell(1), cell(2), cell(3)];
  const [name = '', like = name] = cell(0).split('@');
  const letter = mark.charAt(0);
  return {
    name,
    about: abouts[like] ?? name,
    priority: letter === 'R' || letter === 'I' || letter === 'S' ? priorities[letter] : 'optional',
    section,
    version,
    kilobytes: Number(cell(4)),
    fetchBytes: Number(cell(5)),
    needs: wordsOf(cell(6)),
    programs: wordsOf(cell(7)).map((word) => ({
      name: word.replace('?', ''),
      isSimulated: !word.endsWith('?'),
    })),
    isInBase: mark.endsWith('*'),
  };
}

function releaseOf(line: string): Release {
  const [day = '', name = '', version = '', why = ''] = line.split('|');
  return {
    package: name,
    version,
    at: dayOf(day),
    isSecurity: /security|DSA|CVE/.test(why),
    advisory: why.replace(/^(security|bugfix) ?/, ''),
  };
}

const dayLength = 86_400_000;

/** Midnight of a day as it is written, by the calendar's own arithmetic. */
export function dayOf(text: string): number {
  const [year = 1970, month = 1, day = 1] = text.split('-').map(Number);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const days = era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return (days - 719_468) * dayLength;
}
