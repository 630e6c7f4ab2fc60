/** How many terminal columns a text takes, and how to cut one to fit. Colour codes take none. */

// oxlint would take a literal escape for a mistake; U+001B begins every colour code.
const colourCodes = new RegExp('\\u001b\\[[0-9;]*m', 'g');
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const combining = /^[\p{Mark}\p{Cc}\p{Cf}]/u;
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u;

/** East Asian Wide and Fullwidth blocks of Unicode Standard Annex 11, the large ones. */
const wideBlocks: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

export function displayWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text.replace(colourCodes, ''))) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(grapheme: string): number {
  const code = grapheme.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return 1;
  if (combining.test(grapheme)) return 0;
  if (emoji.test(grapheme)) return 2;
  return wideBlocks.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Plain text cut to a width, its end shown by an ellipsis. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const next = graphemeWidth(segment);
    if (used + next > width - 1) break;
    kept += segment;
    used += next;
  }
  return width <= 0 ? '' : `${kept}…`;
}

/** Names and notes come from others: no control character of theirs reaches the terminal. */
export function harmless(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '\n' || character === '\t') return ' ';
    return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '�';
  });
}
