/** The language that is spoken now. English is always here; another one comes with its first use. */
import { create } from 'zustand';
import { english } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';

export type Language = 'en' | 'de';
export type LanguageChoice = Language | 'system';

export const languageChoices = ['system', 'en', 'de'] as const satisfies readonly LanguageChoice[];

type Spoken = { readonly language: Language; readonly words: Catalogue };

const useSpoken = create<Spoken>(() => ({ language: 'en', words: english }));

const load: Record<Language, () => Promise<Catalogue>> = {
  en: () => Promise.resolve(english),
  de: async () => (await import('./de/index.ts')).german,
};

/** The language of a choice, where the system's own are asked in the order of its liking. */
export function languageOf(choice: LanguageChoice, liked: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const known = liked.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in load);
  return (known as Language | undefined) ?? 'en';
}

/** Speaks it from now on. Where its words cannot be loaded, the language stays as it was. */
export async function speak(language: Language): Promise<void> {
  const words = await load[language]();
  useSpoken.setState({ language, words });
  document.documentElement.lang = language;
}

/** For components: renders anew when another language is chosen. */
export const useText = (): Catalogue => useSpoken((state) => state.words);
/** For actions, toasts and canvases, which look when they speak. */
export const text = (): Catalogue => useSpoken.getState().words;
/** A sentence of the host's, in the language that is spoken. Whoever shows it asks `useText` too, to follow the choice. */
export const told = (sentence: string): string => text().told.say(sentence);
export const useLanguage = (): Language => useSpoken((state) => state.language);
