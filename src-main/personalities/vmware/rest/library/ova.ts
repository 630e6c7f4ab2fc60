/** The files of an OVA: a tar archive, read while it streams. */
import type { Blobs, Chunks, Stored } from '../../files/blobs.ts';
import { refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';

type Member = Stored & { readonly name: string };

const block = 512;

export async function unpackedOva(blobs: Blobs, chunks: Chunks): Promise<Reply<readonly Member[]>> {
  const reader = createReader(chunks);
  const members: Member[] = [];
  for (;;) {
    const header = await reader.exactly(block);
    if (header === null || header.every((byte) => byte === 0)) break;
    const size = sizeIn(header);
    if (size === null || !isHeader(header)) return refuse('invalid_argument', 'The OVA is no tar archive.');
    if (isFile(header)) {
      const name = nameIn(header);
      const kept = await blobs.put(reader.next(size));
      if (kept.size !== size) return refuse('invalid_argument', `The OVA ends within ${name}.`);
      members.push({ ...kept, name: name.split('/').at(-1) ?? name });
    } else await drained(reader.next(size));
    await drained(reader.next((block - (size % block)) % block));
  }
  return members.some(({ name }) => name.endsWith('.ovf'))
    ? told(members)
    : refuse('invalid_argument', 'The OVA holds no OVF descriptor.');
}

/** Folders and links carry nothing. */
const isFile = (header: Buffer): boolean => header[156] === 0 || header[156] === 48;

async function drained(chunks: Chunks): Promise<void> {
  for await (const _ of chunks);
}

const textAt = (header: Buffer, start: number, end: number): string =>
  header.toString('latin1', start, end).split('\0')[0] ?? '';

function nameIn(header: Buffer): string {
  const prefix = textAt(header, 257, 262) === 'ustar' ? textAt(header, 345, 500) : '';
  const name = textAt(header, 0, 100);
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Octal; sizes of 8 GiB and more are written as a number. */
function sizeIn(header: Buffer): number | null {
  if (((header[124] ?? 0) & 0x80) !== 0) return Number(header.readBigUInt64BE(128));
  const text = textAt(header, 124, 136).trim();
  return /^[0-7]*$/.test(text) ? Number.parseInt(text || '0', 8) : null;
}

function isHeader(header: Buffer): boolean {
  const said = Number.parseInt(textAt(header, 148, 156).trim(), 8);
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  return said === sum;
}

/** Takes so many bytes at a time from a stream of pieces. */
function createReader(chunks: Chunks) {
  const pieces = chunks[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  async function* next(size: number): AsyncGenerator<Uint8Array> {
    for (let left = size; left > 0;) {
      if (rest.length === 0) {
        const piece = await pieces.next();
        if (piece.done === true) return;
        rest = piece.value;
      }
      const part = rest.subarray(0, left);
      rest = rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }
  return {
    next,
    exactly: async (size: number): Promise<Buffer | null> => {
      const parts: Uint8Array[] = [];
      for await (const part of next(size)) parts.push(part);
      const whole = Buffer.concat(parts);
      return whole.length === size ? whole : null;
    },
  };
}
