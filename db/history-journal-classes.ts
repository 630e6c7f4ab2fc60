import { decimalScales, decimalsOf } from './scales.ts';

const magnitudes = 64;
const classCount = (decimalScales.length + 1) * magnitudes;

/** Readings by columns. */
export type JournalColumns = {
  readonly series: Float64Array;
  readonly times: Float64Array;
  readonly values: Float64Array;
};

/** Readings of one kind, and the scale that makes all their values integers; 0 where there is none. */
export type JournalClass = JournalColumns & { readonly scale: number };

/** Of a series that has not been seen yet. */
export const noKind = -1;

/**
 * Decimals and, of the integer that they make, how many bits it had at first. A series stays what it is until it shows
 * more decimals: only then do the series of one kind follow one another from row to row without gaps.
 */
export function kindOf(known: number, value: number): number {
  const decimals = known === noKind ? 0 : Math.floor(known / magnitudes);
  const found = decimalsOf(value, decimals);
  if (known !== noKind && found === decimals) return known;
  const scale = decimalScales[found];
  if (scale === undefined) return found * magnitudes;
  const integer = Math.min(Math.abs(Math.round(value * scale)), 0xffff_ffff);
  return found * magnitudes + (32 - Math.clz32(integer));
}

/**
 * Readings of one kind have as many decimals and lie close together: among their like they take half the bits.
 * Within a class they keep the order in which they came. `sorted` is room for them, and good until it is used again.
 */
export function classesOf(
  columns: JournalColumns,
  kinds: Uint16Array,
  sorted: JournalColumns,
): JournalClass[] {
  const ends = new Uint32Array(classCount + 1);
  for (const kind of kinds) ends[kind + 1] = (ends[kind + 1] ?? 0) + 1;
  for (let each = 1; each <= classCount; each += 1) ends[each] = (ends[each] ?? 0) + (ends[each - 1] ?? 0);
  const starts = ends.slice();
  reorder(columns, kinds, { places: ends, sorted });
  const classes: JournalClass[] = [];
  for (let kind = 0; kind < classCount; kind += 1) {
    const [from, to] = [starts[kind] ?? 0, starts[kind + 1] ?? 0];
    if (from === to) continue;
    classes.push({
      scale: decimalScales[Math.floor(kind / magnitudes)] ?? 0,
      series: sorted.series.subarray(from, to),
      times: sorted.times.subarray(from, to),
      values: sorted.values.subarray(from, to),
    });
  }
  return classes;
}

type Order = { readonly places: Uint32Array; readonly sorted: JournalColumns };

/** `places` holds where each class goes on, and is moved along. */
function reorder(columns: JournalColumns, kinds: Uint16Array, { places, sorted }: Order): void {
  for (let index = 0; index < kinds.length; index += 1) {
    const each = kinds[index] ?? 0;
    const place = places[each] ?? 0;
    places[each] = place + 1;
    sorted.series[place] = columns.series[index] ?? 0;
    sorted.times[place] = columns.times[index] ?? 0;
    sorted.values[place] = columns.values[index] ?? 0;
  }
}
