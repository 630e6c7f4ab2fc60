import { placeOf } from '../bases/place.ts';
import type { FileRow } from '../bases/distribution.ts';
import type { Bytes } from '../bytes.ts';
import { bytesOf } from '../bytes.ts';
import { programFile } from '../kernel/image.ts';
import { bringsOf } from './brings.table.ts';
import type { Catalogue, Package } from './package.ts';

export type PackageFile = {
  readonly path: Bytes;
  readonly content: Bytes;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Kept when somebody changed it, and when the package goes. */
  readonly isSettings: boolean;
};

/** What runs where a program is known by its name only. */
const notSimulated = 'not-simulated';

/** Every file of a package; links are apart. */
export function contentOf(catalogue: Catalogue, known: Package): readonly PackageFile[] {
  const { files } = bringsOf(catalogue.family, known.name);
  return [
    ...known.programs.map(({ name, isSimulated }) =>
      executable(placeOf(catalogue.family, name), isSimulated ? name : notSimulated),
    ),
    ...files.map(plain),
    ...documents(known),
  ];
}

const executable = (path: string, program: string): PackageFile => ({
  path,
  content: programFile(program),
  mode: 0o755,
  uid: 0,
  gid: 0,
  isSettings: false,
});

const plain = ([path, content, mode, uid, gid]: FileRow): PackageFile => ({
  path,
  content: bytesOf(content),
  mode: mode ?? 0o644,
  uid: uid ?? 0,
  gid: gid ?? 0,
  isSettings: path.startsWith('/etc/') && !path.startsWith('/etc/init.d/'),
});

function documents({ name, about, isInBase }: Package): readonly PackageFile[] {
  if (isInBase) return [];
  const text = `${name}: ${about}.\n\nWhat stands here is a lab's likeness of the package: its name, versions and behaviour, not its files.\n`;
  return [{ ...plain([`/usr/share/doc/${name}/copyright`, text]) }];
}

/** What else of its size there is, as one file of zeros: it fills the disk as the real one does. */
export function bulkOf({
  name,
  isInBase,
  kilobytes,
}: Package): { readonly path: Bytes; readonly bytes: number } | null {
  const bytes = kilobytes * 1024 - 8192;
  if (isInBase || bytes < 65_536) return null;
  const path = name.startsWith('lib') ? `/usr/lib/${name}.so` : `/usr/share/${name}/${name}.dat`;
  return { path, bytes };
}
