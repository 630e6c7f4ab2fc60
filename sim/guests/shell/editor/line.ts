/** A line being edited: characters before and after the cursor. */
export type Line = { readonly before: string; readonly after: string };

export const emptyLine: Line = { before: '', after: '' };
export const lineAtEnd = (text: string): Line => ({ before: text, after: '' });
export const textOfLine = (line: Line): string => line.before + line.after;

const lastCharacter = (text: string): string => /.$/su.exec(text)?.[0] ?? '';
const firstCharacter = (text: string): string => /^./su.exec(text)?.[0] ?? '';

export const insert = ({ before, after }: Line, text: string): Line => ({ before: before + text, after });

export function left({ before, after }: Line): Line {
  const character = lastCharacter(before);
  return { before: before.slice(0, before.length - character.length), after: character + after };
}

export function right({ before, after }: Line): Line {
  const character = firstCharacter(after);
  return { before: before + character, after: after.slice(character.length) };
}

export const home = (line: Line): Line => ({ before: '', after: textOfLine(line) });
export const end = (line: Line): Line => ({ before: textOfLine(line), after: '' });

export function wordLeft({ before, after }: Line): Line {
  const size = /[\p{L}\p{N}]*[^\p{L}\p{N}]*$/u.exec(before)?.[0].length ?? 0;
  return { before: before.slice(0, before.length - size), after: before.slice(before.length - size) + after };
}

export function wordRight({ before, after }: Line): Line {
  const size = /^[^\p{L}\p{N}]*[\p{L}\p{N}]*/u.exec(after)?.[0].length ?? 0;
  return { before: before + after.slice(0, size), after: after.slice(size) };
}

export function rub({ before, after }: Line): Line {
  return { before: before.slice(0, before.length - lastCharacter(before).length), after };
}

export function erase({ before, after }: Line): Line {
  return { before, after: after.slice(firstCharacter(after).length) };
}

/** Ctrl-W: back over blanks and what is before them. */
export function blankWordStart(before: string): number {
  return before.length - (/\S*\s*$/.exec(before)?.[0].length ?? 0);
}

/** Ctrl-T: the two characters around the cursor change places. */
export function swap(line: Line): Line {
  const at = line.after === '' ? left(line) : line;
  const one = lastCharacter(at.before);
  const other = firstCharacter(at.after);
  if (one === '' || other === '') return line;
  return { before: at.before.slice(0, -one.length) + other + one, after: at.after.slice(other.length) };
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32 || code === 127) width += 2;
    else if (code < 0x300) width += 1;
    else if (!/\p{Mn}/u.test(character)) width += wide.test(character) ? 2 : 1;
  }
  return width;
}
