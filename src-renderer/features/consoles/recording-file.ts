import { authorization } from '../../data/token.ts';

/** What shall be played: from the exports, or from a file of this browser's computer. */
export type Played = { readonly name: string; readonly read: () => Promise<string | null> };

/** The text of a recording among the exports; null where it cannot be had. */
export async function fetchRecording(file: string): Promise<string | null> {
  try {
    const answer = await fetch(`/api/v1/exports/${encodeURIComponent(file)}`, {
      headers: authorization(window),
    });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null;
  }
}
