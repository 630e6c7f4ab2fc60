/** A machine's recorded load, as monitoring exports it: CSV of shares, or of seconds and shares. */
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';

export type Trace = { readonly trace: readonly number[]; readonly traceSeconds?: number };

const mostPoints = 20_000;

type Line = { readonly number: number; readonly cells: readonly number[] };

export function readTrace(csv: string): Result<Trace> {
  const lines = linesOf(csv);
  if (!lines.ok) return lines;
  const [first] = lines.value;
  if (first === undefined) return wrong('has no values', 0);
  if (lines.value.length > mostPoints)
    return wrong(`has ${lines.value.length} values; ${mostPoints} are taken`, 0);
  const values = lines.value.map(({ cells }) => cells.at(-1) ?? 0);
  // 0.37 and 37 are both said of the same load; a file that has one above 1 means percent.
  const of = values.some((value) => value > 1) ? 100 : 1;
  const odd = values.findIndex((value) => value < 0 || value > of);
  if (odd >= 0) return wrong(`has ${values[odd]}, which is no share`, lines.value[odd]?.number ?? 0);
  const trace = values.map((value) => value / of);
  if (first.cells.length === 1) return accepted({ trace });
  const step = stepOf(lines.value);
  return step.ok ? accepted({ trace, traceSeconds: step.value }) : step;
}

const wrong = (what: string, line: number): Result<never> =>
  refused('invalid-input', `The trace ${what}${line > 0 ? ` (line ${line})` : ''}`, {
    hint: 'Write one share a line, 0 … 1 or percent; before it, if you like, seconds with a comma.',
  });

/** Without what is empty, a remark, or a heading. */
function linesOf(csv: string): Result<readonly Line[]> {
  const lines: Line[] = [];
  for (const [at, text] of csv.split('\n').entries()) {
    const cells = text.split(/[,;\t]/).map((cell) => cell.trim());
    if (cells.join('') === '' || cells[0]?.startsWith('#') === true) continue;
    const numbers = cells.map(Number);
    const isNumbers =
      cells.length <= 2 && numbers.every((value, n) => cells[n] !== '' && Number.isFinite(value));
    const isHeading = lines.length === 0 && cells.every((cell) => !/^-?[\d.]+$/.test(cell));
    if (isHeading && !isNumbers) continue;
    if (!isNumbers) return wrong(`cannot be read: ${text.trim().slice(0, 40)}`, at + 1);
    if (lines[0] !== undefined && lines[0].cells.length !== cells.length)
      return wrong('has lines of one value and lines of two', at + 1);
    lines.push({ number: at + 1, cells: numbers });
  }
  return accepted(lines);
}

/** Points that are as far from each other as the first two. */
function stepOf(lines: readonly Line[]): Result<number> {
  const at = (nth: number): number => lines[nth]?.cells[0] ?? 0;
  const step = at(1) - at(0);
  if (lines.length < 2 || !Number.isInteger(step) || step < 1 || step > 86_400)
    return wrong('has seconds that do not tell how far its values are apart', lines[1]?.number ?? 1);
  for (let nth = 2; nth < lines.length; nth += 1)
    if (at(nth) - at(nth - 1) !== step)
      return wrong(`has values that are not ${step} s apart`, lines[nth]?.number ?? 0);
  return accepted(step);
}
