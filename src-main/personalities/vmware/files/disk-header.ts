/** Whether what was put on a datastore is a virtual disk, told by how it begins. */
import type { StandaloneDisk } from '../objects/machine/standalone-disks.ts';
import type { Chunks } from './blobs.ts';

/** As much of the beginning as is looked at. */
const headBytes = 4096;

/** Sparse disks have a header of their own; a descriptor is text. */
export function diskIn(head: Buffer): StandaloneDisk | undefined {
  if (head.length >= 20 && head.toString('latin1', 0, 4) === 'KDMV')
    return { kilobytes: Number(head.readBigUInt64LE(12)) / 2, isThin: true };
  const text = head.toString('latin1');
  if (!/^#\s*Disk DescriptorFile/i.test(text)) return undefined;
  const sectors = [...text.matchAll(/^RW\s+(\d+)\s/gm)].reduce((sum, [, count]) => sum + Number(count), 0);
  return sectors === 0
    ? undefined
    : {
        kilobytes: sectors / 2,
        isThin: /thinProvisioned\s*=\s*"1"/.test(text),
        ...(/ddb\.deletable\s*=\s*"false"/.test(text) ? {} : { isDeletable: true }),
      };
}

/** Hands the stream on and keeps its beginning. */
export function withHead(chunks: Chunks): { readonly chunks: Chunks; readonly head: () => Buffer } {
  let head = Buffer.alloc(0);
  const passing = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (head.length < headBytes) head = Buffer.concat([head, chunk.subarray(0, headBytes - head.length)]);
      yield chunk;
    }
  };
  return { chunks: passing(), head: () => head };
}
