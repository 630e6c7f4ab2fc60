import type { Bytes } from '../../bytes.ts';
import type { Unpacked } from './form.ts';

export const listTitle = 'Strms  Blocks   Compressed Uncompressed  Ratio  Check   Filename\n';
const names: Readonly<Record<number, Bytes>> = { 0: 'None', 1: 'CRC32', 4: 'CRC64', 10: 'SHA-256' };

type Of = { readonly name: Bytes; readonly size: number };

export function listRow(
  { streams, blocks, text, checks }: Extract<Unpacked, { ok: true }>,
  { name, size }: Of,
): Bytes {
  const share = text.length === 0 ? 10 : size / text.length;
  const ratio = share > 9.999 ? '---' : share.toFixed(3);
  const counts = `${String(streams).padStart(5)}  ${String(blocks).padStart(6)}`;
  const sizes = `${amount(size).padStart(11)}  ${amount(text.length).padStart(11)}`;
  return `${counts}  ${sizes}  ${ratio.padStart(5)}  ${checks
    .map((check) => names[check] ?? 'Unknown')
    .join(',')
    .padEnd(7)} ${name}\n`;
}

const units = ['B', 'KiB', 'MiB', 'GiB'] as const;

function amount(bytes: number): Bytes {
  let [value, unit] = [bytes, 0];
  for (; value > 9999 && unit < units.length - 1; unit += 1) value /= 1024;
  return `${unit === 0 ? String(value) : value.toFixed(1)} ${units[unit] ?? ''}`;
}
