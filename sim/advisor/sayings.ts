import type { RoomPicture, UnitPicture } from './advisor.ts';

/** As people read it: one decimal, a real minus. */
export const at1 = (value: number): string => value.toFixed(1).replace('-', '\u2212');

/** Set-points are set in tenths. */
export const signed = (value: number): number => Math.round(value * 10) / 10;

export const running = (room: RoomPicture): readonly UnitPicture[] =>
  room.units.filter(({ state }) => state === 'running');

/** Every unit runs or was switched off by a hand: while one fails or starts, nothing is optimised. */
export const isCalm = ({ units }: RoomPicture): boolean =>
  units.length > 0 && units.every(({ state }) => state === 'running' || state === 'off');
