/** The glossary's terms: fetched with the first use, found by words. */
import type { glossary as english } from '../../text/en/glossary.ts';
import type { QueryState } from '../../data/client.ts';
import { useLanguage } from '../../text/text.ts';
import type { Language } from '../../text/text.ts';
import { useLoaded } from './use-loaded.ts';

export type TermName = keyof typeof english;
export type Term = { readonly id: TermName; readonly name: string; readonly meaning: string };

type Texts = Readonly<Record<TermName, string>>;

const load: Record<Language, () => Promise<Texts>> = {
  en: async () => (await import('../../text/en/glossary.ts')).glossary,
  de: async () => (await import('../../text/de/glossary.ts')).glossary,
};

/** `name | meaning` */
export function termsOf(texts: Texts): readonly Term[] {
  const ids = Object.keys(texts) as TermName[];
  return ids
    .map((id) => {
      const [name = '', meaning = ''] = texts[id].split(' | ');
      return { id, name, meaning };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

export const loadTerms = async (language: Language): Promise<readonly Term[]> =>
  termsOf(await load[language]());

export function useGlossary(): QueryState<readonly Term[]> {
  const language = useLanguage();
  return useLoaded(language, () => loadTerms(language));
}

const folded = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Every word of the search; terms whose name has it come before those that only mention it. */
export function findTerms(terms: readonly Term[], search: string): readonly Term[] {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const found = terms.filter(({ id, name, meaning }) => {
    const all = folded(`${id} ${name} ${meaning}`);
    return words.every((word) => all.includes(word));
  });
  const isNamed = ({ id, name }: Term): boolean =>
    words.every((word) => folded(`${id} ${name}`).includes(word));
  return [...found.filter(isNamed), ...found.filter((term) => !isNamed(term))];
}
