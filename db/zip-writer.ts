import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { PassThrough, Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { directoryOf, largestMember, localHeader, localHeaderSize, type ZipMember } from './zip-format.ts';

export type NewMember = {
  readonly name: string;
  readonly method: ZipMember['method'];
  /** A file's path, or the content itself. */
  readonly source: string | Buffer;
};

export type Written = { readonly bytes: number; readonly sha256: string; readonly packedSha256: string };

export type ZipWriter = {
  readonly add: (member: NewMember, onBytes: (bytes: number) => void) => Promise<Written>;
  /** Writes the directory; returns the file's size. */
  readonly finish: () => Promise<number>;
};

const chunkSize = 1024 * 1024;

/** Streams members into a file; never more than a few chunks in memory. */
export function createZipWriter(handle: FileHandle): ZipWriter {
  const members: ZipMember[] = [];
  let position = 0;

  const writeAt = async (bytes: Uint8Array, at: number): Promise<void> => {
    for (let done = 0; done < bytes.length;) {
      done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
    }
  };

  const add = async (member: NewMember, onBytes: (bytes: number) => void): Promise<Written> => {
    const start = position + localHeaderSize(member.name);
    const hash = createHash('sha256');
    const packedHash = createHash('sha256');
    let [size, checksum, packedSize] = [0, 0, 0];
    const tally = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        checksum = crc32(chunk, checksum);
        hash.update(chunk);
        size += chunk.length;
        onBytes(chunk.length);
        yield chunk;
      }
    };
    const write = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
      for await (const chunk of chunks) {
        await writeAt(chunk, start + packedSize);
        packedHash.update(chunk);
        packedSize += chunk.length;
        if (Math.max(size, packedSize) > largestMember)
          throw new RangeError(`${member.name} is larger than 4 GB`);
      }
    };
    const packer =
      member.method === 'deflate' ? createDeflateRaw({ level: constants.Z_BEST_SPEED }) : new PassThrough();
    await pipeline(sourceOf(member.source), tally, packer, write);
    const done: ZipMember = {
      name: member.name,
      method: member.method,
      checksum,
      packedSize,
      size,
      offset: position,
    };
    await writeAt(localHeader(done), position);
    members.push(done);
    position = start + packedSize;
    return { bytes: size, sha256: hash.digest('hex'), packedSha256: packedHash.digest('hex') };
  };

  const finish = async (): Promise<number> => {
    if (position > largestMember) throw new RangeError('the file is larger than 4 GB');
    const directory = directoryOf(members, position);
    await writeAt(directory, position);
    return position + directory.length;
  };

  return { add, finish };
}

function sourceOf(source: string | Buffer): Readable {
  return typeof source === 'string'
    ? createReadStream(source, { highWaterMark: chunkSize })
    : Readable.from([source]);
}
