import type { Entity } from '../../../sim/contract/entities.ts';

/** `sensor-17` → 17; an id of another shape gets a number from its letters, far above any count. */
export function numberIn(entity: Pick<Entity, 'id' | 'kind'>): number {
  const tail = entity.id.startsWith(`${entity.kind}-`) ? entity.id.slice(entity.kind.length + 1) : '';
  return /^[1-9]\d{0,8}$/.test(tail) ? Number(tail) : 2 ** 30 + (lettersSum(entity.id) % (2 ** 30 - 2));
}

/** FNV-1a. */
export function lettersSum(text: string): number {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return sum;
}
