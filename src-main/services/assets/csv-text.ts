/** RFC 4180, and what spreadsheets make of it. */
import { refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';

export type Delimiter = ',' | ';' | '\t';
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] };
export type CsvFile = { readonly delimiter: Delimiter; readonly records: readonly CsvRecord[] };

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** A spreadsheet takes cells that begin so for formulas; after a quote mark it takes them for text. */
const dangerous = /^[=+\-@\t\r]/;
const guarded = /^'(?=[=+\-@\t\r'])/;

export function cellText(value: string): string {
  const safe = dangerous.test(value) || guarded.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const lineText = (cells: readonly string[]): string => `${cells.map(cellText).join(',')}\r\n`;

const plain = (cell: string): string => cell.trim().replace(guarded, '');

/** Whichever stands most often in the first line, outside of quotes. */
function delimiterOf(text: string): Delimiter {
  const first = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '');
  const header = first.split(/\r?\n/, 1)[0] ?? '';
  const counts = delimiters.map((delimiter) => header.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

type Reading = {
  at: number;
  line: number;
  begun: number;
  cells: string[];
  readonly records: CsvRecord[];
};

/** Empty lines are passed over. Lines are counted from 1, as an editor counts them. */
export function readCsv(given: string): Result<CsvFile> {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given;
  const delimiter = delimiterOf(text);
  const reading: Reading = { at: 0, line: 1, begun: 1, cells: [], records: [] };
  while (reading.at < text.length) {
    const cell = text[reading.at] === '"' ? quotedCell(text, reading) : bareCell(text, reading, delimiter);
    if (cell === null) {
      return refused('invalid-input', `The quote that opens in line ${reading.begun} never closes`, {
        where: `line ${reading.begun}`,
        hint: 'Write a quote mark within a quoted cell twice.',
      });
    }
    reading.cells.push(plain(cell));
    endCell(text, reading, delimiter);
  }
  if (reading.cells.length > 0) endLine(reading);
  return { ok: true, value: { delimiter, records: reading.records } };
}

function bareCell(text: string, reading: Reading, delimiter: Delimiter): string {
  const begin = reading.at;
  let at = begin;
  while (at < text.length) {
    const sign = text[at];
    if (sign === delimiter || sign === '\n' || sign === '\r') break;
    at += 1;
  }
  reading.at = at;
  return text.slice(begin, at);
}

/** Null where it never ends. */
function quotedCell(text: string, reading: Reading): string | null {
  let at = reading.at + 1;
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return null;
    if (text[end + 1] !== '"') {
      const inner = text.slice(reading.at + 1, end);
      reading.line += inner.split('\n').length - 1;
      reading.at = end + 1;
      return inner.replaceAll('""', '"');
    }
    at = end + 2;
  }
}

/** Past the delimiter or the end of the line; what stands between a closing quote and it is of no meaning. */
function endCell(text: string, reading: Reading, delimiter: Delimiter): void {
  while (reading.at < text.length && !`${delimiter}\r\n`.includes(text[reading.at] ?? '')) reading.at += 1;
  const sign = text[reading.at];
  reading.at += 1;
  if (sign === delimiter) {
    if (reading.at >= text.length) reading.cells.push('');
    return;
  }
  if (sign === '\r' && text[reading.at] === '\n') reading.at += 1;
  endLine(reading);
}

function endLine(reading: Reading): void {
  if (reading.cells.some((cell) => cell !== '')) {
    reading.records.push({ line: reading.begun, cells: reading.cells });
  }
  reading.cells = [];
  reading.line += 1;
  reading.begun = reading.line;
}
