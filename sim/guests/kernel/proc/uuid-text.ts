import { bits } from '../../../kernel/chance.ts';
import type { Bytes } from '../../bytes.ts';
import type { Kernel } from '../process.ts';

/** Of one boot always the same, or a new one each time. */
export function uuidText(kernel: Kernel, of: number | null): Bytes {
  const words = [1, 2, 3, 4].map((at) =>
    of === null ? Math.floor(kernel.chance() * 4_294_967_296) : bits(of % 2_147_483_647, at, 0x626f6f74),
  );
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  const variant = (8 + (Number.parseInt(hex.slice(16, 17), 16) % 4)).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}
