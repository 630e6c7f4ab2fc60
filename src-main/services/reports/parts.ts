/** The pieces that reports are put together from. */
import type {
  Figure,
  Report,
  ReportCell,
  ReportColumn,
  ReportSource,
  SectionOf,
  ValueKind,
} from '../../../sim/contract/reports.ts';

/** What a builder makes; who calls it adds the rest of the report. */
export type Draft = Pick<Report, 'headline' | 'sections'> & { readonly sources: readonly ReportSource[] };

type FigureParts = Pick<Figure, 'label' | 'value' | 'prior'> &
  Partial<Omit<Figure, 'label' | 'value' | 'prior'>>;

/** Decimals by the kind, neither way better, no note, where nothing is said. */
export const figure = (parts: FigureParts): Figure => ({
  kind: 'number',
  unit: '',
  decimals: 0,
  better: 'neither',
  note: '',
  ...parts,
});

export type Known = { readonly kind: ValueKind; readonly unit: string; readonly decimals: number };
export const as = {
  text: { kind: 'text', unit: '', decimals: 0 },
  time: { kind: 'time', unit: '', decimals: 0 },
  duration: { kind: 'duration', unit: '', decimals: 0 },
  share: { kind: 'share', unit: '%', decimals: 1 },
  fineShare: { kind: 'share', unit: '%', decimals: 3 },
  count: { kind: 'number', unit: '', decimals: 0 },
  kilowatts: { kind: 'number', unit: 'kW', decimals: 1 },
  kilowattHours: { kind: 'number', unit: 'kWh', decimals: 1 },
  celsius: { kind: 'number', unit: '°C', decimals: 1 },
  degreeHours: { kind: 'number', unit: 'K·h', decimals: 2 },
  hours: { kind: 'number', unit: 'h', decimals: 1 },
  units: { kind: 'number', unit: 'U', decimals: 0 },
  ratio: { kind: 'number', unit: '', decimals: 2 },
} as const satisfies Record<string, Known>;

export const column = (title: string, known: Known): ReportColumn => ({ title, ...known });

const mostRows = 200;

type TableParts = {
  readonly title: string;
  readonly note?: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly empty: string;
  readonly most?: number;
};

export function table({ title, note, columns, rows, empty, most }: TableParts): SectionOf<'table'> {
  const shown = rows.slice(0, most ?? mostRows).map((row) => [...row]);
  return {
    kind: 'table',
    title,
    note: note ?? '',
    columns: [...columns],
    rows: shown,
    empty,
    more: rows.length - shown.length,
  };
}

export const chart = (
  parts: Partial<SectionOf<'series'>> &
    Pick<SectionOf<'series'>, 'title' | 'at' | 'lines' | 'empty' | 'unit'>,
): SectionOf<'series'> => ({ note: '', decimals: 1, limits: [], ...parts, kind: 'series' });

export const bars = (
  parts: Partial<SectionOf<'bars'>> & Pick<SectionOf<'bars'>, 'title' | 'bars' | 'empty' | 'unit'>,
): SectionOf<'bars'> => ({ note: '', decimals: 1, limit: null, ...parts, kind: 'bars' });

export const prose = (title: string, paragraphs: readonly string[]): SectionOf<'text'> => ({
  kind: 'text',
  title,
  note: '',
  paragraphs: paragraphs.filter((one) => one !== ''),
});

/** A share in %; null of nothing. */
export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : (part * 100) / whole;

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
