import type { Bytes } from '../../../bytes.ts';
import { compile, type Pattern } from '../../../patterns/pattern.ts';
import type { Source } from '../source.ts';
import type { Tool } from '../tool.ts';
import { awkDialect } from './read-expression.ts';
import type { Script } from './tree.ts';
import { looked, newCell, numberOf, textOfValue, type Cell, type Value } from './value.ts';

export type Output = { readonly descriptor: number; readonly pid: number | null; text: Bytes };
export type Input = { readonly source: Source; readonly pid: number | null };

export type Awk = {
  readonly self: Tool;
  readonly script: Script;
  readonly globals: Map<Bytes, Cell>;
  readonly frames: ReadonlyMap<Bytes, Cell>[];
  /** How many statements are being run, one within another. */
  depth: number;
  readonly patterns: Map<Bytes, Pattern>;
  readonly outputs: Map<Bytes, Output>;
  readonly inputs: Map<Bytes, Input>;
  /** What of ARGV is still to be read. */
  argument: number;
  isAnyFileRead: boolean;
  main: Source | null;
  record: Bytes;
  fields: Value[] | null;
  fieldCount: number;
  isRecordStale: boolean;
  seed: number | null;
  seedBefore: number;
  /** An exit from within a function, until a statement sees it; its status. */
  pendingExit: number | null;
  /** Set by what ends everything. */
  fault: Bytes | null;
};

export function cellOf(awk: Awk, name: Bytes): Cell {
  const local = awk.frames.at(-1)?.get(name);
  if (local !== undefined) return local;
  let cell = awk.globals.get(name);
  if (cell === undefined) {
    cell = newCell(undefined);
    awk.globals.set(name, cell);
  }
  return cell;
}

export const special = (awk: Awk, name: Bytes): Bytes => textOfValue(awk.globals.get(name)?.value, '%.6g');
export const convert = (awk: Awk, value: Value): Bytes =>
  typeof value === 'string' ? value : textOfValue(value, special(awk, 'CONVFMT'));

export function setSpecial(awk: Awk, name: Bytes, value: Value): void {
  const cell = awk.globals.get(name);
  if (cell === undefined) awk.globals.set(name, newCell(value));
  else cell.value = value;
}

export function patternFor(awk: Awk, source: Bytes): Pattern | null {
  const known = awk.patterns.get(source);
  if (known !== undefined) return known;
  const compiled = compile(source, awkDialect);
  if (!compiled.ok) {
    awk.fault ??= `regular expression compile failed (${compiled.message})\n${source}`;
    return null;
  }
  awk.patterns.set(source, compiled.pattern);
  return compiled.pattern;
}

export function setRecord(awk: Awk, text: Bytes): void {
  awk.record = text;
  awk.fields = null;
  awk.isRecordStale = false;
}

function fieldsOf(awk: Awk): Value[] {
  if (awk.fields === null) {
    awk.fields = splitText(awk, awk.record, special(awk, 'FS')).map(looked);
    awk.fieldCount = awk.fields.length;
    setSpecial(awk, 'NF', awk.fieldCount);
  }
  return awk.fields;
}

export function fieldCount(awk: Awk): number {
  return fieldsOf(awk).length;
}

export function recordOf(awk: Awk): Bytes {
  if (awk.isRecordStale && awk.fields !== null) {
    awk.record = awk.fields.map((field) => convert(awk, field)).join(special(awk, 'OFS'));
    awk.isRecordStale = false;
  }
  return awk.record;
}

export const fieldAt = (awk: Awk, number: number): Value =>
  number === 0 ? looked(recordOf(awk)) : fieldsOf(awk)[number - 1];

/** Where a text or a record would only go on growing. */
export const longestText = 67_108_864;
const mostFields = 32_767;

function isTooMany(awk: Awk, count: number): boolean {
  if (count <= mostFields) return false;
  awk.fault ??= `program limit exceeded: maximum number of fields size=${mostFields}`;
  return true;
}

export function setField(awk: Awk, number: number, value: Value): void {
  if (number === 0) return setRecord(awk, convert(awk, value));
  if (isTooMany(awk, number)) return;
  const fields = fieldsOf(awk);
  while (fields.length < number) fields.push('');
  fields[number - 1] = value;
  setSpecial(awk, 'NF', fields.length);
  awk.isRecordStale = true;
}

export function setCount(awk: Awk, value: Value): void {
  const fields = fieldsOf(awk);
  const count = Math.max(0, Math.trunc(numberOf(value)) || 0);
  if (isTooMany(awk, count)) return;
  while (fields.length < count) fields.push('');
  fields.length = count;
  setSpecial(awk, 'NF', count);
  awk.isRecordStale = true;
}

export function splitText(awk: Awk, text: Bytes, separator: Bytes): Bytes[] {
  if (text === '') return [];
  const isByParagraph = special(awk, 'RS') === '';
  if (separator === ' ') return text.split(/[ \t\n\f\r\v]+/).filter((part) => part !== '');
  if (separator === '') return Array.from(text);
  if (separator.length === 1 && separator !== '\\' && !isByParagraph) return text.split(separator);
  const source = separator.length === 1 ? `[${separator}]` : separator;
  const pattern = patternFor(awk, isByParagraph ? `${source}|\n` : source);
  return pattern === null ? [text] : splitByPattern(text, pattern);
}

function splitByPattern(text: Bytes, pattern: Pattern): Bytes[] {
  const parts: Bytes[] = [];
  let start = 0;
  for (let from = 0; from <= text.length;) {
    const match = pattern.find(text, from);
    if (match === null) break;
    if (match.to === match.from) {
      from = match.to + 1;
      continue;
    }
    parts.push(text.slice(start, match.from));
    start = match.to;
    from = match.to;
  }
  return [...parts, text.slice(start)];
}
