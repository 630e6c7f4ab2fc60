/** What a screen's help says: its sentences, with the words that are tied to the glossary. */
import type { QueryState } from '../../data/client.ts';
import type { Action } from '../../app/actions.ts';
import { useLanguage } from '../../text/text.ts';
import type { Language } from '../../text/text.ts';
import type { TermName } from './glossary.ts';
import { guideTable } from './guide.table.ts';
import type { ScreenNoun } from './guide.table.ts';
import { useLoaded } from './use-loaded.ts';

export type Guide = Readonly<Record<ScreenNoun, readonly string[]>>;

const load: Record<Language, () => Promise<Guide>> = {
  en: async () => (await import('../../text/en/guide.ts')).guide,
  de: async () => (await import('../../text/de/guide.ts')).guide,
};

export function useGuide(): QueryState<Guide> {
  const language = useLanguage();
  return useLoaded(language, load[language]);
}

export type GuidePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'term'; readonly term: TermName; readonly text: string };

/** `the {pue:PUE} of` → text, term, text. That each term exists is proven by a test. */
export function partsOf(sentence: string): readonly GuidePart[] {
  return sentence.split(/(\{[^}]+\})/).flatMap((piece): readonly GuidePart[] => {
    const match = /^\{([^:]+):(.+)\}$/.exec(piece);
    if (match?.[1] !== undefined && match[2] !== undefined)
      return [{ kind: 'term', term: match[1] as TermName, text: match[2] }];
    return piece === '' ? [] : [{ kind: 'text', text: piece }];
  });
}

/** Those of the table that belong to the screen; the ones with keys first, in the order of the table. */
export function commandsOf(actions: readonly Action[], noun: ScreenNoun): readonly Action[] {
  const mine = actions.filter(({ id }) => guideTable[noun].commands.some((start) => id.startsWith(start)));
  return [
    ...mine.filter(({ shortcut }) => shortcut !== null),
    ...mine.filter(({ shortcut }) => shortcut === null),
  ];
}

/** `/floor?sel=…` → floor. */
export function nounOf(
  pathname: string,
  screens: readonly { readonly path: string; readonly noun: ScreenNoun }[],
): ScreenNoun | null {
  return screens.find(({ path }) => path === pathname)?.noun ?? null;
}
