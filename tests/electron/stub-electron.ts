/** An Electron distribution without Electron: what electron-builder asks of one, so that its packing runs without the binary. */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where @electron/fuses looks: its sentinel, the version of the scheme, the number of fuses, one character for each. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100010'),
]);

export function writeStubElectron(folder: string, version: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  writeFileSync(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 1\n'), fuseWire, Buffer.from('\n')]),
  );
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'stub');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'stub');
  writeFileSync(join(folder, 'locales', 'en-US.pak'), 'stub');
  writeFileSync(join(folder, 'resources', 'default_app.asar'), emptyAsar());
}

type AsarEntry = {
  readonly files?: Readonly<Record<string, AsarEntry>>;
  readonly unpacked?: boolean;
  readonly size?: number;
  readonly offset?: string;
};

export type PackedFile = {
  readonly path: string;
  readonly isUnpacked: boolean;
  readonly size: number;
  readonly offset: number;
};

/** asar: four little-endian lengths, a JSON directory, then the files. */
export function listAsar(file: string): PackedFile[] {
  const bytes = readFileSync(file);
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as AsarEntry;
  const start = 8 + bytes.readUInt32LE(4);
  const walk = (entry: AsarEntry, path: string): PackedFile[] =>
    entry.files === undefined
      ? [
          {
            path,
            isUnpacked: entry.unpacked === true,
            size: entry.size ?? 0,
            offset: start + Number(entry.offset ?? 0),
          },
        ]
      : Object.entries(entry.files).flatMap(([name, child]) =>
          walk(child, path === '' ? name : `${path}/${name}`),
        );
  return walk(header, '');
}

/** What Electron sees under app.asar, as plain files. */
export function unpackAsar(file: string, folder: string): void {
  const bytes = readFileSync(file);
  for (const { path, isUnpacked, size, offset } of listAsar(file)) {
    if (isUnpacked) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes.subarray(offset, offset + size));
  }
  if (existsSync(`${file}.unpacked`)) cpSync(`${file}.unpacked`, folder, { recursive: true });
}

function emptyAsar(): Buffer {
  const json = Buffer.from('{"files":{}}');
  const head = Buffer.alloc(16);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(json.length + 8, 4);
  head.writeUInt32LE(json.length + 4, 8);
  head.writeUInt32LE(json.length, 12);
  return Buffer.concat([head, json]);
}
