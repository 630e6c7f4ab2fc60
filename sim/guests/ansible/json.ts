import type { Bytes } from '../bytes.ts';
import { textOf } from '../bytes.ts';
import { isRecord } from './payload.ts';

/** As Python's json writes it: a blank after commas and colons, and nothing but ASCII. */
export function jsonOf(value: unknown): Bytes {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(jsonOf).join(', ')}]`;
  if (!isRecord(value)) return JSON.stringify(value ?? null);
  const rows = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${rows.map(([key, one]) => `${quoted(key)}: ${jsonOf(one)}`).join(', ')}}`;
}

const quoted = (bytes: Bytes): Bytes =>
  JSON.stringify(textOf(bytes)).replace(
    /[\x7f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
