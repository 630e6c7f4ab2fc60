/** Names of languages, each in its own. */
export const language = {
  en: 'English',
  de: 'Deutsch',
  system: 'As the system',
};
