import type { Catalogue } from '../catalogue.ts';

export const language: Catalogue['language'] = {
  en: 'English',
  de: 'Deutsch',
  system: 'Wie das System',
};
