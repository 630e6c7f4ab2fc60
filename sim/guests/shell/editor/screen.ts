import { bytesOf, textOf, type Bytes } from '../../bytes.ts';
import { textOfLine, widthOf, type Line } from './line.ts';

/** How what is edited stands on the screen: the row of the cursor below the prompt's last line. */
export type Shown = { readonly row: number };

export const notShown: Shown = { row: 0 };

/** Only the prompt's last line is drawn again. */
export function lastLineOf(prompt: Bytes): Bytes {
  return prompt.slice(prompt.lastIndexOf('\n') + 1);
}

/** The marks around what takes no room are not for the terminal. */
export const withoutMarks = (prompt: Bytes): Bytes => prompt.replace(/[\u0001\u0002]/g, '');

function promptWidth(prompt: Bytes): number {
  return widthOf(textOf(prompt.replace(/\u0001[^\u0002]*\u0002/g, '').replace(/[\u0001\u0002]/g, '')));
}

type Drawing = {
  readonly prompt: Bytes;
  readonly line: Line;
  readonly columns: number;
  readonly shown: Shown;
};

/** Draws everything anew from the prompt on, and puts the cursor where it belongs. */
export function draw({ prompt, line, columns, shown }: Drawing): {
  readonly bytes: Bytes;
  readonly shown: Shown;
} {
  const wide = Math.max(columns, 2);
  const lead = promptWidth(prompt);
  const total = lead + widthOf(textOfLine(line));
  const here = lead + widthOf(line.before);
  const up = shown.row > 0 ? `\u001b[${shown.row}A` : '';
  const text = visible(textOfLine(line));
  const filler = total > 0 && total % wide === 0 ? '\r\n' : '';
  const lastRow = Math.floor(total / wide);
  const row = Math.floor(here / wide);
  const back = lastRow > row ? `\u001b[${lastRow - row}A` : '';
  const column = here % wide;
  const aside = column > 0 ? `\u001b[${column}C` : '';
  return {
    bytes: `${up}\r${withoutMarks(prompt)}${bytesOf(text)}${filler}\u001b[J${back}\r${aside}`,
    shown: { row },
  };
}

/** Control characters as `^A`. */
function visible(text: string): string {
  return text.replace(
    /[\u0001-\u001f\u007f]/g,
    (character) => `^${String.fromCharCode(character.charCodeAt(0) ^ 64)}`,
  );
}
