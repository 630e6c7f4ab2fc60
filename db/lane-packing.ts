import { constants, deflateSync, inflateSync } from 'node:zlib';

/**
 * Lanes are stored as eight planes of bytes: first all lowest bytes of the numbers, last all signs and exponents.
 * Upper planes shrink to little; lower ones are mostly noise, and squeezing noise is what takes the time,
 * so a plane whose beginning does not shrink is stored as it is.
 * Layout: eight headers of 4 bytes (length, highest bit set where deflated), then the planes.
 */
const planeCount = 8;
const headerSize = planeCount * 4;
const sampleSize = 4096;
const worthwhile = 0.9;
const deflatedBit = 0x8000_0000;
const level = constants.Z_BEST_SPEED;

export function packLanes(lanes: Float64Array): Buffer {
  const bytes = new Uint8Array(lanes.buffer, lanes.byteOffset, lanes.byteLength);
  const header = Buffer.alloc(headerSize);
  const parts: Uint8Array[] = [header];
  for (let plane = 0; plane < planeCount; plane += 1) {
    const raw = planeOf(bytes, plane);
    const packed = isSqueezable(raw) ? deflateSync(raw, { level }) : raw;
    header.writeUInt32LE((packed.length | (packed === raw ? 0 : deflatedBit)) >>> 0, plane * 4);
    parts.push(packed);
  }
  return Buffer.concat(parts);
}

export function unpackLanes(packed: Buffer): Float64Array {
  const planes: Uint8Array[] = [];
  let offset = headerSize;
  for (let plane = 0; plane < planeCount; plane += 1) {
    const header = packed.readUInt32LE(plane * 4);
    const length = header & ~deflatedBit;
    const body = packed.subarray(offset, offset + length);
    planes.push(header >= deflatedBit ? inflateSync(body) : body);
    offset += length;
  }
  const lanes = new Float64Array(planes[0]?.length ?? 0);
  const bytes = new Uint8Array(lanes.buffer);
  for (const [plane, body] of planes.entries()) spread(body, bytes, plane);
  return lanes;
}

function planeOf(bytes: Uint8Array, plane: number): Uint8Array {
  const body = new Uint8Array(bytes.length / planeCount);
  for (let index = 0; index < body.length; index += 1) body[index] = bytes[index * planeCount + plane] ?? 0;
  return body;
}

function spread(body: Uint8Array, bytes: Uint8Array, plane: number): void {
  for (let index = 0; index < body.length; index += 1) bytes[index * planeCount + plane] = body[index] ?? 0;
}

function isSqueezable(body: Uint8Array): boolean {
  const sample = body.subarray(0, sampleSize);
  return deflateSync(sample, { level }).length < sample.length * worthwhile;
}
