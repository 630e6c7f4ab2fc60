/**
 * A column of numbers in few bytes. What sensors say is quantised: times by a step, values by decimals.
 * So a column becomes integers, these become distances (from the one before, or from the smallest,
 * whichever is shorter), and the distances are packed 64 at a time with as many bits as the largest needs.
 * What does not fit stays as it is, eight bytes each. Every number comes back
 * to the last bit, but for the sign of a zero.
 *
 * Layout: mode (1 byte), code of the scale (1), first (steps only) and base as integers of a few bytes,
 * then groups of width and bits; or mode 0 and the numbers themselves.
 * Modes 1 and 2, with scale, first and base as float64, are read where an older version wrote them.
 */
export const modes = { raw: 0, longSteps: 1, longOffsets: 2, steps: 3, offsets: 4 } as const;

export const groupSize = 64;
export const widest = 2 ** 32 - 1;
export const largestInteger = 2 ** 50;
