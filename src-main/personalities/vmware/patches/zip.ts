/** Reads a ZIP archive where it lies, piece by piece: depots of a whole image are as large as the image. */
import { createInflateRaw } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { inOneChunk } from '../files/blobs.ts';
import type { Chunks } from '../files/blobs.ts';

/** Bytes that are read from `start` up to `end`, which is not included. */
export type Ranged = {
  readonly size: number;
  /** null: its contents are not kept on this machine. */
  readonly read: (start: number, end: number) => Promise<Chunks | null>;
};

export type Zip = ReadonlyMap<string, Chunks>;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;
const [endSize, entrySize, fileSize] = [22, 46, 30];
const mostComment = 0xffff;
const mostDirectory = 16 * 1024 * 1024;

/** What the bytes are not: it is caught where the archive is read. */
export class NoZip extends Error {}

export async function bytesOf(chunks: Chunks, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw new NoZip('a part of it is larger than such parts are');
    pieces.push(chunk);
  }
  return Buffer.concat(pieces);
}

export const inBuffer = (bytes: Buffer): Ranged => ({
  size: bytes.length,
  read: async (start, end) => inOneChunk(bytes.subarray(start, end)),
});

async function slice({ size, read }: Ranged, start: number, length: number): Promise<Buffer> {
  const end = Math.min(size, start + length);
  const chunks = start < 0 || start > end ? null : await read(start, end);
  if (chunks === null) throw new NoZip('it is cut off');
  return bytesOf(chunks, end - start);
}

type Entry = {
  readonly path: string;
  readonly method: number;
  readonly isLocked: boolean;
  readonly packed: number;
  readonly at: number;
};

/** Throws `NoZip` where it is none; its members are read when somebody asks for them. */
export async function openZip(source: Ranged): Promise<Zip> {
  const directory = await directoryIn(source);
  return new Map(entriesIn(directory).map((entry) => [entry.path, contentOf(source, entry)]));
}

async function directoryIn(source: Ranged): Promise<Buffer> {
  const from = Math.max(0, source.size - endSize - mostComment);
  const tail = await slice(source, from, source.size - from);
  let at = tail.length - endSize;
  while (at >= 0 && tail.readUInt32LE(at) !== endMark) at -= 1;
  if (at < 0) throw new NoZip('it has no end: it is cut off, or no ZIP file');
  const [length, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (start === 0xffff_ffff || length > mostDirectory)
    throw new NoZip('it is larger than 4 GiB, or has too many files');
  return slice(source, start, length);
}

function entriesIn(directory: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (at + entrySize <= directory.length && directory.readUInt32LE(at) === entryMark) {
    const nameEnd = at + entrySize + directory.readUInt16LE(at + 28);
    const path = directory.toString('utf8', at + entrySize, nameEnd);
    entries.push({
      path,
      method: directory.readUInt16LE(at + 10),
      isLocked: (directory.readUInt16LE(at + 8) & 1) === 1,
      packed: directory.readUInt32LE(at + 20),
      at: directory.readUInt32LE(at + 42),
    });
    at = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries.filter(({ path }) => !path.endsWith('/'));
}

async function* contentOf(source: Ranged, entry: Entry): AsyncGenerator<Uint8Array> {
  const { path, method, isLocked, packed, at } = entry;
  if (isLocked || (method !== 0 && method !== 8))
    throw new NoZip(`${path} is encrypted, or packed in a way that is not known`);
  const head = await slice(source, at, fileSize);
  if (head.length < fileSize || head.readUInt32LE(0) !== fileMark) throw new NoZip(`${path} is damaged`);
  const start = at + fileSize + head.readUInt16LE(26) + head.readUInt16LE(28);
  const chunks = await source.read(start, Math.min(source.size, start + packed));
  if (chunks === null) throw new NoZip('its contents are not kept on this machine');
  yield* method === 0 ? chunks : unpacked(chunks, path);
}

async function* unpacked(chunks: Chunks, path: string): AsyncGenerator<Uint8Array> {
  const unpacker = createInflateRaw();
  const fed = pipeline(chunks, unpacker);
  fed.catch(() => undefined);
  try {
    for await (const chunk of unpacker) yield chunk as Uint8Array;
    await fed;
  } catch {
    throw new NoZip(`${path} cannot be unpacked`);
  }
}
