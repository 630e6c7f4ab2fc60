/** Contents of files that people put on datastores, by what they contain: in a directory of the lab, or in memory. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

export type Chunks = AsyncIterable<Uint8Array>;

export async function* inOneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export type Stored = { readonly sha: string; readonly size: number };

export type Blobs = {
  /** Kept when all of it came; a stream that breaks off rejects and leaves nothing. */
  readonly put: (chunks: Chunks) => Promise<Stored>;
  /** Bytes from `start` up to `end`, which is not included; null where they are not here. */
  readonly read: (sha: string, start: number, end: number) => Promise<Chunks | null>;
  /** Bytes that may still be put. */
  readonly room: () => Promise<number>;
};

/** Left to the lab's own files. */
const reserve = 1_073_741_824;
/** All that is kept in memory. */
const mostInMemory = 1_073_741_824;

export const createBlobs = (directory: string | null): Blobs =>
  directory === null ? inMemory() : inDirectory(directory);

function inMemory(): Blobs {
  const kept = new Map<string, Buffer>();
  return {
    put: async (chunks) => {
      const pieces: Uint8Array[] = [];
      for await (const chunk of chunks) pieces.push(chunk);
      const whole = Buffer.concat(pieces);
      const sha = createHash('sha256').update(whole).digest('hex');
      kept.set(sha, whole);
      return { sha, size: whole.length };
    },
    read: async (sha, start, end) => {
      const whole = kept.get(sha);
      return whole === undefined ? null : inOneChunk(whole.subarray(start, end));
    },
    room: () => {
      const taken = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
      return Promise.resolve(Math.max(0, mostInMemory - taken));
    },
  };
}

function inDirectory(directory: string): Blobs {
  return {
    put: async (chunks) => {
      await mkdir(directory, { recursive: true });
      const coming = join(directory, `.${randomUUID()}`);
      const hash = createHash('sha256');
      let size = 0;
      const counted = async function* (): AsyncGenerator<Uint8Array> {
        for await (const chunk of chunks) {
          hash.update(chunk);
          size += chunk.length;
          yield chunk;
        }
      };
      try {
        await pipeline(counted(), createWriteStream(coming));
        const sha = hash.digest('hex');
        await rename(coming, join(directory, sha));
        return { sha, size };
      } catch (error) {
        await rm(coming, { force: true });
        throw error;
      }
    },
    read: async (sha, start, end) => {
      const path = join(directory, sha);
      const found = await stat(path).catch(() => null);
      if (found === null) return null;
      return end <= start ? inOneChunk(Buffer.alloc(0)) : createReadStream(path, { start, end: end - 1 });
    },
    room: async () => {
      await mkdir(directory, { recursive: true });
      const { bavail, bsize } = await statfs(directory);
      return Math.max(0, bavail * bsize - reserve);
    },
  };
}
