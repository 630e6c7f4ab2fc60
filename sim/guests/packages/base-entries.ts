import type { BaseName } from '../bases/distribution.ts';
import type { BaseEntry } from '../files/base.ts';
import { bringsOf } from './brings.table.ts';
import { catalogueOfBase } from './catalogue.ts';
import { contentOf } from './content.ts';
import type { Installed } from './installed.ts';
import type { Catalogue, Package } from './package.ts';
import { listText } from './list.ts';
import { listsFile, listsText } from './lists.ts';
import { storeOf } from './stores.ts';
import { dayOf } from './rows.ts';

/** What an image knows of its packages: the family's database, and which file is whose. */
export function packageEntries(
  base: BaseName,
  present: ReadonlySet<string>,
  at: number,
): readonly BaseEntry[] {
  const catalogue = catalogueOfBase(base);
  const store = storeOf(catalogue);
  const here = [...catalogue.packages.values()].filter(({ isInBase }) => isInBase);
  const all = new Map(here.map((known) => [known.name, installedOf(known, at)]));
  const file = (path: string, content: string): BaseEntry => ({
    path,
    content,
    kind: 'file',
    mode: 0o644,
    uid: 0,
    gid: 0,
    modifiedAt: at,
  });
  return [
    ...store.textOf(all).map(([path, content]) => file(path, content)),
    ...here.map((known) =>
      file(store.listOf(known.name), listText(catalogue, filesIn(catalogue, known, present))),
    ),
    ...(catalogue.family === 'debian' ? [file(listsFile, listsText(dayOf(listsDay)))] : []),
  ];
}

/** The image brings the lists of the day it was made. */
const listsDay = '2025-01-01';

function installedOf({ name, version }: Package, installedAt: number): Installed {
  return { name, version, state: 'installed', isHeld: false, isAutomatic: false, installedAt };
}

function filesIn(catalogue: Catalogue, known: Package, present: ReadonlySet<string>): readonly string[] {
  const links = bringsOf(catalogue.family, known.name).links.map(([path]) => path);
  return [
    ...contentOf(catalogue, known)
      .map(({ path }) => path)
      .filter((path) => present.has(path)),
    ...links,
  ];
}
