/** The sixteen colours of a text console, as 0xRRGGBB. */
export const consoleColours = [
  0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa,
  0x555555, 0xff5555, 0x55ff55, 0xffff55, 0x5555ff, 0xff55ff, 0x55ffff, 0xffffff,
] as const;

/** Steps of the cube of 216 that follows them. */
export const cubeSteps = [0, 95, 135, 175, 215, 255] as const;
