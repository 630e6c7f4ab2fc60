import type { Metric } from '../../sim/contract/entities.ts';
import { metricTable } from '../../sim/contract/metrics.table.ts';
import type { Quality } from '../../sim/contract/telemetry.ts';

/** A topic and what of its payloads never changes; `sequence` is that of the next reading. */
export type ReadingLine = {
  readonly topic: string;
  readonly unit: string;
  readonly scale: number;
  /** What the values are called, where they are words. */
  readonly words: readonly string[] | null;
  sequence: number;
};

export type LineOptions = {
  readonly topic: string;
  readonly metric: Metric;
  readonly words: readonly string[] | null;
};

export function readingLine({ topic, metric, words }: LineOptions, sequence: number): ReadingLine {
  const { unit, decimals } = metricTable[metric];
  return { topic, unit: JSON.stringify(unit), scale: 10 ** decimals, words, sequence };
}

/** The next payload of a line. `at` is lab time. */
export function nextPayload(line: ReadingLine, value: number, { at, quality }: ReadingStamp): string {
  const rounded = Math.round(value * line.scale) / line.scale;
  const { sequence } = line;
  // A counter of 32 bits, as loggers and their tables hold it.
  line.sequence = (sequence + 1) >>> 0;
  const word = line.words === null ? '' : `,"w":${JSON.stringify(line.words[rounded] ?? 'unknown')}`;
  return `{"v":${rounded},"u":${line.unit}${word},"t":${at},"q":"${quality}","s":${sequence}}`;
}

export type ReadingStamp = { readonly at: number; readonly quality: Quality };
