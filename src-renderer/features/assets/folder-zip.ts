/** A folder as one file, since an upload takes one: a ZIP whose files are stored as they are. */

type FolderFile = { readonly path: string; readonly bytes: Uint8Array };

/** A ZIP without its 64-bit extension counts so far. */
const mostZipFiles = 65_000;

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}

type Field = readonly [bytes: 2 | 4, value: number];

function record(fields: readonly Field[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

/** Version 2.0, names in UTF-8, stored, 1 January 1980: what both headers of a file share. */
const common = ({ bytes }: FolderFile, name: Uint8Array): readonly Field[] => [
  [2, 20],
  [2, 0x0800],
  [2, 0],
  [2, 0],
  [2, 0x21],
  [4, crc32(bytes)],
  [4, bytes.length],
  [4, bytes.length],
  [2, name.length],
  [2, 0],
];

const entry = (name: Uint8Array, offset: number, file: FolderFile): Uint8Array<ArrayBuffer> =>
  record([[4, 0x02014b50], [2, 20], ...common(file, name), [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]);

/** The parts of the archive, in order. */
export function zipOf(files: readonly FolderFile[]): readonly Uint8Array<ArrayBuffer>[] {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const list: Uint8Array<ArrayBuffer>[] = [];
  const encoder = new TextEncoder();
  let offset = 0;
  for (const file of files) {
    const name = encoder.encode(file.path);
    list.push(entry(name, offset, file), name);
    const own = [record([[4, 0x04034b50], ...common(file, name)]), name, new Uint8Array(file.bytes)];
    parts.push(...own);
    offset += own.reduce((sum, { length }) => sum + length, 0);
  }
  const size = list.reduce((sum, { length }) => sum + length, 0);
  const count = files.length;
  const end = record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
  return [...parts, ...list, end];
}

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);

/** Only files that may be device types: of a library's folder the pictures alone have hundreds of megabytes. */
export async function zippedFolder(chosen: readonly File[]): Promise<File | null> {
  const files = chosen.filter(({ name }) => isYaml(name)).slice(0, mostZipFiles);
  if (files.length === 0) return null;
  const read = await Promise.all(
    files.map(async (file) => ({
      path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  return new File([...zipOf(read)], 'device-types.zip', { type: 'application/zip' });
}
