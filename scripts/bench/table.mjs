/**
 * @typedef {object} Row
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {number} [limit] what the design allows; smaller is better unless `floor`
 * @property {number} [floor] what the design demands at least
 * @property {string} [note]
 */

/**
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function tableOf(rows) {
  const cells = rows.map((row) => [
    row.name,
    `${shown(row.value)} ${row.unit}`,
    aimOf(row),
    verdictOf(row),
    row.note ?? '',
  ]);
  const all = [['what', 'measured', 'aim', '', 'note'], ...cells];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => padded(cell, { column, width: widths[column] ?? 0 }))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * Figures to the right, words to the left.
 * @param {string} cell
 * @param {{column: number, width: number}} place
 */
const padded = (cell, { column, width }) =>
  column === 1 || column === 2 ? cell.padStart(width) : cell.padEnd(width);

/** @param {Row} row */
function aimOf({ limit, floor, unit }) {
  if (limit !== undefined) return `≤ ${shown(limit)} ${unit}`;
  return floor === undefined ? '' : `≥ ${shown(floor)} ${unit}`;
}

/** @param {Row} row */
function verdictOf({ value, limit, floor }) {
  if (limit === undefined && floor === undefined) return '';
  const isMet = value <= (limit ?? Infinity) && value >= (floor ?? -Infinity);
  return isMet ? 'met' : 'MISSED';
}

/** @param {number} value three digits that matter, thousands apart */
function shown(value) {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
