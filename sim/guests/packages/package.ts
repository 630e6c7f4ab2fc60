import type { BaseName, Distribution, FileRow, LinkRow } from '../bases/distribution.ts';

/** One of a distribution's packages, as its repository has it. */
export type Package = {
  readonly name: string;
  readonly about: string;
  readonly priority: 'required' | 'important' | 'standard' | 'optional';
  readonly section: string;
  /** Of the day the image was made; releases come later. */
  readonly version: string;
  readonly kilobytes: number;
  readonly fetchBytes: number;
  readonly needs: readonly string[];
  readonly programs: readonly ProgramRow[];
  readonly isInBase: boolean;
};

/** What is known by name only says so when it is run. */
type ProgramRow = { readonly name: string; readonly isSimulated: boolean };

/** A later version: what is fetched after its day finds it. */
export type Release = {
  readonly package: string;
  readonly version: string;
  /** Lab milliseconds. */
  readonly at: number;
  readonly isSecurity: boolean;
  readonly advisory: string;
};

export type Catalogue = {
  readonly base: BaseName;
  readonly family: Distribution['family'];
  readonly packages: ReadonlyMap<string, Package>;
  /** By package, the oldest first. */
  readonly releases: ReadonlyMap<string, readonly Release[]>;
};

/** What a package brings beside its programs. */
export type Brings = {
  readonly files: readonly FileRow[];
  readonly links: readonly LinkRow[];
  /** Whose user and group it makes, and where that one lives. */
  readonly users: readonly PackageUser[];
  /** Directories that belong to somebody. */
  readonly directories: readonly PackageDirectory[];
  /** Units that come up where the distribution starts what it installs. */
  readonly units: readonly string[];
};

export type PackageUser = { readonly name: string; readonly about: string; readonly home: string };
type PackageDirectory = readonly [path: string, mode: number, user: string];
