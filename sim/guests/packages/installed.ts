import type { Answer } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { System } from '../kernel/program.ts';

/** A package as a machine has it. */
export type Installed = {
  readonly name: string;
  readonly version: string;
  /** `config-files`: removed, its settings kept. `half-configured`: there, but its service did not start. */
  readonly state: 'installed' | 'config-files' | 'half-configured';
  readonly isHeld: boolean;
  /** It came because another needed it. */
  readonly isAutomatic: boolean;
  readonly installedAt: number;
};
export type InstalledPackages = ReadonlyMap<string, Installed>;

/** The files in which a family's tools keep what is installed. */
export type Store = {
  readonly read: (system: System) => InstalledPackages;
  readonly textOf: (all: InstalledPackages) => readonly (readonly [path: string, content: Bytes])[];
  /** Where a package's list of files is. */
  readonly listOf: (name: string) => Bytes;
};

export const isHere = (installed: Installed | undefined): installed is Installed =>
  installed !== undefined && installed.state !== 'config-files';

/** All of a store's files, in their places. */
export function keep(system: System, store: Store, all: InstalledPackages): Answer<void> {
  for (const [path, content] of store.textOf(all)) {
    const written = system.files.writeFile(path, content, 0o644);
    if (!written.ok) return written;
  }
  return { ok: true, value: undefined };
}

/** The files a package brought; directories too where the family's tools list them. */
export function filesOf(system: System, store: Store, name: string): readonly Bytes[] {
  const content = system.files.readFile(store.listOf(name));
  return content.ok ? content.value.split('\n').filter((line) => line !== '') : [];
}
