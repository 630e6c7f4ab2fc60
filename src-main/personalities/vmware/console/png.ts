/** A picture as a PNG file with a palette. */
import { crc32, deflateSync } from 'node:zlib';

export type Picture = { readonly width: number; readonly height: number; readonly dots: Uint8Array };

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pngOf({ width, height, dots }: Picture, palette: readonly number[]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a dot, colours by palette.
  head.writeUInt8(8, 8);
  head.writeUInt8(3, 9);
  const colours = Buffer.alloc(palette.length * 3);
  for (const [at, colour] of palette.entries()) colours.writeUIntBE(colour, at * 3, 3);
  // Before each line stands how it is filtered: not at all.
  const lines = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    lines.set(dots.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

/** Smaller or larger, dot by dot: letters stay sharp. */
export function scaled({ width, height, dots }: Picture, to: Pick<Picture, 'width' | 'height'>): Picture {
  const out = new Uint8Array(to.width * to.height);
  for (let y = 0; y < to.height; y += 1) {
    const line = Math.floor((y * height) / to.height) * width;
    for (let x = 0; x < to.width; x += 1)
      out[y * to.width + x] = dots[line + Math.floor((x * width) / to.width)] ?? 0;
  }
  return { ...to, dots: out };
}
