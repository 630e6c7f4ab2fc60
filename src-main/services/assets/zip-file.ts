/** Reads a ZIP archive by its central directory: stored and deflated files, as every tool writes them. */
import { inflateRawSync } from 'node:zlib';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';

export type ZipEntry = { readonly path: string; readonly read: () => Buffer };

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;
const endSize = 22;
const mostEntries = 100_000;
/** A file of a device type has a few kilobytes; what unpacks to more is not one. */
const mostBytes = 4 * 1024 * 1024;

const broken = (message: string): Result<never> =>
  refused('damaged-file', message, { where: 'file', hint: 'Download the archive anew.' });

export const isZip = (bytes: Buffer): boolean => bytes.length >= 4 && bytes.readUInt32LE(0) === fileMark;

/** The end record stands in the last 64 KiB, behind the archive's comment. */
function endOf(bytes: Buffer): number {
  const last = Math.max(0, bytes.length - endSize - 0xffff);
  for (let at = bytes.length - endSize; at >= last; at -= 1)
    if (bytes.readUInt32LE(at) === endMark) return at;
  return -1;
}

export function readZip(bytes: Buffer): Result<readonly ZipEntry[]> {
  const end = bytes.length < endSize ? -1 : endOf(bytes);
  if (end < 0) return broken('The archive has no end: it is cut off, or no ZIP file');
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  if (count === 0xffff || count > mostEntries || start === 0xffffffff) {
    return refused('unsupported', 'The archive is larger than this reads (ZIP64)', {
      where: 'file',
      hint: 'Unpack it and choose the folder.',
    });
  }
  const entries: ZipEntry[] = [];
  for (let at = start, index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark)
      return broken('The list of files in the archive is damaged');
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry = at;
    entries.push({
      path: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      read: () => unpacked(bytes, entry),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return accepted(entries.filter(({ path }) => !path.endsWith('/')));
}

/** Throws where it cannot be unpacked; whoever reads says which file it was. */
function unpacked(bytes: Buffer, entry: number): Buffer {
  const method = bytes.readUInt16LE(entry + 10);
  const packed = bytes.readUInt32LE(entry + 20);
  const local = bytes.readUInt32LE(entry + 42);
  if ((bytes.readUInt16LE(entry + 8) & 1) === 1) throw new Error('it is encrypted');
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== fileMark) throw new Error('it is damaged');
  const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const body = bytes.subarray(begin, begin + packed);
  if (method === 0) return body;
  if (method !== 8) throw new Error(`it is packed in a way that is not known (${method})`);
  return inflateRawSync(body, { maxOutputLength: mostBytes });
}
