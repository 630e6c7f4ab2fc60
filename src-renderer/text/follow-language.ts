/** Speaks the language this person chose, from the first word on, and follows the choice. */
import { usePreferences } from '../theme/preferences.ts';
import { languageOf, speak } from './text.ts';

export async function followLanguage(page: Window): Promise<void> {
  const liked = page.navigator.languages;
  const wanted = (): ReturnType<typeof languageOf> => languageOf(usePreferences.getState().language, liked);
  let spoken = wanted();
  usePreferences.subscribe(() => {
    if (wanted() === spoken) return;
    spoken = wanted();
    void speak(spoken);
  });
  // A language that cannot be fetched must not keep the control room shut.
  await speak(spoken).catch(() => undefined);
}
