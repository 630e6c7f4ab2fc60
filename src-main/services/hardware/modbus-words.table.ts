/** The four tables of a Modbus device: how they are asked for, and how much of one fits in one answer. */
export const modbusTables = {
  coil: { function: 1, most: 2000, holds: 'bits' },
  discrete: { function: 2, most: 2000, holds: 'bits' },
  holding: { function: 3, most: 125, holds: 'registers' },
  input: { function: 4, most: 125, holds: 'registers' },
} as const;

/** Exception codes of the Modbus Application Protocol 1.1b3, said so that one knows what to do. */
export const modbusExceptions: Readonly<Record<number, string>> = {
  1: 'The device does not know this kind of table (exception 1): try another, such as input: instead of holding:',
  2: 'The device has no such register (exception 2): look up the address, which counts from 0 here',
  3: 'The device refuses the amount (exception 3): try a 16-bit type',
  4: 'The device failed while reading (exception 4)',
  5: 'The device needs more time (exception 5)',
  6: 'The device is busy (exception 6)',
  8: 'The memory of the device is damaged (exception 8)',
  10: 'The gateway has no path to this unit (exception 10): check the unit number',
  11: 'The unit behind the gateway does not answer (exception 11): check the unit number and its wiring',
};
