/** QR code, ISO/IEC 18004: versions 1 to 10 at level M, which bears the loss of 15 %. */

export type QrVersion = {
  /** Correcting bytes of each block. */
  readonly correction: number;
  /** Bytes of data, block by block. */
  readonly blocks: readonly number[];
  /** Middles of the alignment patterns, in both directions. */
  readonly alignment: readonly number[];
};

export const qrVersions: readonly QrVersion[] = [
  { correction: 10, blocks: [16], alignment: [] },
  { correction: 16, blocks: [28], alignment: [6, 18] },
  { correction: 26, blocks: [44], alignment: [6, 22] },
  { correction: 18, blocks: [32, 32], alignment: [6, 26] },
  { correction: 24, blocks: [43, 43], alignment: [6, 30] },
  { correction: 16, blocks: [27, 27, 27, 27], alignment: [6, 34] },
  { correction: 18, blocks: [31, 31, 31, 31], alignment: [6, 22, 38] },
  { correction: 22, blocks: [38, 38, 39, 39], alignment: [6, 24, 42] },
  { correction: 22, blocks: [36, 36, 36, 37, 37], alignment: [6, 26, 46] },
  { correction: 26, blocks: [43, 43, 43, 43, 44], alignment: [6, 28, 50] },
];
