import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { accepted, refused, type Result } from '../sim/contract/result.ts';
import {
  damagedDirectory,
  directoryOf,
  findDirectory,
  isGapless,
  isZipStart,
  largestDirectory,
  localHeader,
  localHeaderSize,
  parseDirectory,
  type ZipMember,
} from './zip-format.ts';

const foreign = (why: string): Result<never> =>
  refused('foreign-file', `This is not a Coldaisle lab: ${why}.`);
export const damagedMember = (name: string, why: string): Result<never> =>
  refused('damaged-file', `The file is damaged: ${name} ${why}.`);

/** The members of a file that holds exactly the names expected, in that order. */
export async function readMembers(
  handle: FileHandle,
  names: readonly string[],
): Promise<Result<ZipMember[]>> {
  const { size } = await handle.stat();
  const head = await readAt(handle, 0, 4);
  const tail = await readAt(handle, Math.max(0, size - largestDirectory), Math.min(size, largestDirectory));
  const place = findDirectory(tail);
  if (place === null) {
    return isZipStart(head)
      ? refused('damaged-file', 'The file is cut off or its end is damaged.')
      : foreign('it is no ZIP file');
  }
  const fromEnd = size - place.offset;
  if (fromEnd > tail.length || fromEnd < 0) return damagedDirectory();
  const directory = tail.subarray(tail.length - fromEnd);
  const parsed = parseDirectory(directory, place);
  if (!parsed.ok) return parsed;
  const members = parsed.value;
  const stranger = members.find(({ name }) => !names.includes(name));
  if (stranger !== undefined) return foreign(`it holds ${JSON.stringify(stranger.name.slice(0, 80))}`);
  if (members.map(({ name }) => name).join() !== names.join())
    return foreign(`it does not hold ${names.join(', ')}`);
  if (!directory.equals(directoryOf(members, place.offset)) || !isGapless(members, place.offset))
    return damagedDirectory();
  for (const member of members) {
    const header = await readAt(handle, member.offset, localHeaderSize(member.name));
    if (!header.equals(localHeader(member))) return damagedMember(member.name, 'has a damaged header');
  }
  return accepted(members);
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

type Extraction = {
  readonly handle: FileHandle;
  readonly member: ZipMember;
  readonly onBytes: (bytes: number) => void;
};

export type Hashes = { readonly sha256: string; readonly packedSha256: string };

/** The content, checked against size and CRC while it streams by; more than was declared is never taken in. */
async function* contentOf(
  { handle, member, onBytes }: Extraction,
  packedHash: Hash,
): AsyncGenerator<Buffer, void, undefined> {
  const start = member.offset + localHeaderSize(member.name);
  const end = start + member.packedSize - 1;
  const packed: Readable =
    end < start ? Readable.from([]) : handle.createReadStream({ start, end, autoClose: false });
  const unpacker = member.method === 'deflate' ? createInflateRaw() : new PassThrough();
  const fed = pipeline(packed, (chunks: AsyncIterable<Buffer>) => hashed(chunks, packedHash), unpacker);
  fed.catch(() => undefined);
  let [size, checksum] = [0, 0];
  for await (const chunk of unpacker as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > member.size) throw new DamagedMember('is larger than it says');
    checksum = crc32(chunk, checksum);
    onBytes(chunk.length);
    yield chunk;
  }
  await fed;
  if (size !== member.size) throw new DamagedMember('is smaller than it says');
  if (checksum !== member.checksum) throw new DamagedMember('does not match its checksum');
}

class DamagedMember extends Error {}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

/** Unpacks a member into a file and returns what it and its packed form hash to. */
export async function extractTo(extraction: Extraction, target: string): Promise<Result<Hashes>> {
  const [hash, packedHash] = [createHash('sha256'), createHash('sha256')];
  return refusingDamage(extraction.member.name, async () => {
    const file = createWriteStream(target, { flush: true });
    const closed = new Promise<void>((done) => file.once('close', () => done()));
    try {
      await pipeline(hashed(contentOf(extraction, packedHash), hash), file);
    } finally {
      // A file that is still being opened would appear after its folder was cleared away.
      file.destroy();
      await closed;
    }
    return { sha256: hash.digest('hex'), packedSha256: packedHash.digest('hex') };
  });
}

/** A small member as text. */
export async function readText(
  handle: FileHandle,
  member: ZipMember,
  limit: number,
): Promise<Result<string>> {
  if (member.size > limit) return damagedMember(member.name, 'is too large');
  return refusingDamage(member.name, async () => {
    const chunks: Buffer[] = [];
    const content = contentOf({ handle, member, onBytes: () => undefined }, createHash('sha256'));
    for await (const chunk of content) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  });
}

async function refusingDamage<T>(name: string, work: () => Promise<T>): Promise<Result<T>> {
  try {
    return accepted(await work());
  } catch (error) {
    if (error instanceof DamagedMember) return damagedMember(name, error.message);
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code.startsWith('Z_')) return damagedMember(name, 'cannot be unpacked');
    throw error;
  }
}
