import { csvColumns } from '../../../sim/contract/asset-columns.table.ts';
import type { CsvColumn, CsvMapping } from '../../../sim/contract/assets.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { csvFields, csvSynonyms } from './csv-fields.table.ts';
import type { CsvRecord } from './csv-text.ts';

/** What a line says: an empty cell says nothing, and leaves what is there. */
export type Said = {
  readonly id: string | null;
  readonly rack: string | null;
  readonly name: string | null;
  readonly slot: Readonly<Record<string, unknown>>;
  readonly spec: Readonly<Record<string, unknown>>;
  readonly asset: Readonly<Record<string, unknown>>;
};

export function guessMapping(header: readonly string[]): CsvMapping {
  const taken = new Set<CsvColumn>();
  return header.map((title) => {
    const word = title
      .trim()
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_');
    const column = csvColumns.find((one) => one === word) ?? csvSynonyms[word] ?? null;
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}

/** The first cell that cannot be what its column is, is refused with the column. */
export function saidIn({ cells }: CsvRecord, mapping: CsvMapping): Result<Said> {
  const said = {
    id: null as string | null,
    rack: null as string | null,
    name: null as string | null,
    slot: {} as Record<string, unknown>,
    spec: {} as Record<string, unknown>,
    asset: {} as Record<string, unknown>,
  };
  for (const [at, column] of mapping.entries()) {
    const cell = cells[at] ?? '';
    if (column === null || cell === '') continue;
    const { into, field, as } = csvFields[column];
    const value = as === 'number' ? numberIn(cell) : cell;
    if (value === null) {
      return refused('invalid-input', `${cell} is no number`, {
        where: column,
        hint: 'Write digits alone, without a unit.',
      });
    }
    if (into === 'slot' || into === 'spec' || into === 'asset') said[into][field] = value;
    else said[into] = cell;
  }
  return accepted(said);
}

/** A decimal comma is as good as a point; marks between thousands are not guessed at. */
function numberIn(cell: string): number | null {
  const plain = /^-?\d+,\d+$/.test(cell) ? cell.replace(',', '.') : cell;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** Which column a refusal of the rules is about. */
export function columnOf(where: string | undefined): CsvColumn | null {
  if (where === undefined) return null;
  const known = csvColumns.find((column) => column === where);
  if (known !== undefined) return known;
  const fields = Object.entries(csvFields) as [CsvColumn, (typeof csvFields)[CsvColumn]][];
  const last = where.split('.').at(-1);
  if (last === 'slot') return 'unit';
  return fields.find(([, { field }]) => field === last)?.[0] ?? null;
}
