import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { rejection, replyOfRefusal } from '../faults.ts';
import { jsonReply, type Reply } from './reply.ts';

type UploadOptions = { readonly directory: string; readonly limit: number; readonly atOnce: number };

export type Uploads = { readonly receive: (request: IncomingMessage, name: string | null) => Promise<Reply> };

const ours = /^upload-[0-9a-f]{32}(\.[a-z.]+)?$/;
/** The ends of names the desk reads; of a client's name nothing else is kept. */
const ends = ['.coldaisle', '.lab.yaml', '.yaml', '.yml'] as const;

/** What an earlier session left behind is of no use to anyone. */
export async function clearUploads(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const names = (await readdir(directory)).filter((name) => ours.test(name));
  await Promise.all(names.map((name) => rm(join(directory, name), { force: true })));
}

export function createUploads(options: UploadOptions): Uploads {
  let running = 0;
  const receive = async (request: IncomingMessage, name: string | null): Promise<Reply> => {
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > options.limit) return tooLarge(options.limit);
    if (request.headers['content-type']?.startsWith('multipart/') === true) {
      return rejection('wrong-media-type', 'Send the file itself as the body, not a form.');
    }
    const end = ends.find((candidate) => name?.toLowerCase().endsWith(candidate) ?? false) ?? '';
    const file = join(options.directory, `upload-${randomBytes(16).toString('hex')}${end}`);
    return store(request, file, options.limit);
  };
  return {
    receive: async (request, name) => {
      if (running >= options.atOnce) {
        return rejection('too-many-requests', 'Too many uploads at one time.', {
          headers: { 'retry-after': '2' },
        });
      }
      running += 1;
      try {
        return await receive(request, name);
      } finally {
        running -= 1;
      }
    },
  };
}

/** Under another name until it is whole, so that nothing half is ever imported. */
async function store(request: IncomingMessage, file: string, limit: number): Promise<Reply> {
  const part = `${file}.part`;
  try {
    const bytes = await write(request, part, limit);
    if (bytes > limit) return tooLarge(limit);
    await rename(part, file);
    return jsonReply({ file, bytes });
  } catch (error) {
    if (codeOf(error) !== 'ENOSPC') throw error;
    return replyOfRefusal({
      code: 'storage-failed',
      message: 'The disk is full.',
      hint: 'Free some space, then upload again.',
    });
  } finally {
    await rm(part, { force: true });
  }
}

/** Stops reading above the limit, and leaves the connection open for the answer. */
async function write(request: IncomingMessage, part: string, limit: number): Promise<number> {
  const handle = await open(part, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      if (bytes > limit) break;
      await handle.writeFile(chunk as Buffer);
    }
  } finally {
    await handle.close();
  }
  return bytes;
}

const tooLarge = (limit: number): Reply =>
  rejection('body-too-large', `The file is larger than ${limit} bytes.`);

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
