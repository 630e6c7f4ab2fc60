import type { EntityId } from '../../sim/contract/ids.ts';

/** A seed of its own, the same each time. */
export const numberOf = (id: EntityId): number => {
  let number = 0;
  for (const letter of id) number = (Math.imul(number, 31) + letter.charCodeAt(0)) | 0;
  return number;
};
