import type { Bytes } from '../../bytes.ts';

const units: Readonly<Record<string, number>> = {
  '': 1,
  b: 512,
  B: 1,
  c: 1,
  w: 2,
  kB: 1000,
  K: 1024,
  KiB: 1024,
  k: 1024,
  MB: 1e6,
  M: 1_048_576,
  MiB: 1_048_576,
  m: 1_048_576,
  GB: 1e9,
  G: 1_073_741_824,
  GiB: 1_073_741_824,
  TB: 1e12,
  T: 1_099_511_627_776,
  TiB: 1_099_511_627_776,
};

/** `12`, `3K`, `1MB`; null: it is none. */
export function sizeOf(text: Bytes): number | null {
  const found = /^(\d+)([a-zA-Z]*)$/.exec(text);
  const unit = found === null ? undefined : units[found[2] ?? ''];
  return found === null || unit === undefined ? null : Number(found[1]) * unit;
}
