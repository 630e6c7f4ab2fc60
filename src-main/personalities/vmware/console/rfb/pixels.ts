/** Dots as a client of VNC wants them: bits, order and place of each colour. */
export type PixelFormat = {
  readonly bits: number;
  readonly isBigEndian: boolean;
  /** Otherwise a dot is its place in the palette. */
  readonly isTrueColour: boolean;
  readonly most: readonly [red: number, green: number, blue: number];
  readonly shifts: readonly [red: number, green: number, blue: number];
};

export const ownFormat: PixelFormat = {
  bits: 32,
  isBigEndian: false,
  isTrueColour: true,
  most: [255, 255, 255],
  shifts: [16, 8, 0],
};

/** The sixteen bytes that describe it. */
export function writeFormat({ bits, isBigEndian, isTrueColour, most, shifts }: PixelFormat): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.set([bits, bits === 32 ? 24 : bits, Number(isBigEndian), Number(isTrueColour)]);
  for (const [at, value] of most.entries()) bytes.writeUInt16BE(value, 4 + at * 2);
  bytes.set(shifts, 10);
  return bytes;
}

/** null: no format that there is. */
export function readFormat(bytes: Buffer): PixelFormat | null {
  const bits = bytes.readUInt8(0);
  const isTrueColour = bytes.readUInt8(3) !== 0;
  if (![8, 16, 32].includes(bits) || (!isTrueColour && bits !== 8)) return null;
  return {
    bits,
    isBigEndian: bytes.readUInt8(2) !== 0,
    isTrueColour,
    most: [bytes.readUInt16BE(4), bytes.readUInt16BE(6), bytes.readUInt16BE(8)],
    shifts: [bytes.readUInt8(10) & 31, bytes.readUInt8(11) & 31, bytes.readUInt8(12) & 31],
  };
}

/** Turns places in the palette into a client's dots. */
export type Packing = (dots: Uint8Array) => Buffer;

export function packingFor(format: PixelFormat, palette: readonly number[]): Packing {
  if (!format.isTrueColour) return (dots) => Buffer.from(dots);
  const width = format.bits / 8;
  const packed = palette.map((colour) => packedColour(format, colour));
  return (dots) => {
    const bytes = Buffer.alloc(dots.length * width);
    for (let at = 0; at < dots.length; at += 1) packed[dots[at] ?? 0]?.copy(bytes, at * width);
    return bytes;
  };
}

function packedColour({ bits, isBigEndian, most, shifts }: PixelFormat, colour: number): Buffer {
  let value = 0;
  for (const [nth, shift] of shifts.entries()) {
    const part = (colour >> (16 - nth * 8)) & 255;
    value = (value | (Math.round((part * (most[nth] ?? 0)) / 255) << shift)) >>> 0;
  }
  const bytes = Buffer.alloc(bits / 8);
  const fitting = bits === 32 ? value : value % 2 ** bits;
  if (isBigEndian) bytes.writeUIntBE(fitting, 0, bytes.length);
  else bytes.writeUIntLE(fitting, 0, bytes.length);
  return bytes;
}

/** For clients without true colours: the palette itself. */
export function colourMap(palette: readonly number[]): Buffer {
  const bytes = Buffer.alloc(6 + palette.length * 6);
  bytes.writeUInt8(1, 0);
  bytes.writeUInt16BE(palette.length, 4);
  for (const [at, colour] of palette.entries())
    for (let part = 0; part < 3; part += 1)
      bytes.writeUInt16BE(((colour >> (16 - part * 8)) & 255) * 257, 6 + at * 6 + part * 2);
  return bytes;
}
