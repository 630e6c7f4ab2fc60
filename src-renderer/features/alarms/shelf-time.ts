/** How long an alarm is shelved, as it is typed. Pure. */
import { spanText } from '../../ui/numbers.ts';

export const quickMinutes = [15, 60, 240] as const;
const most = 10_080;

/** The minutes, or what is wrong with them. */
export function readMinutes(text: string): { readonly minutes: number } | { readonly problem: string } {
  const minutes = Number(text);
  const isFine = /^\d+$/.test(text.trim()) && minutes >= 1 && minutes <= most;
  return isFine
    ? { minutes }
    : { problem: `A whole number from 1 to ${most}: a shelf ends after a week at most` };
}

export const minutesText = (minutes: number): string => spanText(minutes * 60);
