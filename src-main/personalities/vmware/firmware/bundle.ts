/** The configuration of a host in one file: a tar archive, packed, with one JSON file in it. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { PaperValue } from '../../../../sim/contract/papers.ts';
import { jsonLimits, readJson } from '../wire/read-json.ts';

export type Bundle = {
  readonly uuid: string;
  readonly build: string;
  /** What is set on the host: papers by what stands behind its name. */
  readonly papers: Readonly<Record<string, PaperValue>>;
};

const fileName = 'state.json';
const block = 512;
const mostBytes = 16_777_216;

export function packBundle(bundle: Bundle): Buffer {
  const content = Buffer.from(JSON.stringify(bundle));
  const filled = Buffer.alloc(Math.ceil(content.length / block) * block);
  content.copy(filled);
  return gzipSync(Buffer.concat([headOf(content.length), filled, Buffer.alloc(2 * block)]));
}

function headOf(size: number): Buffer {
  const head = Buffer.alloc(block);
  head.write(fileName, 0);
  head.write('0000644\0', 100);
  head.write('0000000\0', 108);
  head.write('0000000\0', 116);
  head.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  head.write('00000000000\0', 136);
  // The sum is made with blanks in its own place.
  head.write('        ', 148);
  head.write('0', 156);
  head.write('ustar\0', 257);
  head.write('00', 263);
  const sum = head.reduce((before, byte) => before + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return head;
}

/** null: this is no bundle of ours. */
export function unpackBundle(packed: Uint8Array): Bundle | null {
  try {
    const tar = gunzipSync(packed, { maxOutputLength: mostBytes });
    if (tar.toString('latin1', 0, fileName.length + 1) !== `${fileName}\0`) return null;
    const size = Number.parseInt(tar.toString('latin1', 124, 135), 8);
    const read = readJson(tar.subarray(block, block + size), jsonLimits);
    return read.ok ? bundleIn(read.value) : null;
  } catch {
    // Whatever cannot be read is none.
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function bundleIn(value: unknown): Bundle | null {
  if (!isRecord(value) || !isRecord(value['papers'])) return null;
  const { uuid, build, papers } = value;
  if (typeof uuid !== 'string' || typeof build !== 'string') return null;
  return { uuid, build, papers: papers as Bundle['papers'] };
}
