import type { Catalogue } from '../catalogue.ts';

export const numbers: Catalogue['numbers'] = {
  decimal: ',',
  group: '\u202f',
};
