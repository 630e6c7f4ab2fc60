/** @typedef {ReadonlyMap<number, Buffer>} Drawn size in pixels to PNG */

/**
 * .ico since Windows Vista: a directory of whole PNGs.
 * @param {Drawn} drawn
 */
export function windowsIcon(drawn) {
  const images = [16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, png: pngOf(drawn, size) }));
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    const at = 6 + 16 * index;
    // One byte each for width and height; 256 is written as 0.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** Apple's names for a PNG of each size. */
const APPLE_TYPES = /** @type {const} */ ([
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]);

/** @param {Drawn} drawn */
export function appleIcon(drawn) {
  const entries = APPLE_TYPES.map(([type, size]) => block(type, pngOf(drawn, size)));
  return block('icns', Buffer.concat(entries));
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function block(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([head, content]);
}

/**
 * @param {Drawn} drawn
 * @param {number} size
 */
function pngOf(drawn, size) {
  const png = drawn.get(size);
  if (png === undefined) throw new Error(`The icon was not drawn at ${size} pixels.`);
  return png;
}
