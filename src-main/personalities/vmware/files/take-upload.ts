/** What a client sends to be kept: no more than there is room for, in the lab and on this computer. */
import type { IncomingMessage } from 'node:http';
import { accepted, refused, type Result } from '../../../../sim/contract/result.ts';
import type { Blobs, Chunks, Stored } from './blobs.ts';

/** Reading may end early, and the client is still told why. */
export const chunksOf = (stream: IncomingMessage): Chunks => stream.iterator({ destroyOnReturn: false });

type Upload = {
  readonly chunks: Chunks;
  /** Bytes that the place of the lab takes. */
  readonly room: number;
  /** `the datastore nfs-1`. */
  readonly place: string;
};

/** Refused as soon as too much came: a client that never ends would fill the disk. */
export async function takeUpload(blobs: Blobs, { chunks, room, place }: Upload): Promise<Result<Stored>> {
  const here = await blobs.room();
  const most = Math.min(room, here);
  let size = 0;
  const bounded = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > most) throw new Error('more was sent than there is room for');
      yield chunk;
    }
  };
  try {
    return accepted(await blobs.put(bounded()));
  } catch (error) {
    if (size <= most) throw error;
    const where = here < room ? 'this computer' : place;
    return refused('over-capacity', `There is no room for it on ${where}: ${most} bytes are free`);
  }
}
