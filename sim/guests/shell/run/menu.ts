import { textOf, type Bytes } from '../../bytes.ts';

/** The numbered list that `select` shows, in columns as wide as the screen allows. */
export function menuOf(words: readonly Bytes[], screen: number): Bytes {
  const digits = String(words.length).length;
  const longest = Math.max(...words.map((word) => textOf(word).length)) + digits + 2;
  const perRow = Math.max(1, Math.floor((screen === 0 ? 80 : screen) / (longest + 2)));
  const rows = Math.ceil(words.length / perRow);
  const isOneColumn = rows >= words.length || rows === 1;
  const count = isOneColumn ? words.length : rows;
  let text = '';
  for (let row = 0; row < count; row += 1) {
    for (let at = row; at < words.length; at += count)
      text += cell({ at, digits, isLast: at + count >= words.length, width: longest + 2 }, words[at] ?? '');
    text += '\n';
  }
  return text;
}

type Cell = {
  readonly at: number;
  readonly digits: number;
  readonly isLast: boolean;
  readonly width: number;
};

function cell({ at, digits, isLast, width }: Cell, word: Bytes): Bytes {
  const text = `${String(at + 1).padStart(digits)}) ${word}`;
  return isLast ? text : text + ' '.repeat(Math.max(1, width - textOf(text).length));
}
