import type { Catalogue, Release } from './package.ts';

/** The newest version of a package among those out at a moment; null: there is no such package. */
export function candidateOf(catalogue: Catalogue, name: string, at: number): string | null {
  const known = catalogue.packages.get(name);
  if (known === undefined) return null;
  return releasesBy(catalogue, name, at).at(-1)?.version ?? known.version;
}

export const releasesBy = ({ releases }: Catalogue, name: string, at: number): readonly Release[] =>
  (releases.get(name) ?? []).filter((release) => release.at <= at);

export const releaseOf = ({ releases }: Catalogue, name: string, version: string): Release | null =>
  releases.get(name)?.find((release) => release.version === version) ?? null;
