import { candidateOf } from './candidates.ts';
import type { InstalledPackages } from './installed.ts';
import { isHere } from './installed.ts';
import type { Catalogue, Package } from './package.ts';

export type Step =
  | {
      readonly kind: 'install' | 'upgrade' | 'reinstall';
      readonly package: Package;
      readonly version: string;
      readonly from: string | null;
      readonly isAutomatic: boolean;
    }
  | { readonly kind: 'remove' | 'purge'; readonly package: Package; readonly version: string };

export type Adding = Extract<Step, { kind: 'install' | 'upgrade' | 'reinstall' }>;
export const isAdding = (step: Step): step is Adding => step.kind !== 'remove' && step.kind !== 'purge';

export type Situation = {
  readonly catalogue: Catalogue;
  readonly installed: InstalledPackages;
  /** What is out later is not known yet. */
  readonly knownUntil: number;
};

/** These and all they need, what is needed first. Packages that are there already come up to date. */
export function planInstall(situation: Situation, names: readonly string[]): readonly Step[] {
  const { catalogue, installed, knownUntil } = situation;
  const steps = new Map<string, Step>();
  const seen = new Set<string>();
  const visit = (name: string, isAutomatic: boolean): void => {
    const known = catalogue.packages.get(name);
    const version = candidateOf(catalogue, name, knownUntil);
    if (known === undefined || version === null || seen.has(name)) return;
    seen.add(name);
    const here = installed.get(name);
    for (const need of known.needs) if (!isHere(installed.get(need))) visit(need, true);
    if (!isHere(here)) steps.set(name, { kind: 'install', package: known, version, from: null, isAutomatic });
    else if (!isAutomatic && here.version !== version) {
      const mark = { isAutomatic: here.isAutomatic, from: here.version };
      steps.set(name, { kind: 'upgrade', package: known, version, ...mark });
      for (const twin of sisters(situation, known)) visit(twin, false);
    }
  };
  for (const name of names) visit(name, false);
  return [...steps.values()];
}

/** Packages of one source hold to the same version: one does not go on without the other. */
function sisters({ catalogue, installed }: Situation, { name, version }: Package): readonly string[] {
  return [...catalogue.packages.values()]
    .filter((other) => other.name !== name && other.version === version && isHere(installed.get(other.name)))
    .filter((other) => other.needs.includes(name) || catalogue.packages.get(name)?.needs.includes(other.name))
    .map((other) => other.name);
}

export function planRemove(
  { catalogue, installed }: Situation,
  names: readonly string[],
  kind: 'remove' | 'purge',
): readonly Step[] {
  const going = new Set(names.filter((name) => canGo(installed, name, kind)));
  for (let before = -1; before !== going.size;) {
    before = going.size;
    for (const { name } of installed.values())
      if (
        isHere(installed.get(name)) &&
        (catalogue.packages.get(name)?.needs ?? []).some((need) => going.has(need))
      )
        going.add(name);
  }
  return ordered(catalogue, going).flatMap((name): Step[] => {
    const known = catalogue.packages.get(name);
    const here = installed.get(name);
    if (known === undefined || here === undefined) return [];
    return [{ kind, package: known, version: here.version }];
  });
}

function canGo(installed: InstalledPackages, name: string, kind: 'remove' | 'purge'): boolean {
  return kind === 'purge' ? installed.has(name) : isHere(installed.get(name));
}

/** Who needs another goes before it. */
function ordered({ packages }: Catalogue, names: ReadonlySet<string>): readonly string[] {
  const done: string[] = [];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || !names.has(name)) return;
    seen.add(name);
    for (const need of packages.get(name)?.needs ?? []) visit(need);
    done.unshift(name);
  };
  for (const name of [...names].toSorted()) visit(name);
  return done;
}

/** All that has a newer version. What is held stays, and is told. */
export function planUpgrade({ catalogue, installed, knownUntil }: Situation): {
  readonly steps: readonly Step[];
  readonly heldBack: readonly string[];
} {
  const steps: Step[] = [];
  const heldBack: string[] = [];
  for (const here of [...installed.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const known = catalogue.packages.get(here.name);
    const version = candidateOf(catalogue, here.name, knownUntil);
    if (!isHere(here) || known === undefined || version === null || version === here.version) continue;
    if (here.isHeld) heldBack.push(here.name);
    else
      steps.push({
        kind: 'upgrade',
        package: known,
        version,
        from: here.version,
        isAutomatic: here.isAutomatic,
      });
  }
  return { steps, heldBack };
}

/** What came because others needed it, and nobody needs any more. */
export function unneeded({
  catalogue,
  installed,
}: Pick<Situation, 'catalogue' | 'installed'>): readonly string[] {
  const needed = new Set<string>();
  const visit = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const need of catalogue.packages.get(name)?.needs ?? []) visit(need);
  };
  for (const here of installed.values()) if (isHere(here) && !here.isAutomatic) visit(here.name);
  return [...installed.values()]
    .filter((here) => isHere(here) && here.isAutomatic && !needed.has(here.name))
    .map(({ name }) => name)
    .toSorted();
}
