import type { Bytes } from '../bytes.ts';

/** Words as a shell would cut them, with nothing expanded; null: a quote has no end. */
export function wordsIn(line: Bytes): readonly Bytes[] | null {
  const words: Bytes[] = [];
  let rest = line.trimStart();
  while (rest !== '') {
    const found = /^(?:[^\s'"\\]+|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+/.exec(rest);
    if (found === null) return null;
    const word = found[0];
    const after = rest.slice(word.length);
    if (after !== '' && !/^\s/.test(after)) return null;
    words.push(bare(word));
    rest = after.trimStart();
  }
  return words;
}

const bare = (word: Bytes): Bytes =>
  word.replace(
    /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])/g,
    (_all, ...[single, double, escaped]: readonly (string | undefined)[]) =>
      single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? '',
  );
