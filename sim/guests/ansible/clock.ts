import type { Bytes } from '../bytes.ts';
import { clockText, dateText, momentOf } from '../programs/system/time-text.ts';

/** `2026-11-21 18:30:05.250000` */
export const momentText = (at: number): Bytes =>
  `${dateText(momentOf(at))} ${clockText(momentOf(at))}.${String(Math.floor(at) % 1000).padStart(3, '0')}000`;

/** `0:00:05.250000` */
export function spanText(milliseconds: number): Bytes {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return `${clock}.${String(Math.floor(milliseconds) % 1000).padStart(3, '0')}000`;
}

/** `2026-11-21@18:30:05`, in the names of copies that are kept. */
export const backupStamp = (at: number): Bytes => `${dateText(momentOf(at))}@${clockText(momentOf(at))}`;
