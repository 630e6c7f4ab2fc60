import type { Bytes } from '../../../bytes.ts';
import { clockText, dateText, momentOf } from '../../system/time-text.ts';

/** 2026-01-05 08:00:00 */
export function stampOf(at: number): Bytes {
  const moment = momentOf(at);
  return `${dateText(moment)} ${clockText(moment)}`;
}
