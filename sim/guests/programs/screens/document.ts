import { messageOf } from '../../answer.ts';
import type { Bytes } from '../../bytes.ts';
import { bytesOf } from '../../bytes.ts';
import type { System } from '../../kernel/program.ts';
import { linesOf } from './screen.ts';

/** A text that is edited; the cursor counts characters of JavaScript. */
export type Document = {
  lines: string[];
  row: number;
  column: number;
  path: Bytes | null;
  isChanged: boolean;
  isNew: boolean;
};

type Opened = { readonly document: Document; readonly trouble: string | null };

export function openDocument(system: System, path: Bytes | null): Opened {
  const document: Document = { lines: [''], row: 0, column: 0, path, isChanged: false, isNew: true };
  if (path === null) return { document, trouble: null };
  const stat = system.files.stat(path);
  if (stat.ok && stat.value.kind === 'directory') return { document, trouble: messageOf('EISDIR') };
  const file = system.files.readFile(path);
  if (!file.ok) return { document, trouble: file.errno === 'ENOENT' ? null : messageOf(file.errno) };
  document.lines = linesOf(file.value);
  document.isNew = false;
  return { document, trouble: null };
}

export const contentOf = ({ lines }: Document): Bytes => {
  const text = lines.join('\n');
  return text === '' && lines.length === 1 ? '' : bytesOf(`${text}\n`);
};

/** What went wrong; null: it is on disk. */
export function saveDocument(system: System, document: Document, path: Bytes): string | null {
  const written = system.files.writeFile(path, contentOf(document), 0o666);
  if (!written.ok) return messageOf(written.errno);
  document.isChanged = false;
  document.isNew = false;
  return null;
}

export function clampCursor(document: Document, past: 0 | 1): void {
  document.row = Math.max(0, Math.min(document.row, document.lines.length - 1));
  const { length } = document.lines[document.row] ?? '';
  document.column = Math.max(0, Math.min(document.column, Math.max(0, length - 1 + past)));
}

export const lineAt = ({ lines, row }: Document): string => lines[row] ?? '';

export function replaceLine(document: Document, text: string): void {
  document.lines[document.row] = text;
  document.isChanged = true;
}

export function insertText(document: Document, text: string): void {
  const line = lineAt(document);
  replaceLine(document, line.slice(0, document.column) + text + line.slice(document.column));
  document.column += text.length;
}

export function breakLine(document: Document, indent: string): void {
  const line = lineAt(document);
  replaceLine(document, line.slice(0, document.column));
  document.lines.splice(document.row + 1, 0, indent + line.slice(document.column));
  document.row += 1;
  document.column = indent.length;
}

/** The character before the cursor, or the end of the line before. */
export function eraseBefore(document: Document): void {
  const line = lineAt(document);
  if (document.column > 0) {
    replaceLine(document, line.slice(0, document.column - 1) + line.slice(document.column));
    document.column -= 1;
  } else if (document.row > 0) {
    document.lines.splice(document.row, 1);
    document.row -= 1;
    document.column = lineAt(document).length;
    replaceLine(document, lineAt(document) + line);
  }
}

export function eraseAt(document: Document): void {
  const line = lineAt(document);
  if (document.column < line.length)
    replaceLine(document, line.slice(0, document.column) + line.slice(document.column + 1));
  else if (document.row < document.lines.length - 1) {
    replaceLine(document, line + (document.lines[document.row + 1] ?? ''));
    document.lines.splice(document.row + 1, 1);
  }
}
