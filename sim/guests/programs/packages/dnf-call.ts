import type { Bytes } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import type { Work } from '../../packages/apply.ts';
import { workOn } from '../../packages/apply.ts';
import { catalogueOf } from '../../packages/catalogue.ts';
import { isHere } from '../../packages/installed.ts';
import type { Situation } from '../../packages/plan.ts';
import { globMatches, isGlob } from './words.ts';

export type DnfCall = {
  readonly system: System;
  readonly verb: Bytes;
  readonly names: readonly Bytes[];
  readonly isSure: boolean;
  readonly isRefusing: boolean;
  readonly isQuiet: boolean;
  readonly flags: ReadonlySet<Bytes>;
  readonly words: readonly Bytes[];
  readonly work: Work;
};

export function readDnfCall(system: System): DnfCall {
  const words = system.arguments.slice(1);
  const flags = new Set(words.filter((word) => word.startsWith('-')));
  const [verb = '', ...names] = words.filter((word) => !word.startsWith('-'));
  return {
    system,
    verb,
    names,
    isSure: flags.has('-y') || flags.has('--assumeyes') || flags.has('-qy') || flags.has('-yq'),
    isRefusing: flags.has('--assumeno'),
    isQuiet: flags.has('-q') || flags.has('--quiet') || flags.has('-qy') || flags.has('-yq'),
    flags,
    words,
    work: workOn(system, catalogueOf(system)),
  };
}

/** dnf asks its repositories whenever it works. */
export const situationOf = ({ work, system }: Pick<DnfCall, 'work' | 'system'>): Situation => ({
  catalogue: work.catalogue,
  installed: work.installed,
  knownUntil: system.steady(),
});

/** Names that a word means: itself, a pattern, a name with its architecture or version. */
export function meantBy(
  call: Pick<DnfCall, 'work'>,
  word: Bytes,
  among: 'all' | 'installed',
): readonly string[] {
  const { catalogue, installed } = call.work;
  const names =
    among === 'all'
      ? [...catalogue.packages.keys()]
      : [...installed.values()].filter(isHere).map(({ name }) => name);
  const bare = word.replace(/\.(x86_64|noarch)$/, '');
  if (isGlob(bare)) return names.filter((name) => globMatches(bare, name));
  if (names.includes(bare)) return [bare];
  return names.filter((name) => bare.startsWith(`${name}-`) && /^\d/.test(bare.slice(name.length + 1)));
}
