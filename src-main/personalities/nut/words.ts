import type { Taken } from '../serve-connection.ts';

// As long a line as any client of NUT sends.
const longest = 1024;

/**
 * A page in a browser can make it send any text to a port of this machine, our commands among them,
 * but never without a first line such as this.
 */
const ofBrowser = /^\S+ \S+ HTTP\/\d/;

/** One line of text is one request. */
export function takeLine(bytes: Buffer): Taken<string> {
  const end = bytes.indexOf(0x0a);
  if (end > longest || (end < 0 && bytes.length > longest)) return { kind: 'foreign' };
  if (end < 0) return { kind: 'partial' };
  const line = bytes.toString('utf8', 0, end).replace(/\r$/, '');
  return ofBrowser.test(line) ? { kind: 'foreign' } : { kind: 'whole', request: line, bytes: end + 1 };
}

/** Words apart by blanks; "in quotes" a word may hold them; a backslash takes what follows as it is. Null: a quote stays open. */
export function wordsOf(line: string): readonly string[] | null {
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '\\') {
      at += 1;
      word = `${word ?? ''}${line.charAt(at)}`;
    } else if (character === '"') {
      isQuoted = !isQuoted;
      word ??= '';
    } else if (!isQuoted && /\s/.test(character)) {
      if (word !== null) words.push(word);
      word = null;
    } else {
      word = `${word ?? ''}${character}`;
    }
  }
  if (word !== null) words.push(word);
  return isQuoted ? null : words;
}

export const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
